/**
 * The laws that exact answers about one situation are read from. A rule that speaks of one incident at a time is
 * asked of the law of one incident, once for each with what is given of it: its diagrams are made once for all,
 * and where nothing that is given of an incident has a bearing, so is the answer. Only rules on which several
 * incidents bear at once are asked of the law of all incidents together.
 */
import type { NodeId } from '../circuit/circuit.ts';
import type { Law } from '../diagram/law.ts';
import { type Diagram, not } from '../diagram/manager.ts';
import { fix } from '../diagram/quantify.ts';
import type { Question } from '../diagram/variables.ts';
import { canHold } from '../diagram/walk.ts';
import type { LibraryParts } from '../library/parts.ts';
import type { TogetherLaw } from '../library/together.ts';
import type { ResolvedSituation } from '../situation/resolved.ts';
import { type Givens, givensOf, givensOfOther } from './given.ts';
import { type Apart, apartOf, bearingOn, isApart, isOfIncident } from './incidents-apart.ts';
import { brokenConstraints, type SettledOutcome, settleNode } from './settle.ts';

/** Where a finding is asked. */
export interface AskedLaw {
  readonly law: Law;
  /** The finding's node in the Circuit of the law. */
  readonly node: NodeId;
  /** The incident that the only one of the law stands for; absent where each stands for itself. */
  readonly incident?: number | undefined;
}

/** An incident of which nothing is given. */
const ANY = -1;

/** What was found in one view. */
interface InView {
  readonly view: readonly string[];
  /** By incident; none: of all together. */
  readonly givens: Map<number | undefined, Givens>;
  /** Of an incident of which nothing is given that bears on the node. */
  readonly settled: Map<NodeId, SettledOutcome>;
}

export class SituationLaws {
  readonly #parts: LibraryParts;
  readonly #resolved: ResolvedSituation;
  readonly #one: Law;
  /** Absent where no finding is asked of an incident alone: there is but one, or they are not independent. */
  readonly #apart: Apart | undefined;
  readonly #views = new Map<string, InView>();
  #recent: InView | undefined;
  #together: TogetherLaw | undefined;
  #impossible: readonly string[] | undefined;
  readonly #levels = new Map<number, ReadonlySet<number>>();

  constructor(parts: LibraryParts, resolved: ResolvedSituation) {
    this.#parts = parts;
    this.#resolved = resolved;
    const circuit = parts.circuitOf(resolved.situation);
    const one = parts.circuit();
    this.#one = parts.lawOf(resolved, one);
    if (circuit !== one && isApart(this.#one)) this.#apart = apartOf(circuit, one);
  }

  /** Where a finding of the situation's Circuit is asked, by its node. */
  asked(node: NodeId): AskedLaw {
    const apart = this.#apart;
    const alone = apart?.nodes[node] ?? -1;
    if (apart && alone !== -1)
      return { law: this.#one, node: alone, incident: apart.incidents[node] as number };
    const { situation } = this.#resolved;
    if (situation.incidents.length < 2) return { law: this.#one, node };
    const roots = (): readonly NodeId[] =>
      apart?.together ?? this.#parts.circuitOf(situation).findings.map((root) => root.node);
    this.#together ??= this.#parts.together(this.#resolved, roots, this.impossible().length === 0);
    const { law, nodeOf } = this.#together;
    return { law, node: nodeOf(node) };
  }

  /**
   * Whether a finding comes to the same in two views, whatever is not given. Where its diagram was given up, it
   * is not taken to.
   */
  sameInViews(node: NodeId, one: readonly string[], other: readonly string[]): boolean {
    const asked = this.asked(node);
    const { law } = asked;
    const { manager } = law;
    const diagram = law.diagram(asked.node);
    const possible = diagram === undefined ? undefined : law.possible([diagram]);
    const same =
      diagram === undefined || possible === undefined
        ? undefined
        : law.attempt(() => {
            const { allowed } = this.givens(asked, one);
            const [first, second] = [one, other].map((view) =>
              fix(manager, diagram, this.givens(asked, view).allowed),
            ) as [Diagram, Diagram];
            const part = manager.ite(first, not(second), second);
            return canHold(manager, manager.and(part, possible), allowed) ? 'no' : 'yes';
          });
    return same === 'yes';
  }

  /** The exact outcome of a finding in a view, by its node. */
  settle(node: NodeId, view: readonly string[]): SettledOutcome {
    const asked = this.asked(node);
    const { law, incident } = asked;
    const bearing = incident === undefined ? undefined : bearingOn(law, asked.node);
    if (bearing === undefined || this.#isGiven(incident as number, bearing))
      return settleNode(law, asked.node, this.givens(asked, view));
    const { settled } = this.#in(view);
    let outcome = settled.get(asked.node);
    if (!outcome) {
      outcome = settleNode(law, asked.node, this.#givensOfAny(view));
      settled.set(asked.node, outcome);
    }
    return outcome;
  }

  /** What the situation and a view settle where a finding is asked. */
  givens({ law, incident }: AskedLaw, view: readonly string[]): Givens {
    const { givens } = this.#in(view);
    let found = givens.get(incident);
    if (!found) {
      found =
        incident === undefined
          ? givensOf(law, this.#resolved, view)
          : givensOfOther(
              law,
              this.#givensOfAny(view),
              this.#resolved,
              incident,
              this.#levelsGiven(incident),
            );
      givens.set(incident, found);
    }
    return found;
  }

  /** The constraints that what is given breaks, in any of the incidents. */
  impossible(): readonly string[] {
    this.#impossible ??=
      this.#parts.circuit().constraints.size === 0
        ? []
        : brokenConstraints(this.#parts.possibilities(this.#resolved), this.#resolved);
    return this.#impossible;
  }

  /** What a question asked there asks in the situation. */
  question({ incident }: AskedLaw, question: Question): Question {
    return incident !== undefined && isOfIncident(question) ? { ...question, incident } : question;
  }

  #givensOfAny(view: readonly string[]): Givens {
    const { givens } = this.#in(view);
    let found = givens.get(ANY);
    if (!found) {
      found = givensOf(this.#one, this.#resolved, view, 0, ANY);
      givens.set(ANY, found);
    }
    return found;
  }

  #in(view: readonly string[]): InView {
    if (this.#recent?.view === view) return this.#recent;
    const key = view.join(' ');
    const known = this.#views.get(key);
    this.#recent = known ?? { view, givens: new Map(), settled: new Map() };
    if (!known) this.#views.set(key, this.#recent);
    return this.#recent;
  }

  /** Whether something is given of the incident itself at one of the levels. */
  #isGiven(incident: number, levels: readonly number[]): boolean {
    const given = this.#levelsGiven(incident);
    for (const level of levels) if (given.has(level)) return true;
    return false;
  }

  /** The levels of the law of one incident at which something is given of this incident itself. */
  #levelsGiven(incident: number): ReadonlySet<number> {
    let levels = this.#levels.get(incident);
    if (!levels) {
      const { given } = this.#resolved.situation;
      const facts = new Set(given.flatMap((each) => (each.incident === incident ? [each.fact] : [])));
      levels = new Set(
        this.#one.variables.flatMap(({ question }, level) =>
          isOfIncident(question) && facts.has(question.fact) ? [level] : [],
        ),
      );
      this.#levels.set(incident, levels);
    }
    return levels;
  }
}
