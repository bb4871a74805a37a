/** How long building a library takes as it grows: `npm run bench:language`. Time a character should stay level. */
import Table from 'cli-table3';
import { buildRulebook } from '../packages/language/src/index.ts';
import { registers } from '../packages/language/src/testing/library.ts';
import { syntheticLaw } from '../packages/language/src/testing/synthetic-law.ts';

const table = new Table({ head: ['instruments', 'characters', 'seconds', 'µs a character'] });
await build(100);
for (const instruments of [100, 300, 900, 2700]) {
  const { size, seconds } = await build(instruments);
  table.push([instruments, size, seconds.toFixed(2), ((seconds / size) * 1e6).toFixed(2)]);
}
console.log(table.toString());

async function build(instruments: number): Promise<{ size: number; seconds: number }> {
  const text = `\`\`\`anpo\n${syntheticLaw(instruments)}\n\`\`\`\n`;
  const start = performance.now();
  const { problems } = await buildRulebook([registers(), { file: 'law.anpo.md', text }], '');
  if (problems.length > 0) throw new Error('the synthetic law is not sound');
  return { size: text.length, seconds: (performance.now() - start) / 1000 };
}
