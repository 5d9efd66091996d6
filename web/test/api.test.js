// What the golden reports do not show: errors, odd strings, loading.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, parse, ReportError } from 'report-model';
import { __wbg_reset_state as reset } from '../dist/report_model.js';

const TEXT = '𠮷林学院2021年信息公开年度报告\r\n一、概述\r\n🎓全年公开信息12条。\r\n';

/** The words of the first measure. */
function words(text) {
  const [start, end] = parse(text).measures[0].span;
  return text.slice(start, end);
}

test('before load, parse says what to do', () => {
  assert.throws(() => parse(TEXT), { name: 'ReportError', kind: 'not_loaded' });
});

test('a failed load may be tried again', async () => {
  await assert.rejects(load(new Uint8Array([0])), { name: 'ReportError', kind: 'not_loaded' });
  await load();
});

test('loading again is no work', () => assert.equal(load(), load()));

test('positions count UTF-16 code units', async () => {
  await load();
  assert.equal(words(TEXT), '12条');
  assert.equal(words(`\ufeff${TEXT}`), '12条');
});

test('lone surrogates do not move positions', async () => {
  await load();
  assert.equal(words(TEXT.replace('概述', '概\ud842述\udfb7')), '12条');
});

test('source is a label', async () => {
  await load();
  assert.equal(parse(TEXT).source, null);
  assert.equal(parse(TEXT, { source: null }).source, null);
  assert.equal(parse(TEXT, { source: '甲.txt' }).source, '甲.txt');
});

test('too long is an error with kind', async () => {
  await load();
  const long = 'a'.repeat(16 * 1024 * 1024 + 1);
  assert.throws(() => parse(long), (error) => error instanceof ReportError && error.kind === 'too_long');
  assert.equal(words(TEXT), '12条');
});

test('only text is text', async () => {
  await load();
  assert.throws(() => parse(new TextEncoder().encode(TEXT)), TypeError);
});

test('empty text is a report with a diagnostic', async () => {
  await load();
  const report = parse('');
  assert.equal(report.kind, 'other');
  assert.deepEqual(report.diagnostics.map((found) => found.code), ['RM901']);
});

test('a new instance reads as the first did', async () => {
  await load();
  const first = parse(TEXT);
  reset();
  assert.deepEqual(parse(TEXT), first);
});
