// The golden reports, read in JavaScript: the same JSON but for the unit of positions.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { load, parse } from 'report-model';

const GOLDEN = new URL('../../tests/golden/', import.meta.url);
const CASES = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

// Members that hold one span, and members that hold a list of them.
const SPAN = new Set(['span']);
const SPANS = new Set(['spans', 'paragraphs', 'unclaimed']);

/** The text, its bytes, and the JSON expected. The byte order mark and the line ends stay. */
function read(name) {
  const bytes = readFileSync(new URL(`${name}/input.txt`, GOLDEN));
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  return { bytes, text, expected: readFileSync(new URL(`${name}/expected.json`, GOLDEN), 'utf8') };
}

/** A copy with each span replaced. */
function mapSpans(value, turn) {
  if (Array.isArray(value)) return value.map((item) => mapSpans(item, turn));
  if (value === null || typeof value !== 'object') return value;
  const turned = ([key, item]) => {
    if (SPAN.has(key)) return [key, turn(item)];
    if (SPANS.has(key)) return [key, item.map(turn)];
    return [key, mapSpans(item, turn)];
  };
  return Object.fromEntries(Object.entries(value).map(turned));
}

/** All spans, in the order of the JSON. */
function spans(value) {
  const found = [];
  mapSpans(value, (span) => found.push(span));
  return found;
}

/** For each UTF-16 position, the bytes of UTF-8 before it. Counted with Node's own encoder, code point by code point. */
function bytesBefore(text) {
  const before = new Array(text.length + 1);
  let [units, bytes] = [0, 0];
  for (const character of text) {
    before[units] = bytes;
    units += character.length;
    bytes += Buffer.byteLength(character);
  }
  before[units] = bytes;
  return before;
}

before(() => load());

test('there are cases', () => assert.notEqual(CASES.length, 0));

for (const name of CASES) {
  test(`${name}: the same report`, () => {
    const { text, expected } = read(name);
    const report = parse(text, { source: name });
    assert.equal(report.unit, 'utf16');
    const table = bytesBefore(text);
    const actual = { ...mapSpans(report, (span) => span.map((at) => table[at])), unit: 'utf8' };
    assert.deepEqual(actual, JSON.parse(expected));
    // Also the same bytes: order of members, form of numbers.
    assert.equal(`${JSON.stringify(actual, null, 2)}\n`, expected);
  });

  test(`${name}: spans slice to the same words`, () => {
    const { bytes, text, expected } = read(name);
    const words = spans(parse(text, { source: name })).map(([start, end]) => text.slice(start, end));
    const wanted = spans(JSON.parse(expected)).map(([start, end]) => bytes.subarray(start, end).toString('utf8'));
    assert.deepEqual(words, wanted);
  });
}
