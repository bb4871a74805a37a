/**
 * `npm run names`: adds the names of the library to those that must last (`names/lasting-names.txt`). To be run
 * before a release: what is published keeps its name. It takes no name out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLibrary } from '@anpo/node';
import { linesOf, namesOf } from './names/lasting.ts';

const file = join(import.meta.dirname, 'names/lasting-names.txt');
const { rulebook, problems } = await compileLibrary(join(import.meta.dirname, '../library'));
if (!rulebook) {
  console.error(`the library has ${problems.length} problems: npx anpo check`);
  process.exit(1);
}
const text = readFileSync(file, 'utf8');
const before = new Set(linesOf(text));
const added = namesOf(rulebook).filter((line) => !before.has(line));
if (added.length > 0) writeFileSync(file, `${text}${added.map((line) => `${line}\n`).join('')}`);
console.log(`${added.length} names added; ${before.size + added.length} must last`);
