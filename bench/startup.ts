/** What a command costs as a whole process, from start to exit: `npm run bench:startup`. The bar for assess is 0.5 s. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import Table from 'cli-table3';

const bin = fileURLToPath(new URL('../packages/anpo/bin/anpo.js', import.meta.url));
const situation = fileURLToPath(new URL('../examples/senkakus-2016-soldiers.yaml', import.meta.url));
const commands: Record<string, string[]> = {
  'node alone': ['-e', '0'],
  'anpo help': [bin, 'help'],
  'anpo facts': [bin, 'facts'],
  'anpo show': [bin, 'show', 'treaty-1960/V.1'],
  'anpo assess': [bin, 'assess', situation],
};
const RUNS = 9;

const table = new Table({ head: ['command', 'least ms', 'median ms', 'most ms'] });
for (const [name, argv] of Object.entries(commands)) {
  const times = Array.from({ length: RUNS + 1 }, () => {
    const start = performance.now();
    execFileSync(process.execPath, argv, { stdio: 'ignore' });
    return performance.now() - start;
  });
  // The first run may have to compile the library.
  const sorted = times.slice(1).sort((a, b) => a - b);
  table.push([
    name,
    ...[sorted[0], sorted[RUNS >> 1], sorted.at(-1)].map((time) => (time as number).toFixed(0)),
  ]);
}
console.log(table.toString());
