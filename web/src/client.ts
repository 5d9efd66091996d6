// The page's side of the worker: the same calls as `ReportModel`, off the page's thread.

import type { AuditOptions, BytesOptions, Comparable, DocumentOptions, ParseOptions } from './engine.js';
import { ReportModelError } from './errors.js';
import type { ModuleName, ModuleSource, ModuleSources } from './modules.js';
import type { Answer, Method, PlainError, Request } from './protocol.js';
import type { Audit, Comparison, Document, ParsedDocument, Report, Rule } from './types.js';

export interface RmWorkerOptions {
  /** Starts the worker, where the package's own file can't be used: a worker from a blob, say. */
  worker?: () => Worker;
  /** Modules that are not beside the package's own files. A function is called when its module is needed. */
  modules?: ModuleSources;
}

export interface CallOptions {
  /** Cancels the call: one that waits is dropped, one that runs is stopped with its worker, and a new one takes over. */
  signal?: AbortSignal;
}

interface Job {
  method: Method;
  args: unknown[];
  transfer: Transferable[];
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
  settled: () => void;
}

/**
 * Everything in a module worker. Calls run one after the other.
 *
 * ```js
 * const rm = new RmWorker();
 * const { report, document } = await rm.parseBytes(new Uint8Array(await file.arrayBuffer()), { name: file.name });
 * ```
 */
export class RmWorker {
  readonly #options: RmWorkerOptions;
  readonly #waiting: Job[] = [];
  #running: (Job & { id: number }) | undefined;
  #worker: Worker | undefined;
  #ready: Promise<{ version: string; rules: readonly Rule[] }> | undefined;
  #last = 0;
  #closed = false;

  constructor(options: RmWorkerOptions = {}) {
    this.#options = options;
  }

  /** Starts the worker and loads the parser; the first call does so too. May be called again. */
  load(): Promise<{ version: string; rules: readonly Rule[] }> {
    if (this.#closed) return Promise.reject(cancelled());
    this.#ready ??= this.#start();
    return this.#ready;
  }

  /** See {@link ReportModel.parse}. */
  parse(text: string, options: ParseOptions & CallOptions = {}): Promise<Report> {
    return this.#call('parse', [text], options);
  }

  /** See {@link ReportModel.parseDocument}. */
  parseDocument(document: Document, options: DocumentOptions & CallOptions = {}): Promise<ParsedDocument> {
    return this.#call('parseDocument', [document], options);
  }

  /** See {@link ReportModel.parseBytes}. The buffer is handed over: pass `bytes.slice()` to keep it. */
  parseBytes(bytes: Uint8Array, options: BytesOptions & CallOptions = {}): Promise<ParsedDocument> {
    const whole = bytes instanceof Uint8Array && bytes.byteLength === bytes.buffer.byteLength;
    return this.#call('parseBytes', [bytes], options, whole ? [bytes.buffer] : []);
  }

  /** See {@link ReportModel.audit}. */
  audit(text: string, options: AuditOptions & { source?: string | null } & CallOptions = {}): Promise<Audit> {
    return this.#call('audit', [text], options);
  }

  /** See {@link ReportModel.diff}. */
  diff(left: Comparable, right: Comparable, options: CallOptions = {}): Promise<Comparison> {
    return this.#call('diff', [left, right], options);
  }

  /** Stops the worker for good; calls that are open fail with the kind `cancelled`. */
  terminate(): void {
    this.#closed = true;
    this.#stop();
    const open = this.#running ? [this.#running, ...this.#waiting] : this.#waiting;
    for (const job of open.splice(0)) job.reject(cancelled());
    this.#running = undefined;
    this.#waiting.length = 0;
  }

  #call<T>(method: Method, given: unknown[], options: CallOptions, transfer: Transferable[] = []): Promise<T> {
    const { signal, ...rest } = options;
    const args = method === 'diff' ? given : [...given, rest];
    return new Promise<T>((resolve, reject) => {
      if (this.#closed || signal?.aborted) return reject(cancelled());
      const abort = () => this.#abort(job);
      const settled = () => signal?.removeEventListener('abort', abort);
      const job: Job = { method, args, transfer, resolve, reject, settled };
      signal?.addEventListener('abort', abort);
      this.#waiting.push(job);
      this.#next();
    });
  }

  #abort(job: Job): void {
    const at = this.#waiting.indexOf(job);
    if (at >= 0) {
      this.#waiting.splice(at, 1);
    } else if (this.#running && this.#running.args === job.args) {
      this.#stop();
      this.#running = undefined;
    }
    job.settled();
    job.reject(cancelled());
    this.#next();
  }

