/** What every finding of a norm and a bearer has in common, whatever the situation. Made once for a library. */
import type { Finding } from '../findings/finding.ts';
import type { RulebookIndex } from '../rulebook/index.ts';
import type { Norm, Provision } from '../rulebook/schema.ts';
import { bestMark, cite } from './citations.ts';
import { actorLabel } from './labels.ts';
import { provisionLabel } from './provision-label.ts';
import { ruleSentence } from './rule-words.ts';

export type HeadFields = Omit<
  Finding,
  | 'incident'
  | 'outcome'
  | 'decidedBy'
  | 'sentence'
  | 'citations'
  | 'reason'
  | 'agreement'
  | 'silences'
  | 'pending'
>;

export class FindingHead {
  readonly fields: HeadFields;
  readonly #index: RulebookIndex;
  readonly #norm: Norm;
  readonly #provision: Provision;
  #sentence: Finding['sentence'] | undefined;
  #citations: Finding['citations'] | undefined;

  constructor(index: RulebookIndex, id: string, bearer: string) {
    const norm = index.norm(id);
    const provision = index.provision(norm.provision);
    const instrument = index.instrument(norm.instrument);
    this.#index = index;
    this.#norm = norm;
    this.#provision = provision;
    this.fields = {
      norm: norm.id,
      kind: norm.kind,
      bearer,
      bearerLabel: actorLabel(index.rulebook, bearer),
      order: norm.order,
      force: norm.force,
      act: norm.act,
      instrument: norm.instrument,
      instrumentTitle: instrument.title,
      provision: provision.id,
      provisionName: provision.name,
      provisionLabel: provisionLabel(instrument, provision),
      gist: provision.gist,
      mark: bestMark(provision.citations),
      deadline: norm.deadline,
      review: norm.review,
      note: norm.note,
    };
  }

  get sentence(): Finding['sentence'] {
    this.#sentence ??= ruleSentence(this.#index.rulebook, this.#norm, this.fields.bearer);
    return this.#sentence;
  }

  get citations(): Finding['citations'] {
    const own = this.#norm.citations;
    this.#citations ??= cite(this.#index.rulebook, own.length > 0 ? own : this.#provision.citations);
    return this.#citations;
  }
}
