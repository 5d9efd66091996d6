/** Why something could not be read; stable names, the same in all languages. */
export type ErrorKind =
  /** The text is longer than 16 MiB. */
  | 'too_long'
  /** A picture. */
  | 'image'
  /** An archive of files. */
  | 'archive'
  /** Word before 2007, or WPS. */
  | 'legacy_word'
  /** Word in a single XML file. */
  | 'word_xml'
  /** A spreadsheet or a presentation. */
  | 'office'
  /** Neither text nor a format that is known. */
  | 'binary'
  /** Protected by a password. */
  | 'encrypted'
  /** A PDF of scanned pages. */
  | 'no_text_layer'
  /** A PDF whose fonts do not say which characters they show. */
  | 'unmapped_text'
  /** A file that is not whole. */
  | 'broken'
  /** A file, or something in it, beyond the limits. */
  | 'too_large'
  /** Unpacks to far more than any report. */
  | 'bomb'
  /** Elements nested beyond the limit. */
  | 'too_deep'
  /** Declares XML entities. */
  | 'entities'
  /** A format that the module does not read. */
  | 'feature_off'
  /** Options that make no sense, such as an edit outside the text. */
  | 'bad_options'
  /** `load()` was not awaited, or the module is not where it should be. */
  | 'not_loaded'
  /** Cancelled through an `AbortSignal`, or the worker was terminated. */
  | 'cancelled'
  /** A fault of the program. The next call gets a fresh instance. */
  | 'internal';

/** The only error class of the package. `kind` is for programs, `message` and `messageZh` are for people. */
export class ReportModelError extends Error {
  override readonly name = 'ReportModelError';
  /** Stable name of the reason. */
  readonly kind: ErrorKind;
  /** The same as `message`, in Chinese. */
  readonly messageZh: string;

  constructor(kind: ErrorKind, message: string, messageZh: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
    this.messageZh = messageZh;
  }
}