  /** Sends the next call, if none runs. */
  #next(): void {
    if (this.#running || this.#waiting.length === 0) return;
    const job = { ...this.#waiting.shift()!, id: ++this.#last };
    this.#running = job;
    this.load().then(
      () => {
        if (this.#running !== job) return;
        try {
          const { id, method, args } = job;
          this.#worker!.postMessage({ type: 'call', id, method, args } satisfies Request, job.transfer);
        } catch (cause) {
          // A buffer that was handed over before, a value that can't be cloned.
          this.#settle(() => job.reject(cause));
        }
      },
      (error: unknown) => {
        if (this.#running === job) this.#settle(() => job.reject(error));
      },
    );
  }

  #settle(how: () => void): void {
    this.#running?.settled();
    this.#running = undefined;
    how();
    this.#next();
  }

  #start(): Promise<{ version: string; rules: readonly Rule[] }> {
    return new Promise((resolve, reject) => {
      const fail = (error: ReportModelError) => {
        this.#stop();
        reject(error);
        if (this.#running) this.#settle(this.#running.reject.bind(null, error));
      };
      const worker = (this.#options.worker ?? ownWorker)();
      this.#worker = worker;
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.type === 'ready') resolve({ version: data.version, rules: data.rules });
        else if (data.type === 'failed') fail(revived(data.error) as ReportModelError);
        else if (data.type === 'need') void this.#bring(worker, data.name);
        else if (data.id === this.#running?.id) this.#answer(data);
      };
      worker.onerror = (event) => {
        event.preventDefault?.();
        const message = `the worker failed: ${event.message ?? 'it could not be started'}`;
        fail(new ReportModelError('internal', message, '后台线程出错'));
      };
      const modules = Object.entries(this.#options.modules ?? {});
      const isUrl = ([, source]: [string, unknown]) => typeof source === 'string' || source instanceof URL;
      const urls = Object.fromEntries(modules.filter(isUrl).map(([name, url]) => [name, absolute(String(url))]));
      const brought = modules.filter((entry) => !isUrl(entry)).map(([name]) => name as ModuleName);
      worker.postMessage({ type: 'start', urls, brought } satisfies Request);
    });
  }

  #answer(data: Answer & { type: 'value' | 'error' }): void {
    const { resolve, reject } = this.#running!;
    this.#settle(data.type === 'value' ? () => resolve(data.value as never) : () => reject(revived(data.error)));
  }

  async #bring(worker: Worker, name: ModuleName): Promise<void> {
    const given = this.#options.modules?.[name];
    let source: ModuleSource | undefined;
    try {
      source = await (typeof given === 'function' ? given() : given);
      if (source instanceof Response) source = await source.arrayBuffer();
    } catch {
      // The worker reports the module as missing.
    }
    const bytes = source as BufferSource | WebAssembly.Module | undefined;
    worker.postMessage({ type: 'module', name, ...(bytes && { source: bytes }) } satisfies Request);
  }

  #stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = undefined;
  }
}

function ownWorker(): Worker {
  return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
}

/** As seen from the page: the worker may lie elsewhere. */
function absolute(url: string): string {
  return new URL(url, globalThis.document?.baseURI ?? globalThis.location?.href).href;
}

function cancelled(): ReportModelError {
  return new ReportModelError('cancelled', 'the call was cancelled', '已取消');
}

function revived({ kind, message, messageZh }: PlainError): Error {
  return kind === 'type_error' ? new TypeError(message) : new ReportModelError(kind, message, messageZh);
}
