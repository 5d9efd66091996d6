/**
 * Reads the annual information-disclosure reports of Chinese universities into typed, evidence-linked data.
 *
 * ```js
 * import { load } from 'report-model';
 * const rm = await load();
 * const report = rm.parse(text);
 * for (const m of report.measures) console.log(m.value, m.unit, text.slice(...m.span));
 * ```
 */

import { loadFrom } from './load.js';
import type { ReportModel } from './engine.js';
import type { ModuleSources } from './modules.js';
import { urls } from './urls.js';

export { RmWorker, type CallOptions, type RmWorkerOptions } from './client.js';
export * from './exports.js';

/**
 * Loads the parser once, however often it is called; modules for files follow when a file needs them.
 * `sources` says where modules lie that are not beside the package's own files; only the first call's counts.
 */
export function load(sources: ModuleSources = {}): Promise<ReportModel> {
  return loadFrom({ ...urls, ...sources });
}
