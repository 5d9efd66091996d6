// The document as elements: a leaf for each line or cell, holding exactly the text of its span. Marks of findings are
// elements, everything else is painted over (`highlight.ts`), so that no position moves.

import type { Document, Report, Section, Span } from '../../../dist/types.js';
import { hasWords, type Finding } from '../findings.ts';
import { term } from '../i18n.ts';

/** A line or a cell: `node` holds the text from `start` to `end`. */
export interface Leaf {
  node: HTMLElement;
  start: number;
  end: number;
}

/** A line of the text or a whole table. */
export type Block =
  | { kind: 'line'; start: number; end: number; level: number }
  | { kind: 'table'; start: number; end: number; table: Document['tables'][number] };

/** Level of the title; headings have the levels of the report, 0 is running text. */
export const TITLE = 9;

/** Longest line in one piece, in UTF-16 code units. */
const LONGEST = 4000;

/** The blocks of a document, by place. */
export function blocksOf(document: Document, report: Report): Block[] {
  const levels = new Map<number, number>();
  const visit = (list: Section[]) => {
    for (const { title, label, span, level, children } of list) {
      levels.set(lineStart(document.text, label ? span[0] : title.span[0]), level);
      visit(children);
    }
  };
  visit(report.sections);
  if (report.title) levels.set(lineStart(document.text, report.title.span[0]), TITLE);
  const tables = document.tables.filter(({ cells }) => cells.length > 0);
  const blocks: Block[] = [];
  let at = 0;
  let next = 0;
  while (at < document.text.length) {
    const table = tables[next];
    if (table && table.span[0] <= at) {
      next += 1;
      if (table.span[1] <= at) continue;
      blocks.push({ kind: 'table', start: table.span[0], end: table.span[1], table });
      at = table.span[1] + 1;
      continue;
    }
    const stop = document.text.indexOf('\n', at);
    const line = stop < 0 ? document.text.length : stop;
    const end = Math.min(line, table?.span[0] ?? Infinity, cut(document.text, at));
    blocks.push({ kind: 'line', start: at, end, level: levels.get(at) ?? 0 });
    at = end < line ? end : line + 1;
  }
  return blocks;
}

/** Where a line that is far longer than any paragraph is cut: a megabyte in one element would freeze the page. */
function cut(text: string, at: number): number {
  const end = at + LONGEST;
  const low = text.charCodeAt(end);
  return low >= 0xdc00 && low < 0xe000 ? end + 1 : end;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Makes the elements of a block and notes its leaves. */
export function render(block: Block, text: string, findings: readonly Finding[], leaves: Leaf[]): HTMLElement {
  if (block.kind === 'table') return renderTable(block, text, findings, leaves);
  const words = text.slice(block.start, block.end);
  const name = block.level === 0 ? 'p' : block.level === TITLE ? 'h2' : `h${Math.min(block.level + 2, 6)}`;
  const node = document.createElement(name);
  if (block.level > 0) node.className = block.level === TITLE ? 'title' : `level-${Math.min(block.level, 4)}`;
  else if (words.trim() === '') node.className = 'blank';
  fill(node, text, [block.start, block.end], findings);
  leaves.push({ node, start: block.start, end: block.end });
  return node;
}

function renderTable({ table }: Block & { kind: 'table' }, text: string, findings: readonly Finding[], leaves: Leaf[]) {
  const frame = document.createElement('div');
  frame.className = 'table';
  // Wide tables scroll; the keyboard must reach them then.
  frame.tabIndex = 0;
  frame.role = 'group';
  const grid = document.createElement('table');
  frame.append(grid);
  let row: HTMLTableRowElement | undefined;
  let number = -1;
  for (const cell of table.cells) {
    if (!row || cell.row !== number) row = grid.insertRow();
    number = cell.row;
    const node = row.insertCell();
    node.rowSpan = Math.max(cell.row_span, 1);
    node.colSpan = Math.max(cell.column_span, 1);
    fill(node, text, cell.span, findings);
    leaves.push({ node, start: cell.span[0], end: cell.span[1] });
  }
  return frame;
}

/** Puts the words of a span into an element, marks round those of findings. */
function fill(node: HTMLElement, text: string, [start, end]: Span, findings: readonly Finding[]): void {
  const here = findings.filter(({ span }) => span[0] <= end && span[1] >= start && !(span[0] === 0 && span[1] === 0));
  const stops = new Set([start, end]);
  for (const { span } of here) for (const at of span) if (at > start && at < end) stops.add(at);
  const places = [...stops].sort((a, b) => a - b);
  const gaps = here.filter((f) => !hasWords(f));
  places.forEach((from, i) => {
    for (const gap of gaps) if (gap.span[0] === from && (from < end || i === places.length - 1)) node.append(button(gap, 'gap'));
    const to = places[i + 1];
    if (to === undefined || to === from) return;
    const words = document.createTextNode(text.slice(from, to));
    const covering = here.filter((f) => hasWords(f) && f.span[0] <= from && f.span[1] >= to);
    if (covering.length === 0) return void node.append(words);
    node.append(mark(words, covering, to));
  });
}

function mark(words: Text, covering: Finding[], end: number): HTMLElement {
  const worst = covering[0]!;
  const element = document.createElement('mark');
  element.className = worst.severity;
  element.dataset['findings'] = covering.map((f) => f.index).join(' ');
  element.append(words);
  for (const finding of covering) if (finding.span[1] === end) element.append(button(finding, 'ref'));
  return element;
}

/** The number behind a finding's words. It is painted from an attribute, so that the text holds no sign that is not its own. */
function button(finding: Finding, kind: 'ref' | 'gap'): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = `${kind} ${finding.severity}`;
  element.dataset['finding'] = String(finding.index);
  element.dataset['n'] = String(finding.index + 1);
  element.setAttribute('aria-label', `${term('severity', finding.severity)} ${finding.index + 1}`);
  return element;
}

/** The text node of a leaf that holds a position, and the offset in it. */
export function pointIn(leaf: Leaf, at: number): [Text, number] | null {
  const walker = document.createTreeWalker(leaf.node, NodeFilter.SHOW_TEXT);
  let left = at - leaf.start;
  let node: Text | null = null;
  while (walker.nextNode()) {
    node = walker.currentNode as Text;
    if (left <= node.length) return [node, left];
    left -= node.length;
  }
  return node ? [node, node.length] : null;
}

/** The position of the document at which a node's offset stands; `null` outside its leaves. */
export function positionOf(leaves: Map<Node, Leaf>, node: Node, offset: number): number | null {
  let holder: Node | null = node;
  while (holder && !leaves.has(holder)) holder = holder.parentNode;
  const leaf = holder && leaves.get(holder);
  if (!leaf || node.nodeType !== Node.TEXT_NODE) return null;
  const walker = document.createTreeWalker(leaf.node, NodeFilter.SHOW_TEXT);
  let at = leaf.start;
  while (walker.nextNode() && walker.currentNode !== node) at += (walker.currentNode as Text).length;
  return at + offset;
}
