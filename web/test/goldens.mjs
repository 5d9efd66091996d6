// The golden cases, and spans counted in bytes again.

import { readdirSync, readFileSync } from 'node:fs';

const GOLDEN = new URL('../../tests/golden/', import.meta.url);

export const CASES = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

// Members that hold one span, and members that hold a list of them.
const SPAN = new Set(['span']);
const SPANS = new Set(['spans', 'paragraphs', 'unclaimed']);

/** The text, its bytes, and the JSON expected. The byte order mark and the line ends stay. */
export function read(name) {
  const bytes = readFileSync(new URL(`${name}/input.txt`, GOLDEN));
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  return { bytes, text, expected: readFileSync(new URL(`${name}/expected.json`, GOLDEN), 'utf8') };
}

/** A copy with each span replaced. */
export function mapSpans(value, turn) {
  if (Array.isArray(value)) return value.map((item) => mapSpans(item, turn));
  if (value === null || typeof value !== 'object') return value;
  const turned = ([key, item]) => {
    if (SPAN.has(key)) return [key, item && turn(item)];
    if (SPANS.has(key)) return [key, item.map(turn)];
    return [key, mapSpans(item, turn)];
  };
  return Object.fromEntries(Object.entries(value).map(turned));
}

/** For each UTF-16 position, the bytes of UTF-8 before it. Counted with the platform's own encoder, code point by code point. */
export function bytesBefore(text) {
  const encoder = new TextEncoder();
  const before = new Array(text.length + 1);
  let [units, bytes] = [0, 0];
  for (const character of text) {
    before[units] = bytes;
    units += character.length;
    bytes += encoder.encode(character).length;
  }
  before[units] = bytes;
  return before;
}

/** A report in UTF-16 units as the golden files have it. */
export function inBytes(report, table) {
  return { ...mapSpans(report, (span) => span.map((at) => table[at])), unit: 'utf8' };
}
