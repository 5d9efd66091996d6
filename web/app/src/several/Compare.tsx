// Two reports side by side: what changed, which parts came and went, and the words that were carried over.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Comparison, Evidence, Span, ValueChange } from '../../../dist/types.js';
import { compare } from '../engine.ts';
import { fieldName, term, tr } from '../i18n.ts';
import { comparison, done, pair, type Entry } from '../state.ts';
import { Layer } from '../text/highlight.ts';
import { blocksOf, render, type Leaf } from '../text/build.ts';

export function Compare() {
  const [left, right] = pair.value ?? [null, null];
  const [error, setError] = useState(false);
  const entryOf = (id: number | null) => done.value.find(({ item }) => item.id === id)?.entry ?? null;
  const [a, b] = [entryOf(left), entryOf(right)];
  useEffect(() => {
    comparison.value = null;
    setError(false);
    if (left !== null && right !== null && a && b) compare(left, right).catch(() => setError(true));
  }, [left, right, a, b]);
  const choose = (side: 0 | 1, id: number) => {
    const next: [number, number] = [left ?? id, right ?? id];
    next[side] = id;
    pair.value = next;
  };
  const select = (side: 0 | 1, label: string) => (
    <label>
      {label}{' '}
      <select value={String(pair.value?.[side] ?? '')} onChange={(event) => choose(side, Number(event.currentTarget.value))}>
        {done.value.map(({ item }) => (
          <option value={item.id}>{item.name}</option>
        ))}
      </select>
    </label>
  );
  const found = comparison.value;
  return (
    <main class="several" id="text" tabIndex={-1}>
      <div class="heading">
        <h1>{tr('两份对比', 'Two reports')}</h1>
        <div class="actions">
          {select(0, tr('较早', 'Earlier'))}
          <button type="button" onClick={() => pair.value && (pair.value = [pair.value[1], pair.value[0]])} title={tr('交换', 'Swap')}>
            ⇄
          </button>
          {select(1, tr('较新', 'Later'))}
        </div>
      </div>
      {error && <p class="empty">{tr('对比失败，请重试。', 'The comparison failed. Please try again.')}</p>}
      {!found && !error && <p class="empty">{tr('正在对比……', 'Comparing…')}</p>}
      {found && a && b && <Result found={found} left={a} right={b} />}
    </main>
  );
}

