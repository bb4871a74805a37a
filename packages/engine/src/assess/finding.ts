/**
 * Findings whose longer parts are worked out when they are first read: a large library has many findings, and few
 * are looked at. As JSON they have all their parts.
 */
import type { FindingRoot, NodeId } from '../circuit/circuit.ts';
import type { FindingHead } from '../explain/finding-head.ts';
import type { Agreement, Finding, Pending, TermFinding } from '../findings/finding.ts';
import type { Reason, ReasonValue } from '../findings/reason.ts';
import type { Outcome, Text } from '../rulebook/schema.ts';

/** Works out what findings say of their nodes. */
export interface FindingDetails {
  reason(node: NodeId): Reason;
  agreement(node: NodeId): Agreement;
  silences(node: NodeId): Finding['silences'];
  pending(node: NodeId): readonly Pending[];
}

export class LazyFinding implements Finding {
  readonly norm: Finding['norm'];
  readonly kind: Finding['kind'];
  readonly bearer: string;
  readonly bearerLabel: Text;
  readonly incident: number | undefined;
  readonly outcome: Outcome;
  readonly order: Finding['order'];
  readonly force: Finding['force'];
  readonly act: string;
  readonly instrument: string;
  readonly instrumentTitle: Text;
  readonly provision: string;
  readonly provisionName: string;
  readonly provisionLabel: Text;
  readonly gist: Text;
  readonly mark: Finding['mark'];
  readonly deadline: Finding['deadline'];
  readonly review: readonly string[];
  readonly note: Text | undefined;
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
    const { fields } = head;
    this.norm = fields.norm;
    this.kind = fields.kind;
    this.bearer = fields.bearer;
    this.bearerLabel = fields.bearerLabel;
    this.incident = root.incident;
    this.outcome = outcome;
    this.order = fields.order;
    this.force = fields.force;
    this.act = fields.act;
    this.instrument = fields.instrument;
    this.instrumentTitle = fields.instrumentTitle;
    this.provision = fields.provision;
    this.provisionName = fields.provisionName;
    this.provisionLabel = fields.provisionLabel;
    this.gist = fields.gist;
    this.mark = fields.mark;
    this.deadline = fields.deadline;
    this.review = fields.review;
    this.note = fields.note;
    this.decidedBy = decidedBy;
    this.#head = head;
    this.#node = root.node;
    this.#details = details;
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
    this.#agreement ??= this.#details.agreement(this.#node);
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
    const { sentence, citations, reason, agreement, silences, pending } = this;
    return { ...this, sentence, citations, reason, agreement, silences, pending };
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
