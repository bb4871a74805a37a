/**
 * What is made of a Rulebook once and kept: Circuits by number of incidents, and the law of the days last asked
 * about with its diagrams. Whatever needs one of them is given these parts.
 */
import type { Day } from '../calendar/date.ts';
import { checkIncidents, refuse } from '../check/check.ts';
import type { Circuit, FindingRoot, NodeId } from '../circuit/circuit.ts';
import { compileCircuit } from '../circuit/compile.ts';
import { forIncidents } from '../circuit/incidents.ts';
import { Law } from '../diagram/law.ts';
import { FindingHead } from '../explain/finding-head.ts';
import { indexRulebook, type RulebookIndex } from '../rulebook/index.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import type { ResolvedSituation } from '../situation/resolved.ts';
import { lawOver, type TogetherLaw, togetherLaw } from './together.ts';

/** What is known of a library from before it is opened. */
export interface LibraryOptions {
  /** The Circuit of one incident kept from an earlier run; a function is called only when it is needed. */
  readonly circuit?: Circuit | (() => Circuit | undefined) | undefined;
  /** A hash of the sources that the engine was made from, for receipts; see `Receipt.engineHash`. */
  readonly engineHash?: string | undefined;
}

/** Days whose law is kept. */
const KEPT = 8;

export class LibraryParts {
  readonly rulebook: Rulebook;
  readonly index: RulebookIndex;
  readonly engineHash: string | undefined;
  readonly #kept: LibraryOptions['circuit'];
  readonly #circuits = new Map<number, Circuit>();
  readonly #laws = new Map<string, Law>();
  readonly #together = new Map<string, TogetherLaw>();
  readonly #heads = new Map<string, FindingHead>();
  readonly #headsOf = new WeakMap<Circuit, readonly FindingHead[]>();

  constructor(rulebook: Rulebook, options: LibraryOptions = {}) {
    this.rulebook = rulebook;
    this.index = indexRulebook(rulebook);
    this.engineHash = options.engineHash;
    this.#kept = options.circuit;
  }

  /** The Circuit for a number of incidents, of at least one. Throws a ComplaintError for too many. */
  circuit(incidents = 1): Circuit {
    const known = this.#circuits.get(incidents);
    if (known) return known;
    refuse(checkIncidents(incidents));
    const circuit = (incidents === 1 ? this.#keptCircuit() : undefined) ?? this.#compile(incidents);
    this.#circuits.set(incidents, circuit);
    return circuit;
  }

  /** The Circuit that a situation needs. */
  circuitOf({ incidents }: { readonly incidents: readonly string[] }): Circuit {
    return this.circuit(Math.max(1, incidents.length));
  }

  /** The law of a day as far as it was public on another (absent: all of it), over a Circuit of the library. */
  law(day: Day, known?: Day, circuit = this.circuit()): Law {
    const key = `${circuit.incidents} ${day} ${known ?? ''}`;
    if (this.#laws.get(key)?.scenes[0]?.circuit !== circuit) this.#laws.delete(key);
    return recent(
      this.#laws,
      key,
      () => new Law([{ scene: { rulebook: this.rulebook, circuit, day, known } }]),
    );
  }

  /** The law that a situation is asked of. */
  lawOf({ situation, day, known }: ResolvedSituation, circuit = this.circuitOf(situation)): Law {
    return this.law(day, known, circuit);
  }

  /** The law of findings on which all incidents of a situation bear at once; `roots` are told on first use. */
  together(resolved: ResolvedSituation, roots: () => readonly NodeId[], possible: boolean): TogetherLaw {
    const { situation, day, known } = resolved;
    const circuit = this.circuitOf(situation);
    const key = `${circuit.incidents} ${day} ${known ?? ''} ${JSON.stringify(situation.given)}`;
    return recent(this.#together, key, () => togetherLaw(circuit, resolved, roots(), possible));
  }

  /** The law of what can occur in a situation, and of nothing else. */
  possibilities(resolved: ResolvedSituation): Law {
    const circuit = this.circuitOf(resolved.situation);
    const key = `possibilities ${circuit.incidents} ${resolved.day} ${resolved.known ?? ''}`;
    return recent(this.#laws, key, () => lawOver(circuit, resolved, []));
  }

  /** What each finding of a Circuit says whatever the situation, in their order. */
  heads(circuit: Circuit): readonly FindingHead[] {
    let heads = this.#headsOf.get(circuit);
    if (!heads) {
      heads = circuit.findings.map((root) => this.#head(root));
      this.#headsOf.set(circuit, heads);
    }
    return heads;
  }

  #head({ norm, bearer }: Pick<FindingRoot, 'norm' | 'bearer'>): FindingHead {
    const key = `${norm}@${bearer}`;
    let head = this.#heads.get(key);
    if (!head) {
      head = new FindingHead(this.index, norm, bearer);
      this.#heads.set(key, head);
    }
    return head;
  }

  #keptCircuit(): Circuit | undefined {
    return typeof this.#kept === 'function' ? this.#kept() : this.#kept;
  }

  #compile(incidents: number): Circuit {
    return incidents === 1 ? compileCircuit(this.rulebook) : forIncidents(this.circuit(), incidents);
  }
}

/** What is kept under the key, else made; what was asked for longest ago gives way. */
function recent<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const found = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, found);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return found;
}
