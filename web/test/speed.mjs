// How long the parser takes for a report of 20 KB, in milliseconds: the median of many. Prints one number.

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
times.sort((a, b) => a - b);
console.log(times[times.length >> 1].toFixed(3));
