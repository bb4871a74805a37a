/**
 * The contract of a language: every phrase that the engine prints. Functions take words that are already in
 * their language.
 */
import type { ReasonValue } from '../findings/reason.ts';
import type { Duration, Mark, Norm, Outcome, Relation } from '../rulebook/schema.ts';

/** The languages that everything is said in. */
export type Language = 'en' | 'ja';

export type OpenAspect = Norm['open'][number];

/** What a rule says, its words already in the language of the sentence. */
export interface RuleWords {
  readonly kind: Norm['kind'];
  readonly force: Norm['force'];
  readonly order: Norm['order'];
  readonly bearer: string;
  readonly bearerIsOrgan: boolean;
  readonly act: string;
  /** Verb and act of the text itself, which stand instead of those of the kind. */
  readonly own?: string | undefined;
  readonly toward: readonly string[];
  readonly accordance: readonly string[];
  readonly subject: readonly string[];
  readonly open: readonly OpenAspect[];
  readonly deadline?:
    | {
        readonly immediately: boolean;
        readonly duration?: Duration | undefined;
        readonly after?: string | undefined;
      }
    | undefined;
}

/** How an instrument stands on a date. */
export type Standing =
  | { readonly kind: 'in-force'; readonly from?: string | undefined }
  | { readonly kind: 'not-yet'; readonly from: string }
  | { readonly kind: 'no-longer'; readonly until: string }
  | { readonly kind: 'not-known'; readonly known: string; readonly on: string }
  | { readonly kind: 'out-of-force' | 'open' };

export interface Wording {
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly kinds: Readonly<Record<Norm['kind'], string>>;
  readonly orders: Readonly<Record<Norm['order'], string>>;
  readonly forces: Readonly<Record<Norm['force'], string>>;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly aspects: Readonly<Record<OpenAspect, string>>;
  readonly reviewers: Readonly<Record<string, string>>;
  readonly bases: Readonly<Record<string, string>>;
  readonly manners: Readonly<Record<'silent' | 'declines', string>>;
  readonly relations: Readonly<Record<Relation, string>>;
  readonly truths: Readonly<Record<ReasonValue, string>>;

  /** The whole rule as a sentence; what binds nobody in law says so, and what the text leaves open stands after. */
  sentence(words: RuleWords): string;
  /** The core of the rule, to stand within another phrase. */
  clause(words: RuleWords): string;
  date(date: string): string;
  duration(duration: Duration): string;
  either(items: readonly string[]): string;
  both(items: readonly string[]): string;

  /** The head of a reason: what the whole rule came to. */
  rule(value: ReasonValue): string;
  /** Where the same condition was explained before in the same answer. */
  asAbove(): string;
  not(text: string): string;
  /** Above the ways of which one suffices, or of which none holds. */
  anyOf(value: ReasonValue): string;
  /** Above the parts of one way among several, which are needed at once. */
  allOf(): string;
  constant(value: boolean): string;
  nested(outer: string, inner: string): string;
  foundBy(label: string, organ: string): string;
  inIncident(text: string, incident: string): string;
  given(text: string, value: string): string;
  valueIs(label: string, values: readonly string[], negated: boolean): string;
  atLeast(label: string, value: string, negated: boolean): string;
  labelFrom(label: string, date: string, negated: boolean): string;
  dateFrom(date: string, negated: boolean): string;
  knownFrom(date: string, negated: boolean): string;
  elapsed(duration: Duration, label: string, negated: boolean): string;
  elsewhere(region?: string): string;
  /** Of a place that was given: the register does not hold it as part of any of them, which says nothing of the law. */
  notEntered(place: string, regions: readonly string[]): string;
  liesIn(place: string, regions: readonly string[], negated: boolean): string;
  related(place: string, relation: Relation, party: string, negated: boolean): string;
  partly(text: string): string;
  /** Where the register holds the relation of others, or of nobody. */
  relatedInstead(
    place: string,
    relation: Relation,
    party: string,
    parties: readonly { readonly party: string; readonly since?: string | undefined }[],
  ): string;
  since(text: string, date: string): string;
  partyTo(party: string | undefined, instrument: string, negated: boolean): string;
  inForce(instrument: string, standing: Standing, negated: boolean): string;
  exception(negated: boolean): string;
  precedence(rule: string, negated: boolean): string;
  applies(rule: string, negated: boolean): string;
  period(from: string | undefined, until: string | undefined, negated: boolean): string;
  bound(bearer: string, from: string | undefined, until: string | undefined, negated: boolean): string;
  standing(negated: boolean): string;
  someIncident(negated: boolean): string;
  adopted(holder: string, since: string | undefined, note: string | undefined): string;
  reading(holder: string, since: string | undefined, note: string | undefined): string;
  /** What is read of places: their administration, say. */
  relationOf(places: string, relation: string): string;
  noReading(): string;
  noReadingInView(): string;
  openReading(subject: string, holders: readonly string[]): string;
  clash(bearer: string, left: string, right: string): string;

  /** Backtests: what is wrong with an expectation. */
  backtest: {
    found(expected: string, found: string): string;
    noBlocker(): string;
    blockerHolds(blocker: string): string;
    notSufficient(blockers: readonly string[]): string;
    idle(blocker: string): string;
    notOpen(expression: string): string;
    notPending(expression: string): string;
    form(aspect: string, expected: string, found: string): string;
    noSuchIncident(name: string): string;
    noExpectations(): string;
    noLongerDisagrees(): string;
    noSuchFinding(): string;
    invalid(message: string): string;
    declared(reason: string): string;
    reproduced(): string;
    has(): string;
    hasNot(): string;
    none(): string;
  };
}
