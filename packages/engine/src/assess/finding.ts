/**
 * Findings whose longer parts are worked out when they are first read: a large library has many findings, and few
 * are looked at. What the rule says of every situation is read from the rule's own head, so that a finding is
 * small. As JSON they have all their parts.
 */
import type { FindingRoot, NodeId } from '../circuit/circuit.ts';
import type { FindingHead } from '../explain/finding-head.ts';
import type { Agreement, Finding, Pending, TermFinding } from '../findings/finding.ts';
import type { Reason, ReasonValue } from '../findings/reason.ts';
import type { Outcome, Text } from '../rulebook/schema.ts';
import type { RuleRead } from './positions.ts';

/** Works out what findings say of their nodes. */
export interface FindingDetails {
  reason(node: NodeId): Reason;
  agreement(node: NodeId, rule: RuleRead): Agreement;
  silences(node: NodeId): Finding['silences'];
  pending(node: NodeId): readonly Pending[];
}

export class LazyFinding implements Finding {
  readonly incident: number | undefined;
  readonly outcome: Outcome;
  readonly decidedBy: Finding['decidedBy'];
  readonly #head: FindingHead;
  readonly #node: NodeId;
  readonly #details: FindingDetails;
  #reason: Reason | undefined;
  #agreement: Agreement | undefined;
  #silences: Finding['silences'] | undefined;
  #pending: readonly Pending[] | undefined;

  constructor(
    root: FindingRoot,
    head: FindingHead,
    details: FindingDetails,
    outcome: Outcome,
    decidedBy?: Finding['decidedBy'],
  ) {
    this.incident = root.incident;
    this.outcome = outcome;
    this.decidedBy = decidedBy;
    this.#head = head;
    this.#node = root.node;
    this.#details = details;
  }

  get norm(): Finding['norm'] {
    return this.#head.fields.norm;
  }

  get kind(): Finding['kind'] {
    return this.#head.fields.kind;
  }

  get bearer(): string {
    return this.#head.fields.bearer;
  }

  get bearerLabel(): Text {
    return this.#head.fields.bearerLabel;
  }

  get order(): Finding['order'] {
    return this.#head.fields.order;
  }

  get force(): Finding['force'] {
    return this.#head.fields.force;
  }

  get act(): string {
    return this.#head.fields.act;
  }

  get instrument(): string {
    return this.#head.fields.instrument;
  }

  get instrumentTitle(): Text {
    return this.#head.fields.instrumentTitle;
  }

  get provision(): string {
    return this.#head.fields.provision;
  }

  get provisionName(): string {
    return this.#head.fields.provisionName;
  }

  get provisionLabel(): Text {
    return this.#head.fields.provisionLabel;
  }

  get gist(): Text {
    return this.#head.fields.gist;
  }

  get mark(): Finding['mark'] {
    return this.#head.fields.mark;
  }

  get deadline(): Finding['deadline'] {
    return this.#head.fields.deadline;
  }

  get review(): readonly string[] {
    return this.#head.fields.review;
  }

  get note(): Text | undefined {
    return this.#head.fields.note;
  }

  get sentence(): Text {
    return this.#head.sentence;
  }

  get citations(): Finding['citations'] {
    return this.#head.citations;
  }

  get reason(): Reason {
    this.#reason ??= this.#details.reason(this.#node);
    return this.#reason;
  }

  get agreement(): Agreement {
    this.#agreement ??= this.#details.agreement(this.#node, this.#head.fields);
    return this.#agreement;
  }

  get silences(): Finding['silences'] {
    this.#silences ??= this.#details.silences(this.#node);
    return this.#silences;
  }

  get pending(): readonly Pending[] {
    this.#pending ??= this.#details.pending(this.#node);
    return this.#pending;
  }

  toJSON(): Finding {
    const { incident, outcome, decidedBy, sentence, citations, reason, agreement, silences, pending } = this;
    const { norm, kind, bearer, bearerLabel, ...rest } = this.#head.fields;
    const rule = { norm, kind, bearer, bearerLabel, incident, outcome, ...rest, decidedBy };
    return { ...rule, sentence, citations, reason, agreement, silences, pending };
  }
}

export class LazyTermFinding implements TermFinding {
  readonly term: string;
  readonly label: Text;
  readonly incident: number | undefined;
  readonly value: ReasonValue;
  readonly #details: Pick<FindingDetails, 'reason'>;
  readonly #node: NodeId;
  #reason: Reason | undefined;

  constructor(
    { term, label, incident, value }: Omit<TermFinding, 'reason'>,
    details: Pick<FindingDetails, 'reason'>,
    node: NodeId,
  ) {
    this.term = term;
    this.label = label;
    this.incident = incident;
    this.value = value;
    this.#details = details;
    this.#node = node;
  }

  get reason(): Reason {
    this.#reason ??= this.#details.reason(this.#node);
    return this.#reason;
  }

  toJSON(): TermFinding {
    return { ...this, reason: this.reason };
  }
}
