/**
 * Plans for columns and SQL, kept between runs: under the library, what makes plans, and what was asked of the
 * compiler. A library without a hash of its own texts is not kept.
 */
import { compilePlan, PLAN_VERSION, type Plan, type PlanOptions } from '@anpo/columns';
import type { Rulebook } from '@anpo/engine';
import { cacheDirectories, readCache, writeCache } from './cache.ts';
import { planKey } from './key.ts';
import type { Surroundings } from './surroundings.ts';

const FILE = 'plan.json';

/** The plan that `compilePlan` makes of the same Rulebook and options. */
export function keptPlan(
  rulebook: Rulebook,
  options: Omit<PlanOptions, 'circuit'>,
  surroundings: Surroundings,
): Plan {
  if (!rulebook.hash) return compilePlan(rulebook, options);
  const caches = cacheDirectories(surroundings);
  const key = planKey(rulebook.hash, askedOf(options));
  const kept = readCache(caches, 'plan', key)?.read(FILE);
  if (kept !== undefined) {
    const plan = JSON.parse(kept) as Plan;
    if (plan.version === PLAN_VERSION && plan.library === rulebook.hash) return plan;
  }
  const plan = compilePlan(rulebook, options);
  writeCache(caches, 'plan', key, { [FILE]: JSON.stringify(plan) });
  return plan;
}

/** Two orders of the same options ask the same. */
function askedOf(options: Omit<PlanOptions, 'circuit'>): string {
  const asked = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(asked);
}
