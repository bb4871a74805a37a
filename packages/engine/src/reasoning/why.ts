/**
 * Why a finding came out as it did: the smallest sets of what is given that alone suffice for it; for an open
 * finding, the questions that it still hangs on.
 */
import type { NodeId } from '../circuit/circuit.ts';
import { cheapestPlans } from '../diagram/cheapest.ts';
import type { Law } from '../diagram/law.ts';
import { ALWAYS, type Diagram, not } from '../diagram/manager.ts';
import { confine, forSome } from '../diagram/quantify.ts';
import type { Question, Variable } from '../diagram/variables.ts';
import { canHold, supportOf } from '../diagram/walk.ts';
import type { Outcome } from '../rulebook/schema.ts';
import { type Basis, type Givens, openClasses } from './given.ts';
import { settleNode } from './settle.ts';

/** What a finding rests on, or hangs on where it is open. */
export interface Why {
  readonly outcome: Outcome;
  /** Each set alone is enough, whatever else were the case; all are as small as can be. The first 20. */
  readonly sufficient: readonly (readonly Basis[])[];
  readonly more: boolean;
  /** For undetermined findings: the questions whose answers still matter. */
  readonly missing: readonly Question[];
  /** False where the limits of the work did not suffice: the lists may then be empty. */
  readonly decided: boolean;
}

const undecided = { sufficient: [], more: false, missing: [], decided: false };

export function whyNode(law: Law, root: NodeId, givens: Givens, scene = 0): Why {
  const { outcome } = settleNode(law, root, givens, scene);
  const diagram = law.diagram(root, scene);
  if (diagram === undefined) return { outcome, ...undecided };
  const possible = possibleWithin(law, diagram, givens, scene);
  if (possible === undefined) return { outcome, ...undecided };
  if (outcome === 'undetermined') {
    const missing = openQuestions(law, diagram, possible, givens);
    return { outcome, sufficient: [], more: false, missing, decided: true };
  }
  const wanted = outcome === 'applies' ? diagram : not(diagram);
  const found = cheapestPlans(
    law.manager,
    wanted,
    possible,
    (level) => {
      const settled = givens.settled.get(level);
      const open = openClasses(law, level, scene);
      if (!settled) return [{ cost: 0, classes: open }];
      // What was left open by rule, not by the situation, costs nothing and is no reason.
      if (settled.basis.kind === 'open') return [{ cost: 0, classes: settled.classes }];
      return [
        { cost: 0, classes: open },
        { cost: 1, classes: settled.classes },
      ];
    },
    { cost: 40, plans: 20, steps: 200_000 },
  );
  if (found === undefined || found === 'none') return { outcome, ...undecided };
  const sufficient = found.plans.map((plan) =>
    [...plan.keys()].flatMap((level) => givens.settled.get(level)?.basis ?? []),
  );
  return { outcome, sufficient, more: found.more, missing: [], decided: true };
}

/** What is possible, as far as it bears on the function; everything, where what is given is itself impossible. */
export function possibleWithin(law: Law, diagram: Diagram, givens: Givens, scene = 0): Diagram | undefined {
  const possible = law.possible([diagram], scene);
  if (possible === undefined) return undefined;
  return canHold(law.manager, possible, givens.allowed) ? possible : ALWAYS;
}

/** The questions that the function still depends on, given what is settled and possible. */
function openQuestions(law: Law, diagram: Diagram, possible: Diagram, givens: Givens): readonly Question[] {
  return openLevels(law, diagram, possible, givens).map(
    (level) => (law.variables[level] as Variable).question,
  );
}

/** Levels on whose answer it depends whether the function holds, all else being equal. */
export function openLevels(law: Law, diagram: Diagram, possible: Diagram, givens: Givens): number[] {
  const { manager } = law;
  const levels = law.attempt(() => {
    const within = confine(manager, diagram, givens.allowed);
    if (possible === ALWAYS) return supportOf(manager, within);
    const holds = confine(manager, manager.and(diagram, possible), givens.allowed);
    const fails = confine(manager, manager.and(not(diagram), possible), givens.allowed);
    return supportOf(manager, holds, fails).filter((level) => {
      const own = (each: number): boolean => each === level;
      // No single answer makes it both hold and fail, so that where both can be, two answers part it.
      const canBoth = manager.and(
        forSome(manager, holds, own, givens.allowed),
        forSome(manager, fails, own, givens.allowed),
      );
      return canHold(manager, canBoth, givens.allowed);
    });
  });
  return levels ?? [];
}
