// The right side: findings first, values second. On a phone it is a sheet that slides up.

import type { ComponentType } from 'preact';
import { useRef } from 'preact/hooks';
import { tr } from '../i18n.ts';
import { Charts } from '../panels/Charts.tsx';
import { Findings } from '../panels/Findings.tsx';
import { Outline } from '../panels/Outline.tsx';
import { Search } from '../panels/Search.tsx';
import { Values } from '../panels/Values.tsx';
import { Divider } from './Divider.tsx';
import { facts, findings, sheetOpen, tab, type Tab } from '../state.ts';

const PANELS: Record<Tab, ComponentType> = {
  findings: Findings,
  values: Values,
  outline: Outline,
  charts: Charts,
  search: Search,
};
const ORDER: readonly Tab[] = ['findings', 'values', 'outline', 'charts', 'search'];

export function Inspector() {
  const Panel = PANELS[tab.value];
  const list = useRef<HTMLDivElement>(null);
  const names: Record<Tab, string> = {
    findings: tr('发现', 'Findings'),
    values: tr('数值', 'Values'),
    outline: tr('大纲', 'Outline'),
    charts: tr('图表', 'Charts'),
    search: tr('查找', 'Find'),
  };
  const counts: Partial<Record<Tab, number>> = { findings: findings.value.length, values: facts.value.length };
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const next = ORDER[(ORDER.indexOf(tab.value) + by + ORDER.length) % ORDER.length]!;
    tab.value = next;
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <aside class={`inspector${sheetOpen.value ? ' open' : ''}`} aria-label={tr('检查结果', 'Results')}>
      <Divider />
      <button type="button" class="handle" aria-expanded={sheetOpen.value} onClick={() => (sheetOpen.value = !sheetOpen.value)}>
        <span aria-hidden="true" /> {sheetOpen.value ? tr('收起', 'Close') : tr('检查结果', 'Results')}
      </button>
      <div class="tabs" role="tablist" ref={list} onKeyDown={onKey}>
        {ORDER.map((name) => (
          <button
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab.value === name}
            aria-controls="panel"
            tabIndex={tab.value === name ? 0 : -1}
            onClick={() => {
              tab.value = name;
              sheetOpen.value = true;
            }}
          >
            {names[name]} {counts[name] !== undefined && <small>{counts[name]}</small>}
          </button>
        ))}
      </div>
      <div class="panel" id="panel" role="tabpanel" aria-labelledby={`tab-${tab.value}`} tabIndex={0}>
        <Panel />
      </div>
    </aside>
  );
}
