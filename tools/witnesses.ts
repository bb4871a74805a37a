/** `node tools/witnesses.ts`: examples and witnesses with parties that have no part in them, or of days outside the life of their law. */
import { join } from 'node:path';
import { compileLibrary } from '@anpo/node';
import { outOfLife, shownExamples, strangers } from './witnesses/search.ts';

const { rulebook, problems } = await compileLibrary(join(import.meta.dirname, '../library'));
if (!rulebook) {
  console.error(`the library has ${problems.length} problems: npx anpo check`);
  process.exit(1);
}
const shown = shownExamples(rulebook);
const found = strangers(rulebook, shown);
for (const { where, fact, party } of found) console.log(`${where}: ${fact} ${party}`);
const outside = outOfLife(rulebook, shown);
for (const { where, on } of outside) console.log(`${where}: ${on}`);
const facts = shown.reduce((sum, { example }) => sum + example.given.length, 0);
console.log(`${shown.length} examples of ${facts} facts, ${found.length} parties that have no part in them`);
console.log(`${outside.length} of a day outside the life of what they are about`);
