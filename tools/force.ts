/** `node tools/force.ts`: one sentence of each combination of force, order and kind, and rules whose text has another verb. */
import { join } from 'node:path';
import { compileLibrary } from '@anpo/node';
import { combinations, notLaw, otherVerbed, ownLaw } from './force/search.ts';

const { rulebook, problems } = await compileLibrary(join(import.meta.dirname, '../library'));
if (!rulebook) {
  console.error(`the library has ${problems.length} problems: npx anpo check`);
  process.exit(1);
}
for (const { name, count, norm, sentence } of combinations(rulebook)) {
  console.log(`${name} (${count}): ${norm}\n  ${sentence.en}\n  ${sentence.ja}`);
}
console.log(
  `${notLaw(rulebook).length} rules that are no law, ${ownLaw(rulebook).length} of a country's own law`,
);
const found = otherVerbed(rulebook);
console.log(
  `${found.length} rules whose text has another verb:\n${found.map(({ id }) => `  ${id}`).join('\n')}`,
);
