/**
 * A Circuit on one day: dates, what was public, and which holders have a reading are settled by the day, so
 * that facts and the adoption of readings are all that is left. Many days share one set of nodes, and equal
 * law on different days is the same node: that alone proves most norms unchanged.
 */
import { addDuration, type Day } from '../calendar/date.ts';
import { CircuitBuilder } from '../circuit/builder.ts';
import type { Atom, Choice, Circuit, CircuitNode, NodeId } from '../circuit/circuit.ts';
import type { Duration, Rulebook } from '../rulebook/schema.ts';

/** Which law is meant: a rulebook's, on a day, as far as it was public. */
export interface Scene {
  readonly rulebook: Rulebook;
  readonly circuit: Circuit;
  readonly day: Day;
  /** Only what was public on this day is used; absent: everything. */
  readonly known?: Day | undefined;
  /**
   * The day to which durations since given dates are reckoned; absent: `day`. Two laws are compared at one
   * clock, so that time that merely passed is no change of law.
   */
  readonly clock?: Day | undefined;
}

/** Nodes of several scenes, restricted to their days, in one hash-consed graph. */
export class SceneNodes {
  readonly builder = new CircuitBuilder();
  readonly #shared = new Map<Circuit, Shared>();

  /** One scene to be read through {@link SceneReader.node}. */
  open(scene: Scene): SceneReader {
    let shared = this.#shared.get(scene.circuit);
    if (!shared) {
      shared = {
        timeless: timelessNodes(scene.circuit),
        memo: new Int32Array(scene.circuit.nodes.length).fill(-1),
        choices: Map.groupBy(scene.circuit.choices, ({ key }) => key),
      };
      this.#shared.set(scene.circuit, shared);
    }
    return new SceneReader(scene, this.builder, shared);
  }
}

/** What the scenes of one Circuit have in common. */
interface Shared {
  readonly timeless: Uint8Array;
  /** Restricted nodes of those that are the same on every day. */
  readonly memo: Int32Array;
  readonly choices: ReadonlyMap<string, readonly Choice[]>;
}

export class SceneReader {
  readonly scene: Scene;
  readonly #builder: CircuitBuilder;
  readonly #shared: Shared;
  readonly #memo: Int32Array;
  readonly #holders = new Map<string, readonly string[]>();

  constructor(scene: Scene, builder: CircuitBuilder, shared: Shared) {
    this.scene = scene;
    this.#builder = builder;
    this.#shared = shared;
    this.#memo = new Int32Array(scene.circuit.nodes.length).fill(-1);
  }

  /** The node on the day of the scene, in the shared graph. */
  node(id: NodeId): NodeId {
    const memo = this.#shared.timeless[id] === 1 ? this.#shared.memo : this.#memo;
    const known = memo[id] as number;
    if (known !== -1) return known;
    const node = this.scene.circuit.nodes[id] as CircuitNode;
    const result = this.#restrict(node);
    memo[id] = result;
    return result;
  }

  /** The holders that have a reading of the choice on the day, in the order of the Circuit. */
  holdersOf(key: string): readonly string[] {
    let holders = this.#holders.get(key);
    if (!holders) {
      const found = new Set<string>();
      for (const choice of this.#shared.choices.get(key) ?? []) {
        for (const option of this.#held(choice)) found.add(option.holder);
      }
      holders = [...found];
      this.#holders.set(key, holders);
    }
    return holders;
  }

  get choiceKeys(): Iterable<string> {
    return this.#shared.choices.keys();
  }

  #held(choice: Choice): Choice['options'] {
    return choice.options.filter((option) => this.node(option.valid) === CircuitBuilder.true);
  }

  #restrict(node: CircuitNode): NodeId {
    const builder = this.#builder;
    switch (node.kind) {
      case 'false':
        return CircuitBuilder.false;
      case 'true':
        return CircuitBuilder.true;
      case 'atom':
        return this.#atom(this.scene.circuit.atoms[node.atom] as Atom);
      case 'not':
        return builder.not(this.node(node.of));
      case 'and':
      case 'or': {
        const absorbing = node.kind === 'and' ? CircuitBuilder.false : CircuitBuilder.true;
        const parts: NodeId[] = [];
        for (const part of node.of) {
          const of = this.node(part);
          if (of === absorbing) return absorbing;
          parts.push(of);
        }
        return node.kind === 'and' ? builder.and(parts) : builder.or(parts);
      }
      case 'named':
        return node.origin.kind === 'choice' ? this.#choice(node.origin.index) : this.node(node.of);
    }
  }

  /**
   * The value that the adopted reading gives. Exactly one holder's is adopted; or none, where a view is asked
   * for that reads nothing here, and then nothing determines the value.
   */
  #choice(index: number): NodeId {
    const builder = this.#builder;
    const choice = this.scene.circuit.choices[index] as Choice;
    const unread = builder.atom({ kind: 'unread', choice: choice.key });
    const options = this.#held(choice);
    if (options.length === 0) return unread;
    const held = builder.atom({ kind: 'held', choice: choice.key });
    const parts = options.map((option) =>
      builder.and([
        builder.atom({ kind: 'reading', choice: choice.key, holder: option.holder }),
        this.node(option.meaning),
      ]),
    );
    // A holder without a reading at this very place leaves what the others agree on.
    const holders = this.holdersOf(choice.key);
    if (holders.some((holder) => !options.some((option) => option.holder === holder)))
      parts.push(builder.and([held, ...options.map((option) => this.node(option.meaning))]));
    return builder.or([...parts, builder.and([builder.not(held), unread])]);
  }

  #atom(atom: Atom): NodeId {
    const builder = this.#builder;
    const { day, known, clock = day } = this.scene;
    switch (atom.kind) {
      case 'date':
        return builder.constant(day >= atom.at);
      case 'known':
        return builder.constant(known === undefined || known >= atom.at);
      case 'elapsed':
        return builder.not(
          builder.atom({
            kind: 'threshold',
            fact: atom.fact,
            incident: atom.incident,
            at: String(lastStart(clock, atom.duration) + 1),
          }),
        );
      default:
        return builder.atom(atom);
    }
  }
}

/** The last day on which a duration can start that has run by `day`. */
export function lastStart(day: Day, duration: Duration): Day {
  let start = day - (addDuration(day, duration) - day);
  while (addDuration(start + 1, duration) <= day) start += 1;
  while (addDuration(start, duration) > day) start -= 1;
  return start;
}

/** Marks the nodes that no date, known-on date or reading stands below: they are the same on every day. */
function timelessNodes(circuit: Circuit): Uint8Array {
  const flags = new Uint8Array(circuit.nodes.length);
  circuit.nodes.forEach((node, id) => {
    switch (node.kind) {
      case 'atom': {
        const kind = (circuit.atoms[node.atom] as Atom).kind;
        flags[id] = kind === 'fact' || kind === 'value' || kind === 'threshold' ? 1 : 0;
        break;
      }
      case 'not':
        flags[id] = flags[node.of] as number;
        break;
      case 'named':
        flags[id] = node.origin.kind === 'choice' ? 0 : (flags[node.of] as number);
        break;
      case 'and':
      case 'or':
        flags[id] = node.of.every((part) => flags[part] === 1) ? 1 : 0;
        break;
      default:
        flags[id] = 1;
    }
  });
  return flags;
}
