/**
 * Random small Rulebooks and situations for property tests (fast-check). Everything that a Circuit can hold
 * occurs: all types of facts, readings, exceptions, precedence, dated places, several incidents.
 */
import fc from 'fast-check';
import type {
  Definition,
  Expression,
  Instrument,
  Norm,
  Period,
  Place,
  Rulebook,
  Term,
} from '../rulebook/schema.ts';
import type { GivenFact, Situation } from '../situation/situation.ts';
import {
  makeFact,
  makeHolder,
  makeInstrument,
  makeItem,
  makeNorm,
  makePlace,
  makeProvision,
  makeReading,
  makeRulebook,
  makeTerm,
  words,
} from './make.ts';

const dates = ['1951-09-08', '1960-06-23', '1972-05-15', '1998-01-01', '2016-03-29'] as const;
const holders = ['GOJ', 'USG', 'opposition'] as const;
const places = ['land', 'islands', 'reef', 'base'] as const;
const parties = ['US', 'JP', 'KR'] as const;
const bearers = ['US', 'JP', 'cabinet'] as const;
const TERMS = 4;
const NORMS = 4;

const date = fc.constantFrom(...dates);
const period: fc.Arbitrary<Period> = fc
  .tuple(fc.option(date, { nil: undefined }), fc.option(date, { nil: undefined }))
  .map(([one, other]) => {
    const [from, until] =
      one !== undefined && other !== undefined && one > other ? [other, one] : [one, other];
    return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  });
/** Mostly without limits: of rules that are rarely in force, little is tested. */
const longPeriod: fc.Arbitrary<Period> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: period },
);
const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.subarray([...values], { minLength: 1, maxLength: 2 });

/** What an expression may refer to: earlier terms and norms only, so that nothing is defined by itself. */
interface Scope {
  readonly terms: number;
  readonly norms: number;
  readonly bearer: boolean;
  readonly incident: boolean;
}

function leaf(scope: Scope): fc.Arbitrary<Expression> {
  const duration = fc.record({
    count: fc.integer({ min: 0, max: 3 }),
    unit: fc.constantFrom('days' as const, 'months' as const, 'years' as const),
  });
  const leaves: fc.Arbitrary<Expression>[] = [
    fc.boolean().map((value) => ({ kind: 'constant', value })),
    fc.constantFrom('alert', 'peace', 'finding').map((id) => ({ kind: 'fact', fact: id })),
    fc.constantFrom('cabinet', 'president').map((id) => ({
      kind: 'fact',
      fact: 'finding',
      organ: { kind: 'organ', id },
    })),
    some(parties).map((values) => ({ kind: 'value', fact: 'sender', values })),
    fc.constantFrom('1', '2', '2.5').map((at) => ({ kind: 'threshold', fact: 'number', at })),
    date.map((at) => ({ kind: 'threshold', fact: 'notice', at })),
    date.map((at) => ({ kind: 'date', at })),
    duration.map((each) => ({ kind: 'elapsed', fact: 'notice', duration: each })),
    fc.constantFrom('one', 'two').map((instrument) => ({ kind: 'member', fact: 'sender', instrument })),
  ];
  if (scope.incident) {
    leaves.push(
      fc.constant({ kind: 'fact', fact: 'attack' }),
      some(['x', 'y', 'z']).map((values) => ({ kind: 'value', fact: 'choice', values })),
      some(places).map((list) => ({ kind: 'place', fact: 'place', places: list })),
      fc
        .tuple(fc.constantFrom('administered' as const, 'claimed' as const), fc.constantFrom(...parties))
        .map(([relation, id]) => ({
          kind: 'relation',
          fact: 'place',
          relation,
          party: { kind: 'party', id },
        })),
      fc.constantFrom('one', 'two').map((instrument) => ({ kind: 'in-force', instrument })),
    );
  }
  if (scope.terms > 0) leaves.push(fc.nat(scope.terms - 1).map((n) => ({ kind: 'term', term: `term-${n}` })));
  if (scope.norms > 0) {
    leaves.push(fc.nat(scope.norms - 1).map((n) => ({ kind: 'applies', norm: `norm-${n}` })));
  }
  if (scope.bearer) {
    leaves.push(
      some(parties).map((values) => ({ kind: 'bearer', values })),
      fc.constant({ kind: 'value', fact: 'sender', values: [], bearer: true }),
      fc.constant({ kind: 'fact', fact: 'finding', organ: { kind: 'bearer' } }),
      fc.constant({ kind: 'relation', fact: 'place', relation: 'administered', party: { kind: 'bearer' } }),
      fc.constant({ kind: 'member', instrument: 'one' }),
    );
  }
  return fc.oneof(...leaves);
}

