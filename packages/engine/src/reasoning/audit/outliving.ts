/** Instruments with norms that can be in force on a day on which what they were made under is not. */
import type { NodeId } from '../../circuit/circuit.ts';
import { decisiveDays } from '../../diagram/days.ts';
import { Law } from '../../diagram/law.ts';
import { not } from '../../diagram/manager.ts';
import { canHold } from '../../diagram/walk.ts';
import type { Instrument } from '../../rulebook/schema.ts';
import { completeWorld, type ExampleSituation, exampleSituation } from '../world.ts';
import type { AuditContext } from './context.ts';

export interface Outliving {
  readonly instrument: string;
  readonly under: string;
  /** Its norms: all of them outlive what they rest on. */
  readonly norms: readonly string[];
  /** A day and facts on which it is in force alone. */
  readonly example: ExampleSituation;
}

export function findOutliving(context: AuditContext, undecided: (what: string) => void): Outliving[] {
  const { rulebook } = context;
  return rulebook.instruments.flatMap((instrument): Outliving[] => {
    const norms = rulebook.norms.flatMap((norm) => (norm.instrument === instrument.id ? [norm.id] : []));
    // Where it goes on in a reading only, that reading says so itself, with its holder.
    if (instrument.under === undefined || instrument.standing || norms.length === 0) return [];
    const example = aloneInForce(context, instrument, instrument.under);
    if (example === 'undecided') undecided(`${instrument.id} under ${instrument.under}`);
    else if (example) return [{ instrument: instrument.id, under: instrument.under, norms, example }];
    return [];
  });
}

function aloneInForce(
  { rulebook, circuit, budget }: AuditContext,
  instrument: Instrument,
  under: string,
): ExampleSituation | undefined | 'undecided' {
  if (budget.isSpent) return 'undecided';
  const [own, other] = [instrument.id, under].map((id) => circuit.instruments.get(id) as NodeId) as [
    NodeId,
    NodeId,
  ];
  const days = decisiveDays(circuit, [own, other, ...[...circuit.constraints.values()].flat()]);
  const roots = [own, other];
  const law = new Law(
    days.map((day) => ({ scene: { rulebook, circuit, day }, roots })),
    { budget },
  );
  const allowed = law.allowed([]);
  for (const scene of days.keys()) {
    const [mine, its] = [law.diagram(own, scene), law.diagram(other, scene)];
    if (mine === undefined || its === undefined) return 'undecided';
    const possible = law.possible([mine, its], scene);
    const alone =
      possible === undefined ? undefined : law.attempt(() => law.manager.all([mine, not(its), possible]));
    if (alone === undefined) return 'undecided';
    if (!canHold(law.manager, alone, allowed)) continue;
    const nodes = roots.map((node) => law.restricted(node, scene));
    const world = completeWorld(law, alone, nodes, allowed, scene);
    if (world) return exampleSituation(law, world, scene);
  }
  return undefined;
}
