// The page as a whole.

import { useEffect, useRef, useState } from 'preact/hooks';
import { notice, selectFinding, step, undo } from '../actions.ts';
import { addFiles, addText, start } from '../engine.ts';
import { tr } from '../i18n.ts';
import { Compare } from '../several/Compare.tsx';
import { Overview } from '../several/Overview.tsx';
import { broken, current, entry, findings, items, pending, version, view } from '../state.ts';
import { TextPane } from '../text/TextPane.tsx';
import { droppedFiles } from './drop.ts';
import { Files } from './Files.tsx';
import { Inspector } from './Inspector.tsx';
import { Landing } from './Landing.tsx';
import { PrintedFindings, PrintedHead } from './Printed.tsx';
import { Toolbar } from './Toolbar.tsx';
import { update } from './update.ts';

export function App() {
  const [over, setOver] = useState(false);
  useEffect(() => listen(setOver), []);
  useEffect(openFromAddress, [entry.value?.report]);
  return (
    <>
      <Toolbar />
      {broken.value !== null && <Broken />}
      <Body />
      {over && <div class="dropping">{tr('松开即可读取', 'Let go to read them')}</div>}
      <Notices />
    </>
  );
}

function Body() {
  if (items.value.length === 0) return <Landing />;
  const status = current.value?.status;
  return (
    <div class={`body view-${view.value}${items.value.length > 1 ? ' many' : ''}`}>
      <Files />
      {view.value === 'overview' ? (
        <Overview />
      ) : view.value === 'compare' ? (
        <Compare />
      ) : entry.value ? (
        <>
          <PrintedHead />
          <TextPane />
          <Inspector />
          <PrintedFindings />
        </>
      ) : (
        <main class="wait" id="text" tabIndex={-1}>
          {status?.kind === 'failed' ? (
            <>
              <h1 class="big">{tr('这个文件没能读取', 'This file could not be read')}</h1>
              <p>{tr(status.zh, status.en)}</p>
              <p class="file">
                {current.value!.name} · <code>{status.code}</code>
              </p>
            </>
          ) : (
            <>
              <p class="busy" aria-hidden="true" />
              <h1 class="big">
                {tr('正在读取', 'Reading')} {current.value?.name}
              </h1>
            </>
          )}
        </main>
      )}
    </div>
  );
}

/** The engine did not start; the words can be sent to somebody, nothing of a document is in them. */
function Broken() {
  const words = `report-model ${version.value} · ${broken.value} · ${navigator.userAgent}`;
  return (
    <div class="alert" role="alert">
      <p>{tr('检查程序没能启动。请刷新页面；若仍不行，把下面这行发给维护者。', 'The engine did not start. Reload the page; if that does not help, send this line to the maintainers.')}</p>
      <code>{words}</code>
      <button type="button" onClick={() => void navigator.clipboard?.writeText(words)}>
        {tr('复制', 'Copy')}
      </button>
      <button type="button" onClick={() => void start()}>
        {tr('重试', 'Try again')}
      </button>
    </div>
  );
}

function Notices() {
  const reading = items.value.find(({ status }) => status.kind === 'reading');
  const total = items.value.length;
  const shown = notice.value;
  const timer = useRef(0);
  useEffect(() => {
    clearTimeout(timer.current);
    if (shown) timer.current = window.setTimeout(() => (notice.value = null), 8000);
  }, [shown]);
  return (
    <div class="notices" role="status" aria-live="polite">
      {total > 1 && pending.value > 0 && (
        <p>
          {tr(`正在读取第 ${total - pending.value + 1} / ${total} 份：${reading?.name ?? ''}`, `Reading ${total - pending.value + 1} of ${total}: ${reading?.name ?? ''}`)}
        </p>
      )}
      {shown && (
        <p>
          {shown.words}
          {shown.undo && (
            <button type="button" onClick={shown.undo}>
              {tr('撤销', 'Undo')}
            </button>
          )}
        </p>
      )}
      {update.value && (
        <p>
          {update.value.words()}
          {update.value.act && (
            <button type="button" onClick={update.value.act}>
              {tr('刷新', 'Reload')}
            </button>
          )}
          <button type="button" class="quiet" aria-label={tr('关闭', 'Close')} onClick={() => (update.value = null)}>
            ✕
          </button>
        </p>
      )}
    </div>
  );
}

/** `#f=RM401-2` opens that finding, where the report has it. */
function openFromAddress(): void {
  const anchor = /^#f=(RM\d{3}-\d+)$/.exec(location.hash)?.[1];
  const finding = anchor && findings.value.find((f) => f.anchor === anchor);
  if (finding) selectFinding(finding);
}

function listen(setOver: (over: boolean) => void): () => void {
  let inside = 0;
  const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const handlers: Record<string, (event: never) => void> = {
    dragenter: (event: DragEvent) => carries(event) && ((inside += 1), setOver(true)),
    dragleave: (event: DragEvent) => carries(event) && (inside -= 1) <= 0 && setOver(false),
    dragover: (event: DragEvent) => carries(event) && event.preventDefault(),
    drop: (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      inside = 0;
      setOver(false);
      void droppedFiles(event.dataTransfer!).then(addFiles);
    },
    paste: (event: ClipboardEvent) => {
      if (typing(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length > 0) addFiles(files);
      else if (text.trim()) addText(tr('粘贴的文字.txt', 'pasted.txt'), text);
    },
    keydown: (event: KeyboardEvent) => {
      if (typing(event.target) || event.altKey || !entry.value || view.value !== 'report') return;
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key === 'z') undo();
      else if (!command && event.key === 'j') step(1);
      else if (!command && event.key === 'k') step(-1);
      else return;
      event.preventDefault();
    },
  };
  for (const [name, handler] of Object.entries(handlers)) addEventListener(name, handler as EventListener);
  return () => {
    for (const [name, handler] of Object.entries(handlers)) removeEventListener(name, handler as EventListener);
  };
}

function typing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
