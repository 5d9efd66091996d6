// The bar at the top: files in, results out, how the page looks.

import { useEffect, useRef } from 'preact/hooks';
import { addFiles } from '../engine.ts';
import { exportFindings, exportJson, exportText, exportValues } from '../export.ts';
import { tr } from '../i18n.ts';
import { lang, theme } from '../prefs.ts';
import { current, entry, items, view } from '../state.ts';

export function Toolbar() {
  const themes = { auto: tr('跟随系统', 'system'), light: tr('浅色', 'light'), dark: tr('深色', 'dark') };
  const nextTheme = { auto: 'light', light: 'dark', dark: 'auto' } as const;
  return (
    <header class="toolbar">
      <a class="skip" href="#text" onClick={focusText}>
        {tr('跳到原文', 'Skip to the text')}
      </a>
      <p class="brand">
        <Logo /> {tr('报告体检', 'Report check')}
      </p>
      {items.value.length > 0 && <FileButtons />}
      <p class="promise">
        <span aria-hidden="true">⌂</span> {tr('文件只在本机处理，不上传，可断网使用', 'Files stay on this machine; works offline')}
      </p>
      {entry.value && view.value === 'report' && <Exports />}
      <button type="button" class="quiet" lang={lang.value === 'zh' ? 'en' : 'zh-Hans'} onClick={() => (lang.value = lang.value === 'zh' ? 'en' : 'zh')}>
        {lang.value === 'zh' ? 'English' : '中文'}
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={tr(`明暗：${themes[theme.value]}`, `Theme: ${themes[theme.value]}`)}
        title={tr(`明暗：${themes[theme.value]}`, `Theme: ${themes[theme.value]}`)}
        onClick={() => (theme.value = nextTheme[theme.value])}
      >
        {{ auto: '◐', light: '○', dark: '●' }[theme.value]}
      </button>
    </header>
  );
}

function Logo() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <rect x="4" y="2.5" width="16" height="19" rx="2.5" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M8 8h8M8 12h5" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
      <path d="m9 16.5 2 2 4.5-5" fill="none" stroke="var(--accent)" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}

function focusText(event: Event): void {
  event.preventDefault();
  document.getElementById('text')?.focus();
}

/** Files and folders, for whoever does not drag. */
export function FileButtons() {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), []);
  const take = (input: HTMLInputElement) => {
    addFiles([...(input.files ?? [])].filter(({ name }) => !name.startsWith('.')));
    input.value = '';
  };
  return (
    <div class="openers">
      <button type="button" class="primary" onClick={() => files.current?.click()}>
        {tr('打开文件', 'Open files')}
      </button>
      <button type="button" onClick={() => folder.current?.click()}>
        {tr('打开文件夹', 'Open a folder')}
      </button>
      <input ref={files} type="file" multiple hidden aria-hidden="true" onChange={(event) => take(event.currentTarget)} />
      <input ref={folder} type="file" hidden aria-hidden="true" onChange={(event) => take(event.currentTarget)} />
    </div>
  );
}

function Exports() {
  const menu = useRef<HTMLDetailsElement>(null);
  const { name } = current.value!;
  const here = entry.value!;
  const choices: [string, () => unknown][] = [
    [tr('修改后的文字（.txt）', 'Corrected text (.txt)'), () => exportText(name, here)],
    [tr('检查结果，打印或存为 PDF', 'Findings, to print or save as PDF'), () => print()],
    [tr('检查结果 CSV（Excel 用，带 BOM）', 'Findings as CSV (for Excel, with BOM)'), () => exportFindings(name, here, true)],
    [tr('检查结果 CSV（UTF-8）', 'Findings as CSV (UTF-8)'), () => exportFindings(name, here, false)],
    [tr('数值 CSV（Excel 用，带 BOM）', 'Values as CSV (for Excel, with BOM)'), () => exportValues(name, here, true)],
    [tr('数值 CSV（UTF-8）', 'Values as CSV (UTF-8)'), () => exportValues(name, here, false)],
    [tr('全部结果 JSON', 'Everything as JSON'), () => exportJson(name, here)],
  ];
  useEffect(() => {
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !menu.current?.contains(event.target as Node)) {
        menu.current?.removeAttribute('open');
      }
    };
    addEventListener('pointerdown', close);
    addEventListener('keydown', close);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details class="menu" ref={menu}>
      <summary>{tr('导出', 'Export')}</summary>
      <ul>
        {choices.map(([words, run]) => (
          <li>
            <button
              type="button"
              onClick={() => {
                menu.current?.removeAttribute('open');
                void run();
              }}
            >
              {words}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
