/** `node tools/readings.ts [--all]`: what may be wrong with who reads what; --all names each. */
import { join } from 'node:path';
import { compileLibrary } from '@anpo/node';
import { readingsOnATreatysDay, readingsWithoutEnd, searchAgreement } from './readings/search.ts';

const { rulebook, problems } = await compileLibrary(join(import.meta.dirname, '../library'));
if (!rulebook) {
  console.error(`the library has ${problems.length} problems: npx anpo check`);
  process.exit(1);
}
const all = process.argv.includes('--all');
const { read, ...agreement } = searchAgreement(rulebook);
console.log(`${read} findings of which somebody has a reading`);
const searches = {
  'agreed, though an outcome is open': agreement.agreedOverOpen,
  'agreed, though outcomes differ': agreement.agreedOverDifferent,
  'a reading of a place that was not given': agreement.placeNotNamed,
  'a reading dated before the rule': agreement.beforeTheRule,
  "readings that begin on a treaty's day": readingsOnATreatysDay(rulebook),
  'readings without end of holders of a time': readingsWithoutEnd(rulebook),
};
for (const [what, found] of Object.entries(searches)) {
  console.log(`${found.length} ${what}`);
  if (all) for (const each of found) console.log(`  ${each}`);
}
