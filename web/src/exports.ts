// What every entry of the package offers.

export { plainDocument } from './document.js';
export { ReportModel } from './engine.js';
export type { AuditOptions, BytesOptions, Comparable, DocumentOptions, ParseOptions } from './engine.js';
export { ReportModelError, type ErrorKind } from './errors.js';
export type { ModuleName, ModuleSource, ModuleSources } from './modules.js';
export type * from './types.js';