function expression(scope: Scope, depth = 3): fc.Arbitrary<Expression> {
  if (depth === 0) return leaf(scope);
  const part = expression(scope, depth - 1);
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  const branches: fc.WeightedArbitrary<Expression>[] = [
    { weight: 3, arbitrary: leaf(scope) },
    { weight: 2, arbitrary: parts.map((of): Expression => ({ kind: 'and', of })) },
    { weight: 2, arbitrary: parts.map((of): Expression => ({ kind: 'or', of })) },
    { weight: 1, arbitrary: part.map((of): Expression => ({ kind: 'not', of })) },
  ];
  if (scope.incident) {
    branches.push({ weight: 1, arbitrary: part.map((of): Expression => ({ kind: 'some-incident', of })) });
  }
  return fc.oneof(...branches);
}

/** At most one reading a holder, as the checks of the language demand for any one date. */
function readings(scope: Scope): fc.Arbitrary<Definition> {
  return fc
    .tuple(
      fc.shuffledSubarray([...holders]),
      fc.array(expression(scope, 2), { minLength: 3, maxLength: 3 }),
      fc.array(fc.tuple(period, fc.option(date, { nil: undefined })), { minLength: 3, maxLength: 3 }),
    )
    .map(([chosen, meanings, times]) => ({
      readings: chosen.map((holder, index) => {
        const [held, known] = times[index] as [Period, string | undefined];
        const rest = known === undefined ? {} : { known };
        return makeReading(holder, meanings[index] as Expression, held, rest);
      }),
      silences: [],
    }));
}

const term = (n: number): fc.Arbitrary<Term> => {
  const scope = { terms: n, norms: 0, bearer: false, incident: true };
  return fc
    .oneof(
      expression(scope).map((meaning): Definition => ({ meaning, readings: [], silences: [] })),
      readings(scope),
    )
    .map((definition) => makeTerm({ id: `term-${n}`, definition }));
};

const instrument = (id: string): fc.Arbitrary<Instrument> => {
  const scope = { terms: 0, norms: 0, bearer: false, incident: false };
  return fc
    .record({
      period: longPeriod,
      known: fc.option(date, { nil: undefined, freq: 1 }),
      ends: fc.option(expression(scope, 1), { nil: undefined, freq: 1 }),
      standing: fc.option(readings(scope), { nil: undefined, freq: 1 }),
      parties: fc.array(fc.record({ party: fc.constantFrom(...parties), period }), { maxLength: 3 }),
    })
    .map((each) => makeInstrument({ id, ...each }));
};

const norm = (n: number): fc.Arbitrary<Norm> => {
  const scope = { terms: TERMS, norms: n, bearer: true, incident: true };
  const later = Array.from({ length: NORMS - n - 1 }, (_, index) => `norm-${n + index + 1}`);
  const bearer = fc.constantFrom(...bearers);
  return fc
    .record({
      kind: fc.constantFrom(
        'duty' as const,
        'prohibition' as const,
        'permission' as const,
        'immunity' as const,
      ),
      order: fc.constantFrom('international' as const, 'japan' as const),
      instrument: fc.constantFrom('one', 'two'),
      bearers: fc
        .uniqueArray(fc.tuple(bearer, longPeriod), { minLength: 1, maxLength: 2, selector: ([id]) => id })
        .map((list) =>
          list.map(([id, each]) => ({
            kind: id === 'cabinet' ? ('organ' as const) : ('party' as const),
            id,
            period: each,
          })),
        ),
      condition: fc.option(expression(scope), { nil: undefined, freq: 4 }),
      exceptions: fc.array(expression(scope, 1), { maxLength: 1 }),
      prevails: fc.subarray(later),
      period: longPeriod,
      standing: fc.option(readings(scope), { nil: undefined, freq: 1 }),
    })
    .map(({ exceptions, ...rest }) =>
      makeNorm({
        id: `norm-${n}`,
        provision: `${rest.instrument}/1`,
        act: 'act',
        ...rest,
        exceptions: exceptions.map((when) => ({
          when,
          citations: [],
          position: { file: 'random', line: 1, column: 1 },
        })),
      }),
    );
};

