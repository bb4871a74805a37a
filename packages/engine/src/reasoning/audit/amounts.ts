/** Amounts whose pieces overlap, or leave situations without one, while the amount is in force. */

import { NEVER, not } from '../../diagram/manager.ts';
import { indexRulebook } from '../../rulebook/index.ts';
import type { Description } from '../describe.ts';
import type { ExampleSituation } from '../world.ts';
import type { AuditContext } from './context.ts';

export interface AmountFault {
  readonly amount: string;
  readonly incident?: number | undefined;
  readonly kind: 'overlap' | 'gap';
  /** For overlaps: the two pieces. */
  readonly pieces: readonly number[];
  readonly description?: Description | undefined;
  readonly example?: ExampleSituation | undefined;
}

export function findAmountFaults(context: AuditContext, undecided: (what: string) => void): AmountFault[] {
  const { law, circuit } = context;
  return circuit.amounts.flatMap(({ amount, incident, guards }): AmountFault[] => {
    const diagrams = guards.map((guard) => law.diagram(guard));
    if (context.budget.isSpent || diagrams.includes(undefined)) {
      undecided(amount);
      return [];
    }
    const known = diagrams as readonly number[];
    // Not in force on the day: there is nothing to be complete about.
    if (known.every((guard) => guard === NEVER)) return [];
    const faults: AmountFault[] = [];
    const report = (kind: AmountFault['kind'], pieces: readonly number[], of: number | undefined): void => {
      const worlds = of === undefined ? undefined : context.occurring(of);
      if (of === undefined || worlds === undefined) {
        undecided(amount);
        return;
      }
      const example = context.example(worlds, guards);
      if (example)
        faults.push({ amount, incident, kind, pieces, description: context.describe(of), example });
    };
    known.forEach((left, one) => {
      known.slice(one + 1).forEach((right, rest) => {
        report(
          'overlap',
          [one, one + 1 + rest],
          law.attempt(() => law.manager.and(left, right)),
        );
      });
    });
    report(
      'gap',
      [],
      law.attempt(() => law.manager.and(not(law.manager.any(known)), inForce(context, amount))),
    );
    return faults;
  });
}

function inForce(context: AuditContext, id: string): number {
  const instrument = indexRulebook(context.rulebook).find('amount', id)?.instrument;
  const node = instrument === undefined ? undefined : context.circuit.instruments.get(instrument);
  const diagram = node === undefined ? 0 : context.law.diagram(node);
  return diagram ?? context.law.manager.giveUp();
}
