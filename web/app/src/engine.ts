// The worker, and the queue of files. The page itself parses nothing.

import { batch } from '@preact/signals';
import { RmWorker } from '../../dist/client.js';
import { ReportModelError } from '../../dist/errors.js';
import type { Comparison, Edit } from '../../dist/types.js';
import { embedded } from './embedded.ts';
import { broken, comparison, currentId, items, open, rules, setStatus, version, type Entry, type Item } from './state.ts';

/** Larger files are no reports; the reader would refuse them too, but only after they were copied. */
const LARGEST = 64 * 1024 * 1024;

const engine = new RmWorker(embedded());
let last = 0;
let reading: { id: number; abort: AbortController } | null = null;
const files = new Map<number, File>();

/** Starts the engine; what went wrong is shown, without a word of any document. */
export async function start(): Promise<void> {
  try {
    const told = await engine.load();
    batch(() => {
      rules.value = told.rules;
      version.value = told.version;
      broken.value = null;
    });
  } catch (error) {
    broken.value = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

/** Puts files on the list and reads them one after the other. The first is opened where nothing is open yet. */
export function addFiles(list: readonly File[]): void {
  const added: Item[] = list.map((file) => {
    const id = ++last;
    files.set(id, file);
    return { id, name: file.name, status: { kind: 'waiting' }, bytes: null };
  });
  if (added.length === 0) return;
  batch(() => {
    items.value = [...items.value, ...added];
    if (added.length === 1 || currentId.value === null) open(added[0]!.id);
  });
  void next();
}

/** Puts a text on the list. */
export function addText(name: string, text: string): void {
  addFiles([new File([text], name, { type: 'text/plain' })]);
}

async function next(): Promise<void> {
  if (reading) return;
  const item = items.value.find(({ status }) => status.kind === 'waiting');
  if (!item) return;
  reading = { id: item.id, abort: new AbortController() };
  setStatus(item.id, { kind: 'reading' });
  try {
    const bytes = await bytesOf(item.id);
    const entry = await engine.parseBytes(bytes, { name: item.name, signal: reading.abort.signal });
    setStatus(item.id, { kind: 'done', entry: { ...entry, past: [] } });
  } catch (error) {
    setStatus(item.id, failure(error));
  }
  files.delete(item.id);
  reading = null;
  void next();
}

async function bytesOf(id: number): Promise<Uint8Array> {
  const file = files.get(id);
  if (!file) throw new Error('the file is gone');
  if (file.size > LARGEST) {
    throw new ReportModelError('too_large', 'the file is larger than 64 MB', '文件超过 64 MB，未读取');
  }
  return new Uint8Array(await file.arrayBuffer());
}

function failure(error: unknown) {
  if (error instanceof ReportModelError) {
    return { kind: 'failed', zh: error.messageZh, en: error.message, code: error.kind } as const;
  }
  return { kind: 'failed', zh: '无法读取这个文件', en: 'the file could not be read', code: 'io' } as const;
}

/** Takes a file off the list; one that is read is stopped. */
export function remove(id: number): void {
  if (reading?.id === id) reading.abort.abort();
  files.delete(id);
  items.value = items.value.filter((item) => item.id !== id);
  if (currentId.value === id) currentId.value = items.value.at(-1)?.id ?? null;
}

/** Stops whatever still waits or is read. */
export function cancelAll(): void {
  for (const { id, status } of items.value) if (status.kind === 'waiting') setStatus(id, failure(stopped()));
  reading?.abort.abort();
}

function stopped(): ReportModelError {
  return new ReportModelError('cancelled', 'cancelled', '已取消');
}

/** Changes words of a document and judges it again. What was before can be taken back. */
export async function change(id: number, edit: Edit): Promise<void> {
  const entry = entryOf(id);
  if (!entry) return;
  const parsed = await engine.parseDocument(entry.document, { edits: [edit], source: entry.report.source });
  const before = { document: entry.document, report: entry.report, at: edit.span[0] };
  if (entryOf(id) === entry) setStatus(id, { kind: 'done', entry: { ...parsed, past: [...entry.past, before] } });
}

/** Takes the last change back; the place where it was. */
export function undo(id: number): number | null {
  const entry = entryOf(id);
  const before = entry?.past.at(-1);
  if (!entry || !before) return null;
  const { document, report, at } = before;
  setStatus(id, { kind: 'done', entry: { document, report, past: entry.past.slice(0, -1) } });
  return at;
}

function entryOf(id: number): Entry | null {
  const status = items.value.find((item) => item.id === id)?.status;
  return status?.kind === 'done' ? status.entry : null;
}

/** Puts two reports of the list beside each other. */
export async function compare(left: number, right: number): Promise<Comparison | null> {
  const [a, b] = [entryOf(left), entryOf(right)];
  if (!a || !b) return null;
  const side = ({ report, document }: Entry) => ({ report, text: document.text });
  comparison.value = await engine.diff(side(a), side(b));
  return comparison.value;
}

