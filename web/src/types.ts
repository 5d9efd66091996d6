// The wire format, written by hand as its documentation. `cargo xtask test node` compiles every golden report against it.
// docs/json-format.md tells the same at greater length.

/** Half-open range of positions: `text.slice(...span)` gives the words. */
export type Span = [start: number, end: number];

/** Unit in which spans are counted. This package gives `utf16` always. */
export type OffsetUnit = 'utf8' | 'utf16' | 'utf32';

/** A day, `2022-08-31`. */
export type IsoDate = string;

/** Printed words and where they stand. */
export interface Text {
  /** The words, without inner white space. */
  value: string;
  span: Span;
}

/** A day and the words it was read from. */
export interface DateValue {
  value: IsoDate;
  span: Span;
}

/** A count, and whether it was given as a number or as "none" (未收到…). Not mentioned is `null`, never 0. */
export interface StatedCount {
  value: number;
  stated: 'nil' | 'number';
  span: Span;
}

export type InstitutionCategory =
  | 'university'
  | 'college'
  | 'vocational_university'
  | 'vocational_college'
  | 'junior_college'
  | 'open_university'
  | 'adult_college'
  | 'party_school'
  | 'independent_college'
  | 'other';

/** Who reports. */
export interface Institution {
  /** Full name as printed. */
  name: string;
  span: Span;
  /** The kind of school that its name tells. */
  category: InstitutionCategory | null;
  /** The province, where the text tells it. */
  province: Province | null;
}

/** A province, with what told it. */
export interface Province {
  /** 浙江, 内蒙古. */
  short_name: string;
  evidence: 'name' | 'address' | 'authority' | 'postcode' | 'area_code' | 'document_number';
  span: Span;
}

/** The year the report says it is for. */
export interface Coverage {
  basis: 'academic' | 'calendar';
  /** First year named. */
  first: number;
  /** Last year named; equal to `first` for a calendar year. */
  last: number;
  span: Span;
}

/** The statistical period, both days included. */
export interface Period {
  start: IsoDate;
  end: IsoDate;
  span: Span;
}

/** Lines of the web page round the text. */
export interface Page {
  published: DateValue | null;
  views: { value: number; span: Span } | null;
  source: Text | null;
  author: Text | null;
}

/** 教办函〔2014〕23号, split; a member is `null` where it can't be told. */
export interface DocumentNumber {
  text: string;
  agency: string | null;
  year: number | null;
  serial: number | null;
  span: Span;
}

/** An official letter round the report. */
export interface Letter {
  issuer: Text | null;
  document_number: DocumentNumber | null;
  addressee: Text | null;
  title: Text | null;
  attachments: Text[];
}

/** How to reach the office. */
export interface Contact {
  address: Text | null;
  postcode: Text | null;
  phones: Text[];
  faxes: Text[];
  emails: Text[];
}

/** A web address, and its first place. */
export interface Link {
  url: string;
  span: Span;
}

/** A document cited in 《…》. */
export interface Citation {
  title: string;
  document_number: DocumentNumber | null;
  span: Span;
  /** Id of the known regulation that the title names. */
  instrument: string | null;
}

/** The parts that the preamble announces. */
export interface DeclaredParts {
  count: number | null;
  parts: Text[];
  span: Span;
}

/** What a part is about. */
export type Role =
  /** 概述 */
  | 'overview'
  /** 主动公开情况 */
  | 'proactive'
  /** 重点领域, as a part of its own */
  | 'key_areas'
  /** 依申请公开和不予公开情况 */
  | 'on_request'
  /** 评议情况 */
  | 'appraisal'
  /** 举报、复议、诉讼情况 */
  | 'complaints'
  /** 经验、问题和改进措施 */
  | 'improvement'
  /** 清单事项公开情况 */
  | 'checklist'
  /** 其他需要报告的事项 */
  | 'other_matters'
  | 'other';

/** One of the parts that the Ministry prescribes. */
export interface PrescribedPart {
  role: Role;
  /** Its prescribed title. */
  title: string;
  /** `merged`: in the heading of another part; `unknown`: the text breaks off or is not divided. */
  state: 'present' | 'merged' | 'missing' | 'not_prescribed' | 'unknown';
  /** A part of its own is asked for; the others often stand in an attachment. */
  required: boolean;
  /** The words of the heading that names it. */
  span: Span | null;
}

/** A part of the report under its heading. */
export interface Section {
  /** As printed: "一、", "(三)", "1."; `null` for a heading without number. */
  label: string | null;
  /** By the form of the numeral: 一、 = 1, (一) = 2, 1. = 3, (1) = 4. */
  level: number;
  title: Text;
  role: Role;
  /** From the label to the end of the part, children included. */
  span: Span;
  paragraphs: Span[];
  tables: Table[];
  children: Section[];
}

