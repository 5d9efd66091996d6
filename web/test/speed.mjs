// How long the parser takes for a report, in milliseconds: the fastest of many runs, as others on the machine only slow it
// down. Prints one number.

import { readFileSync } from 'node:fs';
import { load } from 'report-model';

const text = readFileSync(process.argv[2], 'utf8');
const rm = await load();
const times = [];
for (const end = performance.now() + 2500; performance.now() < end; ) {
  const start = performance.now();
  rm.parse(text);
  times.push(performance.now() - start);
}

console.log(Math.min(...times).toFixed(3));
