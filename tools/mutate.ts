/**
 * `npm run mutate [-- [--library DIRECTORY] INSTRUMENT …]`: changes every norm of the instruments one rule at a time and lists the
 * changes that no precedent notices. Without names, those instruments whose wording must be confirmed.
 * Ends with 0 when it has listed them, with 1 where it could not.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sayComplaint } from '@anpo/engine';
import { languageWords } from '@anpo/language/words';
import { compileLibrary } from '@anpo/node';
import type { Mutant } from './mutate/mutants.ts';
import { mutate } from './mutate/run.ts';
import { countTable, survivorTable } from './mutate/table.ts';

const { values, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { library: { type: 'string', default: join(import.meta.dirname, '../library') } },
});
const { rulebook, problems } = await compileLibrary(values.library);
if (!rulebook) {
  for (const problem of problems) {
    const { file, line, column } = problem.where;
    console.error(`${file}:${line}:${column}: ${sayComplaint(problem, 'en', [languageWords]).message}`);
  }
  process.exit(1);
}

const known = rulebook.instruments.map((instrument) => instrument.id);
const unknown = named.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`there is no instrument ${unknown.join(', ')}; there are: ${known.join(', ')}`);
  process.exit(1);
}
const instruments =
  named.length > 0
    ? named
    : rulebook.instruments.filter((item) => item.confirmedWordingRequired).map((item) => item.id);

const start = performance.now();
const { tried, survivors } = mutate(rulebook, instruments);
const place = (mutant: Mutant): string => {
  const lists = [rulebook.norms, rulebook.terms, rulebook.instruments, rulebook.places];
  const position = lists.flat().find((item) => item.id === mutant.item)?.position;
  return position ? `${position.file}:${position.line}` : '';
};
console.log(`Changed one at a time: ${instruments.join(', ')}\n`);
console.log(countTable(tried, survivors));
console.log(survivors.length === 0 ? 'Every change is noticed.\n' : survivorTable(survivors, place));
console.log(
  `${tried.length} changes, ${tried.length - survivors.length} noticed, ${survivors.length} survived, in ${((performance.now() - start) / 1000).toFixed(1)} s`,
);
