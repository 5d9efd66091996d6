// All values of a report as one list, each with its words: what the side list shows and the text highlights.

import type { Report, Span, StatedCount } from '../../dist/types.js';
import { fieldName, term, tr } from './i18n.ts';

export type FactKind = 'head' | 'time' | 'citation' | 'measure' | 'count' | 'contact' | 'point' | 'unclaimed';

export const FACT_KINDS: readonly FactKind[] = [
  'head',
  'time',
  'measure',
  'count',
  'citation',
  'contact',
  'point',
  'unclaimed',
];

export interface Fact {
  index: number;
  kind: FactKind;
  /** Where the report keeps it: `requests.received`, `measures.4`. */
  path: string;
  /** What it is, in words. */
  label: () => string;
  /** Its value, as it is understood. */
  value: () => string;
  span: Span;
}

type Draft = Omit<Fact, 'index'>;

/** Every fact, by place. */
export function factsOf(report: Report, text: string): Fact[] {
  const list: Draft[] = [...headFacts(report), ...countFacts(report), ...listFacts(report, text)];
  list.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  return list.map((draft, index) => ({ ...draft, index }));
}

function headFacts(report: Report): Draft[] {
  const list: Draft[] = [];
  const add = (kind: FactKind, path: string, span: Span | undefined, value: () => string) => {
    if (span) list.push({ kind, path, span, value, label: () => fieldName(path) });
  };
  const { title, institution, coverage, period, page, letter, signed } = report;
  add('head', 'title', title?.span, () => title!.value);
  add('head', 'institution', institution?.span, () => institution!.name);
  const province = institution?.province;
  add('head', 'institution.province', province?.span, () => province!.short_name);
  add('time', 'coverage', coverage?.span, () => years(report));
  add('time', 'period', period?.span, () => `${period!.start} – ${period!.end}`);
  add('time', 'page.published', page.published?.span, () => page.published!.value);
  add('head', 'page.views', page.views?.span, () => String(page.views!.value));
  add('time', 'signed.date', signed.date?.span, () => signed.date!.value);
  add('head', 'signed.by', signed.by?.span, () => signed.by!.value);
  add('head', 'letter.addressee', letter?.addressee?.span, () => letter!.addressee!.value);
  add('citation', 'letter.document_number', letter?.document_number?.span, () => letter!.document_number!.text);
  const { address, postcode, phones, faxes, emails } = report.contact;
  add('contact', 'contact.address', address?.span, () => address!.value);
  add('contact', 'contact.postcode', postcode?.span, () => postcode!.value);
  for (const phone of phones) add('contact', 'contact.phones', phone.span, () => phone.value);
  for (const fax of faxes) add('contact', 'contact.faxes', fax.span, () => fax.value);
  for (const mail of emails) add('contact', 'contact.emails', mail.span, () => mail.value);
  return list;
}

function countFacts(report: Report): Draft[] {
  const groups: [string, object][] = [
    ['requests', report.requests],
    ['oversight', report.oversight],
  ];
  return groups.flatMap(([group, counts]) =>
    Object.entries(counts as Record<string, StatedCount | null>).flatMap(([name, count]) => {
      if (!count) return [];
      const path = `${group}.${name}`;
      const value = () => (count.stated === 'nil' ? tr('无（0）', 'none (0)') : count.value.toLocaleString('en'));
      return [{ kind: 'count' as const, path, span: count.span, value, label: () => fieldName(path) }];
    }),
  );
}

function listFacts(report: Report, text: string): Draft[] {
  const list: Draft[] = [];
  report.measures.forEach((m, i) => {
    const label = () => [m.subject, m.channel && term('channel', m.channel)].filter(Boolean).join(' · ') || term('kind', m.kind);
    const value = () => `${bound(m.bound)}${m.value.toLocaleString('en')}${m.unit ?? ''}`;
    list.push({ kind: 'measure', path: `measures.${i}`, span: m.span, value, label });
  });
  for (const cited of report.citations) {
    const number = cited.document_number;
    const value = () => `《${cited.title}》${number ? `（${number.text}）` : ''}`;
    list.push({ kind: 'citation', path: 'citations', span: cited.span, value, label: () => fieldName('citations') });
    if (number) {
      const label = () => fieldName('citations.document_number');
      list.push({ kind: 'citation', path: 'citations.document_number', span: number.span, value: () => number.text, label });
    }
  }
  for (const link of report.links) {
    list.push({ kind: 'contact', path: 'links', span: link.span, value: () => link.url, label: () => fieldName('links') });
  }
  for (const field of ['problems', 'improvements'] as const) {
    for (const point of report[field]) {
      list.push({ kind: 'point', path: field, span: point.span, value: () => point.value, label: () => fieldName(field) });
    }
  }
  for (const span of report.unclaimed) {
    const label = () => fieldName('unclaimed');
    list.push({ kind: 'unclaimed', path: 'unclaimed', span, value: () => text.slice(...span), label });
  }
  return list;
}

/** 2021–2022学年, 2021年. */
export function years({ coverage }: Report): string {
  if (!coverage) return '';
  const { first, last, basis } = coverage;
  if (basis === 'academic') return tr(`${first}–${last}学年`, `${first}–${last}`);
  return tr(`${first}年`, String(first));
}

function bound(name: string): string {
  const signs: Record<string, string> = { at_least: '≥ ', at_most: '≤ ', about: '≈ ' };
  return signs[name] ?? '';
}

/** The facts that cover a position, the shortest first. */
export function factsAt(facts: readonly Fact[], at: number, shown: ReadonlySet<FactKind>): Fact[] {
  const here = facts.filter(({ span, kind }) => span[0] <= at && at < span[1] && shown.has(kind));
  return here.sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
}
