/**
 * The laws that exact answers about one situation are read from. A rule that speaks of one incident at a time is
 * asked of the law of one incident, once for each with what is given of it: its diagrams are made once for all,
 * and where nothing that is given of an incident has a bearing, so is the answer. Only rules on which several
 * incidents bear at once are asked of the law of all incidents together.
 */
import type { NodeId } from '../circuit/circuit.ts';
import type { Law } from '../diagram/law.ts';
import type { Question } from '../diagram/variables.ts';
import type { LibraryParts } from '../library/parts.ts';
import type { ResolvedSituation } from '../situation/resolved.ts';
import { type Givens, givensOf, givensOfOther } from './given.ts';
import { type Apart, apartOf, isApart, isOfIncident, supportIn } from './incidents-apart.ts';
import { type SettledOutcome, settleNode } from './settle.ts';

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

export class SituationLaws {
  readonly #parts: LibraryParts;
  readonly #resolved: ResolvedSituation;
  readonly #one: Law;
  /** Absent where no finding is asked of an incident alone: there is but one, or they are not independent. */
  readonly #apart: Apart | undefined;
  readonly #givens = new Map<string, Givens>();
  readonly #levels = new Map<number, ReadonlySet<number>>();
  readonly #ofAny = new Map<string, SettledOutcome>();

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
    return { law: this.#parts.lawTogether(this.#resolved, roots), node };
  }

  /** The exact outcome of a finding in a view, by its node. */
  settle(node: NodeId, view: readonly string[]): SettledOutcome {
    const asked = this.asked(node);
    const { law, incident } = asked;
    if (incident === undefined || law.restraints().length > 0)
      return settleNode(law, asked.node, this.givens(asked, view));
    const levels = this.#levelsGiven(incident);
    const support = supportIn(law, asked.node);
    if (support === undefined || support.some((level) => levels.has(level)))
      return settleNode(law, asked.node, this.givens(asked, view));
    const key = `${asked.node} ${view.join(' ')}`;
    let settled = this.#ofAny.get(key);
    if (!settled) {
      settled = settleNode(law, asked.node, this.#givensOfAny(view));
      this.#ofAny.set(key, settled);
    }
    return settled;
  }

  /** What the situation and a view settle where a finding is asked. */
  givens({ law, incident }: AskedLaw, view: readonly string[]): Givens {
    if (incident === undefined)
      return this.#once(`all ${view.join(' ')}`, () => givensOf(law, this.#resolved, view));
    return this.#once(`${incident} ${view.join(' ')}`, () =>
      givensOfOther(law, this.#givensOfAny(view), this.#resolved, incident, this.#levelsGiven(incident)),
    );
  }

  /** What a question asked there asks in the situation. */
  question({ incident }: AskedLaw, question: Question): Question {
    return incident !== undefined && isOfIncident(question) ? { ...question, incident } : question;
  }

  #givensOfAny(view: readonly string[]): Givens {
    return this.#once(`any ${view.join(' ')}`, () => givensOf(this.#one, this.#resolved, view, 0, ANY));
  }

  #once(key: string, make: () => Givens): Givens {
    let givens = this.#givens.get(key);
    if (!givens) {
      givens = make();
      this.#givens.set(key, givens);
    }
    return givens;
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
