// Browsers and bundlers: the module lies beside its glue code and is fetched from there.

import { loadFrom } from './report.js';

export { parse, ReportError } from './report.js';

export function load(module) {
  return loadFrom(module);
}
