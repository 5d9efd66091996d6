// The worker's side: one `ReportModel`, calls answered one after the other.

import type { ReportModel } from './engine.js';
import { ReportModelError } from './errors.js';
import { loadFrom } from './load.js';
import type { ModuleName, ModuleSource, ModuleSources } from './modules.js';
import type { Answer, PlainError, Request } from './protocol.js';

/** What is used of a worker's global scope. */
interface Scope {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(answer: Answer): void;
}

/** Answers the calls of an `RmWorker`. `places` says where the modules lie that the client does not bring. */
export function serve(scope: Scope, places: ModuleSources): void {
  const awaited = new Map<ModuleName, (source: ModuleSource | undefined) => void>();
  let model: Promise<ReportModel>;
  scope.onmessage = ({ data }) => {
    if (data.type === 'start') {
      model = loadFrom({ ...places, ...data.urls, ...brought(data.brought) });
      model.then(
        ({ version, rules }) => scope.postMessage({ type: 'ready', version, rules: [...rules] }),
        (error: unknown) => scope.postMessage({ type: 'failed', error: plain(error) }),
      );
    } else if (data.type === 'module') {
      awaited.get(data.name)?.(data.source);
    } else {
      void answer(data);
    }
  };

  function brought(names: ModuleName[]): ModuleSources {
    const ask = (name: ModuleName) => async () => {
      const source = await new Promise<ModuleSource | undefined>((resolve) => {
        awaited.set(name, resolve);
        scope.postMessage({ type: 'need', name });
      });
      if (source === undefined) throw new Error(`no module ${name}`);
      return source;
    };
    return Object.fromEntries(names.map((name) => [name, ask(name)]));
  }

  async function answer({ id, method, args }: Request & { type: 'call' }): Promise<void> {
    try {
      const loaded = (await model) as unknown as Record<string, (...args: unknown[]) => unknown>;
      scope.postMessage({ type: 'value', id, value: await loaded[method]!(...args) });
    } catch (error) {
      scope.postMessage({ type: 'error', id, error: plain(error) });
    }
  }
}

function plain(error: unknown): PlainError {
  if (error instanceof ReportModelError) {
    const { kind, message, messageZh } = error;
    return { kind, message, messageZh };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { kind: error instanceof TypeError ? 'type_error' : 'internal', message, messageZh: '程序故障' };
}
