// The package as `npm pack` gives it: in a new Vite project (built, and as it is developed), in plain HTML over a server of
// static files, and in Node.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveFolder } from '../../app/static.mjs';
import { launch } from '../page/browser.mjs';

const WEB = fileURLToPath(new URL('../../', import.meta.url));
const DOCX = readFileSync(new URL('../../../tests/documents/report.docx', import.meta.url));
const TEXT = '𠮷林学院2021年信息公开年度报告\n一、概述\n全年公开信息12条。\n';

/** What a page of a user would do; it leaves its result where the test looks for it. */
const USE = `
import { load, RmWorker, ReportModelError } from 'report-model';
const text = ${JSON.stringify(TEXT)};
const docx = Uint8Array.from(atob('${DOCX.toString('base64')}'), (c) => c.charCodeAt(0));
const result = {};
try {
  const rm = await load();
  const report = rm.parse(text);
  result.words = text.slice(...report.measures[0].span);
  result.format = (await rm.parseBytes(docx, { name: 'a.docx' })).document.format;
  result.changes = (await rm.diff({ text, report }, { text, report })).tally.changed;
  const worker = new RmWorker();
  result.version = (await worker.load()).version === rm.version;
  result.same = JSON.stringify(await worker.parse(text)) === JSON.stringify(report);
  const bytes = docx.slice();
  result.worker = (await worker.parseBytes(bytes, { name: 'a.docx' })).document.format;
  result.transferred = bytes.byteLength;
  const abort = new AbortController();
  const long = worker.parse(text.repeat(60000), { signal: abort.signal });
  setTimeout(() => abort.abort(), 150);
  result.cancelled = await long.then(() => 'done', (error) => error instanceof ReportModelError && error.kind);
  result.after = (await worker.parse(text)).measures.length;
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);
  result.refused = await worker.parseBytes(picture).catch((error) => error.kind);
  result.wrong = await worker.parse(12).catch((error) => error instanceof TypeError);
  const open = worker.parse(text);
  worker.terminate();
  result.terminated = await open.catch((error) => error.kind);
} catch (error) {
  result.error = String(error?.stack ?? error) + ' ' + String(error?.cause ?? '');
}
globalThis.result = result;
document.title = 'done';
`;
const EXPECTED = {
  words: '12条',
  format: 'DOCX',
  changes: 0,
  version: true,
  same: true,
  worker: 'DOCX',
  transferred: 0,
  cancelled: 'cancelled',
  after: 1,
  refused: 'image',
  wrong: true,
  terminated: 'cancelled',
};

let folder;
let browser;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-model-'));
  const said = execFileSync('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', folder], { cwd: WEB, encoding: 'utf8' });
  const told = JSON.parse(said);
  const [packed] = Array.isArray(told) ? told : Object.values(told);
  console.log(`${packed.filename}: ${Math.ceil(packed.size / 1024)} KB, ${packed.files.length} files`);
  const names = packed.files.map(({ path }) => path);
  assert.ok(names.every((name) => /^(dist|wasm)\/|^(package\.json|README\.md|LICENSE)/.test(name)), names.join());
  execFileSync('tar', ['xzf', packed.filename], { cwd: folder });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** A new project with the package installed, as npm lays it out. */
function project(name) {
  const home = join(folder, name);
  mkdirSync(join(home, 'node_modules'), { recursive: true });
  cpSync(join(folder, 'package'), join(home, 'node_modules/report-model'), { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  return home;
}

async function tried(address) {
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(address);
  await page.waitForFunction(() => document.title === 'done', null, { timeout: 60_000 }).catch(() => {});
  const result = await page.evaluate(() => globalThis.result);
  await page.close();
  assert.deepEqual(result, EXPECTED, faults.join('\n'));
}

const HTML = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="./main.js"></script>';

test('in a new Vite project', { timeout: 180_000 }, async () => {
  const home = project('vite');
  symlinkSync(join(WEB, 'node_modules/vite'), join(home, 'node_modules/vite'));
  writeFileSync(join(home, 'index.html'), HTML);
  writeFileSync(join(home, 'main.js'), USE);
  const { build, createServer } = await import('vite');
  await build({ root: home, logLevel: 'warn' });
  const built = await serveFolder(join(home, 'dist'));
  try {
    await tried(built.address);
  } finally {
    await built.stop();
  }
  // While it is developed, the bundler must be told to leave the package as it is: it would move its files apart.
  const server = await createServer({
    root: home,
    logLevel: 'warn',
    optimizeDeps: { exclude: ['report-model'] },
    server: { host: '127.0.0.1', port: 0, hmr: false, fs: { strict: false } },
  });
  try {
    await server.listen();
    await tried(`http://127.0.0.1:${server.httpServer.address().port}/`);
  } finally {
    await server.close();
  }
});

test('in plain HTML over a server of static files', { timeout: 120_000 }, async () => {
  const home = project('plain');
  const map = '<script type="importmap">{"imports":{"report-model":"./node_modules/report-model/dist/index.js"}}</script>';
  writeFileSync(join(home, 'index.html'), HTML.replace('<script', `${map}<script`));
  writeFileSync(join(home, 'main.js'), USE);
  const site = await serveFolder(home);
  try {
    await tried(site.address);
  } finally {
    await site.stop();
  }
});

test('in Node', () => {
  const home = project('node');
  const program = `
    import { load } from 'report-model';
    import { readFileSync } from 'node:fs';
    const rm = await load();
    const text = ${JSON.stringify(TEXT)};
    const { document } = await rm.parseBytes(readFileSync(process.argv[2]), { name: 'a.docx' });
    console.log(text.slice(...rm.parse(text).measures[0].span), document.format, rm.version);
  `;
  writeFileSync(join(home, 'main.js'), program);
  writeFileSync(join(home, 'a.docx'), DOCX);
  const said = execFileSync(process.execPath, ['main.js', 'a.docx'], { cwd: home, encoding: 'utf8' });
  assert.match(said, /^12条 DOCX \d+\.\d+\.\d+\n$/);
});

test('its types are found, by bundlers and by Node', () => {
  const home = project('types');
  writeFileSync(
    join(home, 'main.ts'),
    `import { load, type Report, type Measure } from 'report-model';
     const rm = await load();
     const report: Report = rm.parse('');
     const first: Measure | undefined = report.measures[0];
     // @ts-expect-error kinds are a closed list
     const kind: Measure['kind'] = 'nonsense';
     console.log(first, kind);\n`,
  );
  const tsc = join(WEB, 'node_modules/typescript/bin/tsc');
  for (const [module, moduleResolution] of [['ESNext', 'Bundler'], ['NodeNext', 'NodeNext']]) {
    const flags = ['--noEmit', '--strict', '--target', 'ES2022', '--lib', 'ES2022,DOM', '--module', module, '--moduleResolution', moduleResolution];
    execFileSync(process.execPath, [tsc, ...flags, 'main.ts'], { cwd: home, encoding: 'utf8', stdio: 'pipe' });
  }
});
