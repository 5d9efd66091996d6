// What the client and the worker say to each other.

import type { ErrorKind } from './errors.js';
import type { ModuleName } from './modules.js';
import type { Rule } from './types.js';

/** A method of `ReportModel` that can be asked for. */
export type Method = 'parse' | 'parseDocument' | 'parseBytes' | 'audit' | 'diff';

/** To the worker. */
export type Request =
  /** First of all: which modules the client brings itself, and where the others lie if not in their usual place. */
  | { type: 'start'; brought: ModuleName[]; urls: Partial<Record<ModuleName, string>> }
  /** A module that was asked for; without bytes where it can't be had. */
  | { type: 'module'; name: ModuleName; source?: BufferSource | WebAssembly.Module }
  | { type: 'call'; id: number; method: Method; args: unknown[] };

/** From the worker. */
export type Answer =
  | { type: 'ready'; version: string; rules: Rule[] }
  | { type: 'failed'; error: PlainError }
  /** A module that the client said to bring. */
  | { type: 'need'; name: ModuleName }
  | { type: 'value'; id: number; value: unknown }
  | { type: 'error'; id: number; error: PlainError };

/** An error that survives the way between threads. */
export interface PlainError {
  kind: ErrorKind | 'type_error';
  message: string;
  messageZh: string;
}
