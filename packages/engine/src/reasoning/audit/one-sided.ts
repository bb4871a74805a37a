/** Duties that bind one party of an instrument and not another, with exactly the situations in which they do. */

import { type Day, periodHolds } from '../../calendar/date.ts';
import type { FindingRoot } from '../../circuit/circuit.ts';
import { NEVER, not } from '../../diagram/manager.ts';
import { indexRulebook } from '../../rulebook/index.ts';
import type { Description } from '../describe.ts';
import type { ExampleSituation } from '../world.ts';
import type { AuditContext } from './context.ts';

export interface OneSidedDuty {
  readonly norm: string;
  readonly bound: string;
  readonly free: string;
  readonly incident?: number | undefined;
  readonly description?: Description | undefined;
  readonly example?: ExampleSituation | undefined;
}

export function findOneSidedDuties(context: AuditContext, undecided: (what: string) => void): OneSidedDuty[] {
  const duties = context.circuit.findings.filter((root) => context.norm(root).kind === 'duty');
  const byNorm = Map.groupBy(duties, ({ norm, incident }) => `${norm} ${incident ?? ''}`);
  const found: OneSidedDuty[] = [];
  for (const roots of byNorm.values()) {
    for (const bound of roots) {
      for (const free of partiesOf(context, bound)) {
        if (free === bound.bearer) continue;
        const duty = oneSided(
          context,
          bound,
          free,
          roots.find(({ bearer }) => bearer === free),
        );
        if (duty === 'undecided') undecided(`${bound.norm} of ${bound.bearer}`);
        else if (duty) found.push(duty);
      }
    }
  }
  return found;
}

/** The states that are party to the norm's instrument on the day, where the bearer is one of them. */
function partiesOf({ rulebook, law }: AuditContext, root: FindingRoot): readonly string[] {
  const day = law.scenes[0]?.day as Day;
  const norm = indexRulebook(rulebook).find('norm', root.norm);
  const instrument = indexRulebook(rulebook).find('instrument', norm?.instrument);
  const parties = (instrument?.parties ?? [])
    .filter(({ period }) => periodHolds(period, day))
    .map(({ party }) => party);
  // Of many parties, each against each would say little: two-sided instruments are meant.
  return parties.includes(root.bearer) && parties.length === 2 ? parties : [];
}

function oneSided(
  context: AuditContext,
  bound: FindingRoot,
  free: string,
  other: FindingRoot | undefined,
): OneSidedDuty | undefined | 'undecided' {
  const { law } = context;
  const binds = context.function(bound);
  const bindsOther = other ? context.function(other) : NEVER;
  if (binds === undefined || bindsOther === undefined || context.budget.isSpent) return 'undecided';
  const alone = law.attempt(() => law.manager.and(binds, not(bindsOther)));
  const worlds = alone === undefined ? undefined : context.occurring(alone);
  if (alone === undefined || worlds === undefined) return 'undecided';
  if (worlds === NEVER) return undefined;
  return {
    norm: bound.norm,
    bound: bound.bearer,
    free,
    incident: bound.incident,
    description: context.describe(alone),
    example: context.example(worlds, [bound.node, ...(other ? [other.node] : [])]),
  };
}
