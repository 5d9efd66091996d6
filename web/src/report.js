// The package's one implementation; index.js and node.js only say where the module's bytes come from.

import init, { __wbg_reset_state as reset, parse as parseJson } from '../dist/report_model.js';

/** A text that can't be read at all, or a module that is not there; `kind` names the reason. */
export class ReportError extends Error {
  constructor(kind, message, options) {
    super(message, options);
    this.name = 'ReportError';
    this.kind = kind;
  }
}

let loading = null;
let loaded = false;

/** Loads the module once, however often it is called; a failure may be tried again. */
export function loadFrom(bytes) {
  loading ??= start(bytes);
  return loading;
}

async function start(bytes) {
  try {
    await init({ module_or_path: await bytes });
    loaded = true;
  } catch (cause) {
    loading = null;
    throw new ReportError('not_loaded', 'the WebAssembly module could not be loaded', { cause });
  }
}

/** Reads a report. Spans count UTF-16 code units: `text.slice(...span)` gives the words. */
export function parse(text, { source } = {}) {
  if (typeof text !== 'string') throw new TypeError('text must be a string');
  if (!loaded) throw new ReportError('not_loaded', 'call `await load()` first');
  let json;
  try {
    json = parseJson(text, source ?? undefined);
  } catch (cause) {
    if (typeof cause?.kind === 'string') throw new ReportError(cause.kind, cause.message);
    // A trap: what the instance holds is not to be trusted. The next call gets a new one.
    reset();
    throw new ReportError('internal', 'a fault of the parser', { cause });
  }
  return JSON.parse(json);
}
