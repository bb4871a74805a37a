import { ComplaintError, type Rulebook } from '@anpo/engine';
import { makeFact, makeNorm, smallRulebook } from '@anpo/engine/testing';
import { describe, expect, it } from 'vitest';
import { type DecisionTable, decisionTables, type TableOptions } from './table.ts';

const small = smallRulebook();
/** The norm of a secret that ends thirty years after its day, and one of large sums. */
const rulebook: Rulebook = {
  ...small,
  facts: [
    ...small.facts,
    makeFact({ id: 'designated', type: 'date' }),
    makeFact({ id: 'sum', type: 'amount', unit: 'yen' }),
  ],
  norms: [
    ...small.norms,
    makeNorm({
      id: 'thirty-years',
      provision: 'statute/1',
      instrument: 'statute',
      act: 'act',
      condition: { kind: 'elapsed', fact: 'designated', duration: { count: 30, unit: 'years' } },
    }),
    makeNorm({
      id: 'large-sum',
      provision: 'statute/1',
      instrument: 'statute',
      act: 'act',
      condition: { kind: 'threshold', fact: 'sum', at: '20000000000000' },
    }),
  ],
};

const tables = (options: Partial<TableOptions>): readonly DecisionTable[] =>
  decisionTables(rulebook, { norm: 'answer-attack', vary: ['attack'], on: '1975-06-01', ...options });

/** Rows as `value … : outcome`, of the first table. */
const rows = (options: Partial<TableOptions>): readonly string[] => {
  const [table] = tables(options);
  return (table?.rows ?? []).map(
    ({ values, outcome }) =>
      `${values.map((set, at) => set?.map((each) => table?.variables[at]?.values[each]).join(' ') ?? 'any').join(', ')}: ${['no', 'yes', 'open'][outcome]}`,
  );
};

const complaints = (options: Partial<TableOptions>): readonly object[] => {
  try {
    tables(options);
  } catch (error) {
    if (error instanceof ComplaintError)
      return error.complaints.map(({ code, data, nearest }) => ({ code, ...data, nearest }));
    throw error;
  }
  return [];
};

