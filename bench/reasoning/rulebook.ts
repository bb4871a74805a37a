/** The library as benchmarks read it; `ANPO_RULEBOOK` names a Rulebook in JSON to be read instead. */
import { readFileSync } from 'node:fs';
import { ComplaintError, type Rulebook } from '@anpo/engine';
import { compileLibrary } from '@anpo/node';

export async function benchmarkRulebook(): Promise<Rulebook> {
  const file = process.env.ANPO_RULEBOOK;
  if (file !== undefined) return JSON.parse(readFileSync(file, 'utf8')) as Rulebook;
  const { rulebook, problems } = await compileLibrary(new URL('../../library', import.meta.url).pathname);
  if (rulebook) return rulebook;
  throw new ComplaintError(problems.slice(0, 5));
}
