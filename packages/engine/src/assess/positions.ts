/**
 * Who stands where on a finding. Each holder that has a reading on something the finding turns on is asked alone:
 * what it reads, and what that makes of these facts.
 */

import { type Day, periodHolds } from '../calendar/date.ts';
import type { Atom, Choice, Circuit, CircuitNode, NodeId } from '../circuit/circuit.ts';
import { childrenOf, coneOf } from '../circuit/cone.ts';
import { assignView } from '../evaluate/assignment.ts';
import { evaluateNodes, type Kleene, TRUE, UNKNOWN } from '../evaluate/kleene.ts';
import { cite } from '../explain/citations.ts';
import { partiesOf, speaksFor } from '../explain/parties.ts';
import { choiceText, readingRecord, silencesOf } from '../explain/readings.ts';
import { outcomeOf } from '../explain/truth.ts';
import { agreementOf } from '../findings/agreement.ts';
import type { Agreement, Finding, HolderPosition } from '../findings/finding.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Outcome, Rulebook } from '../rulebook/schema.ts';

/** The rule that is read: whose parties count, and since when it can have been read. */
export interface RuleRead {
  readonly norm: string;
  readonly instrument: string;
}

/** How a more exact logic judges what holders come to. */
export interface Judge {
  outcome(holder: string): Outcome;
  /** Whether two holders come to the same, whatever is not given; each by the other's reading where it has none. */
  readonly same: (one: string, other: string) => boolean;
}

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
  readonly #byHolders = new Map<string, Uint8Array>();

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
      } else open.push(...this.#withoutOtherPlaces(node));
    }
    return [...found.values()];
  }

  /** What is read of a place bears on a situation only where it is that place which is given. */
  #withoutOtherPlaces(node: CircuitNode): readonly NodeId[] {
    const children = childrenOf(node);
    if (node.kind !== 'and' || !children.some((child) => this.#asksValue(child))) return children;
    return children.filter((child) => !this.#isOfPlace(child));
  }

  #asksValue(id: NodeId): boolean {
    const node = this.#circuit.nodes[id] as CircuitNode;
    return (
      node.kind === 'atom' &&
      (this.#circuit.atoms[node.atom] as Atom).kind === 'value' &&
      this.#open[id] === UNKNOWN
    );
  }

  #isOfPlace(id: NodeId): boolean {
    const node = this.#circuit.nodes[id] as CircuitNode;
    if (node.kind !== 'named' || node.origin.kind !== 'choice') return false;
    const choice = this.#circuit.choices[node.origin.index] as Choice;
    return choice.options.some(({ place }) => place !== undefined);
  }

  agreementOn(root: NodeId, choices: readonly Choice[], rule: RuleRead, judge?: Judge): Agreement {
    const holders = new Set(choices.flatMap((choice) => this.#valid(choice).map((option) => option.holder)));
    const parties = partiesOf(this.#rulebook, rule.instrument, this.#day);
    const positions = this.#rulebook.holders
      .filter((holder) => holders.has(holder.id))
      .map((holder) => this.#position(holder.id, root, choices, rule, parties, judge))
      .filter((position) => position.readings.length > 0);
    const same = judge?.same ?? ((one: string, other: string) => this.#alike(one, other, root, choices));
    const { kind, contestedBy } = agreementOf(positions, same);
    return kind === 'no-reading-recorded' ? { kind } : { kind, positions, contestedBy };
  }

  /** Whether two holders come to the same; where facts leave that open, whether they give things one meaning. */
  #alike(one: string, other: string, root: NodeId, choices: readonly Choice[]): boolean {
    const [first, second] = [this.#valuesFor(one, other)[root], this.#valuesFor(other, one)[root]];
    if (first !== UNKNOWN || second !== UNKNOWN) return first === second;
    return choices.every((choice) => {
      const [own, others] = [one, other].map(
        (holder) => this.#valid(choice).find((option) => option.holder === holder)?.meaning,
      );
      return own === undefined || others === undefined || own === others;
    });
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

  #position(
    holder: string,
    root: NodeId,
    choices: readonly Choice[],
    rule: RuleRead,
    parties: ReadonlySet<string>,
    judge: Judge | undefined,
  ): HolderPosition {
    const rulebook = this.#rulebook;
    const values = this.#valuesFor(holder);
    const decisive = this.#decisive(root, values);
    const plain = outcomeOf(values[root]);
    const outcome = plain === 'undetermined' && judge ? judge.outcome(holder) : plain;
    const begins = this.#beginOf(rule);
    return {
      holder,
      label: indexRulebook(rulebook).holder(holder).label,
      party: speaksFor(rulebook, holder, parties),
      outcome,
      unread:
        outcome === 'undetermined'
          ? this.#unreadBy(holder, root, values).map((key) => choiceText(rulebook, key))
          : [],
      readings: choices.flatMap((choice) =>
        this.#valid(choice)
          .filter((option) => option.holder === holder && decisive.has(choice.key))
          .map((option) => {
            const record = readingRecord(rulebook, choice, option);
            const { since } = record;
            const younger = since !== undefined && begins !== undefined && since < begins;
            return {
              ...record,
              choice: choice.key,
              subject: choiceText(rulebook, choice.key),
              ...(younger ? { sinceRule: begins } : {}),
              citations: cite(rulebook, record.citations),
            };
          }),
      ),
    };
  }

  /** The choices that a holder does not read, and on which its outcome hangs. */
  #unreadBy(holder: string, root: NodeId, values: Uint8Array): readonly string[] {
    const unknown = coneOf(this.#circuit, root, (id) => values[id] === UNKNOWN);
    const found = new Set<string>();
    for (const id of unknown) {
      const node = this.#circuit.nodes[id] as CircuitNode;
      if (node.kind !== 'named' || node.origin.kind !== 'choice') continue;
      const choice = this.#circuit.choices[node.origin.index] as Choice;
      const valid = this.#valid(choice);
      if (this.#unread[id] === UNKNOWN && !valid.some((option) => option.holder === holder))
        found.add(choice.key);
    }
    return [...found];
  }

  /** Since when the rule can have been read at all. */
  #beginOf({ norm, instrument }: RuleRead): string | undefined {
    const index = indexRulebook(this.#rulebook);
    const begins = [index.norm(norm).period.from, index.instrument(instrument).period.from];
    return begins
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1);
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

  /** What the holders make of the Circuit, each where those before it have no reading. */
  #valuesFor(...holders: readonly string[]): Uint8Array {
    const key = holders.join(' ');
    let values = this.#byHolders.get(key);
    if (!values) {
      values = evaluateNodes(this.#circuit, assignView(this.#circuit, this.#facts, holders));
      this.#byHolders.set(key, values);
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
