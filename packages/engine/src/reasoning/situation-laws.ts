/**
 * The laws that exact answers about one situation are read from. A rule that speaks of one incident at a time is
 * asked of the law of one incident, once for each with what is given of it: its diagrams are made once for all.
 * Only rules on which several incidents bear at once are asked of the law of all incidents together.
 */
import type { FindingRoot, NodeId } from '../circuit/circuit.ts';
import { nodesAcrossIncidents } from '../circuit/incidents.ts';
import type { Law } from '../diagram/law.ts';
import type { Question, Variable } from '../diagram/variables.ts';
import type { LibraryParts } from '../library/parts.ts';
import type { ResolvedSituation } from '../situation/resolved.ts';
import { type Givens, givensOf } from './given.ts';

/** Where a finding is asked. */
export interface AskedLaw {
  readonly law: Law;
  /** The finding's node in the Circuit of the law. */
  readonly node: NodeId;
  /** The incident that the only one of the law stands for; absent where each stands for itself. */
  readonly incident?: number | undefined;
}

export class SituationLaws {
  readonly #parts: LibraryParts;
  readonly #resolved: ResolvedSituation;
  readonly #one: Law;
  readonly #asked = new Map<NodeId, AskedLaw>();
  /** The nodes of the situation's Circuit that are asked of all incidents together. */
  readonly #together: NodeId[] = [];
  readonly #givens = new Map<string, Givens>();

  constructor(parts: LibraryParts, resolved: ResolvedSituation) {
    this.#parts = parts;
    this.#resolved = resolved;
    const circuit = parts.circuitOf(resolved.situation);
    const one = parts.circuit();
    this.#one = parts.lawOf(resolved, one);
    if (circuit === one) return;
    const across = nodesAcrossIncidents(one);
    const apart = isApart(this.#one, across);
    const roots = one.findings.flatMap((root) =>
      root.incident === undefined ? [root] : Array.from({ length: circuit.incidents }, () => root),
    );
    circuit.findings.forEach(({ node, incident = 0 }, at) => {
      const root = (roots[at] as FindingRoot).node;
      if (!apart || across[root] === 1) this.#together.push(node);
      else this.#asked.set(node, { law: this.#one, node: root, incident });
    });
  }

  /** Where a finding of the situation's Circuit is asked, by its node. */
  asked(node: NodeId): AskedLaw {
    let asked = this.#asked.get(node);
    if (!asked) {
      const law =
        this.#together.length === 0
          ? this.#one
          : this.#parts.lawTogether(this.#resolved, () => this.#together);
      asked = { law, node };
      this.#asked.set(node, asked);
    }
    return asked;
  }

  /** What the situation and a view settle there. */
  givens({ law, incident }: AskedLaw, view: readonly string[]): Givens {
    const key = `${incident ?? ''} ${law === this.#one} ${view.join(' ')}`;
    let givens = this.#givens.get(key);
    if (!givens) {
      givens = givensOf(law, this.#resolved, view, 0, incident);
      this.#givens.set(key, givens);
    }
    return givens;
  }

  /** What a question asked there asks in the situation. */
  question({ incident }: AskedLaw, question: Question): Question {
    return incident === undefined || question.kind !== 'fact' || question.incident === undefined
      ? question
      : { ...question, incident };
  }
}

/** Whether what can occur in one incident is independent of what occurs in the others. */
function isApart(law: Law, across: Uint8Array): boolean {
  const { circuit } = law.scenes[0] as Law['scenes'][number];
  if ([...circuit.constraints.values()].flat().some((node) => across[node] === 1)) return false;
  return law.restraints().every(({ levels }) => {
    const own = [...levels].filter((level) => {
      const { question } = law.variables[level] as Variable;
      return question.kind === 'fact' && question.incident !== undefined;
    });
    return own.length === 0 || own.length === levels.size;
  });
}
