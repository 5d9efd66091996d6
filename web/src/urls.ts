// Where the modules lie. Written out one by one: bundlers look for exactly this form and take the files along.

import type { ModuleName } from './modules.js';

export const urls: Record<ModuleName, () => URL> = {
  core: () => new URL('../wasm/core_bg.wasm', import.meta.url),
  documents: () => new URL('../wasm/documents_bg.wasm', import.meta.url),
  pdf: () => new URL('../wasm/pdf_bg.wasm', import.meta.url),
  compare: () => new URL('../wasm/compare_bg.wasm', import.meta.url),
};
