import { describe, expect, it } from 'vitest';
import { openLibrary } from '../library.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import type { Situation } from '../situation/situation.ts';
import { smallRulebook } from '../testing/small-rulebook.ts';

const base = smallRulebook();
const formerly = <T extends { id: string }>(items: readonly T[], id: string, ...names: string[]): T[] =>
  items.map((item) => (item.id === id ? { ...item, formerly: names } : item));

const rulebook: Rulebook = smallRulebook({
  facts: formerly(formerly(base.facts, 'attack', 'raid'), 'survival', 'existence').map((fact) =>
    fact.id === 'unit' ? { ...fact, choices: formerly(fact.choices, 'division', 'brigade') } : fact,
  ),
  organs: formerly(base.organs, 'cabinet', 'government'),
  places: formerly(base.places, 'okinawa', 'ryukyu'),
  norms: formerly(base.norms, 'answer-attack', 'answer-raid'),
  views: formerly(base.views, 'tokyo', 'edo'),
});
const library = openLibrary(rulebook);

const given = (rows: readonly (readonly [fact: string, value: string, organ?: string])[]): Situation => ({
  on: '1998-01-01',
  incidents: [],
  given: rows.map(([fact, value, organ]) => ({
    fact,
    value,
    ...(organ === undefined ? {} : { organ }),
    asserted: 'stipulated',
  })),
});
const before = given([
  ['raid', 'yes'],
  ['place', 'ryukyu'],
  ['unit', 'brigade'],
  ['existence', 'no', 'government'],
]);
const today = given([
  ['attack', 'yes'],
  ['place', 'okinawa'],
  ['unit', 'division'],
  ['survival', 'no', 'cabinet'],
]);

describe('a situation in names of before', () => {
  it.each(['exact', 'kleene'] as const)('is assessed as in those of today, in %s logic', (logic) => {
    const plain = (situation: Situation, view: string) => {
      const { receipt, ...rest } = library.assess(situation, { view, logic });
      return JSON.parse(JSON.stringify({ ...rest, receipt: { ...receipt, view: '' } }));
    };
    expect(plain(before, 'edo')).toEqual(plain(today, 'tokyo'));
    expect(plain(before, 'edo').situation).toEqual(today);
  });

  it('gets the same answer to why and what if', () => {
    const asked = { situation: before, norm: 'answer-raid@JP', view: 'edo' };
    const askedToday = { situation: today, norm: 'answer-attack@JP', view: 'tokyo' };
    expect(library.check(asked)).toEqual([]);
    expect(library.why(asked)).toEqual(library.why(askedToday));
    expect(library.why(asked)).toHaveLength(1);
    expect(JSON.stringify(library.whatIf(asked))).toBe(JSON.stringify(library.whatIf(askedToday)));
  });
});
