/** What the language may complain of: each code with the data that its words need. */
import type { Fact, Norm, Relation } from '@anpo/engine/rulebook';
import type { What } from './what.ts';

type FactType = Fact['type'];
type Names = readonly string[];
type NoData = Readonly<Record<never, never>>;

/** A name that is not there: `near` are those that may have been meant, `candidates` all that could stand there. */
type Wrong = { near: Names; candidates: Names };

/**
 * What could stand at a place of the text: `word when` (a word of the language), `name Party` (the name of
 * something of this type in the grammar), or `terminal DATE`.
 */
type Expected = { expected: Names };
/** The element that the place stands in, with its word and its name, where it has come to that. */
type Within = { element: string | undefined; name: string | undefined };

/** Before the law can be read: blocks, wording, words. */
export type SyntaxCodes = {
  /** A block without its end; `before` says whether another one opens or the file ends. */
  'unclosed-block': { before: 'next' | 'end'; marker: string };
  'unclosed-other-block': { marker: string };
  'indented-block': NoData;
  'misspelt-block': { word: string };
  'no-block': NoData;
  'nested-too-deep': { most: number };
  'calculation-too-long': { most: number };
  unreadable: NoData;
  /** A source below an element that may cite sources: it is read as one of these. */
  'source-as-citation': { source: string };
  'unclosed-wording': NoData;
  'strange-character': { character: string };
  'date-form': { character: string };
  'curly-quotes': { character: string };
  'text-ends-early': Within & Expected;
  'cannot-stand-here': { found: string; near: Names } & Within & Expected;
  /** A new name is wanted, and what stands there can be none. */
  'no-new-name': { found: string } & Within & Expected;
  /** A name is wanted, and what stands there is a word of the language. */
  'word-for-name': { found: string } & Within & Expected;
};

/** Names: those that mean nothing, and those that mean two things. */
export type NameCodes = {
  /** `wanted` is a type of the grammar: Party, Referable, … */
  'no-such-name': { wanted: string; name: string } & Wrong;
  'not-in-register': { kind: 'place' | 'party'; name: string } & Wrong;
  'no-such-value': { fact: string; value: string } & Wrong;
  'item-has-no-values': { kind: 'term' | 'norm' | 'instrument'; name: string; value: string };
  'fact-has-no-values': { fact: string; type: FactType; value: string };
  'name-taken': { name: string; file: string; line: number };
  'value-listed-twice': { fact: string; value: string };
  'former-name-in-use': { name: string; former: string };
  'former-name-twice': { name: string; former: string };
  'former-name-of-two': { former: string; name: string; other: string };
};

/** What every item must have. */
export type ItemCodes = {
  'wording-missing': { language: 'en' | 'ja' } & What;
  'text-missing': { keyword: string } & What;
  'source-missing': What;
  'period-ends-early': { from: string; until: string };
  'no-such-day': { text: string };
  'no-such-partial-date': { text: string };
  'duration-too-long': { count: string; unit: string; most: number };
};

export type FactCodes = {
  'too-few-values': { fact: string };
  'values-without-choice': { fact: string };
  'determination-not-yes-no': { fact: string };
  'determination-assumed': { fact: string };
  'assumption-without-kind': { fact: string };
  'default-no-value': { fact: string; value: string; values: Names };
  'default-not-yes-no': { fact: string; value: string };
  'default-not-in-register': { fact: string; value: string; type: 'place' | 'party' } & Wrong;
  'default-no-number': { fact: string; value: string };
  'default-out-of-bounds': { fact: string; value: string };
  'default-no-day': { fact: string; value: string };
  /** What a fact is said to stand for needs a fact of one type, and one fact. */
  'role-of-wrong-type': { fact: string; role: 'place' | 'attacked'; type: 'place' | 'party' };
  'role-of-two': { fact: string; role: 'place' | 'attacked'; other: string };
  'bounds-without-number': { fact: string; type: FactType };
  'bounds-swapped': { fact: string; minimum: string; maximum: string };
};

export type TermCodes = {
  'two-readings-a-day': { holder: string; line: number };
  'term-without-reading': { term: string };
  'known-before-held': { holder: string; known: string; from: string } & What;
  'reading-outside-holder': {
    holder: string;
    day: string;
    from?: string | undefined;
    until?: string | undefined;
  };
  'read-and-silent': { holder: string; manner: 'silent' | 'declines' } & What;
};

