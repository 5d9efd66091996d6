/** The same package for Node, whose fetch does not read files. There is no `RmWorker` here: Node has workers of its own. */

import { readFile } from 'node:fs/promises';
import type { ReportModel } from './engine.js';
import { loadFrom } from './load.js';
import type { ModuleName, ModuleSources } from './modules.js';
import { urls } from './urls.js';

export * from './exports.js';

/** Loads the parser once, however often it is called; modules for files follow when a file needs them. */
export function load(sources: ModuleSources = {}): Promise<ReportModel> {
  const names = Object.keys(urls) as ModuleName[];
  const files = names.map((name) => [name, () => readFile(urls[name]())]);
  return loadFrom({ ...(Object.fromEntries(files) as ModuleSources), ...sources });
}
