/** `node tools/witnesses.ts`: parties in examples and witnesses that have no part in what they show. */
import { join } from 'node:path';
import { compileLibrary } from '@anpo/node';
import { shownExamples, strangers } from './witnesses/search.ts';

const { rulebook, problems } = await compileLibrary(join(import.meta.dirname, '../library'));
if (!rulebook) {
  console.error(`the library has ${problems.length} problems: npx anpo check`);
  process.exit(1);
}
const shown = shownExamples(rulebook);
const found = strangers(rulebook, shown);
for (const { where, fact, party } of found) console.log(`${where}: ${fact} ${party}`);
const facts = shown.reduce((sum, { example }) => sum + example.given.length, 0);
console.log(`${shown.length} examples of ${facts} facts, ${found.length} parties that have no part in them`);
