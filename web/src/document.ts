// Documents as plain data: made, changed, and laid out flat for the parser.

import { ReportModelError } from './errors.js';
import type { Document, Edit, Span } from './types.js';

/** A text as a document of its own, without anything that a file could tell. */
export function plainDocument(text: string): Document {
  return {
    text,
    format: 'text',
    encoding: 'UTF-8',
    headings: [],
    tables: [],
    links: [],
    pages: [],
    margins: [],
    diagnostics: [],
  };
}

/** The document with other words in the place of a span; all behind it moves along. */
export function withEdit(document: Document, { span, replacement }: Edit): Document {
  const [start, end] = span;
  const { text } = document;
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length)) {
    throw new ReportModelError('bad_options', 'an edit is not in the text', '要修改的位置不在文本中');
  }
  const behind = start + replacement.length;
  const moved = ([from, to]: Span): Span => {
    // What lay inside the span shrinks to its new words.
    const first = from <= start ? from : from >= end ? from - end + behind : start;
    const last = to >= end ? to - end + behind : to <= start ? to : behind;
    return [first, Math.max(first, last)];
  };
  const all = <T extends { span: Span }>(list: T[]): T[] => list.map((item) => ({ ...item, span: moved(item.span) }));
  return {
    ...document,
    text: text.slice(0, start) + replacement + text.slice(end),
    headings: all(document.headings),
    tables: all(document.tables).map((table) => ({ ...table, cells: all(table.cells) })),
    links: all(document.links),
    pages: all(document.pages),
  };
}

/** Headings, tables and links as numbers in the order that the parser reads them; a link's address a line. */
export function flat({ headings, tables, links }: Document): { layout: Uint32Array; urls: string } {
  const numbers: number[] = [headings.length];
  for (const { span, level } of headings) numbers.push(...span, level);
  numbers.push(tables.length);
  for (const { span, cells } of tables) {
    numbers.push(...span, cells.length);
    for (const cell of cells) {
      numbers.push(...cell.span, cell.row, cell.column, cell.row_span, cell.column_span);
    }
  }
  numbers.push(links.length);
  for (const { span } of links) numbers.push(...span);
  const urls = links.map(({ url }) => url.replaceAll('\n', '')).join('\n');
  return { layout: Uint32Array.from(numbers), urls };
}
