// The WebAssembly modules and where their bytes come from. Each is loaded when something needs it, once.

import initCompare, * as compare from '../wasm/compare.js';
import initCore, * as core from '../wasm/core.js';
import initDocuments, * as documents from '../wasm/documents.js';
import initPdf, * as pdf from '../wasm/pdf.js';
import { ReportModelError, type ErrorKind } from './errors.js';

/** `core` reads text and audits; `documents` and `pdf` read files; `compare` puts two reports beside each other. */
export type ModuleName = 'core' | 'documents' | 'pdf' | 'compare';

/** Where a module comes from. */
export type ModuleSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/** Where modules come from; those left out are found beside the package's own files. */
export type ModuleSources = Partial<
  Record<ModuleName, ModuleSource | (() => ModuleSource | Promise<ModuleSource>)>
>;

const MODULES = {
  core: { exports: core, init: initCore },
  documents: { exports: documents, init: initDocuments },
  pdf: { exports: pdf, init: initPdf },
  compare: { exports: compare, init: initCompare },
};

type Exports<N extends ModuleName> = (typeof MODULES)[N]['exports'];

/** The modules of one realm (page or worker): the instances live in the glue code, so there is one set only. */
export class Modules {
  readonly #loading = new Map<ModuleName, Promise<void>>();
  readonly #loaded = new Set<ModuleName>();
  readonly #sources: ModuleSources;

  constructor(sources: ModuleSources) {
    this.#sources = sources;
  }

  /** Loads a module once, however often it is called; a failure may be tried again. */
  load(name: ModuleName): Promise<void> {
    let loading = this.#loading.get(name);
    if (loading === undefined) {
      loading = this.#start(name);
      loading.catch(() => this.#loading.delete(name));
      this.#loading.set(name, loading);
    }
    return loading;
  }

  async #start(name: ModuleName): Promise<void> {
    try {
      const given = this.#sources[name];
      const source = await (typeof given === 'function' ? given() : given);
      await MODULES[name].init({ module_or_path: source as ModuleSource });
      this.#loaded.add(name);
    } catch (cause) {
      if (cause instanceof ReportModelError) throw cause;
      const message = `the WebAssembly module ${name} could not be loaded`;
      throw new ReportModelError('not_loaded', message, `WebAssembly 模块 ${name} 加载失败`, { cause });
    }
  }

  /** Calls a function of a loaded module. What it throws becomes a `ReportModelError`. */
  call<N extends ModuleName>(name: N, run: (exports: Exports<N>) => string): string {
    if (!this.#loaded.has(name)) {
      throw new ReportModelError('not_loaded', 'await load() first', '请先等待 load() 完成');
    }
    const { exports } = MODULES[name];
    try {
      return run(exports as Exports<N>);
    } catch (cause) {
      const told = cause as { kind?: unknown; message?: unknown; zh?: unknown };
      if (typeof told?.kind === 'string') {
        throw new ReportModelError(told.kind as ErrorKind, String(told.message), String(told.zh));
      }
      // A trap: what the instance holds is not to be trusted. The next call gets a new one.
      exports.__wbg_reset_state();
      throw new ReportModelError('internal', 'a fault of the parser', '解析器内部故障', { cause });
    }
  }
}
