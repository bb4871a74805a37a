import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const packages = join(import.meta.dirname, '../../packages');
const source = /(?<!\.test)\.ts$/;

/** `new Date(day)` reckons with a day that is given; without one it asks what day it is. */
const clocks = /\bperformance\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bsetTimeout\b|\bhrtime\b/;

// An answer has to be the same on every machine and whenever it is asked for.
test.each(['engine', 'language', 'columns', 'answers'])('%s knows no clock and no chance', (name) => {
  const folder = join(packages, name, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    source.test(file),
  );
  expect(files.filter((file) => clocks.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
});
