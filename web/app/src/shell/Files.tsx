// The list of files at the left, and what is happening to each.

import { remove } from '../engine.ts';
import { tr } from '../i18n.ts';
import { currentId, items, open, pair, done, view, type Status } from '../state.ts';

export function Files() {
  if (items.value.length < 2) return null;
  return (
    <nav class="files" aria-label={tr('文件', 'Files')}>
      <div class="views">
        <button type="button" aria-current={view.value === 'overview'} onClick={() => (view.value = 'overview')}>
          {tr('总览', 'Overview')}
        </button>
        <button type="button" aria-current={view.value === 'compare'} disabled={done.value.length < 2} onClick={openCompare}>
          {tr('对比', 'Compare')}
        </button>
      </div>
      <ul>
        {items.value.map((item) => (
          <li class={item.status.kind}>
            <button
              type="button"
              class="name"
              aria-current={view.value === 'report' && item.id === currentId.value}
              title={item.name}
              onClick={() => open(item.id)}
            >
              <span class="sign" aria-hidden="true">
                {sign(item.status)}
              </span>
              <span>{item.name}</span>
              <small>{statusWords(item.status)}</small>
            </button>
            <button type="button" class="quiet" aria-label={tr(`移除 ${item.name}`, `Remove ${item.name}`)} onClick={() => remove(item.id)}>
              ✕
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Puts the open report and another of its school beside each other, the earlier one left. */
function openCompare(): void {
  const list = done.value;
  const known = pair.value?.every((id) => list.some(({ item }) => item.id === id));
  if (!known) {
    const year = (n: number) => list[n]!.entry.report.coverage?.first ?? 0;
    const here = Math.max(0, list.findIndex(({ item }) => item.id === currentId.value));
    const school = (n: number) => list[n]!.entry.report.institution?.name;
    const others = list.map((_, n) => n).filter((n) => n !== here);
    const other = others.find((n) => school(n) === school(here) && year(n) === year(here) - 1) ?? others.find((n) => school(n) === school(here)) ?? others[0]!;
    const [a, b] = year(other) <= year(here) ? [other, here] : [here, other];
    pair.value = [list[a]!.item.id, list[b]!.item.id];
  }
  view.value = 'compare';
}

function sign(status: Status): string {
  if (status.kind === 'waiting') return '·';
  if (status.kind === 'reading') return '…';
  if (status.kind === 'failed') return '✕';
  return status.entry.report.diagnostics.some(({ severity }) => severity === 'error') ? '!' : '✓';
}

/** A file's status in words. */
export function statusWords(status: Status): string {
  if (status.kind === 'waiting') return tr('等待', 'waiting');
  if (status.kind === 'reading') return tr('正在读取', 'reading');
  if (status.kind === 'failed') return tr(status.zh, status.en);
  const errors = status.entry.report.diagnostics.filter(({ severity }) => severity === 'error').length;
  const others = status.entry.report.diagnostics.length - errors;
  if (status.entry.report.kind === 'other') return tr('不是年度报告', 'no annual report');
  return tr(`${errors} 个错误 · ${others} 条其他`, `${errors} errors · ${others} others`);
}
