/**
 * What would flip a finding: the smallest changes of facts and readings, the days on which it comes out
 * otherwise, and the views in which it does. Every change is checked by evaluating the changed situation again.
 */
import type { NodeId } from '../circuit/circuit.ts';
import { cheapestPlans, type Plan, type PricedAnswer } from '../diagram/cheapest.ts';
import type { Law } from '../diagram/law.ts';
import { type Diagram, not } from '../diagram/manager.ts';
import type { Scene } from '../diagram/scene.ts';
import type { Question, ValueClass, Variable } from '../diagram/variables.ts';
import { TRUE } from '../evaluate/kleene.ts';
import type { Outcome } from '../rulebook/schema.ts';
import { type ResolvedSituation, resolveSituation } from '../situation/resolved.ts';
import type { Situation } from '../situation/situation.ts';
import { type Givens, givensOf, openClasses } from './given.ts';
import { settleDiagram, settleNode } from './settle.ts';
import { type OutcomeStretch, timelineOf } from './timeline.ts';
import { possibleWithin } from './why.ts';
import { completeWorld, evaluateExample, exampleSituation } from './world.ts';

/** One question answered otherwise than now; any of the classes would do. */
export interface Change {
  readonly question: Question;
  readonly to: readonly ValueClass[];
  /** What is given now; empty where the answer is open. */
  readonly from: readonly ValueClass[];
}

export interface Flip {
  readonly outcome: 'applies' | 'does-not-apply';
  /** Each set of changes alone brings the outcome about; all are as small as can be. The first 20. */
  readonly changes: readonly (readonly Change[])[];
  readonly more: boolean;
  /** False where the limits of the work did not suffice. */
  readonly decided: boolean;
}

/** What would make a finding come out otherwise. */
export interface WhatIf {
  readonly outcome: Outcome;
  /** To the opposite outcome; to both, where the finding is undetermined. */
  readonly flips: readonly Flip[];
  /** How the finding comes out on other days. */
  readonly timeline: readonly OutcomeStretch[];
  /** Views, of those asked about, in which the outcome is another. */
  readonly views: readonly { readonly view: string; readonly outcome: Outcome }[];
}

export interface WhatIfOptions {
  readonly view?: readonly string[];
  /** Other views to try: a name and an ordered list of holders. */
  readonly otherViews?: readonly { readonly name: string; readonly holders: readonly string[] }[];
}

export function whatIf(
  law: Law,
  root: NodeId,
  situation: Situation | ResolvedSituation,
  options: WhatIfOptions = {},
): WhatIf {
  const view = options.view ?? [];
  const scene = law.scenes[0] as Scene;
  const resolved = resolveSituation(scene.rulebook, situation);
  const givens = givensOf(law, resolved, view);
  const { outcome } = settleNode(law, root, givens);
  const targets =
    outcome === 'undetermined'
      ? (['applies', 'does-not-apply'] as const)
      : ([outcome === 'applies' ? 'does-not-apply' : 'applies'] as const);
  return {
    outcome,
    flips: targets.map((target) => smallestFlip(law, root, givens, target)),
    timeline: timelineOf(scene, root, resolved, view),
    views: (options.otherViews ?? []).flatMap(({ name, holders }) => {
      const other = settleNode(law, root, givensOf(law, resolved, holders)).outcome;
      return other === outcome ? [] : [{ view: name, outcome: other }];
    }),
  };
}

/** The smallest changes that make the finding come out as wanted, whatever is still open. */
export function smallestFlip(law: Law, root: NodeId, givens: Givens, outcome: Flip['outcome']): Flip {
  const diagram = law.diagram(root);
  const possible = diagram === undefined ? undefined : possibleWithin(law, diagram, givens);
  if (diagram === undefined || possible === undefined)
    return { outcome, changes: [], more: false, decided: false };
  const wanted = outcome === 'applies' ? diagram : not(diagram);
  const options = (level: number): readonly PricedAnswer[] => changesAt(law, level, givens);
  const found = cheapestPlans(law.manager, wanted, possible, options);
  if (found === undefined) return { outcome, changes: [], more: false, decided: false };
  if (found === 'none') return { outcome, changes: [], more: false, decided: true };
  const plans = found.plans.filter((plan) => isVerified(law, root, diagram, possible, givens, plan, outcome));
  return {
    outcome,
    changes: plans.map((plan) => [...plan].map(([level, chosen]) => change(law, level, chosen, givens))),
    more: found.more,
    decided: plans.length === found.plans.length,
  };
}

/** First what is left as it is, for nothing; then each other answer, at one change. */
function changesAt(law: Law, level: number, givens: Givens): readonly PricedAnswer[] {
  const settled = givens.settled.get(level);
  const all = openClasses(law, level);
  const stay = settled?.classes ?? all;
  // Nobody can settle what nothing determines.
  if ((law.variables[level] as Variable).question.kind === 'unread') return [{ cost: 0, classes: stay }];
  const others = stay.length === 1 ? all.filter((value) => value !== stay[0]) : all;
  return [{ cost: 0, classes: stay }, ...others.map((value) => ({ cost: 1, classes: [value] }))];
}

function change(law: Law, level: number, chosen: readonly number[], givens: Givens): Change {
  const { question, classes } = law.variables[level] as Variable;
  const options = changesAt(law, level, givens);
  const settled = givens.settled.get(level);
  const asClasses = (indexes: readonly number[]): ValueClass[] =>
    indexes.map((index) => classes[index] as ValueClass);
  return {
    question,
    to: asClasses(chosen.flatMap((option) => options[option]?.classes ?? [])),
    from: settled === undefined || settled.basis.kind === 'open' ? [] : asClasses(settled.classes),
  };
}

/** Settles the changed situation anew, and evaluates one full completion of it with the plain evaluator. */
function isVerified(
  law: Law,
  root: NodeId,
  diagram: Diagram,
  possible: Diagram,
  givens: Givens,
  plan: Plan,
  outcome: Flip['outcome'],
): boolean {
  const allowed = givens.allowed.slice();
  for (const [level, chosen] of plan)
    allowed[level] = chosen.flatMap((option) => changesAt(law, level, givens)[option]?.classes ?? []);
  if (settleDiagram(law, diagram, { settled: givens.settled, allowed }) !== outcome) return false;
  const world = completeWorld(law, possible, [law.restricted(root)], allowed);
  if (!world) return false;
  const { rulebook } = law.scenes[0] as Scene;
  const value = evaluateExample(rulebook, law.cones(), exampleSituation(law, world), [root])(root);
  return (value === TRUE) === (outcome === 'applies');
}
