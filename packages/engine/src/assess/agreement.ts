/**
 * Who agrees on a finding. Each holder that has a reading on something the finding turns on is asked alone;
 * the finding is contested exactly if the outcomes of their readings differ.
 */

import { type Day, periodHolds } from '../calendar/date.ts';
import type { Choice, Circuit, CircuitNode, NodeId } from '../circuit/circuit.ts';
import { childrenOf } from '../circuit/cone.ts';
import { assignView } from '../evaluate/assignment.ts';
import { evaluateNodes, type Kleene, TRUE, UNKNOWN } from '../evaluate/kleene.ts';
import { cite } from '../explain/citations.ts';
import { choiceText, readingRecord, silencesOf } from '../explain/readings.ts';
import { outcomeOf } from '../explain/truth.ts';
import type { Agreement, Finding, HolderPosition } from '../findings/finding.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Rulebook } from '../rulebook/schema.ts';

/** Asks holders about one situation; what each makes of the whole Circuit is evaluated once. */
export class Positions {
  readonly #rulebook: Rulebook;
  readonly #circuit: Circuit;
  readonly #facts: Uint8Array;
  readonly #day: Day;
  /** Values with readings open. */
  readonly #open: Uint8Array;
  /** Values with every choice of readings held unknown: what is known here, no reading can change. */
  readonly #unread: Uint8Array;
  readonly #byHolder = new Map<string, Uint8Array>();

  constructor(rulebook: Rulebook, circuit: Circuit, facts: Uint8Array, day: Day) {
    this.#rulebook = rulebook;
    this.#circuit = circuit;
    this.#facts = facts;
    this.#day = day;
    this.#open = evaluateNodes(circuit, facts);
    this.#unread = evaluateNodes(circuit, facts, choiceNodes(circuit));
  }

  /** The choices that a node turns on, given the facts. */
  choicesOf(root: NodeId): readonly Choice[] {
    const { nodes, choices } = this.#circuit;
    const found = new Map<string, Choice>();
    const seen = new Set<NodeId>();
    const open = [root];
    while (open.length > 0) {
      const id = open.pop() as NodeId;
      if (seen.has(id) || this.#unread[id] !== UNKNOWN) continue;
      seen.add(id);
      const node = nodes[id] as CircuitNode;
      if (node.kind === 'named' && node.origin.kind === 'choice') {
        const choice = choices[node.origin.index] as Choice;
        const valid = this.#valid(choice);
        // The same choice may stand there for other incidents or dates; the one with readings tells more.
        if (!found.has(choice.key) || valid.length > 0) found.set(choice.key, choice);
        open.push(...valid.map((option) => option.meaning));
      } else open.push(...childrenOf(node));
    }
    return [...found.values()];
  }

  agreementOn(root: NodeId, choices: readonly Choice[]): Agreement {
    const holders = new Set(choices.flatMap((choice) => this.#valid(choice).map((option) => option.holder)));
    const positions = this.#rulebook.holders
      .filter((holder) => holders.has(holder.id))
      .map((holder) => this.#position(holder.id, root, choices))
      .filter((position) => position.readings.length > 0);
    if (positions.length === 0) return { kind: 'no-reading-recorded' };
    // A holder that leaves part of the question unread, and so comes to nothing, disagrees with nobody.
    const said = positions.filter(
      (position) =>
        position.outcome !== 'undetermined' ||
        choices.every((choice) => position.readings.some((reading) => reading.choice === choice.key)),
    );
    const outcomes = new Set(said.map((position) => position.outcome));
    return { kind: outcomes.size > 1 ? 'contested' : 'agreed', positions };
  }

  silencesOn(choices: readonly Choice[]): Finding['silences'] {
    const index = indexRulebook(this.#rulebook);
    const found = new Map<string, Finding['silences'][number]>();
    for (const choice of choices) {
      for (const { holder, manner, period } of silencesOf(this.#rulebook, choice.key)) {
        if (!periodHolds(period, this.#day)) continue;
        const on = choiceText(this.#rulebook, choice.key);
        found.set(`${holder} ${manner} ${choice.key}`, {
          holder,
          label: index.holder(holder).label,
          manner,
          on,
        });
      }
    }
    return [...found.values()];
  }

  #position(holder: string, root: NodeId, choices: readonly Choice[]): HolderPosition {
    const rulebook = this.#rulebook;
    const decisive = this.#decisive(root, this.#valuesFor(holder));
    return {
      holder,
      label: indexRulebook(rulebook).holder(holder).label,
      outcome: outcomeOf(this.#valuesFor(holder)[root]),
      readings: choices.flatMap((choice) =>
        this.#valid(choice)
          .filter((option) => option.holder === holder && decisive.has(choice.key))
          .map((option) => {
            const record = readingRecord(rulebook, choice, option);
            return { ...record, choice: choice.key, citations: cite(rulebook, record.citations) };
          }),
      ),
    };
  }

  /** The choices on which the value of a node rests: those reached through what made it so. */
  #decisive(root: NodeId, values: Uint8Array): ReadonlySet<string> {
    const { nodes } = this.#circuit;
    const found = new Set<string>();
    const seen = new Set<NodeId>();
    const open = [root];
    while (open.length > 0) {
      const id = open.pop() as NodeId;
      if (seen.has(id)) continue;
      seen.add(id);
      const node = nodes[id] as CircuitNode;
      if (node.kind === 'named' && node.origin.kind === 'choice') {
        const choice = this.#circuit.choices[node.origin.index] as Choice;
        found.add(choice.key);
        open.push(...this.#valid(choice).map((option) => option.meaning));
      } else if (node.kind === 'and' || node.kind === 'or') {
        // An open AND rests on what holds of it too: that much the holder has said.
        const also = node.kind === 'and' && values[id] === UNKNOWN ? TRUE : values[id];
        open.push(...node.of.filter((child) => values[child] === values[id] || values[child] === also));
      } else open.push(...childrenOf(node));
    }
    return found;
  }

  #valid(choice: Choice) {
    return choice.options.filter((option) => this.#open[option.valid] === TRUE);
  }

  #valuesFor(holder: string): Uint8Array {
    let values = this.#byHolder.get(holder);
    if (!values) {
      values = evaluateNodes(this.#circuit, assignView(this.#circuit, this.#facts, [holder]));
      this.#byHolder.set(holder, values);
    }
    return values;
  }
}

function choiceNodes(circuit: Circuit): ReadonlyMap<NodeId, Kleene> {
  const forced = new Map<NodeId, Kleene>();
  circuit.nodes.forEach((node, id) => {
    if (node.kind === 'named' && node.origin.kind === 'choice') forced.set(id, UNKNOWN);
  });
  return forced;
}