/** A table that stands in a part. */
export interface Table {
  span: Span;
  rows: TableCell[][];
}

export interface TableCell {
  text: string;
  span: Span;
  row_span: number;
  col_span: number;
  state: 'value' | 'blank' | 'slash' | 'dash' | 'zero';
  links: Link[];
}

export type Bound = 'exact' | 'at_least' | 'about' | 'at_most';

/** What a quantity counts. */
export type MeasureKind =
  /** Pieces of information made public. */
  | 'disclosed'
  /** Reads, likes, followers, visits. */
  | 'audience'
  | 'requests'
  | 'complaints'
  /** Trainings and meetings held. */
  | 'training'
  /** Rules issued or revised. */
  | 'rules'
  | 'people'
  | 'money'
  /** Percentages. */
  | 'rate'
  | 'other';

export type Channel =
  | 'website'
  | 'wechat'
  | 'weibo'
  | 'douyin'
  | 'newspaper'
  | 'radio'
  | 'bulletin_board'
  | 'led_screen'
  | 'oa'
  | 'email'
  | 'meeting'
  | 'qq'
  | 'dingtalk'
  | 'app'
  | 'other';

export type RefersTo = 'current' | 'previous' | 'change' | 'planned' | 'profile';

/** A quantity that the institution states of its activity. */
export interface Measure {
  /** The number, exact: 36.5万 is 365000, 84.31% is 84.31. */
  value: number;
  /** The printed classifier without 万/亿: 条, 次, %; `null` where none is printed. */
  unit: string | null;
  bound: Bound;
  kind: MeasureKind;
  /** `null` where none or several are named. */
  channel: Channel | null;
  /** The words that say what is counted. */
  subject: string | null;
  /** Labels of the parts it stands in, outermost first. */
  section: string[];
  /** Which time it speaks of. */
  refers_to: RefersTo;
  /** Index in `measures` of the total it is stated to be a part of. */
  part_of: number | null;
  /** For a percentage: index of the count whose share it is. */
  share_of: number | null;
  span: Span;
}

/** Applications for disclosure. */
export interface Requests {
  received: StatedCount | null;
  granted: StatedCount | null;
  partly_granted: StatedCount | null;
  refused: StatedCount | null;
  not_held: StatedCount | null;
  other: StatedCount | null;
  pending: StatedCount | null;
  /** In yuan. */
  fees: StatedCount | null;
}

/** A ground of refusals. */
export interface Refusal {
  ground: 'state_secret' | 'trade_secret' | 'privacy' | 'other_rule';
  count: number | null;
  span: Span;
}

/** Complaints and remedies because of information disclosure. */
export interface Oversight {
  complaints: StatedCount | null;
  reconsiderations: StatedCount | null;
  lawsuits: StatedCount | null;
}

/** A channel that is named, counted or not. */
export interface ChannelMention {
  channel: Channel;
  value: string;
  span: Span;
  mentions: number;
}

/** One of the 50 items of 教办函〔2014〕23号 that the report touches. */
export interface ChecklistEntry {
  /** 1–50. */
  item: number;
  spans: Span[];
  urls: string[];
  status: 'disclosed' | 'not_applicable' | 'nothing_this_year' | 'not_stated';
  /** Only where a table of the items names one. */
  department?: Text | null;
}

export type Severity = 'error' | 'warning' | 'info';

/** A finding. */
export interface Diagnostic {
  /** `RM` and three digits; stable. */
  code: string;
  severity: Severity;
  /** In Chinese. */
  message: string;
  message_en: string;
  /** Empty, at the place where it was expected, for something missing. */
  span: Span;
  /** Other places it rests on. */
  related: Related[];
  fix: Fix | null;
  /** Sixteen hexadecimal digits by which it can be dismissed; no text can be read back from them. */
  fingerprint: string;
}

export interface Related {
  message: string;
  message_en: string;
  span: Span;
}

/** A way to mend a finding. */
export interface Fix {
  span: Span;
  replacement: string;
  /** `safe` cannot change the meaning, `unsafe` is for a person to decide. */
  applicability: 'safe' | 'unsafe' | 'display_only';
}

/** How often a rule was applied, and with what outcome. */
export interface Check {
  code: string;
  holds: number;
  /** As many findings. */
  fails: number;
  /** The words allow both readings. */
  uncertain: number;
  /** The text does not say what the rule needs to know. */
  not_assessable: number;
}

