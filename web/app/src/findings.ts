// Findings in the order in which somebody should look at them.

import type { Diagnostic, Report, Severity } from '../../dist/types.js';

export interface Finding extends Diagnostic {
  /** Place in the list, from 0; printed from 1. */
  index: number;
  /** Names it in the address: `RM401-2` is the second of its rule. Says nothing of the document. */
  anchor: string;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The gravest first, then by place. */
export function findingsOf(report: Report): Finding[] {
  const rank = (d: Diagnostic) => SEVERITIES.indexOf(d.severity);
  const sorted = [...report.diagnostics].sort((a, b) => rank(a) - rank(b) || a.span[0] - b.span[0]);
  const seen = new Map<string, number>();
  return sorted.map((diagnostic, index) => {
    const n = (seen.get(diagnostic.code) ?? 0) + 1;
    seen.set(diagnostic.code, n);
    return { ...diagnostic, index, anchor: `${diagnostic.code}-${n}` };
  });
}

/** True where the finding is about words, false where it is about something absent or the whole document. */
export function hasWords({ span }: Diagnostic): boolean {
  return span[1] > span[0];
}
