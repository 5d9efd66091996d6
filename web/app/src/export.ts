// What leaves the page: files that the browser saves. Nothing is sent anywhere.

import type { Severity } from '../../dist/types.js';
import { factsOf } from './facts.ts';
import { findingsOf, type Finding } from './findings.ts';
import { tr } from './i18n.ts';
import type { OverviewRow } from './several/Overview.tsx';
import { dismissedSet } from './dismissals.ts';
import type { Entry } from './state.ts';

/** A spreadsheet takes a cell that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const BOM = '\ufeff';

/** A table for spreadsheets: quoted, formulas made harmless, with a byte order mark where Excel is to open it. */
async function csv(rows: (string | number | null)[][], excel: boolean): Promise<string> {
  const { unparse } = (await import('papaparse')).default;
  const body = unparse(rows, { newline: '\r\n', escapeFormulae: FORMULA });
  return `${excel ? BOM : ''}${body}\r\n`;
}

function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function stem(name: string): string {
  return name.replace(/\.[^.]{1,5}$/, '') || 'report';
}

/** The report as it is, dismissals aside. */
export function exportJson(name: string, { report }: Entry): void {
  save(`${stem(name)}.json`, 'application/json', `${JSON.stringify(report, null, 2)}\n`);
}

export async function exportFindings(name: string, { report, document: { text } }: Entry, excel: boolean): Promise<void> {
  const head = ['n', 'code', 'severity', 'message', 'message_en', 'words', 'start', 'end', 'correction', 'fingerprint', 'dismissed'];
  const rows = findingsOf(report).map((f: Finding) => [
    f.index + 1,
    f.code,
    f.severity satisfies Severity,
    f.message,
    f.message_en,
    text.slice(...f.span).slice(0, 200),
    f.span[0],
    f.span[1],
    f.fix?.replacement ?? '',
    f.fingerprint,
    dismissedSet.value.has(f.fingerprint) ? 1 : 0,
  ]);
  save(`${stem(name)}-findings.csv`, 'text/csv', await csv([head, ...rows], excel));
}

export async function exportValues(name: string, { report, document: { text } }: Entry, excel: boolean): Promise<void> {
  const head = ['path', 'label', 'value', 'unit', 'words', 'start', 'end'];
  const rows = factsOf(report, text).map((fact) => {
    const measure = fact.path.startsWith('measures.') ? report.measures[Number(fact.path.slice(9))] : undefined;
    const value = measure ? measure.value : fact.value();
    return [fact.path, fact.label(), value, measure?.unit ?? '', text.slice(...fact.span).slice(0, 200), ...fact.span];
  });
  save(`${stem(name)}-values.csv`, 'text/csv', await csv([head, ...rows], excel));
}

/** The text with all changes, for pasting back into the draft. */
export function exportText(name: string, { document: { text } }: Entry): void {
  save(`${stem(name)}-${tr('修改后', 'corrected')}.txt`, 'text/plain', text);
}

export async function exportOverview(rows: OverviewRow[]): Promise<void> {
  const head = ['file', 'institution', 'year', 'errors', 'warnings', 'notes', 'parts', 'published', 'applications', 'problem'];
  const list = rows.map((row) => [
    row.item.name,
    row.school,
    row.year,
    row.error,
    row.warning,
    row.info,
    row.parts,
    row.published,
    row.received,
    row.item.status.kind === 'failed' ? tr(row.item.status.zh, row.item.status.en) : '',
  ]);
  save('reports.csv', 'text/csv', await csv([head, ...list], true));
}