/** Everything that the text of one document states, each value with the place it stands. */
export interface Report {
  schema: 'report-model/1';
  unit: OffsetUnit;
  /** Label as given. */
  source: string | null;
  /** `other`: not a university's annual report on information disclosure; then most is empty. */
  kind: 'annual_report' | 'other';
  script: 'hans' | 'hant';
  title: Text | null;
  institution: Institution | null;
  coverage: Coverage | null;
  period: Period | null;
  page: Page;
  letter: Letter | null;
  signed: { by: Text | null; date: DateValue | null };
  contact: Contact;
  links: Link[];
  citations: Citation[];
  declared_parts: DeclaredParts | null;
  /** The prescribed parts, in their order; empty for other documents. */
  parts: PrescribedPart[];
  sections: Section[];
  measures: Measure[];
  requests: Requests;
  refusals: Refusal[];
  oversight: Oversight;
  channels: ChannelMention[];
  checklist: ChecklistEntry[];
  problems: Text[];
  improvements: Text[];
  /** The text breaks off. */
  truncated: boolean;
  /** Numbers that nothing explains: what the reader may have missed. */
  unclaimed: Span[];
  diagnostics: Diagnostic[];
  checks: Check[];
}

/** What a file holds: its text, and what the file says of the text's parts. Positions count in `text`. */
export interface Document {
  text: string;
  /** `text`, `HTML`, `MHTML`, `DOCX`, `ODT`, `RTF` or `PDF`. */
  format: string;
  /** Where the format leaves it open. */
  encoding: string | null;
  headings: { span: Span; level: number }[];
  tables: DocumentTable[];
  links: Link[];
  /** Pages of a PDF. */
  pages: { number: number; span: Span }[];
  /** Headers, footers and running lines, kept out of the text. */
  margins: string[];
  /** What went wrong with the file; they stand among the report's too. */
  diagnostics: Diagnostic[];
}

/** A table as it lies in the text: a row a line, cells between tabs. */
export interface DocumentTable {
  span: Span;
  cells: { span: Span; row: number; column: number; row_span: number; column_span: number }[];
}

/** A report beside the document it was read from. */
export interface ParsedDocument {
  report: Report;
  document: Document;
}

/** Other words in the place of a span. */
export interface Edit {
  span: Span;
  replacement: string;
}

/** What the audit says, without the rest of the report. */
export interface Audit {
  findings: Diagnostic[];
  checks: Check[];
}

/** A rule of the audit. */
export interface Rule {
  code: string;
  /** `parts-do-not-add-up` */
  name: string;
  group: string;
  group_en: string;
  severity: Severity;
  title: string;
  title_en: string;
  /** How to mend it. */
  help: string;
  help_en: string;
}

/** How much of a text another has word for word. */
export interface Share {
  /** Characters carried over. */
  carried: number;
  /** Characters in all. */
  of: number;
  /** `null` where there is no text. */
  ratio: number | null;
}

/** One of two reports that are compared. */
export interface ComparedReport {
  source: string | null;
  title: Text | null;
  institution: Text | null;
  coverage: Coverage | null;
  share: Share;
}

/** A part as one of the reports has it. */
export interface SectionSide {
  /** Labels from the top to the part itself. */
  path: string[];
  title: Text;
  span: Span;
  share: Share;
}

/** A part of one report or of both. */
export interface SectionPair {
  state: 'kept' | 'added' | 'gone';
  moved: boolean;
  renamed: boolean;
  renumbered: boolean;
  role: Role;
  /** Index of the pair that it stands below. */
  parent: number | null;
  left: SectionSide | null;
  right: SectionSide | null;
}

/** A value as one report states it. */
export interface Evidence {
  /** A plain number, an ISO date, two dates with a slash between, or words. */
  value: string;
  number: number | null;
  bound: Bound | null;
  stated: 'nil' | 'number' | null;
  /** The words as printed. */
  words: string;
  span: Span;
}

/** A value that differs. */
export interface ValueChange {
  /** `requests.received`, `period`, `checklist.12`, `measures`. */
  field: string;
  change: 'changed' | 'added' | 'gone';
  /** For `measures`: what is counted. */
  measure: Pick<Measure, 'kind' | 'channel' | 'unit' | 'subject' | 'refers_to'> | null;
  /** Index in `sections`. */
  section: number | null;
  left: Evidence | null;
  right: Evidence | null;
  /** Right minus left, as far as printed digits and hedges allow. */
  difference: {
    direction: 'rise' | 'fall' | 'open';
    exact: number | null;
    about: number | null;
    least: number | null;
    most: number | null;
  } | null;
  /** A sum that changed because one of its summands did. */
  derived: boolean;
}

/** Two reports beside each other; the left one is usually the earlier. */
export interface Comparison {
  schema: 'report-model-comparison/1';
  unit: OffsetUnit;
  left: ComparedReport;
  right: ComparedReport;
  sections: SectionPair[];
  values: ValueChange[];
  tally: { same: number; changed: number; added: number; gone: number };
  /** Text carried over word for word, in the order of the right report. */
  carried: { left: Span; right: Span; left_section: number | null; right_section: number | null }[];
}
