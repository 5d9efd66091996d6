// Node: its fetch does not read files.

import { readFile } from 'node:fs/promises';
import { loadFrom } from './report.js';

export { parse, ReportError } from './report.js';

export function load(module) {
  return loadFrom(module ?? readFile(new URL('../dist/report_model_bg.wasm', import.meta.url)));
}
