// What the golden reports do not show: errors, odd strings, loading, files, edits, comparison.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { load, plainDocument, ReportModelError } from 'report-model';
import { __wbg_reset_state as reset } from '../wasm/core.js';
import { Modules } from '../dist/modules.js';

const TEXT = '𠮷林学院2021年信息公开年度报告\r\n一、概述\r\n🎓全年公开信息12条。\r\n';
const DOCUMENTS = new URL('../../tests/documents/', import.meta.url);
let rm;

before(async () => {
  await assert.rejects(load({ core: new Uint8Array([0]) }), { name: 'ReportModelError', kind: 'not_loaded' });
  // A failed load may be tried again.
  rm = await load();
});

function file(name) {
  return new Uint8Array(readFileSync(new URL(name, DOCUMENTS)));
}

/** The words of the first measure. */
function words(text) {
  return text.slice(...rm.parse(text).measures[0].span);
}

test('loading again is no work', async () => {
  assert.equal(load(), load());
  assert.equal(await load(), rm);
});

test('before loading, a module says what to do', () => {
  const call = () => new Modules({}).call('core', (core) => core.version());
  assert.throws(call, { name: 'ReportModelError', kind: 'not_loaded' });
});

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  assert.equal(rm.version, version);
});

test('positions count UTF-16 code units', () => {
  assert.equal(words(TEXT), '12条');
  assert.equal(words(`\ufeff${TEXT}`), '12条');
});

test('lone surrogates do not move positions', () => {
  assert.equal(words(TEXT.replace('概述', '概\ud842述\udfb7')), '12条');
});

test('source is a label', async () => {
  assert.equal(rm.parse(TEXT).source, null);
  assert.equal(rm.parse(TEXT, { source: '甲.txt' }).source, '甲.txt');
  const parsed = await rm.parseBytes(new TextEncoder().encode(TEXT), { name: '乙.txt' });
  assert.equal(parsed.report.source, '乙.txt');
});

test('too long is an error with kind and words in both languages', () => {
  const long = 'a'.repeat(16 * 1024 * 1024 + 1);
  const fits = (error) => error instanceof ReportModelError && error.kind === 'too_long' && /上限/.test(error.messageZh);
  assert.throws(() => rm.parse(long), fits);
  assert.equal(words(TEXT), '12条');
});

test('only text is text, only bytes are bytes', async () => {
  assert.throws(() => rm.parse(new TextEncoder().encode(TEXT)), TypeError);
  await assert.rejects(rm.parseBytes(TEXT), TypeError);
});

test('empty text is a report with a diagnostic', () => {
  const report = rm.parse('');
  assert.equal(report.kind, 'other');
  assert.deepEqual(report.diagnostics.map((found) => found.code), ['RM901']);
});

test('a new instance reads as the first did', () => {
  const first = rm.parse(TEXT);
  reset();
  assert.deepEqual(rm.parse(TEXT), first);
});

test('results survive structuredClone', async () => {
  const parsed = await rm.parseBytes(file('report.docx'));
  assert.deepEqual(structuredClone(parsed), parsed);
});

test('the audit alone; rules are chosen by code', () => {
  const all = rm.audit(TEXT);
  assert.ok(all.findings.some(({ code }) => code === 'RM203') && all.checks.length > 5);
  const some = rm.audit(TEXT, { select: ['RM2'], ignore: ['RM203'] });
  assert.ok(some.checks.every(({ code }) => code.startsWith('RM2') && code !== 'RM203') && some.checks.length > 0);
  const none = rm.parse(TEXT, { audit: false });
  assert.deepEqual([none.checks, none.diagnostics], [[], []]);
});

test('rules have words in both languages', () => {
  assert.ok(rm.rules.length > 50);
  for (const rule of rm.rules) {
    assert.match(rule.code, /^RM\d{3}$/);
    assert.ok(rule.title && rule.title_en && rule.help && rule.help_en && rule.group);
  }
});

