/** A situation evaluated in one view: the value of every node, and what findings say of theirs, as it is asked for. */
import type { Choice, Circuit, NodeId } from '../circuit/circuit.ts';
import { assignResolved, assignView } from '../evaluate/assignment.ts';
import { evaluateNodes } from '../evaluate/kleene.ts';
import { OpenQuestions } from '../explain/pending.ts';
import { explainer } from '../explain/reason.ts';
import type { Agreement, Finding, Pending } from '../findings/finding.ts';
import type { Reason } from '../findings/reason.ts';
import type { ResolvedSituation } from '../situation/resolved.ts';
import type { FindingDetails } from './finding.ts';
import { type Judge, Positions, type RuleRead } from './positions.ts';

export class Evaluated implements FindingDetails {
  readonly circuit: Circuit;
  readonly values: Uint8Array;
  readonly #resolved: ResolvedSituation;
  readonly #facts: Uint8Array;
  readonly #reason: (node: NodeId) => Reason;
  readonly #choices = new Map<NodeId, readonly Choice[]>();
  #positions: Positions | undefined;
  #open: OpenQuestions | undefined;

  /** `holders` are those of the view in their order; empty: readings stay open. */
  constructor(circuit: Circuit, resolved: ResolvedSituation, holders: readonly string[]) {
    this.circuit = circuit;
    this.#resolved = resolved;
    this.#facts = assignResolved(circuit, resolved);
    const assignment = assignView(circuit, this.#facts, holders);
    this.values = evaluateNodes(circuit, assignment);
    this.#reason = explainer(circuit, this.values, assignment, resolved);
  }

  reason(node: NodeId): Reason {
    return this.#reason(node);
  }

  agreement(node: NodeId, rule: RuleRead, judge?: Judge): Agreement {
    return this.#holders().agreementOn(node, this.#choicesOf(node), rule, judge);
  }

  silences(node: NodeId): Finding['silences'] {
    return this.#holders().silencesOn(this.#choicesOf(node));
  }

  pending(node: NodeId): readonly Pending[] {
    this.#open ??= new OpenQuestions(this.#resolved.rulebook, this.circuit, this.values);
    return this.#open.pending(node);
  }

  #choicesOf(node: NodeId): readonly Choice[] {
    let choices = this.#choices.get(node);
    if (!choices) {
      choices = this.#holders().choicesOf(node);
      this.#choices.set(node, choices);
    }
    return choices;
  }

  #holders(): Positions {
    const { rulebook, day } = this.#resolved;
    this.#positions ??= new Positions(rulebook, this.circuit, this.#facts, day);
    return this.#positions;
  }
}
