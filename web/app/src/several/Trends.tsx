// One school over the years: what it published in all and through its main channels, and the applications it received.

import { useSignal } from '@preact/signals';
import type { Report } from '../../../dist/types.js';
import { byChannel, grouped, published } from '../figures.ts';
import { tr } from '../i18n.ts';
import { lang } from '../prefs.ts';
import { Figure } from '../panels/Charts.tsx';
import { done } from '../state.ts';

interface Point {
  year: string;
  series: string;
  value: number;
}

export function Trends() {
  const chosen = useSignal<string | null>(null);
  const schools = grouped(
    done.value.map(({ entry }) => entry.report).filter((report) => report.institution && report.coverage),
    (report) => report.institution!.name,
  );
  const names = [...schools].filter(([, list]) => new Set(list.map(yearOf)).size > 1).map(([name]) => name);
  if (names.length === 0) return null;
  const school = chosen.value && names.includes(chosen.value) ? chosen.value : names[0]!;
  const reports = [...schools.get(school)!].sort((a, b) => yearOf(a).localeCompare(yearOf(b)));
  const counts = reports.flatMap(publishedIn);
  const requests = reports.flatMap((report): Point[] => {
    const received = report.requests.received;
    return received ? [{ year: yearOf(report), series: tr('收到申请', 'Applications'), value: received.value }] : [];
  });
  return (
    <section class="trends">
      <div class="heading">
        <h2>{tr('逐年变化', 'Over the years')}</h2>
        {names.length > 1 && (
          <label>
            {tr('学校', 'Institution')}{' '}
            <select value={school} onChange={(event) => (chosen.value = event.currentTarget.value)}>
              {names.map((name) => (
                <option>{name}</option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p class="school">{school}</p>
      <div class="charts">
        <Lines title={tr('公开数量', 'Published')} points={counts} />
        <Lines title={tr('收到申请（件）', 'Applications received')} points={requests} />
      </div>
    </section>
  );
}

function yearOf({ coverage }: Report): string {
  if (!coverage) return '';
  return coverage.first === coverage.last ? String(coverage.first) : `${coverage.first}–${coverage.last}`;
}

function publishedIn(report: Report): Point[] {
  const year = yearOf(report);
  const total = published(report);
  const points = byChannel(report).bars.slice(0, 3).map(({ name, value }) => ({ year, series: name, value }));
  return total ? [{ year, series: tr('总数', 'Total'), value: total.value }, ...points] : points;
}

function Lines({ title, points }: { title: string; points: Point[] }) {
  if (points.length === 0) return null;
  const years = [...new Set(points.map(({ year }) => year))];
  const series = [...new Set(points.map(({ series }) => series))];
  return (
    <Figure
      title={title}
      depends={[JSON.stringify(points), lang.value]}
      draw={(plot, width) =>
        plot.plot({
          width,
          height: 260,
          marginLeft: 48,
          marginRight: 64,
          marginTop: 16,
          x: { type: 'point', domain: years, label: null, tickSize: 0 },
          y: { label: null, zero: true, grid: true, ticks: 4, nice: true },
          // Told apart by sign and by name at the line's end, not by colour alone.
          symbol: { domain: series },
          color: { domain: series, range: ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-4)'] },
          marks: [
            plot.lineY(points, { x: 'year', y: 'value', stroke: 'series', strokeWidth: 2 }),
            plot.dot(points, { x: 'year', y: 'value', stroke: 'series', symbol: 'series', fill: 'var(--surface)', r: 4 }),
            plot.text(points, plot.selectLast({ x: 'year', y: 'value', z: 'series', text: 'series', dx: 10, textAnchor: 'start', fill: 'currentColor' })),
          ],
        })
      }
    >
      <table class="sr">
        <caption>{title}</caption>
        <thead>
          <tr>
            <td />
            {years.map((year) => (
              <th scope="col">{year}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map((name) => (
            <tr>
              <th scope="row">{name}</th>
              {years.map((year) => (
                <td>{points.find((point) => point.year === year && point.series === name)?.value ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  );
}
