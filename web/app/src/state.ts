// What the page knows while it is open. Nothing here outlives it.

import { batch, computed, signal } from '@preact/signals';
import type { Comparison, Document, Report, Rule } from '../../dist/types.js';
import { dismissedSet } from './dismissals.ts';
import { factsOf, type Fact, type FactKind } from './facts.ts';
import { findingsOf, type Finding } from './findings.ts';

/** What became of a file. */
export type Status =
  | { kind: 'waiting' }
  | { kind: 'reading' }
  | { kind: 'done'; entry: Entry }
  | { kind: 'failed'; zh: string; en: string; code: string };

/** A document that was read, and what was changed in it. */
export interface Entry {
  report: Report;
  document: Document;
  /** The document before each change, newest last, with the place to return to. */
  past: { document: Document; report: Report; at: number }[];
}

/** A file on the list. */
export interface Item {
  id: number;
  name: string;
  status: Status;
  /** Kept until the file is read, and where its encoding may be changed. */
  bytes: Uint8Array | null;
}

export type Tab = 'findings' | 'values' | 'outline' | 'charts' | 'search';
export type View = 'report' | 'overview' | 'compare';

export const items = signal<Item[]>([]);
export const currentId = signal<number | null>(null);
export const view = signal<View>('report');
export const tab = signal<Tab>('findings');
export const rules = signal<readonly Rule[]>([]);
export const version = signal('');
/** Why the engine could not be started. */
export const broken = signal<string | null>(null);
export const shownKinds = signal<ReadonlySet<FactKind>>(
  new Set<FactKind>(['head', 'time', 'citation', 'measure', 'count', 'contact']),
);
/** The finding or fact that is looked at, by its number in the list. */
export const selectedFinding = signal<number | null>(null);
export const selectedFact = signal<number | null>(null);
export const sheetOpen = signal(false);
export const pair = signal<[number, number] | null>(null);
export const comparison = signal<Comparison | null>(null);

export const current = computed(() => items.value.find((item) => item.id === currentId.value) ?? null);
export const entry = computed<Entry | null>(() => {
  const status = current.value?.status;
  return status?.kind === 'done' ? status.entry : null;
});
export const allFindings = computed<Finding[]>(() => (entry.value ? findingsOf(entry.value.report) : []));
export const findings = computed(() => allFindings.value.filter((f) => !dismissedSet.value.has(f.fingerprint)));
export const dismissed = computed(() => allFindings.value.filter((f) => dismissedSet.value.has(f.fingerprint)));
export const facts = computed<Fact[]>(() => (entry.value ? factsOf(entry.value.report, entry.value.document.text) : []));
export const done = computed(() =>
  items.value.flatMap((item) => (item.status.kind === 'done' ? [{ item, entry: item.status.entry }] : [])),
);
/** How many files wait or are read. */
export const pending = computed(
  () => items.value.filter(({ status }) => status.kind === 'waiting' || status.kind === 'reading').length,
);

/** Looks at another file, at its findings. */
export function open(id: number): void {
  batch(() => {
    currentId.value = id;
    view.value = 'report';
    selectedFinding.value = null;
    selectedFact.value = null;
  });
}

/** Replaces a file's status. */
export function setStatus(id: number, status: Status): void {
  items.value = items.value.map((item) => (item.id === id ? { ...item, status } : item));
}
