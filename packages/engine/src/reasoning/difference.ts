/**
 * What changed between two days, two views or two libraries: norm by norm the exact situations in which it
 * applies now and did not before, and the reverse; and what made the change. Durations since given dates are
 * reckoned to the second day on both sides: that time passed is no change of law.
 */

import { toDay } from '../calendar/date.ts';
import { CircuitBuilder } from '../circuit/builder.ts';
import type { FindingRoot, NodeId } from '../circuit/circuit.ts';
import { Law } from '../diagram/law.ts';
import { type Diagram, NEVER, not } from '../diagram/manager.ts';
import { type Allowed, fix, forSome } from '../diagram/quantify.ts';
import { canHold, supportOf } from '../diagram/walk.ts';
import { FALSE, TRUE } from '../evaluate/kleene.ts';
import type { Fact } from '../rulebook/schema.ts';
import { type Cause, causesOf } from './causes.ts';
import { type Description, describe } from './describe.ts';
import { type Pair, pairsOf } from './difference-pairs.ts';
import type { DifferenceSide } from './difference-side.ts';
import { assumedGivens, isFrame, stands, viewGivens } from './given.ts';
import { ThroughTerms } from './through-term.ts';
import { completeWorld, type ExampleSituation, evaluateExample, exampleSituation } from './world.ts';

export interface DifferentSituations {
  /** Absent where it passed the limits of the work, and where only causes are described. */
  readonly description?: Description | undefined;
  readonly example?: ExampleSituation | undefined;
}

/** What became of the situations in which something holds. */
export interface Shift {
  readonly kind: 'new' | 'gone' | 'wider' | 'narrower' | 'moved' | 'not-decided';
  /** Where it holds now and did not before. */
  readonly gained?: DifferentSituations | undefined;
  /** Where it held before and does not now. */
  readonly lost?: DifferentSituations | undefined;
  /** It changed only where a deed was done that is assumed not to be. */
  readonly onceDone?: true | undefined;
}

/** A term that turned, and that some norms changed only through. */
export interface TermDifference extends Shift {
  readonly term: string;
  readonly causes: readonly Cause[];
}

export interface NormDifference extends Shift {
  readonly bearer: string;
  readonly incident?: number | undefined;
  /** The norm before and after; two names where one continues or replaces the other. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly succession?: 'continues' | 'replaces' | undefined;
  /** The term within which all turned that made the norm change; its difference says all of it. */
  readonly through?: string | undefined;
  /** The side on which the law of the day alone keeps it from applying, whatever the facts. */
  readonly never?: 'before' | 'after' | undefined;
  readonly causes: readonly Cause[];
}

/** What changed from one side to the other, norm by norm. */
export interface Difference {
  readonly norms: readonly NormDifference[];
  readonly terms: readonly TermDifference[];
  /** Norms (with their bearers) that apply in exactly the same situations on both sides, whatever deed is done. */
  readonly unchanged: number;
  /** Of these, how many were the same node, so that nothing had to be compared. */
  readonly identical: number;
  /** Assumptions that were kept: of the frame, and, where a norm changed without, deeds not yet done. */
  readonly assumed: readonly string[];
}

/** For each side the classes that its view and the assumptions leave. */
type Settled = readonly [Allowed, Allowed];

/**
 * `described`: whether the situations are described of every norm, or of those alone that changed by themselves; of
 * what changed only through a term the term's own difference says all, in a fraction of the work.
 */
export function differenceOf(
  from: DifferenceSide,
  to: DifferenceSide,
  described: 'all' | 'causes' = 'all',
): Difference {
  return new Comparison(from, to, described).run();
}

class Comparison {
  readonly #sides: readonly [DifferenceSide, DifferenceSide];
  readonly #law: Law;
  /** What the view and the assumptions settle on each side. */
  readonly #settled: Settled;
  /** The same, where any deed may have been done. */
  readonly #onceDone: Settled;
  readonly #through: ThroughTerms | undefined;
  readonly #terms = new Map<string, TermDifference | undefined>();
  /** What may vary on both sides alike: readings held on both. */
  readonly #shared: Allowed;
  readonly #described: 'all' | 'causes';
  readonly #descriptions = new Map<string, Description>();

