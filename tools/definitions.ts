/**
 * `npm run definitions`: terms with one meaning for everybody whose note or source says whose definition it is.
 * Each wants readings, or a line in `definitions/decided.txt` that says why all share it; `npm test` fails where
 * one has neither.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLibrary } from '@anpo/node';
import { decidedTerms, undecided } from './definitions/search.ts';

const { rulebook, problems } = await compileLibrary(join(import.meta.dirname, '../library'));
if (!rulebook) {
  console.error(`the library has ${problems.length} problems: npx anpo check`);
  process.exit(1);
}
const text = readFileSync(join(import.meta.dirname, 'definitions/decided.txt'), 'utf8');
const { found, open, stale } = undecided(rulebook, decidedTerms(text));
for (const { term, says } of open) console.log(`${term}: ${says.join(', ')}`);
for (const term of stale) console.log(`no longer found: ${term}`);
console.log(
  `${found.length} terms with one meaning tell of a holder, ${open.length} undecided, ${stale.length} to be taken out`,
);