test('the same report from a web page, Word and PDF', async () => {
  const [page, word, pdf] = await Promise.all(
    ['report.html', 'report.docx', 'report.pdf'].map((name) => rm.parseBytes(file(name), { name })),
  );
  assert.deepEqual([page, word, pdf].map(({ document }) => document.format), ['HTML', 'DOCX', 'PDF']);
  const values = ({ report }) => report.measures.map(({ value, unit, kind, channel }) => [value, unit, kind, channel]);
  assert.ok(values(page).length > 3);
  assert.deepEqual(values(word), values(page));
  assert.deepEqual(values(pdf), values(page));
  assert.ok(word.document.tables.length > 0);
  for (const { report, document } of [page, word, pdf]) {
    for (const { span, unit } of report.measures) {
      if (unit) assert.match(document.text.slice(...span), /\d|[一二三四五六七八九十两]/);
    }
  }
});

test('what cannot be read says why', async () => {
  const kind = (bytes) => rm.parseBytes(new Uint8Array(bytes)).then(() => 'read', (error) => error.kind);
  assert.equal(await kind([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'image');
  assert.equal(await kind([0x50, 0x4b, 3, 4, 0, 0]), 'archive');
  assert.equal(await kind([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'legacy_word');
  assert.equal(await kind(new TextEncoder().encode('%PDF-1.7\nnothing')), 'broken');
});

test('GB18030 is recognised', async () => {
  const bytes = Uint8Array.from([0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa, 0xc4, 0xea, 0xb6, 0xc8, 0xb1, 0xa8, 0xb8, 0xe6]);
  const { document } = await rm.parseBytes(bytes);
  assert.deepEqual([document.text, document.encoding], ['信息公开年度报告', 'gb18030']);
});

test('an edited document keeps its tables, and its findings change', async () => {
  const first = await rm.parseBytes(file('report.docx'));
  const again = rm.parseDocument(first.document, { source: null });
  assert.deepEqual(again.report, { ...first.report, source: null });
  const measure = first.report.measures.find(({ span, unit }) => span[0] < first.document.tables[0].span[0] && unit);
  const edit = { span: measure.span, replacement: `98765${measure.unit}` };
  const edited = rm.parseDocument(first.document, { edits: [edit] });
  assert.ok(edited.report.measures.some(({ value }) => value === 98765));
  const cells = ({ document }) => document.tables.map(({ cells }) => cells.map(({ span }) => document.text.slice(...span)));
  assert.deepEqual(cells(edited), cells(first));
  const values = ({ report }) => report.sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows));
  assert.deepEqual(values(edited).map((row) => row.map(({ text }) => text)), values(first).map((row) => row.map(({ text }) => text)));
});

test('an edit outside the text is refused', () => {
  const document = plainDocument(TEXT);
  for (const span of [[0, 999], [5, 4], [-1, 0], [0.5, 1]]) {
    const call = () => rm.parseDocument(document, { edits: [{ span, replacement: '' }] });
    assert.throws(call, { kind: 'bad_options' });
  }
});

test('two reports beside each other', async () => {
  const [a, b] = [TEXT, TEXT.replace('2021', '2022').replace('12条', '15条')].map((text) => ({ text, report: rm.parse(text) }));
  const found = await rm.diff(a, b);
  const change = found.values.find(({ field }) => field === 'measures');
  assert.equal(change.difference.exact, 3);
  assert.equal(a.text.slice(...change.left.span), '12条');
  assert.equal(b.text.slice(...change.right.span), '15条');
  await assert.rejects(rm.diff({ text: '', report: {} }, b), { kind: 'bad_options' });
});

test('memory stays flat over 500 parses', { timeout: 120_000 }, () => {
  const text = readFileSync(new URL('../../tests/golden/requests-with-outcomes/input.txt', import.meta.url), 'utf8').repeat(4);
  const memory = () => {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    return { rss: rss / 2 ** 20, heap: heapUsed / 2 ** 20 };
  };
  for (let i = 0; i < 50; i += 1) rm.parse(text);
  const first = memory();
  for (let i = 0; i < 500; i += 1) rm.parse(text);
  const last = memory();
  console.log(`500 parses: rss ${first.rss.toFixed(0)} to ${last.rss.toFixed(0)} MB, heap ${first.heap.toFixed(1)} to ${last.heap.toFixed(1)} MB`);
  // A parse that kept its text or its JSON would add 30 MB and more.
  assert.ok(last.rss - first.rss < 24, 'memory grows');
});