/** Places are part of earlier ones only, so that none lies within itself. */
const place = (index: number): fc.Arbitrary<Place> =>
  fc
    .record({
      partOf: fc.array(
        fc.record({ place: fc.constantFrom(...places.slice(0, Math.max(1, index))), period }),
        {
          maxLength: index === 0 ? 0 : 2,
        },
      ),
      relations: fc.array(
        fc.record({
          relation: fc.constantFrom('administered' as const, 'claimed' as const),
          party: fc.constantFrom(...parties),
          period,
          holder: fc.option(fc.constantFrom(...holders), { nil: undefined }),
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ partOf, relations }) =>
      makePlace({
        id: places[index] as string,
        partOf: partOf.map((each) => ({ ...each, citations: [] })),
        relations: relations.map((each) => ({ ...each, citations: [] })),
      }),
    );

const sequence = <T>(count: number, make: (n: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.tuple(...Array.from({ length: count }, (_, n) => make(n)));

const facts = [
  makeFact({ id: 'alert' }),
  makeFact({ id: 'attack', scope: 'incident' }),
  makeFact({ id: 'peace', kind: 'assumption', default: 'yes', assumedAs: 'undone' }),
  makeFact({ id: 'finding', kind: 'determination', organs: ['cabinet', 'president'] }),
  makeFact({
    id: 'choice',
    type: 'choice',
    scope: 'incident',
    choices: ['x', 'y', 'z'].map((id) => ({ id, label: words(id) })),
  }),
  makeFact({ id: 'sender', type: 'party' }),
  makeFact({ id: 'place', type: 'place', scope: 'incident' }),
  makeFact({ id: 'number', type: 'number' }),
  makeFact({ id: 'notice', type: 'date' }),
];

export const randomRulebook: fc.Arbitrary<Rulebook> = fc
  .record({
    places: sequence(places.length, place),
    one: instrument('one'),
    two: instrument('two'),
    terms: sequence(TERMS, term),
    norms: sequence(NORMS, norm),
  })
  .map(({ one, two, ...rest }) =>
    makeRulebook({
      holders: holders.map((id) => makeHolder({ id })),
      instruments: [one, two],
      provisions: ['one', 'two'].map((id) => makeProvision({ id: `${id}/1`, instrument: id })),
      facts,
      acts: [makeItem('act')],
      ...rest,
    }),
  );

const values: Readonly<Record<string, readonly string[]>> = {
  alert: ['yes', 'no', 'unknown'],
  attack: ['yes', 'no', 'unknown'],
  peace: ['yes', 'no', 'unknown'],
  finding: ['yes', 'no', 'unknown'],
  choice: ['x', 'y', 'z', 'unknown'],
  sender: [...parties, 'unknown'],
  place: [...places, 'unknown'],
  number: ['0', '1', '2', '2.5', '3'],
  notice: [...dates, '1970-12-31'],
};

const given = (incidents: number): fc.Arbitrary<GivenFact> =>
  fc.constantFrom(...facts).chain((fact) =>
    fc
      .record({
        value: fc.constantFrom(...(values[fact.id] as string[])),
        organ: fc.option(fc.constantFrom('cabinet', 'president'), { nil: undefined }),
        incident: fc.option(fc.nat(incidents - 1), { nil: undefined }),
      })
      .map(({ value, organ, incident }) => ({
        fact: fact.id,
        value,
        asserted: 'stipulated' as const,
        ...(fact.kind === 'determination' && organ !== undefined ? { organ } : {}),
        ...(fact.scope === 'incident' && incident !== undefined ? { incident } : {}),
      })),
  );

const names = ['first', 'second', 'third', 'fourth'] as const;

/** A situation with up to four incidents, each fact given at most once for an incident and organ. */
export const situationWith = (incidents: number): fc.Arbitrary<Situation> =>
  fc
    .record({
      on: fc.oneof(date, fc.constantFrom('1945-01-01', '1965-06-01', '2026-07-01')),
      known: fc.option(date, { nil: undefined }),
      given: fc.uniqueArray(given(incidents), {
        maxLength: 6 + 3 * incidents,
        selector: (each) => `${each.fact} ${each.incident ?? ''} ${each.organ ?? ''}`,
      }),
    })
    .map((each) => ({ ...each, incidents: names.slice(0, incidents) }));

/** A situation with one or two incidents. */
export const randomSituation: fc.Arbitrary<Situation> = fc.integer({ min: 1, max: 2 }).chain(situationWith);

/** A situation with two to four incidents. */
export const randomIncidents: fc.Arbitrary<Situation> = fc.integer({ min: 2, max: 4 }).chain(situationWith);

/** An ordered list of holders; the empty one leaves readings open. */
export const randomView: fc.Arbitrary<readonly string[]> = fc.shuffledSubarray([...holders]);
