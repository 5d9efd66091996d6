// Builds the page twice: `site/hosted`, static files for any web server, and `site/report-check.html`, one file that opens
// by double click. Both forbid in their own policy what they promise not to do.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const here = new URL('.', import.meta.url);
const site = new URL('../site/', here);
const hosted = new URL('hosted/', site);
const modules = ['core', 'documents', 'pdf', 'compare'];
/** Packed files of the hosted page, without the modules that only some documents need. */
const BUDGET = 560 * 1024;

const sha = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const read = (url) => readFileSync(url, 'utf8');
const meta = (policy) => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;

/** The style that the plotting library writes into each chart: allowed by its hash, so that no other inline style is. */
function chartStyle() {
  const source = read(new URL('../node_modules/@observablehq/plot/src/plot.js', here));
  const [, style] = /append\("style"\)\.text\(\s*`([^`]+)`/.exec(source) ?? [];
  const [, name] = /return "(plot-[0-9a-f]+)"/.exec(read(new URL('../node_modules/@observablehq/plot/src/style.js', here))) ?? [];
  if (!style || !name) throw new Error('the plotting library writes its style in a form that is not known here');
  return sha(style.replaceAll('${className}', name));
}

/** All files below a folder, as paths relative to it. */
function files(folder, prefix = '') {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(new URL(`${entry.name}/`, folder), `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
  );
}

async function buildHosted() {
  await build({ configFile: new URL('vite.config.ts', here).pathname, mode: 'production', logLevel: 'warn' });
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' ${chartStyle()}`,
    "img-src 'self' data:",
    "worker-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = new URL('index.html', hosted);
  writeFileSync(page, read(page).replace('<!--csp-->', meta(policy)));
  const all = files(hosted).filter((name) => name !== 'sw.js').sort();
  const later = all.filter((name) => /(documents|pdf|compare)_bg/.test(name));
  const first = all.filter((name) => !later.includes(name));
  const version = createHash('sha256');
  for (const name of all) version.update(name).update(readFileSync(new URL(name, hosted)));
  const worker = read(new URL('sw.js', here))
    .replace('__VERSION__', version.digest('hex').slice(0, 16))
    .replace('__FIRST__', JSON.stringify(['./', ...first.map((name) => `./${name}`)]))
    .replace('__LATER__', JSON.stringify(later.map((name) => `./${name}`)));
  writeFileSync(new URL('sw.js', hosted), worker);
  const packed = first.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, hosted))).length, 0);
  console.log(`site/hosted: first visit ${kb(packed)} KB gzip of ${kb(BUDGET)} KB, ${all.length} files`);
  if (packed > BUDGET) throw new Error('the hosted page is over its budget');
}

async function buildSingle() {
  const configFile = new URL('vite.config.ts', here).pathname;
  const common = { configFile, mode: 'single', logLevel: 'warn', publicDir: false };
  const bundle = async (extra) => {
    const result = await build({ ...common, build: { write: false, target: 'es2022', cssCodeSplit: false, ...extra } });
    return (Array.isArray(result) ? result[0] : result).output;
  };
  const lib = (entry, name) => ({ lib: { entry: new URL(entry, here).pathname, name, formats: ['iife'], fileName: name } });
  const [worker] = await bundle(lib('src/single-worker.ts', 'worker'));
  const output = await bundle({ ...lib('src/main.tsx', 'page') });
  const script = inert(output.find((part) => part.type === 'chunk').code);
  const style = output.filter((part) => part.fileName.endsWith('.css')).map((part) => String(part.source)).join('\n');
  const policy = [
    "default-src 'none'",
    `script-src ${sha(script)} 'wasm-unsafe-eval'`,
    `style-src ${sha(style)} ${chartStyle()}`,
    'img-src data:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const icon = `data:image/svg+xml;base64,${readFileSync(new URL('public/icon.svg', here)).toString('base64')}`;
  const data = modules.map((name) => {
    const packed = gzipSync(readFileSync(new URL(`../wasm/${name}_bg.wasm`, here)), { level: 9 });
    return `<script type="application/gzip" id="rm-${name}">${packed.toString('base64')}</script>`;
  });
  const page = read(new URL('index.html', here))
    .replace('<!--csp-->', () => meta(policy))
    .replace(/<link rel="icon"[^>]*>/, () => `<link rel="icon" href="${icon}" />`)
    .replace(/\s*<link rel="manifest"[^>]*>/, () => `\n    <style>${style}</style>`)
    .replace(/<script type="module"[^>]*><\/script>/, () =>
      [...data, `<script type="text/plain" id="rm-worker">${inert(worker.code)}</script>`, `<script>${script}</script>`].join('\n'),
    );
  const file = new URL('report-check.html', site);
  writeFileSync(file, page);
  console.log(`site/report-check.html: ${kb(statSync(file).size)} KB`);
}

/** A script inside a page must not hold what ends it. */
function inert(code) {
  return code.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');
}

function kb(bytes) {
  return Math.ceil(bytes / 1024);
}

await buildHosted();
await buildSingle();
