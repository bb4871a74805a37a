/**
 * A query decided by the solver, where a diagram passed its allowance. Contested readings are then told apart only
 * by asking a view.
 */
import type { NodeId } from '../../circuit/circuit.ts';
import type { Query } from '../../rulebook/schema.ts';
import { findWorld } from '../fallback.ts';
import { type ExampleSituation, exampleSituation } from '../world.ts';
import type { AskedQuery } from './asked-query.ts';
import type { Proof, ProofOutcome } from './proof.ts';

/** Steps that the solver may take over all days of one query; a single search is bounded by its conflicts. */
const SOLVER_STEPS = 10_000_000;

type Wanted = readonly [NodeId | undefined, boolean];

/** What the two sides of a query are where its goal holds, and where it does not. */
const WAYS: Readonly<
  Record<
    Query['quantifier'],
    readonly { readonly left: boolean; readonly right?: boolean; readonly goalHolds: boolean }[]
  >
> = {
  always: [
    { left: true, goalHolds: true },
    { left: false, goalHolds: false },
  ],
  possible: [{ left: true, goalHolds: true }],
  never: [
    { left: false, goalHolds: true },
    { left: true, goalHolds: false },
  ],
  implies: [
    { left: true, right: true, goalHolds: true },
    { left: true, right: false, goalHolds: false },
  ],
  equivalent: [
    { left: true, right: true, goalHolds: true },
    { left: false, right: false, goalHolds: true },
    { left: true, right: false, goalHolds: false },
    { left: false, right: true, goalHolds: false },
  ],
};

export function proveBySolver(asked: AskedQuery): Proof {
  const { law } = asked;
  const { left, right, when } = asked.part;
  const last = asked.work.used + (asked.options.solverSteps ?? SOLVER_STEPS);
  let decided = true;
  let witness: ExampleSituation | undefined;
  let counterexample: ExampleSituation | undefined;
  const search = (
    scene: number,
    wanted: readonly Wanted[],
    goalHolds: boolean,
  ): ExampleSituation | undefined => {
    if (asked.work.used >= last) {
      decided = false;
      return undefined;
    }
    const nodes = wanted.flatMap(([node, value]) =>
      node === undefined ? [] : [[law.restricted(node, scene), value] as const],
    );
    const world = findWorld(law, nodes, asked.allowed(scene), scene);
    if (world === undefined) decided = false;
    if (world === undefined || world === 'none') return undefined;
    const situation = exampleSituation(law, world, scene);
    asked.recheck(situation, goalHolds);
    return situation;
  };
  const { quantifier } = asked.query;
  for (const scene of asked.liveFirst()) {
    for (const { left: first, right: second, goalHolds } of WAYS[quantifier]) {
      const wanted: readonly Wanted[] = [
        [when, true],
        [left, first],
        ...(second === undefined ? [] : [[right, second] as const]),
      ];
      if (goalHolds) witness ??= search(scene, wanted, true);
      else counterexample ??= search(scene, wanted, false);
    }
  }
  const outcome: ProofOutcome =
    quantifier === 'possible'
      ? witness
        ? 'holds'
        : decided
          ? 'fails'
          : 'not-decided'
      : counterexample
        ? 'fails'
        : !decided
          ? 'not-decided'
          : witness
            ? 'holds'
            : 'vacuous';
  const inPart = outcome === 'fails' && witness !== undefined;
  // To look for fewer would take a search for each: all that was kept is said.
  const frame = asked.frame(decided ? 'solver' : 'not-decided', decided ? asked.assumed() : []);
  return { outcome, witness, counterexample, inPart, ...frame };
}
