/** Where the WebAssembly module comes from; without it, it is found beside the package's own files. */
export type ModuleSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/** Loads the WebAssembly module once, however often it is called. */
export function load(module?: ModuleSource | Promise<ModuleSource>): Promise<void>;

export interface ParseOptions {
  /** Label or path of the document, copied to the report. */
  source?: string | null;
}

/** Half-open range of UTF-16 code units: `text.slice(...span)` gives the words. */
export type Span = [start: number, end: number];

/** A report as docs/json-format.md describes it. Its members are not typed yet. */
export interface Report {
  schema: 'report-model/1';
  unit: 'utf16';
  source: string | null;
  kind: 'annual_report' | 'other';
  [key: string]: unknown;
}

/** Reads a report. `load()` must be done. */
export function parse(text: string, options?: ParseOptions): Report;

/** A text that can't be read at all. */
export class ReportError extends Error {
  /** Stable name of the reason; those of the parser are the same in all languages. */
  readonly kind: 'too_long' | 'not_loaded' | 'internal';
}
