/**
 * What would settle an undetermined node: facts that were not given, determinations of organs, and readings
 * on which holders part. The most decisive come first.
 */

import type { Atom, AtomId, Circuit, CircuitNode, NodeId } from '../circuit/circuit.ts';
import { coneOf } from '../circuit/cone.ts';
import { FALSE, type Kleene, TRUE, UNKNOWN } from '../evaluate/kleene.ts';
import { valueSupposing } from '../evaluate/supposing.ts';
import type { Pending } from '../findings/finding.ts';
import { indexRulebook, type RulebookIndex } from '../rulebook/index.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { bilingual } from '../wording/languages.ts';
import { actorLabel } from './labels.ts';
import { choiceText } from './readings.ts';

/** One thing that is open, with the ways in which it may be settled: values for atoms. */
interface OpenThing {
  readonly pending: Pending;
  readonly settlements: ReadonlyMap<AtomId, Kleene>[];
}

export function pendingOf(
  rulebook: Rulebook,
  circuit: Circuit,
  values: Uint8Array,
  node: NodeId,
): readonly Pending[] {
  return new OpenQuestions(rulebook, circuit, values).pending(node);
}

/** A text that two open things share exactly when they are the same question. */
export function pendingKey(pending: Pending): string {
  switch (pending.kind) {
    case 'reading':
      return `reading ${pending.choice}`;
    case 'determination':
      return `fact ${pending.fact} ${pending.incident ?? ''} ${pending.organ}`;
    case 'fact':
      return `fact ${pending.fact} ${pending.incident ?? ''}`;
  }
}

/** What is open in one evaluation of a Circuit. */
export class OpenQuestions {
  readonly #rulebook: Rulebook;
  readonly #index: RulebookIndex;
  readonly #circuit: Circuit;
  readonly #values: Uint8Array;
  /** The node of each atom that some node asks. */
  #atomNodes: readonly (NodeId | undefined)[] | undefined;

  constructor(rulebook: Rulebook, circuit: Circuit, values: Uint8Array) {
    this.#rulebook = rulebook;
    this.#index = indexRulebook(rulebook);
    this.#circuit = circuit;
    this.#values = values;
  }

  pending(node: NodeId): readonly Pending[] {
    const circuit = this.#circuit;
    const values = this.#values;
    if (values[node] !== UNKNOWN) return [];
    const unknown = coneOf(circuit, node, (id) => values[id] === UNKNOWN);
    const things = new Map<string, OpenThing>();
    for (const id of unknown) {
      const each = circuit.nodes[id] as CircuitNode;
      if (each.kind === 'atom') this.#addFact(each.atom, things);
      else if (each.kind === 'named' && each.origin.kind === 'choice')
        this.#addReading(each.origin.index, things);
    }
    const decisiveness = (thing: OpenThing): number => {
      const settling = thing.settlements.filter(
        (settled) => valueSupposing(circuit, values, unknown, node, settled) !== UNKNOWN,
      ).length;
      if (settling === 0) return 0;
      return settling === thing.settlements.length ? 2 : 1;
    };
    return [...things.values()]
      .map((thing, position) => ({ thing, position, score: decisiveness(thing) }))
      .sort((a, b) => b.score - a.score || a.position - b.position)
      .map(({ thing }) => thing.pending);
  }

  #addFact(id: AtomId, things: Map<string, OpenThing>): void {
    const atom = this.#circuit.atoms[id] as Atom;
    if (!('fact' in atom)) return;
    const settlements = [new Map([[id, TRUE as Kleene]]), new Map([[id, FALSE as Kleene]])];
    const fact = this.#index.fact(atom.fact);
    const organ = atom.kind === 'fact' ? atom.organ : undefined;
    const key = `fact ${fact.id} ${atom.incident ?? ''} ${organ ?? ''}`;
    const known = things.get(key);
    if (known) {
      known.settlements.push(...settlements);
      return;
    }
    const common = {
      fact: fact.id,
      ...(atom.incident === undefined ? {} : { incident: atom.incident }),
      question: fact.question,
    };
    const pending: Pending =
      organ === undefined
        ? { kind: 'fact', ...common }
        : { kind: 'determination', ...common, organ, organLabel: actorLabel(this.#rulebook, organ) };
    things.set(key, { pending, settlements });
  }

  /**
   * A choice is open where no reading is held, where the view asked for has none, or where those held come, or
   * may come, to different values.
   */
  #addReading(index: number, things: Map<string, OpenThing>): void {
    const circuit = this.#circuit;
    const values = this.#values;
    const choice = circuit.choices[index];
    if (!choice || things.has(choice.key)) return;
    const held = choice.options.filter((option) => values[option.valid] === TRUE);
    const nodes = this.#nodesOfAtoms();
    const valueOfAtom = (atom: AtomId): number | undefined => values[nodes[atom] ?? -1];
    const open = held.filter((option) => valueOfAtom(option.selected) === UNKNOWN);
    // Where readings are held, a view that adopted one or had none to adopt has settled every one of them.
    const unread = held.every((option) => valueOfAtom(option.selected) === FALSE);
    const holders = [...new Set(open.map((option) => option.holder))];
    const meanings = new Set(open.map((option) => stripped(circuit, option.meaning)));
    if (!unread && (holders.length < 2 || meanings.size < 2)) return;
    const names = this.#index;
    const subject = choiceText(this.#rulebook, choice.key);
    const text = bilingual((wording, say) =>
      wording.openReading(
        say(subject),
        holders.map((holder) => say(names.holder(holder).label)),
      ),
    );
    const settlements = holders.map(
      (holder) =>
        new Map(
          open.map((option): [AtomId, Kleene] => [option.selected, option.holder === holder ? TRUE : FALSE]),
        ),
    );
    things.set(choice.key, {
      pending: { kind: 'reading', choice: choice.key, holders, text },
      settlements,
    });
  }

  #nodesOfAtoms(): readonly (NodeId | undefined)[] {
    if (!this.#atomNodes) {
      const found: (NodeId | undefined)[] = this.#circuit.atoms.map(() => undefined);
      this.#circuit.nodes.forEach((node, id) => {
        if (node.kind === 'atom') found[node.atom] = id;
      });
      this.#atomNodes = found;
    }
    return this.#atomNodes;
  }
}

function stripped(circuit: Circuit, id: NodeId): NodeId {
  const node = circuit.nodes[id] as CircuitNode;
  return node.kind === 'named' ? stripped(circuit, node.of) : id;
}
