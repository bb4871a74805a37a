/** Where the tests of a plan cut the values of a number or date fact. */
import type { Plan } from '../plan/plan.ts';

/** Decimal or integer texts, each once, in no order. */
export function thresholds(plan: Plan, fact: string): string[] {
  const found = plan.inputs.flatMap(({ slot, test }) =>
    plan.slots[slot]?.fact === fact && test.kind === 'at-least' ? [test.at] : [],
  );
  return [...new Set(found)];
}
