// The golden reports, read in JavaScript: the same JSON but for the unit of positions.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { load } from 'report-model';
import { bytesBefore, CASES, inBytes, mapSpans, read } from './goldens.mjs';

/** All spans, in the order of the JSON. */
function spans(value) {
  const found = [];
  mapSpans(value, (span) => found.push(span));
  return found;
}

let rm;
before(async () => {
  rm = await load();
});

test('there are cases', () => assert.notEqual(CASES.length, 0));

for (const name of CASES) {
  test(`${name}: the same report`, () => {
    const { text, expected } = read(name);
    const report = rm.parse(text, { source: name });
    assert.equal(report.unit, 'utf16');
    const actual = inBytes(report, bytesBefore(text));
    assert.deepEqual(actual, JSON.parse(expected));
    // Also the same bytes: order of members, form of numbers.
    assert.equal(`${JSON.stringify(actual, null, 2)}\n`, expected);
  });

  test(`${name}: spans slice to the same words`, () => {
    const { bytes, text, expected } = read(name);
    const words = spans(rm.parse(text, { source: name })).map(([start, end]) => text.slice(start, end));
    const wanted = spans(JSON.parse(expected)).map(([start, end]) => bytes.subarray(start, end).toString('utf8'));
    assert.deepEqual(words, wanted);
  });

  test(`${name}: as bytes, with and without the module for documents`, async () => {
    const { bytes, text } = read(name);
    const plain = await rm.parseBytes(new Uint8Array(bytes), { name });
    assert.deepEqual(plain.report, rm.parse(text, { source: name }));
    assert.equal(plain.document.text, text);
    // In an encoding that only the module knows.
    const wide = Buffer.from(`\ufeff${text.replace(/^\ufeff/, '')}`, 'utf16le');
    const decoded = await rm.parseBytes(new Uint8Array(wide), { name });
    assert.equal(decoded.document.encoding, 'UTF-16LE');
    assert.deepEqual(decoded.report, rm.parse(decoded.document.text, { source: name }));
  });
}
