/**
 * `npm run exclusions`: pairs of facts that may exclude each other and that nobody has decided yet. Each wants a
 * `constraint` of the library with its source, or a line in `exclusions/compatible.txt`; `--write` adds those
 * lines, for a reader to go over. `npm test` fails where one is left.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCircuit } from '@anpo/engine/circuit';
import { compileLibrary } from '@anpo/node';
import { decide, decidedIn } from './exclusions/pairs.ts';

const file = join(import.meta.dirname, 'exclusions/compatible.txt');
const { rulebook, problems } = await compileLibrary(join(import.meta.dirname, '../library'));
if (!rulebook) {
  console.error(`the library has ${problems.length} problems: npx anpo check`);
  process.exit(1);
}
const text = readFileSync(file, 'utf8');
const { pairs, open, stale } = decide(rulebook, compileCircuit(rulebook), decidedIn(text));
const lines = open.map(({ left, right }) => `${left} ${right}`);
for (const line of lines) console.log(line);
for (const line of stale) console.log(`no longer found, or held by a constraint: ${line}`);
console.log(`${pairs.length} pairs alike, ${open.length} undecided, ${stale.length} to be taken out`);
if (process.argv.includes('--write')) writeFileSync(file, text + lines.map((line) => `${line}\n`).join(''));
