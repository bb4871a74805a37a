/**
 * What changed between two days, two views or two libraries: norm by norm the exact situations in which it
 * applies now and did not before, and the reverse; and what made the change. Durations since given dates are
 * reckoned to the second day on both sides: that time passed is no change of law.
 */

import { toDay } from '../calendar/date.ts';
import type { FindingRoot, NodeId } from '../circuit/circuit.ts';
import { Law } from '../diagram/law.ts';
import { type Diagram, NEVER, not } from '../diagram/manager.ts';
import { type Allowed, fix, forSome } from '../diagram/quantify.ts';
import { canHold, supportOf } from '../diagram/walk.ts';
import { FALSE, TRUE } from '../evaluate/kleene.ts';
import { indexRulebook } from '../rulebook/index.ts';
import { type Cause, causesOf } from './causes.ts';
import { type Description, describe } from './describe.ts';
import type { DifferenceSide } from './difference-side.ts';
import { assumedGivens, viewGivens } from './given.ts';
import { completeWorld, type ExampleSituation, evaluateExample, exampleSituation } from './world.ts';

export interface DifferentSituations {
  /** Absent where it passed the limits of the work. */
  readonly description?: Description | undefined;
  readonly example?: ExampleSituation | undefined;
}

export interface NormDifference {
  readonly bearer: string;
  readonly incident?: number | undefined;
  /** The norm before and after; two names where one continues or replaces the other. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly succession?: 'continues' | 'replaces' | undefined;
  readonly kind: 'new' | 'gone' | 'wider' | 'narrower' | 'moved' | 'not-decided';
  /** Where it applies now and did not before. */
  readonly gained?: DifferentSituations | undefined;
  /** Where it applied before and does not now. */
  readonly lost?: DifferentSituations | undefined;
  readonly causes: readonly Cause[];
}

/** What changed from one side to the other, norm by norm. */
export interface Difference {
  readonly norms: readonly NormDifference[];
  /** Norms (with their bearers) that apply in exactly the same situations on both sides. */
  readonly unchanged: number;
  /** Of these, how many were the same node, so that nothing had to be compared. */
  readonly identical: number;
  readonly assumed: readonly string[];
}

interface Pair {
  readonly before?: FindingRoot | undefined;
  readonly after?: FindingRoot | undefined;
  readonly succession?: 'continues' | 'replaces' | undefined;
}

export function differenceOf(from: DifferenceSide, to: DifferenceSide): Difference {
  return new Comparison(from, to).run();
}

class Comparison {
  readonly #sides: readonly [DifferenceSide, DifferenceSide];
  readonly #law: Law;
  /** What the view and the assumptions settle on each side. */
  readonly #settled: readonly [Allowed, Allowed];
  /** What may vary on both sides alike: readings held on both. */
  readonly #shared: Allowed;
  readonly #descriptions = new Map<string, Description>();

