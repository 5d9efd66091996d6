import { ReportModel } from './engine.js';
import { Modules, type ModuleSources } from './modules.js';

let loading: Promise<ReportModel> | undefined;

/** One `ReportModel` for a realm; a failure may be tried again. */
export function loadFrom(sources: ModuleSources): Promise<ReportModel> {
  if (loading === undefined) {
    loading = start(sources);
    loading.catch(() => (loading = undefined));
  }
  return loading;
}

async function start(sources: ModuleSources): Promise<ReportModel> {
  const modules = new Modules(sources);
  await modules.load('core');
  return new ReportModel(modules);
}
