// The middle of the page: the report's card and its text.

import { useEffect, useRef, useState } from 'preact/hooks';
import { goTo, selectAt, selectFinding, target } from '../actions.ts';
import { FACT_KINDS, factsAt, type Fact } from '../facts.ts';
import { hasWords } from '../findings.ts';
import { term, tr } from '../i18n.ts';
import { entry, facts, findings, selectedFact, selectedFinding, sheetOpen, shownKinds } from '../state.ts';
import { searchHits } from '../panels/Search.tsx';
import { Card } from './Card.tsx';
import { TextView } from './view.ts';

export function TextPane() {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<TextView>(null);
  const [tip, setTip] = useState<{ fact: Fact; x: number; y: number } | null>(null);
  const { report, document: doc } = entry.value!;
  const list = findings.value;

  useEffect(() => {
    view.current = new TextView(host.current!);
    return () => view.current?.clear();
  }, []);
  useEffect(() => {
    view.current!.kinds(shownKinds.value);
    view.current!.show(doc, report, list, facts.value);
    paintSelected();
  }, [doc, report, list]);
  useEffect(() => view.current!.kinds(shownKinds.value), [shownKinds.value]);
  useEffect(paintSelected, [selectedFinding.value, selectedFact.value]);
  useEffect(() => view.current!.paint('found', searchHits.value), [searchHits.value]);
  useEffect(() => {
    if (target.value) view.current!.goTo(target.value.at);
  }, [target.value]);

  function paintSelected() {
    const finding = list.find((f) => f.index === selectedFinding.value);
    const fact = selectedFact.value === null ? undefined : facts.value[selectedFact.value];
    const words = finding && hasWords(finding) ? [finding.span] : fact ? [fact.span] : [];
    view.current!.paint('selected', words);
    view.current!.paint('related', finding?.related.map(({ span }) => span) ?? []);
    for (const mark of host.current!.querySelectorAll('.current')) mark.classList.remove('current');
    if (finding) host.current!.querySelector(`button[data-finding="${finding.index}"]`)?.classList.add('current');
  }

  function onClick(event: MouseEvent) {
    const number = (event.target as Element).closest<HTMLElement>('button[data-finding]')?.dataset['finding'];
    const finding = number && list.find((f) => f.index === Number(number));
    if (finding) {
      selectFinding(finding, false);
      sheetOpen.value = true;
      return;
    }
    if (!getSelection()?.isCollapsed) return;
    const at = view.current!.positionAt(event.clientX, event.clientY);
    if (at !== null) selectAt(at);
  }

  function onMove(event: PointerEvent) {
    if (event.pointerType === 'touch') return;
    const at = view.current!.positionAt(event.clientX, event.clientY);
    const [fact] = at === null ? [] : factsAt(facts.value, at, shownKinds.value);
    if (fact?.index !== tip?.fact.index) setTip(fact ? { fact, x: event.clientX, y: event.clientY } : null);
  }

  return (
    <main class="reading" id="text" tabIndex={-1} aria-label={tr('原文', 'Text')}>
      <Card />
      <Legend />
      <div
        class="paper"
        lang="zh-Hans"
        ref={host}
        onClick={onClick}
        onPointerMove={onMove}
        onPointerLeave={() => setTip(null)}
      />
      {tip && (
        <div class="tip" role="tooltip" style={{ left: `${tip.x}px`, top: `${tip.y}px` }}>
          <span class={`dot ${tip.fact.kind}`} /> {tip.fact.label()}
          <b>{tip.fact.value()}</b>
          <small>{term('fact', tip.fact.kind)}</small>
        </div>
      )}
    </main>
  );
}

/** Which kinds of values are coloured, and how many there are. */
function Legend() {
  const counts = new Map<string, number>();
  for (const { kind } of facts.value) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const toggle = (kind: (typeof FACT_KINDS)[number]) => {
    const next = new Set(shownKinds.value);
    if (!next.delete(kind)) next.add(kind);
    shownKinds.value = next;
    const first = kind === 'unclaimed' && next.has(kind) && facts.value.find((fact) => fact.kind === kind);
    if (first) goTo(first.span[0]);
  };
  return (
    <div class="legend" role="group" aria-label={tr('标出的内容', 'What is marked')}>
      {FACT_KINDS.map((kind) => (
        <button
          type="button"
          class={`chip ${kind}`}
          aria-pressed={shownKinds.value.has(kind)}
          title={kind === 'unclaimed' ? tr('没有被解释的数字：工具可能没读懂的地方', 'Numbers that nothing explains') : undefined}
          onClick={() => toggle(kind)}
        >
          <span class={`dot ${kind}`} aria-hidden="true" /> {term('fact', kind)} <small>{counts.get(kind) ?? 0}</small>
        </button>
      ))}
    </div>
  );
}
