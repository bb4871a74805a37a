/**
 * Exact outcomes: a finding is undetermined only if some completion of what is unknown makes it apply and
 * another does not. Completions respect the constraints of the Rulebook; readings that the view leaves open
 * are completed too.
 */
import type { FindingRoot, NodeId } from '../circuit/circuit.ts';
import type { Law } from '../diagram/law.ts';
import { ALWAYS, type Diagram, not } from '../diagram/manager.ts';
import type { Scene } from '../diagram/scene.ts';
import { canHold } from '../diagram/walk.ts';
import type { Outcome } from '../rulebook/schema.ts';
import type { ResolvedSituation } from '../situation/resolved.ts';
import type { Situation } from '../situation/situation.ts';
import { type Decision, decideOtherwise } from './fallback.ts';
import { type Givens, givensOf } from './given.ts';

export interface SettledOutcome {
  readonly outcome: Outcome;
  /** `not-decided`: neither a proof nor two opposite completions were found; the outcome is undetermined. */
  readonly decidedBy: Decision;
}

/**
 * The exact outcome of every finding of the law's Circuit, on its day. `view` is an ordered list of holders; empty:
 * every reading stays open. The Circuit has to hold as many incidents as the situation.
 */
export function settleFindings(
  law: Law,
  situation: Situation | ResolvedSituation,
  view: readonly string[] = [],
): Map<FindingRoot, SettledOutcome> {
  const { circuit } = law.scenes[0] as Scene;
  const givens = givensOf(law, situation, view);
  return new Map(circuit.findings.map((root) => [root, settleNode(law, root.node, givens)]));
}

/** The exact outcome of one node of a Circuit: true is `applies`. */
export function settleNode(law: Law, root: NodeId, givens: Givens, scene = 0): SettledOutcome {
  const diagram = law.diagram(root, scene);
  if (diagram === undefined) return decideOtherwise(law, root, givens.allowed, scene);
  const outcome = settleDiagram(law, diagram, givens, scene);
  return outcome === undefined
    ? decideOtherwise(law, root, givens.allowed, scene)
    : { outcome, decidedBy: 'diagram' };
}

/** The outcome of a function under what is given; undefined where the allowance does not suffice. */
export function settleDiagram(law: Law, diagram: Diagram, givens: Givens, scene = 0): Outcome | undefined {
  const { manager } = law;
  const possible = law.possible([diagram], scene);
  if (possible === undefined) return undefined;
  // Where everything is possible, nothing has to be made to look.
  if (possible === ALWAYS) return outcomeAmong(law, diagram, not(diagram), givens);
  const within = canHold(manager, possible, givens.allowed) ? possible : 0;
  return law.attempt(() =>
    outcomeAmong(law, manager.and(within, diagram), manager.and(within, not(diagram)), givens),
  );
}

function outcomeAmong({ manager }: Law, holds: Diagram, fails: Diagram, { allowed }: Givens): Outcome {
  if (!canHold(manager, holds, allowed)) return 'does-not-apply';
  return canHold(manager, fails, allowed) ? 'undetermined' : 'applies';
}

/**
 * The constraints that the given facts break, alone or together: as few as show it. Such a situation cannot
 * occur, and its findings are settled as if nothing were impossible.
 */
export function brokenConstraints(law: Law, situation: Situation | ResolvedSituation): readonly string[] {
  let broken = law.restraints();
  if (broken.length === 0) return [];
  const { allowed } = givensOf(law, situation, []);
  const together = law.join(broken);
  if (together === undefined || canHold(law.manager, together, allowed)) return [];
  for (const each of broken) {
    const others = broken.filter((other) => other !== each);
    const rest = law.join(others);
    if (rest !== undefined && !canHold(law.manager, rest, allowed)) broken = others;
  }
  return [...new Set(broken.map(({ id }) => id))];
}
