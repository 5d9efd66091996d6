// Key figures as charts. The plotting library is loaded when the first chart is looked at.

import { useEffect, useRef } from 'preact/hooks';
import { byAnswer, byChannel, type Bar } from '../figures.ts';
import { tr } from '../i18n.ts';
import { lang } from '../prefs.ts';
import { entry } from '../state.ts';

export function Charts() {
  const { report } = entry.value!;
  const channels = byChannel(report);
  const answers = byAnswer(report);
  if (channels.bars.length === 0 && answers.length === 0) {
    return <p class="empty">{tr('没有可以画成图的数值。', 'No figures to draw.')}</p>;
  }
  return (
    <>
      {channels.bars.length > 0 && (
        <BarChart title={tr(`各渠道公开数量（${channels.unit}）`, 'Published, by channel')} bars={channels.bars} />
      )}
      {answers.length > 0 && <BarChart title={tr('申请的答复（件）', 'Applications, by answer')} bars={answers} />}
    </>
  );
}

/** Bars with their figures, and the same as a table for those who cannot see them. */
function BarChart({ title, bars }: { title: string; bars: Bar[] }) {
  const draw = (plot: typeof import('@observablehq/plot'), width: number) =>
    plot.plot({
      width,
      height: bars.length * 34 + 10,
      marginLeft: 84,
      marginRight: 56,
      marginTop: 4,
      marginBottom: 4,
      x: { axis: null, domain: [0, Math.max(...bars.map(({ value }) => value), 1)] },
      y: { label: null, domain: bars.map(({ name }) => name), tickSize: 0, padding: 0.35 },
      marks: [
        plot.barX(bars, { x: 'value', y: 'name', fill: 'var(--bar)', rx: 2 }),
        plot.text(bars, { x: 'value', y: 'name', text: (bar: Bar) => bar.value.toLocaleString('en'), dx: 6, textAnchor: 'start', fill: 'currentColor' }),
        plot.ruleX([0], { stroke: 'var(--line)' }),
      ],
    });
  return (
    <Figure title={title} draw={draw} depends={[JSON.stringify(bars), lang.value]}>
      <table class="sr">
        <caption>{title}</caption>
        <tbody>
          {bars.map(({ name, value }) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  );
}

type Draw = (plot: typeof import('@observablehq/plot'), width: number) => Element;

/** A chart with its title; drawn again when its width changes. */
export function Figure(props: { title: string; draw: Draw; depends: unknown[]; children: preact.ComponentChildren }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    let width = 0;
    const observer = new ResizeObserver(async ([size]) => {
      const now = Math.floor(size!.contentRect.width);
      if (now === width || now === 0) return;
      width = now;
      const plot = await import('@observablehq/plot');
      if (gone) return;
      const chart = props.draw(plot, width);
      // The table beside it says the same in words.
      chart.setAttribute('aria-hidden', 'true');
      host.current!.replaceChildren(chart);
    });
    observer.observe(host.current!);
    return () => {
      gone = true;
      observer.disconnect();
    };
  }, props.depends);
  return (
    <figure class="chart">
      <figcaption>{props.title}</figcaption>
      <div ref={host} />
      {props.children}
    </figure>
  );
}
