// All reports as a table, a row each; sorted by whatever column one likes.

import { useSignal } from '@preact/signals';
import { cancelAll, remove } from '../engine.ts';
import { exportOverview } from '../export.ts';
import { years } from '../facts.ts';
import { SEVERITIES } from '../findings.ts';
import { published } from '../figures.ts';
import { term, tr } from '../i18n.ts';
import { dismissedSet } from '../dismissals.ts';
import { items, open, pending, type Item } from '../state.ts';
import { statusWords } from '../shell/Files.tsx';
import { Trends } from './Trends.tsx';

/** A row of the table; `null` where a file could not be read or says nothing of it. */
export interface OverviewRow {
  item: Item;
  school: string;
  year: string;
  start: string;
  error: number | null;
  warning: number | null;
  info: number | null;
  parts: number | null;
  published: number | null;
  received: number | null;
}

type Column = Exclude<keyof OverviewRow, 'item'> | 'name';

export function overviewRow(item: Item): OverviewRow {
  const row = { item, school: '', year: '', start: '', error: null, warning: null, info: null, parts: null, published: null, received: null };
  if (item.status.kind !== 'done') return row;
  const { report } = item.status.entry;
  const loud = report.diagnostics.filter(({ fingerprint }) => !dismissedSet.value.has(fingerprint));
  const count = (severity: string) => loud.filter((d) => d.severity === severity).length;
  return {
    ...row,
    school: report.institution?.name ?? '',
    year: years(report),
    start: report.period?.start ?? '',
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    parts: report.parts.filter(({ state }) => state === 'present' || state === 'merged').length,
    published: published(report)?.value ?? null,
    received: report.requests.received?.value ?? null,
  };
}

export function Overview() {
  const sort = useSignal<{ column: Column; down: boolean }>({ column: 'year', down: true });
  const { column, down } = sort.value;
  const value = (row: OverviewRow) => (column === 'name' ? row.item.name : row[column]);
  const rows = items.value.map(overviewRow).sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    // What is not known stands last, whichever way.
    if (x === null || x === '') return y === null || y === '' ? 0 : 1;
    if (y === null || y === '') return -1;
    const order = typeof x === 'number' ? x - (y as number) : String(x).localeCompare(String(y), 'zh');
    return down ? -order : order;
  });
  const columns: [Column, string, boolean][] = [
    ['name', tr('文件', 'File'), false],
    ['school', tr('学校', 'Institution'), false],
    ['year', tr('年度', 'Year'), false],
    ...SEVERITIES.map((severity): [Column, string, boolean] => [severity, term('severity', severity), true]),
    ['parts', tr('规定部分', 'Parts'), true],
    ['published', tr('公开总数', 'Published'), true],
    ['received', tr('收到申请', 'Applications'), true],
  ];
  return (
    <main class="several" id="text" tabIndex={-1}>
      <div class="heading">
        <h1>{tr('多份报告', 'Several reports')}</h1>
        <div class="actions">
          {pending.value > 0 && (
            <button type="button" onClick={cancelAll}>
              {tr('停止读取', 'Stop reading')}
            </button>
          )}
          <button type="button" onClick={() => exportOverview(rows)}>
            {tr('导出表格（Excel 用 CSV）', 'Export the table (CSV for Excel)')}
          </button>
        </div>
      </div>
      <div class="wide" tabIndex={0} role="group" aria-label={tr('报告列表', 'List of reports')}>
        <table class="overview">
          <thead>
            <tr>
              {columns.map(([name, title, figure]) => (
                <th scope="col" class={figure ? 'figure' : ''} aria-sort={column !== name ? 'none' : down ? 'descending' : 'ascending'}>
                  <button type="button" onClick={() => (sort.value = { column: name, down: column === name ? !down : figure })}>
                    {title}
                    <span aria-hidden="true">{column !== name ? '' : down ? ' ↓' : ' ↑'}</span>
                  </button>
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.item.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <Trends />
    </main>
  );
}

function Row({ row }: { row: OverviewRow }) {
  const { item } = row;
  const shown = (value: number | null) => (value === null ? '' : value.toLocaleString('en'));
  const failed = item.status.kind !== 'done';
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" onClick={() => open(item.id)}>
          {item.name}
        </button>
      </th>
      {failed ? (
        <td colSpan={8} class="status">
          {statusWords(item.status)}
        </td>
      ) : (
        <>
          <td>{row.school}</td>
          <td>{row.year}</td>
          {SEVERITIES.map((severity) => (
            <td class={`figure ${row[severity] ? severity : 'none'}`}>{shown(row[severity])}</td>
          ))}
          <td class="figure">{row.parts === null ? '' : `${row.parts} / 8`}</td>
          <td class="figure">{shown(row.published)}</td>
          <td class="figure">{shown(row.received)}</td>
        </>
      )}
      <td>
        <button type="button" class="quiet" aria-label={tr(`移除 ${item.name}`, `Remove ${item.name}`)} onClick={() => remove(item.id)}>
          ✕
        </button>
      </td>
    </tr>
  );
}
