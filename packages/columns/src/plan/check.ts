/** Holds what a plan is asked for against the Rulebook: days, view, norms, and the keys of facts. */
import { type Complaint, ComplaintError, type Rulebook } from '@anpo/engine';
import { checkDay, checkGivens, checkView, meantNorm, type Where } from '@anpo/engine/complaint';
import type { PlanOptions } from './options.ts';
import { parseKey } from './plan.ts';

/** A fact as a key names it, with its value where it has one for all rows. */
export interface WrittenKey {
  readonly key: string;
  /** Absent: unknown here, or other in each row. */
  readonly value?: string | undefined;
  readonly where?: Where | undefined;
}

/** Facts, organs, incidents and values of keys, and that nothing is given twice. `incidents`: how many there are. */
export function checkKeys(
  rulebook: Rulebook,
  keys: readonly WrittenKey[],
  incidents: number,
): readonly Complaint[] {
  const names = Array.from({ length: incidents }, (_, index) => String(index + 1));
  return checkGivens(
    rulebook,
    keys.map(({ key, value = 'unknown', where }) => {
      const { fact, organ, incident } = parseKey(key);
      return {
        fact,
        organ,
        value,
        where,
        incident: incident === undefined ? undefined : String(incident + 1),
      };
    }),
    names,
  );
}

/** Every complaint of what {@link PlanOptions} name. */
export function checkPlan(rulebook: Rulebook, options: PlanOptions): readonly Complaint[] {
  const { on, knownOn, between, view = 'all', norms = [], facts = [] } = options;
  const days = [on, between?.from, between?.until, knownOn].filter((day) => day !== undefined);
  return [
    ...days.flatMap((day) => checkDay(day)),
    ...(typeof view === 'string' ? [view] : view).flatMap((each) => checkView(rulebook, each)),
    ...norms.flatMap((norm) => checkNorm(rulebook, norm)),
    ...checkKeys(
      rulebook,
      facts.map((key) => ({ key })),
      options.circuit?.incidents ?? options.incidents ?? 1,
    ),
  ];
}

function checkNorm(rulebook: Rulebook, norm: string): readonly Complaint[] {
  try {
    meantNorm(rulebook, norm);
    return [];
  } catch (error) {
    if (error instanceof ComplaintError) return error.complaints;
    throw error;
  }
}
