// All values, by kind; each row leads to its words.

import { useEffect, useRef, useState } from 'preact/hooks';
import { selectFact } from '../actions.ts';
import { FACT_KINDS, type Fact } from '../facts.ts';
import { term, tr } from '../i18n.ts';
import { entry, facts, selectedFact } from '../state.ts';

/** Rows of a kind that are shown at first. */
const FIRST = 100;

export function Values() {
  const { measures } = entry.value!.report;
  if (facts.value.length === 0) return <p class="empty">{tr('没有读到数值。', 'No values were read.')}</p>;
  const note = (fact: Fact) => {
    const i = fact.path.startsWith('measures.') ? Number(fact.path.slice(9)) : -1;
    const measure = measures[i];
    if (!measure) return '';
    const whole = measure.part_of === null ? null : measures[measure.part_of];
    const share = measure.share_of === null ? null : measures[measure.share_of];
    return [
      measure.refers_to !== 'current' && term('refers', measure.refers_to),
      whole && tr(`属于 ${whole.value.toLocaleString('en')}${whole.unit ?? ''}`, `part of ${whole.value.toLocaleString('en')}`),
      share && tr(`占比对应 ${share.value.toLocaleString('en')}${share.unit ?? ''}`, `share of ${share.value.toLocaleString('en')}`),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <>
      {FACT_KINDS.map((kind) => {
        const list = facts.value.filter((fact) => fact.kind === kind);
        return list.length > 0 && <Group key={kind} kind={kind} list={list} note={note} />;
      })}
    </>
  );
}

function Group({ kind, list, note }: { kind: string; list: Fact[]; note: (fact: Fact) => string }) {
  const [most, setMost] = useState(FIRST);
  const selected = list.findIndex((fact) => fact.index === selectedFact.value);
  const shown = list.slice(0, Math.max(most, selected + 1));
  return (
    <section class="values">
      <h3>
        <span class={`dot ${kind}`} aria-hidden="true" /> {term('fact', kind)} <small>{list.length}</small>
      </h3>
      <ul>
        {shown.map((fact) => (
          <Row key={fact.index} fact={fact} note={note(fact)} />
        ))}
      </ul>
      {list.length > shown.length && (
        <button type="button" onClick={() => setMost(most + 10 * FIRST)}>
          {tr(`再看 ${list.length - shown.length} 项`, `${list.length - shown.length} more`)}
        </button>
      )}
    </section>
  );
}

function Row({ fact, note }: { fact: Fact; note: string }) {
  const row = useRef<HTMLLIElement>(null);
  const open = selectedFact.value === fact.index;
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li ref={row}>
      <button type="button" class="value" aria-current={open} onClick={() => selectFact(fact.index)} title={fact.path}>
        <span class="label">{fact.label()}</span>
        <span class="shown">{fact.value()}</span>
        {note && <small>{note}</small>}
      </button>
    </li>
  );
}