  constructor(from: DifferenceSide, to: DifferenceSide) {
    this.#sides = [from, to];
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
    this.#settled = [this.#sideAllowed(0), this.#sideAllowed(1)];
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
    for (const pair of this.#pairs()) {
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
    return { norms, unchanged, identical, assumed: [...new Set(assumed)] };
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
    const law = this.#law;
    const { manager } = law;
    const root = (pair.after ?? pair.before) as FindingRoot;
    const common = {
      bearer: root.bearer,
      ...(root.incident === undefined ? {} : { incident: root.incident }),
      before: pair.before?.norm,
      after: pair.after?.norm,
      succession: pair.succession,
    };
    const before = this.#function(pair.before, 0);
    const after = this.#function(pair.after, 1);
    const [was, is] = before === undefined || after === undefined ? [] : this.#possible(before, after);
    if (before === undefined || after === undefined || was === undefined || is === undefined)
      return { ...common, kind: 'not-decided', causes: this.#causes(pair) };
    if (before === after) return undefined;
    const parts = law.attempt(() => ({
      // What could not be before is none the less gained; what can be no longer is lost.
      gained: manager.all([after, not(before), is]),
      lost: manager.all([before, not(after), was]),
      both: manager.all([before, after, was, is]),
    }));
    if (!parts) return { ...common, kind: 'not-decided', causes: this.#causes(pair) };
    const isGained = canHold(manager, parts.gained, this.#shared);
    const isLost = canHold(manager, parts.lost, this.#shared);
    if (!isGained && !isLost) return undefined;
    const overlaps = canHold(manager, parts.both, this.#shared);
    const kind = isGained ? (isLost ? 'moved' : overlaps ? 'wider' : 'new') : overlaps ? 'narrower' : 'gone';
    const situations = (worlds: Diagram, now: boolean): DifferentSituations => ({
      description: this.#describe(worlds, now ? is : was),
      example: this.#example(worlds, pair, now),
    });
    return {
      ...common,
      kind,
      ...(isGained ? { gained: situations(parts.gained, true) } : {}),
      ...(isLost ? { lost: situations(parts.lost, false) } : {}),
      causes: this.#causes(pair),
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
  #function(root: FindingRoot | undefined, scene: 0 | 1): Diagram | undefined {
    const law = this.#law;
    if (!root) return NEVER;
    const diagram = law.diagram(root.node, scene);
    if (diagram === undefined) return undefined;
    const settled = this.#settled[scene];
    return law.attempt(() => {
      const fixed = fix(law.manager, diagram, settled);
      // Where no holder has a reading on both sides, a side counts as applying in any of its own readings.
      const apart = (level: number): boolean =>
        this.#shared[level] === undefined && (settled[level]?.length ?? 0) > 1;
      return forSome(law.manager, fixed, apart, settled);
    });
  }

  /** What can occur on each side, as far as it bears on the functions. */
  #possible(before: Diagram, after: Diagram): readonly (Diagram | undefined)[] {
    const law = this.#law;
    return ([0, 1] as const).map((scene) => {
      const possible = law.possible([before, after], scene);
      if (possible === undefined) return undefined;
      return law.attempt(() => fix(law.manager, possible, this.#settled[scene]));
    });
  }

  #sideAllowed(scene: 0 | 1): Allowed {
    const law = this.#law;
    const settled = [...viewGivens(law, this.#sides[scene].view ?? [], scene), ...assumedGivens(law, scene)];
    return law.allowed(settled.map(({ level, classes }) => [level, classes]));
  }

  /** One situation, evaluated on both sides by the plain evaluator. */
  #example(worlds: Diagram, pair: Pair, now: boolean): ExampleSituation | undefined {
    const law = this.#law;
    const nodes = [pair.before, pair.after].flatMap((root, side) =>
      root === undefined ? [] : [law.restricted(root.node, side)],
    );
    const side = now ? 1 : 0;
    const allowed = law.variables.map((_, level) => this.#shared[level] ?? this.#settled[side][level]);
    const found = completeWorld(law, worlds, nodes, allowed, side);
    if (!found) return undefined;
    const shown = this.#situation(found, side);
    const applied = [pair.before, pair.after].map((root, scene) => {
      if (!root) return FALSE;
      const { rulebook } = this.#sides[scene as 0 | 1];
      const situation = this.#situation(found, scene as 0 | 1);
      const clock = this.#sides[1].on;
      return evaluateExample(rulebook, law.cones(scene), situation, [root.node], clock)(root.node);
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

  #causes(pair: Pair): readonly Cause[] {
    return causesOf(this.#law, this.#sides, pair.before?.node, pair.after?.node);
  }

  /** Norms matched by name and bearer; a norm without a counterpart, by what it continues or replaces. */
  #pairs(): readonly Pair[] {
    const [from, to] = this.#sides;
    const key = (root: FindingRoot, norm = root.norm): string =>
      `${norm} ${root.bearer} ${root.incident ?? ''}`;
    const before = new Map(from.circuit.findings.map((root) => [key(root), root]));
    const after = new Map(to.circuit.findings.map((root) => [key(root), root]));
    const never = (root: FindingRoot | undefined, scene: number): boolean =>
      root === undefined || this.#law.restricted(root.node, scene) === 0;
    const pairs: Pair[] = [];
    const matched = new Set<string>();
    for (const [name, root] of after) {
      const own = before.get(name);
      if (never(own, 0) && !never(root, 1)) {
        const norm = indexRulebook(to.rulebook).find('norm', root.norm);
        const succeeded = [
          ...(norm?.continues ?? []).map((id) => ['continues', id] as const),
          ...(norm?.replaces ?? []).map((id) => ['replaces', id] as const),
        ].flatMap(([succession, id]) => {
          const old = before.get(key(root, id));
          return old && !never(old, 0) && never(after.get(key(root, id)), 1) ? [{ succession, old }] : [];
        })[0];
        if (succeeded) {
          matched.add(key(succeeded.old));
          matched.add(name);
          pairs.push({ before: succeeded.old, after: root, succession: succeeded.succession });
          continue;
        }
      }
      pairs.push({ before: own, after: root });
    }
    const rest: readonly Pair[] = [...before].flatMap(([name, root]) =>
      after.has(name) ? [] : [{ before: root }],
    );
    return [...pairs, ...rest].filter(
      (pair) =>
        pair.succession !== undefined || !matched.has(key((pair.before ?? pair.after) as FindingRoot)),
    );
  }
}
