// The package's one implementation. Everything of substance happens in the modules: here types are translated, bytes are
// sent to the module that reads them, and errors become one class.

import { flat, plainDocument, withEdit } from './document.js';
import type { Modules } from './modules.js';
import type { Audit, Comparison, Document, Edit, ParsedDocument, Report, Rule } from './types.js';

/** Which rules of the audit to apply: codes or beginnings of codes, `RM401` or `RM4`. */
export interface AuditOptions {
  /** Only these. */
  select?: string[];
  /** All but these; wins over `select`. */
  ignore?: string[];
}

export interface ParseOptions {
  /** Label or path of the document, copied to the report. */
  source?: string | null;
  /** `false` reads without judging. */
  audit?: boolean | AuditOptions;
}

export interface DocumentOptions extends ParseOptions {
  /** Changes to the text, one after the other, each in positions of the text before it. */
  edits?: Edit[];
}

export interface BytesOptions extends ParseOptions {
  /** The file's name: a label. What the file is, its bytes tell. */
  name?: string;
  /** The encoding that a server or a person names; bytes that say otherwise win. */
  charset?: string;
  /** Where a web page comes from: links are resolved against it. */
  url?: string;
}

/** A report and its text, or what `parseBytes` gave. */
export type Comparable = { report: Report; text: string } | ParsedDocument;

/** The parser, loaded. All results are plain objects. */
export class ReportModel {
  /** The version of the parser and its rules. */
  readonly version: string;
  /** The rules of the audit, by code. */
  readonly rules: readonly Rule[];
  readonly #modules: Modules;

  /** @internal */
  constructor(modules: Modules) {
    this.#modules = modules;
    this.version = modules.call('core', (core) => core.version());
    this.rules = JSON.parse(modules.call('core', (core) => core.rules())) as Rule[];
  }

  /** Reads a text. Never fails on text but for its length: what is no report is told so in the report. */
  parse(text: string, options: ParseOptions = {}): Report {
    if (typeof text !== 'string') throw new TypeError('text must be a string');
    const { source, select, ignore } = plainOptions(options);
    return JSON.parse(this.#modules.call('core', (core) => core.parse(text, source, select, ignore))) as Report;
  }

  /** Reads a document that `parseBytes` gave once more, with changes to its text. The result's document has them. */
  parseDocument(document: Document, options: DocumentOptions = {}): ParsedDocument {
    if (typeof document?.text !== 'string') throw new TypeError('document must be a Document');
    const edited = (options.edits ?? []).reduce(withEdit, document);
    const { source, select, ignore } = plainOptions(options);
    const { layout, urls } = flat(edited);
    const json = this.#modules.call('core', (core) =>
      layout.length === 3
        ? core.parse(edited.text, source, select, ignore)
        : core.parse_document(edited.text, layout, urls, source, select, ignore),
    );
    const report = JSON.parse(json) as Report;
    report.diagnostics.unshift(...edited.diagnostics);
    return { report, document: edited };
  }

  /** Reads a file: a web page, Word, OpenDocument, RTF, PDF, or text in any encoding. Loads the module it needs. */
  async parseBytes(bytes: Uint8Array, options: BytesOptions = {}): Promise<ParsedDocument> {
    if (!(bytes instanceof Uint8Array)) throw new TypeError('bytes must be a Uint8Array');
    const source = options.source ?? options.name ?? null;
    return this.parseDocument(await this.#read(bytes, options), { ...options, source });
  }

  async #read(bytes: Uint8Array, { charset, url }: BytesOptions): Promise<Document> {
    const text = plainText(bytes);
    if (text !== null) return plainDocument(text);
    const name = isPdf(bytes) ? 'pdf' : 'documents';
    await this.#modules.load(name);
    return JSON.parse(this.#modules.call(name, (module) => module.read(bytes, charset, url))) as Document;
  }

  /** The findings of a text and how often each rule was applied. */
  audit(text: string, options: AuditOptions & { source?: string | null } = {}): Audit {
    const { source, ...audit } = options;
    const { diagnostics, checks } = this.parse(text, { source: source ?? null, audit });
    return { findings: diagnostics, checks };
  }

  /** Puts two reports beside each other; the left one is usually the earlier. */
  async diff(left: Comparable, right: Comparable): Promise<Comparison> {
    const [a, b] = [textOf(left), textOf(right)];
    await this.#modules.load('compare');
    const [one, two] = [JSON.stringify(left.report), JSON.stringify(right.report)];
    return JSON.parse(this.#modules.call('compare', (module) => module.diff(one, a, two, b))) as Comparison;
  }
}

/** Options as the module takes them. Without an audit every rule is ignored. */
function plainOptions({ source, audit = true }: ParseOptions) {
  const { select = [], ignore = [] } = typeof audit === 'object' ? audit : { ignore: audit ? [] : ['RM'] };
  return { source: source ?? undefined, select: select.join(), ignore: ignore.join() };
}

function textOf(side: Comparable): string {
  const text = 'document' in side ? side.document?.text : side.text;
  if (typeof text !== 'string' || side.report === undefined) throw new TypeError('a report and its text are needed');
  return text;
}

/** Where the mark of a PDF may stand, as its readers allow. */
const PDF_HEAD = 1024;

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, PDF_HEAD)).includes('%PDF-');
}

/**
 * The text of bytes that can be nothing but text in UTF-8, as it stands; `null` where anything speaks for another format.
 * Saves loading a module; the modules would say the same.
 */
function plainText(bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
  const head = text.slice(0, 4096).toLowerCase();
  const other = /[<\0-\x08\x0e-\x1f]|^\ufeff?\s*\{\\rtf|mime-version:|%pdf-/.test(head) || text.includes('\0');
  return other ? null : text;
}
