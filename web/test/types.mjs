// `src/types.ts` is written by hand. Every golden report, as a literal, must satisfy it, and so must what the comparison
// gives; a member that the types do not know is an error too.

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'report-model';
import { CASES, read } from './goldens.mjs';

const folder = new URL('../test-output/types/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const head = "import type { Comparison, Document, Report, Rule } from '../../dist/types.js';\n";
const write = (name, value, type) =>
  writeFileSync(new URL(`${name}.ts`, folder), `${head}export default (${value}) satisfies ${type};\n`);

const rm = await load();
for (const name of CASES) write(name, read(name).expected, 'Report');
const [left, right] = ['nested-counts', 'change-and-plans'].map((name) => {
  const { text } = read(name);
  return { text, report: rm.parse(text) };
});
write('comparison', JSON.stringify(await rm.diff(left, right)), 'Comparison');
write('rules', JSON.stringify(rm.rules), 'Rule[]');
const page = '<h1>清远湖学院2021年信息公开年度报告</h1><table><tr><td>网站</td><td>12条</td></tr></table><a href="https://a.cn">见</a>';
write('document', JSON.stringify((await rm.parseBytes(new TextEncoder().encode(page))).document), 'Document');
// The check itself must be able to fail.
write('wrong', read('empty').expected.replace('"measures": []', '"measures": [{"value": "12"}]'), 'Report');

const config = {
  compilerOptions: { target: 'ES2022', module: 'NodeNext', strict: true, noEmit: true, skipLibCheck: true, types: [] },
  include: ['*.ts'],
};
writeFileSync(new URL('tsconfig.json', folder), JSON.stringify(config));
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
let said = '';
try {
  execFileSync(process.execPath, [tsc, '-p', fileURLToPath(folder)], { encoding: 'utf8' });
} catch (error) {
  said = error.stdout;
}
const wrong = said.split('\n').filter((line) => /^\S.*error TS/.test(line));
const others = wrong.filter((line) => !line.includes('wrong.ts'));
if (others.length > 0) throw new Error(`the types do not fit:\n${others.join('\n')}`);
if (wrong.length === 0) throw new Error('a report that is none satisfied the types');
console.log(`${CASES.length} golden reports, a comparison, a document and the rules satisfy the types`);