/** Expressions: what is asked of what. What they carry besides says whose expression it is. */
export type ExpressionCodes = {
  'time-from-no-date': { fact: string; type: FactType };
  'term-tested': { term: string };
  'instrument-not-in-force': { instrument: string };
  'norm-not-applies': { norm: string };
  'whose-finding-meant': { fact: string; organs: Names };
  'fact-of-no-organ': { fact: string };
  'party-without-organ': { party: string; fact: string; organs: Names };
  'organ-not-determining': { organ: string; fact: string; organs: Names };
  'yes-no-tested': { fact: string };
  'fact-asked-wrongly': { fact: string; type: FactType };
  'asks-of-unbound': { norm: string; bearer: string; bearers: Names } & What;
  'no-bearer-here': { path: Names } & What;
  'hangs-on-incident': { fact: string } & What;
};
export type InstrumentCodes = {
  'instrument-says-twice': { instrument: string };
  'title-missing': { instrument: string };
  'kind-missing': { instrument: string };
  'force-missing': { instrument: string; kind: string };
  'start-missing': { instrument: string };
  'signed-after-force': { instrument: string; signed: string; from: string };
  'known-before-signed': { instrument: string; known: string; signed: string };
  'reason-missing': { provision: string };
  'provision-outside': { provision: string };
  'provision-unaccounted': { instrument: string; provision: string };
  'provision-not-in-contents': { instrument: string; provision: string; contents: Names };
  'encoded-but-empty': { provision: string };
  'rules-not-encoded': { provision: string; status: string };
};

export type NormCodes = {
  'norm-outside': { norm: string };
  'norm-says-twice': NoData;
  'wrong-modal': { norm: string; kind: Norm['kind']; modal: string; right: string };
  'review-missing': { norm: string };
  'words-without-phrase': { norm: string; provision: string };
  'deadline-from-no-date': { fact: string; type: FactType };
  'norm-outside-force': { norm: string; instrument: string };
  'condition-never': { norm: string };
  'places-undecided': { term: string; places: readonly string[] };
  'exception-always': { norm: string };
  'wording-unconfirmed': { norm: string; provision: string };
  'prevails-across-orders': { norm: string; order: string; other: string; otherOrder: string };
  'prevails-without-conflict': { norm: string; other: string };
};

export type AmountCodes = {
  'two-amounts-a-day': { amount: string; line: number };
  'divides-by-nothing': { amount: string; unit: string; value: string };
  'fact-without-amount': { amount: string; unit: string; fact: string; type: FactType };
  /** A part of the calculation is a number where a date is wanted, or the other way about. */
  'numbers-and-dates': {
    amount: string;
    unit: string;
    part: 'value' | 'fact' | 'amount' | 'day-after' | 'calculation';
    text: string;
    sort: 'number' | 'date';
  };
  'amount-of-itself': { amount: string };
  'amount-chain-too-long': { amount: string; most: number };
};

/** Definitions and places that lead back to themselves, and registers that say two things. */
export type WholeCodes = {
  'defined-by-itself': { name: string; path: Names };
  'chain-too-long': { name: string; most: number };
  'reserved-place': { place: string };
  'two-holders-of-place': { place: string; relation: Relation; holder: string | undefined };
  'part-of-itself': { place: string; day: string | undefined; path: Names };
};

/** Precedents and claims. */
export type CaseCodes = {
  'whose-finding-given': { fact: string; organs: Names };
  'yes-no-given-value': { fact: string };
  'given-no-value': { fact: string; type: FactType };
  'not-before-value': { fact: string; type: FactType };
  'given-wrong-type': { fact: string; type: FactType };
  'no-such-incident': { incident: string; incidents: Names };
  'blocker-missing': NoData;
  'form-without-norm': NoData;
  'unbound-bearer': { norm: string; bearer: string; bearers: Names };
  'verdict-missing': { claim: string };
  'query-of-one': { quantifier: string };
  'query-of-two': { quantifier: string };
};

export type LanguageCodes = SyntaxCodes &
  NameCodes &
  ItemCodes &
  FactCodes &
  TermCodes &
  ExpressionCodes &
  InstrumentCodes &
  NormCodes &
  AmountCodes &
  WholeCodes &
  CaseCodes;
