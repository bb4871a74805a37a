/**
 * Plans for columns and SQL, kept between runs: under the texts of the library, the sources that make plans, and what
 * was asked of the compiler. A library without a hash of its own texts is not kept.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePlan, PLAN_VERSION, type Plan, type PlanOptions } from '@anpo/columns';
import type { Rulebook } from '@anpo/engine';
import { cacheDirectories, readCache, writeCache } from './cache.ts';
import { keyOf } from './key.ts';
import type { Surroundings } from './surroundings.ts';

const maker = fileURLToPath(new URL('../../../columns/src/plan', import.meta.url));

export function keptPlan(
  rulebook: Rulebook,
  options: Omit<PlanOptions, 'circuit'>,
  { variables }: Surroundings,
): Plan {
  if (!rulebook.hash) return compilePlan(rulebook, options);
  const caches = cacheDirectories(variables);
  const key = `${planKey(rulebook.hash, options)}-plan`;
  const kept = readCache(caches, key);
  if (kept !== undefined) {
    const plan = JSON.parse(kept) as Plan;
    if (plan.version === PLAN_VERSION && plan.library === rulebook.hash) return plan;
  }
  const plan = compilePlan(rulebook, options);
  writeCache(caches, key, JSON.stringify(plan));
  return plan;
}

function planKey(library: string, options: Omit<PlanOptions, 'circuit'>): string {
  const hash = createHash('sha256').update(keyOf(library));
  for (const file of readdirSync(maker).sort()) hash.update(readFileSync(join(maker, file))).update('\0');
  const asked = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return hash.update(JSON.stringify(asked)).digest('hex').slice(0, 32);
}