function Result({ found, left, right }: { found: Comparison; left: Entry; right: Entry }) {
  const share = found.right.share.ratio;
  const { tally } = found;
  const [place, setPlace] = useState<{ left: Span | null; right: Span | null } | null>(null);
  return (
    <>
      <ul class="tiles">
        <Tile value={tally.changed} name={tr('处数值有变化', 'values changed')} />
        <Tile value={tally.added} name={tr('处新增', 'new')} />
        <Tile value={tally.gone} name={tr('处不再出现', 'gone')} />
        <Tile value={tally.same} name={tr('处相同', 'the same')} />
        <Tile value={share === null ? '–' : `${Math.round(share * 100)}%`} name={tr('的新文字与上一份逐字相同', 'of the later text carried over word for word')} />
      </ul>
      <h2>{tr('数值的变化', 'Values that differ')}</h2>
      <div class="wide" tabIndex={0} role="group" aria-label={tr('数值的变化', 'Values that differ')}>
        <table class="changes">
          <thead>
            <tr>
              <th scope="col">{tr('内容', 'What')}</th>
              <th scope="col">{tr('较早', 'Earlier')}</th>
              <th scope="col">{tr('较新', 'Later')}</th>
              <th scope="col" class="figure">
                {tr('相差', 'Difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.values.map((value) => (
              <tr class={value.change}>
                <th scope="row">
                  {what(value)}
                  <small>{term('change', value.change)}</small>
                </th>
                <td>
                  <Side side={value.left} onGo={() => setPlace({ left: value.left!.span, right: value.right?.span ?? null })} />
                </td>
                <td>
                  <Side side={value.right} onGo={() => setPlace({ left: value.left?.span ?? null, right: value.right!.span })} />
                </td>
                <td class="figure">{difference(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>{tr('各部分', 'Parts')}</h2>
      <ul class="pairs">
        {found.sections.map((section) => {
          const side = section.right ?? section.left!;
          const carried = section.right?.share.ratio;
          return (
            <li class={section.state} data-level={side.path.length}>
              <span class="state">{term('part', section.state)}</span>
              <button type="button" class="link" onClick={() => setPlace({ left: section.left?.span ?? null, right: section.right?.span ?? null })}>
                {side.path.at(-1)}
                {side.title.value}
              </button>
              {section.renamed && section.left && <small>{tr(`原为“${section.left.title.value}”`, `was “${section.left.title.value}”`)}</small>}
              {section.state === 'kept' && carried != null && (
                <span class="share">
                  <meter min={0} max={1} value={carried} aria-label={tr('逐字相同', 'word for word')} />
                  {Math.round(carried * 100)}%
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <h2>{tr('原文对照（底色：逐字相同）', 'Side by side (shaded: carried over word for word)')}</h2>
      <div class="sides">
        <Text entry={left} spans={found.carried.map((c) => c.left)} name="carried-left" go={place?.left ?? null} label={tr('较早', 'Earlier')} />
        <Text entry={right} spans={found.carried.map((c) => c.right)} name="carried-right" go={place?.right ?? null} label={tr('较新', 'Later')} />
      </div>
    </>
  );
}

function Tile({ value, name }: { value: number | string; name: string }) {
  return (
    <li>
      <b>{value}</b> {name}
    </li>
  );
}

function what({ field, measure }: ValueChange): string {
  if (!measure) {
    const [, item] = /^checklist\.(\d+)$/.exec(field) ?? [];
    return item ? `${fieldName('checklist')} ${item}` : fieldName(field);
  }
  const words = [measure.subject, measure.channel && term('channel', measure.channel)].filter(Boolean).join(' · ');
  return words || term('kind', measure.kind);
}

function Side({ side, onGo }: { side: Evidence | null; onGo: () => void }) {
  if (!side) return <span class="none">—</span>;
  return (
    <button type="button" class="link" onClick={onGo}>
      {side.words.length > 40 ? `${side.words.slice(0, 38)}……` : side.words}
    </button>
  );
}

function difference({ difference }: ValueChange): string {
  if (!difference) return '';
  const value = difference.exact ?? difference.about;
  if (value === null) return difference.direction === 'rise' ? '↑' : difference.direction === 'fall' ? '↓' : '';
  return `${difference.exact === null ? '≈ ' : ''}${value > 0 ? '+' : ''}${value.toLocaleString('en')}`;
}

/** One of the texts, what both have shaded. */
function Text(props: { entry: Entry; spans: Span[]; name: string; go: Span | null; label: string }) {
  const host = useRef<HTMLDivElement>(null);
  const leaves = useRef<Leaf[]>([]);
  useEffect(() => {
    const { report, document } = props.entry;
    leaves.current = [];
    host.current!.replaceChildren(...blocksOf(document, report).map((block) => render(block, document.text, [], leaves.current)));
    const layer = new Layer(props.name, 0);
    for (const span of props.spans) layer.paint(leaves.current, span);
    return () => layer.clear();
  }, [props.entry, props.spans]);
  useEffect(() => {
    if (!props.go) return;
    const [start] = props.go;
    const leaf = leaves.current.find(({ end }) => end > start);
    // Only inside its own box: the page stays where it is.
    if (leaf) host.current!.scrollTop = leaf.node.offsetTop - host.current!.clientHeight / 3;
    host.current!.scrollIntoView({ block: 'nearest' });
    const layer = new Layer(`${props.name}-go`, 3);
    layer.paint(leaves.current, props.go);
    return () => layer.clear();
  }, [props.go]);
  return <div class="paper side" lang="zh-Hans" ref={host} tabIndex={0} role="region" aria-label={props.label} />;
}
