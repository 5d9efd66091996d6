// What findings, values and the text do to one another.

import { batch, signal } from '@preact/signals';
import { change, undo as takeBack } from './engine.ts';
import { factsAt } from './facts.ts';
import type { Finding } from './findings.ts';
import {
  currentId,
  entry,
  facts,
  findings,
  selectedFact,
  selectedFinding,
  sheetOpen,
  shownKinds,
  tab,
} from './state.ts';
import { tr } from './i18n.ts';
import type { Span } from '../../dist/types.js';

/** Where the text is to scroll to; a new object each time, so that the same place may be asked for twice. */
export const target = signal<{ at: number } | null>(null);
/** What has just happened, told to everybody, with the way back where there is one. */
export const notice = signal<{ words: string; undo?: () => void } | null>(null);

/** Opens a finding and shows its words. */
export function selectFinding(finding: Finding, scroll = true): void {
  batch(() => {
    tab.value = 'findings';
    selectedFinding.value = finding.index;
    selectedFact.value = null;
    if (scroll) goTo(finding.span[0]);
  });
  // Only the rule and its number: nothing of the document.
  history.replaceState(null, '', `#f=${finding.anchor}`);
}

/** Opens a fact and shows its words. */
export function selectFact(index: number, scroll = true): void {
  const fact = facts.value[index];
  if (!fact) return;
  batch(() => {
    tab.value = 'values';
    selectedFact.value = index;
    selectedFinding.value = null;
    if (scroll) goTo(fact.span[0]);
  });
}

export function goTo(at: number): void {
  target.value = { at };
}

/** Selects what stands at a position of the text: a finding's number, else the shortest fact. */
export function selectAt(at: number): void {
  const finding = findings.value.find(({ span }) => span[0] <= at && at < span[1]);
  if (finding) {
    selectFinding(finding, false);
    sheetOpen.value = true;
    return;
  }
  const [fact] = factsAt(facts.value, at, shownKinds.value);
  if (fact) selectFact(fact.index, false);
}

/** The finding after (or before) the one that is open. */
export function step(by: 1 | -1): void {
  const list = findings.value;
  if (list.length === 0) return;
  const at = list.findIndex((f) => f.index === selectedFinding.value);
  const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
  selectFinding(list[next]!);
}

/** Replaces words of the open document and says so. */
export async function replace(span: Span, replacement: string): Promise<void> {
  const id = currentId.value;
  if (id === null) return;
  await change(id, { span, replacement });
  selectedFinding.value = null;
  notice.value = { words: tr('已修改，全文已重新检查', 'Changed; the text was checked again'), undo };
}

/** Takes the last change of the open document back. */
export function undo(): void {
  const id = currentId.value;
  const at = id === null ? null : takeBack(id);
  if (at === null) return;
  selectedFinding.value = null;
  notice.value = { words: tr('已撤销修改', 'The change was taken back') };
  goTo(at);
}

export function canUndo(): boolean {
  return (entry.value?.past.length ?? 0) > 0;
}