describe('decisionTables', () => {
  it('says what it assumes in every row, and never that it is unknown', () => {
    const [table] = tables({ norm: 'no-action', vary: ['attack'] });
    expect(table?.assumed).toEqual([{ key: 'peace', value: 'yes' }]);
    expect(table?.unknown).not.toContain('peace');
    const [varied] = tables({ norm: 'no-action', vary: ['peace'] });
    expect(varied?.assumed).toEqual([]);
  });

  it('refuses dates, values, names, norms and views that cannot be', () => {
    const given = (key: string, value: string): Partial<TableOptions> => ({ given: [{ key, value }] });
    expect(complaints(given('notice', '2016-13-45'))).toMatchObject([{ code: 'wrong-value', takes: 'date' }]);
    expect(complaints(given('mission', 'yess'))).toMatchObject([{ code: 'wrong-value', takes: 'yes-no' }]);
    expect(complaints(given('mission', 'toString'))).toMatchObject([{ code: 'wrong-value' }]);
    expect(complaints(given('ships', 'many'))).toMatchObject([{ code: 'wrong-value', takes: 'number' }]);
    expect(complaints(given('place', 'okinawaa'))).toMatchObject([{ nearest: ['okinawa'] }]);
    expect(complaints(given('toString', 'yes'))).toMatchObject([{ code: 'unknown-fact' }]);
    expect(complaints({ vary: ['survival@diet'] })).toMatchObject([{ code: 'wrong-organ' }]);
    expect(complaints({ vary: ['2.attack'] })).toMatchObject([{ code: 'unknown-incident', incident: '2' }]);
    expect(complaints({ norm: 'answer-atack' })).toMatchObject([{ code: 'unknown-norm' }]);
    expect(complaints({ norm: 'answer-attack@KR' })).toMatchObject([{ code: 'does-not-bind' }]);
    expect(complaints({ view: 'GOI' })).toMatchObject([{ code: 'unknown-view' }]);
    expect(complaints({ on: '2016-13-45' })).toMatchObject([{ code: 'not-a-date' }]);
    expect(complaints({ knownOn: 'today' })).toMatchObject([{ code: 'not-a-date' }]);
  });

  it('tells everything that is wrong at once', () => {
    const given = [
      { key: 'plaec', value: 'guam' },
      { key: 'mission', value: 'yes' },
      { key: 'mission', value: 'no' },
    ];
    expect(complaints({ norm: 'nosuch', view: 'GOI', vary: ['attack', 'atack'], given })).toHaveLength(5);
  });

  it('refuses a fact that is both varied and given', () => {
    expect(complaints({ given: [{ key: 'attack', value: 'no' }] })).toMatchObject([
      { code: 'varied-and-given', fact: 'attack' },
    ]);
  });

  it('reads values by the type of their fact', () => {
    const given = [{ key: 'place', value: 'honshu' }];
    expect(rows({ given })).toEqual(rows({ given: [...given, { key: 'mission', value: 'TRUE' }] }));
    expect(rows({ given: [{ key: 'place', value: 'unknown' }] })).toEqual(rows({}));
  });

  it('takes one bearer of a norm', () => {
    expect(tables({ norm: 'answer-attack@JP' }).map(({ bearers }) => bearers)).toEqual([['JP']]);
  });

  it('turns on the day on which a duration since a given date has run', () => {
    const thirty = {
      norm: 'thirty-years',
      vary: ['date'],
      given: [{ key: 'designated', value: '1990-05-01' }],
    };
    expect(rows(thirty)).toEqual(['≥ 2020-05-01: yes', '< 2020-05-01: no']);
    expect(rows({ norm: 'thirty-years', vary: ['designated'], on: '2020-05-01' })).toEqual([
      '< 1990-05-02: yes',
      '≥ 1990-05-02: no',
    ]);
    // The treaty ends a year after notice.
    const attack = [
      { key: 'place', value: 'honshu' },
      { key: 'attack', value: 'yes' },
    ];
    expect(rows({ vary: ['date'], given: [...attack, { key: 'notice', value: '1980-01-01' }] })).toEqual([
      '≥ 1960-06-23, < 1972-05-15 ≥ 1972-05-15, < 1981-01-01: yes',
      '< 1945-04-01 ≥ 1945-04-01, < 1960-06-23 ≥ 1981-01-01: no',
    ]);
  });

  it('refuses to vary a date together with the date from which it is counted', () => {
    expect(complaints({ norm: 'thirty-years', vary: ['designated', 'date'] })).toMatchObject([
      { code: 'varied-with-date', fact: 'designated' },
    ]);
  });

  it('holds large sums apart', () => {
    const large = { norm: 'large-sum', vary: ['sum'] };
    expect(rows(large)).toEqual(['≥ 20000000000000: yes', '< 20000000000000: no']);
    const given = (value: string): Partial<TableOptions> => ({
      norm: 'large-sum',
      given: [{ key: 'sum', value }],
    });
    expect(rows(given('20000000000000'))).toEqual(['any: yes']);
    expect(rows(given('19999999999999.999999999999'))).toEqual(['any: no']);
    expect(rows(given('123456789012345678901234567890'))).toEqual(['any: yes']);
  });

  it('understands names of before, and prints those of today', () => {
    const renamed: Rulebook = {
      ...rulebook,
      facts: rulebook.facts.map((fact) => (fact.id === 'attack' ? { ...fact, formerly: ['raid'] } : fact)),
      places: rulebook.places.map((place) =>
        place.id === 'okinawa' ? { ...place, formerly: ['ryukyu'] } : place,
      ),
      norms: rulebook.norms.map((norm) =>
        norm.id === 'answer-attack' ? { ...norm, formerly: ['answer-raid'] } : norm,
      ),
    };
    const options = { on: '1975-06-01', vary: ['attack'], given: [{ key: 'place', value: 'okinawa' }] };
    const before = { ...options, vary: ['1.raid'], given: [{ key: 'place', value: 'ryukyu' }] };
    const plain = (asked: TableOptions): unknown =>
      JSON.parse(JSON.stringify(decisionTables(renamed, asked)));
    expect(plain({ ...before, norm: 'answer-raid@JP' })).toEqual(
      plain({ ...options, vary: ['1.attack'], norm: 'answer-attack@JP' }),
    );
  });
});