  constructor(from: DifferenceSide, to: DifferenceSide, described: 'all' | 'causes') {
    this.#sides = [from, to];
    this.#described = described;
    const roots = ({ circuit }: DifferenceSide): NodeId[] => circuit.findings.map(({ node }) => node);
    this.#law = new Law(
      this.#sides.map((side) => ({
        scene: {
          rulebook: side.rulebook,
          circuit: side.circuit,
          day: toDay(side.on),
          known: side.known === undefined ? undefined : toDay(side.known),
          clock: toDay(to.on),
        },
        roots: roots(side),
      })),
    );
    this.#settled = [this.#sideAllowed(0, stands), this.#sideAllowed(1, stands)];
    this.#onceDone = [this.#sideAllowed(0, isFrame), this.#sideAllowed(1, isFrame)];
    // Between two libraries nodes are no counterparts, and between two views it is the view that turned.
    this.#through =
      from.circuit === to.circuit && from.view?.join() === to.view?.join()
        ? new ThroughTerms(this.#law, to.circuit)
        : undefined;
    this.#shared = this.#law.variables.map(({ question }, level) => {
      if (question.kind !== 'reading') return undefined;
      const [before, after] = [this.#settled[0][level], this.#settled[1][level]];
      if (!before || !after) return before ?? after;
      const both = before.filter((value) => after.includes(value));
      return both.length > 0 ? both : undefined;
    });
  }

  run(): Difference {
    const norms: NormDifference[] = [];
    let unchanged = 0;
    let identical = 0;
    for (const pair of pairsOf(this.#law, this.#sides)) {
      if (this.#isSameNode(pair)) {
        unchanged += 1;
        identical += 1;
        continue;
      }
      const difference = this.#compare(pair);
      if (difference) norms.push(difference);
      else unchanged += 1;
    }
    const assumed = [0, 1].flatMap((scene) =>
      assumedGivens(this.#law, scene).flatMap(({ basis }) => (basis.kind === 'assumed' ? [basis.fact] : [])),
    );
    const terms = [...this.#terms.values()].filter((term) => term !== undefined);
    return { norms, terms, unchanged, identical, assumed: [...new Set(assumed)] };
  }

  #isSameNode({ before, after }: Pair): boolean {
    if (!before || !after) return false;
    const same = this.#law.restricted(before.node, 0) === this.#law.restricted(after.node, 1);
    return (
      same &&
      this.#sides[0].view?.join() === this.#sides[1].view?.join() &&
      !this.#holdersDiffer(before, after)
    );
  }

  /** The same node may still mean other readings where other holders have one. */
  #holdersDiffer(before: FindingRoot, after: FindingRoot): boolean {
    const [one, other] = [this.#law.diagram(before.node, 0), this.#law.diagram(after.node, 1)];
    if (one === undefined || other === undefined) return false;
    return supportOf(this.#law.manager, one).some(
      (level) => String(this.#settled[0][level]) !== String(this.#settled[1][level]),
    );
  }

  #compare(pair: Pair): NormDifference | undefined {
    const root = (pair.after ?? pair.before) as FindingRoot;
    const through = this.#throughTerm(pair);
    const described = this.#described === 'all' || through === undefined;
    const change = this.#change(pair.before?.node, pair.after?.node, described);
    if (!change) return undefined;
    const never = ([pair.before, pair.after] as const).findIndex(
      (side, scene) => side === undefined || this.#law.restricted(side.node, scene) === CircuitBuilder.false,
    );
    return {
      bearer: root.bearer,
      ...(root.incident === undefined ? {} : { incident: root.incident }),
      before: pair.before?.norm,
      after: pair.after?.norm,
      succession: pair.succession,
      ...change,
      ...(never < 0 ? {} : { never: never === 0 ? 'before' : 'after' }),
      through,
      causes: this.#causes(pair.before?.node, pair.after?.node),
    };
  }

  /** The term through which alone a norm changed, with its own difference worked out once. */
  #throughTerm({ before, after }: Pair): string | undefined {
    if (before === undefined || before.node !== after?.node) return undefined;
    const found = this.#through?.of(before.node);
    if (!found) return undefined;
    const key = `${found.term} ${found.node}`;
    if (!this.#terms.has(key)) {
      const change = this.#change(found.node, found.node, true);
      const causes = this.#causes(found.node, found.node);
      this.#terms.set(key, change && { term: found.term, ...change, causes });
    }
    return this.#terms.get(key) && found.term;
  }

  /** As things stand, and where nothing changed so, once some deed is done. */
  #change(before: NodeId | undefined, after: NodeId | undefined, described: boolean): Shift | undefined {
    const change = this.#changeWithin(before, after, this.#settled, described);
    if (change) return change;
    const onceDone = this.#changeWithin(before, after, this.#onceDone, described);
    return onceDone && { ...onceDone, onceDone: true };
  }

  #changeWithin(
    from: NodeId | undefined,
    to: NodeId | undefined,
    settled: Settled,
    described: boolean,
  ): Shift | undefined {
    const law = this.#law;
    const { manager } = law;
    const before = this.#function(from, 0, settled);
    const after = this.#function(to, 1, settled);
    const [was, is] =
      before === undefined || after === undefined ? [] : this.#possible(before, after, settled);
    if (before === undefined || after === undefined || was === undefined || is === undefined)
      return { kind: 'not-decided' };
    if (before === after) return undefined;
    const parts = law.attempt(() => ({
      // What could not be before is none the less gained; what can be no longer is lost.
      gained: manager.all([after, not(before), is]),
      lost: manager.all([before, not(after), was]),
      both: manager.all([before, after, was, is]),
    }));
    if (!parts) return { kind: 'not-decided' };
    const isGained = canHold(manager, parts.gained, this.#shared);
    const isLost = canHold(manager, parts.lost, this.#shared);
    if (!isGained && !isLost) return undefined;
    const overlaps = canHold(manager, parts.both, this.#shared);
    const kind = isGained ? (isLost ? 'moved' : overlaps ? 'wider' : 'new') : overlaps ? 'narrower' : 'gone';
    const situations = (worlds: Diagram, side: 0 | 1): DifferentSituations => {
      if (!described) return {};
      return {
        description: this.#describe(worlds, side === 1 ? is : was),
        example: this.#example(worlds, [from, to], side, settled),
      };
    };
    return {
      kind,
      ...(isGained ? { gained: situations(parts.gained, 1) } : {}),
      ...(isLost ? { lost: situations(parts.lost, 0) } : {}),
    };
  }

  /** Norms of one condition change alike, and are described once. */
  #describe(worlds: Diagram, possible: Diagram): Description | undefined {
    const key = `${worlds} ${possible}`;
    const known = this.#descriptions.get(key);
    if (known) return known;
    const description = describe(this.#law, worlds, possible, this.#shared);
    if (description) this.#descriptions.set(key, description);
    return description;
  }

  /** The function of one side, its view and assumptions settled. */
  #function(root: NodeId | undefined, scene: 0 | 1, kept: Settled): Diagram | undefined {
    const law = this.#law;
    if (root === undefined) return NEVER;
    const diagram = law.diagram(root, scene);
    if (diagram === undefined) return undefined;
    const settled = kept[scene];
    return law.attempt(() => {
      const fixed = fix(law.manager, diagram, settled);
      // Where no holder has a reading on both sides, a side counts as applying in any of its own readings.
      const apart = (level: number): boolean =>
        this.#shared[level] === undefined && (settled[level]?.length ?? 0) > 1;
      return forSome(law.manager, fixed, apart, settled);
    });
  }

  /** What can occur on each side, as far as it bears on the functions. */
  #possible(before: Diagram, after: Diagram, settled: Settled): readonly (Diagram | undefined)[] {
    const law = this.#law;
    return ([0, 1] as const).map((scene) => {
      const possible = law.possible([before, after], scene);
      if (possible === undefined) return undefined;
      return law.attempt(() => fix(law.manager, possible, settled[scene]));
    });
  }

  #sideAllowed(scene: 0 | 1, kept: (fact: Fact) => boolean): Allowed {
    const law = this.#law;
    const settled = [
      ...viewGivens(law, this.#sides[scene].view ?? [], scene),
      ...assumedGivens(law, scene, kept),
    ];
    return law.allowed(settled.map(({ level, classes }) => [level, classes]));
  }

  /** One situation, evaluated on both sides by the plain evaluator. */
  #example(
    worlds: Diagram,
    roots: readonly [NodeId | undefined, NodeId | undefined],
    side: 0 | 1,
    settled: Settled,
  ): ExampleSituation | undefined {
    const law = this.#law;
    const nodes = roots.flatMap((root, scene) => (root === undefined ? [] : [law.restricted(root, scene)]));
    const allowed = law.variables.map((_, level) => this.#shared[level] ?? settled[side][level]);
    const found = completeWorld(law, worlds, nodes, allowed, side);
    if (!found) return undefined;
    const shown = this.#situation(found, side);
    const applied = roots.map((root, scene) => {
      if (root === undefined) return FALSE;
      const { rulebook } = this.#sides[scene as 0 | 1];
      const situation = this.#situation(found, scene as 0 | 1);
      const clock = this.#sides[1].on;
      return evaluateExample(rulebook, law.cones(scene), situation, [root], clock)(root);
    });
    const differs = applied[side] === TRUE && applied[1 - side] !== TRUE;
    if (!differs && this.#readingsShared())
      throw new Error('the evaluator contradicts a difference: please report this');
    return differs ? shown : undefined;
  }

  /** Whether readings were compared at all: where none is held on both sides, each side has its own. */
  #readingsShared(): boolean {
    return this.#law.variables.every(
      ({ question }, level) =>
        question.kind !== 'reading' ||
        this.#shared[level] !== undefined ||
        [0, 1].some((side) => this.#settled[side as 0 | 1][level] === undefined),
    );
  }

  #situation(world: ReadonlyMap<number, number>, side: 0 | 1): ExampleSituation {
    const own = new Map(world);
    this.#law.variables.forEach(({ question }, level) => {
      if (question.kind !== 'reading') return;
      const settled = this.#settled[side][level];
      if (settled?.length === 1) own.set(level, settled[0] as number);
    });
    return exampleSituation(this.#law, own, side);
  }

  #causes(before: NodeId | undefined, after: NodeId | undefined): readonly Cause[] {
    return causesOf(this.#law, this.#sides, before, after);
  }
}
