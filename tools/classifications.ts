/**
 * `npm run classifications`: values of choices whose label repeats the operative words of a provision that turns on
 * them. Each wants features that can be seen in its place, or a line in `classifications/known.txt`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLibrary } from '@anpo/node';
import { classifyingValues, knownValues } from './classifications/search.ts';

const { rulebook, problems } = await compileLibrary(join(import.meta.dirname, '../library'));
if (!rulebook) {
  console.error(`the library has ${problems.length} problems: npx anpo check`);
  process.exit(1);
}
const known = knownValues(readFileSync(join(import.meta.dirname, 'classifications/known.txt'), 'utf8'));
const found = classifyingValues(rulebook);
const open = found.filter(({ value }) => !known.has(value));
for (const { value, provisions } of open) console.log(`${value}: ${provisions.join(', ')}`);
for (const value of known)
  if (!found.some((each) => each.value === value)) console.log(`no longer found: ${value}`);
console.log(`${found.length} values say what a provision says, ${open.length} of them not yet looked at`);
