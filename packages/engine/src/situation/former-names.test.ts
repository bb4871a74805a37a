import { describe, expect, test } from 'vitest';
import { smallRulebook } from '../testing/small-rulebook.ts';
import { presentNames } from './former-names.ts';

const base = smallRulebook();
const renamed = <T extends { id: string }>(items: readonly T[], id: string, formerly: string[]): T[] =>
  items.map((item) => (item.id === id ? { ...item, formerly } : item));

const entry = {
  id: 'shield',
  position: { file: '', line: 1, column: 1 },
  label: { en: '', ja: '' },
  meaning: { en: '', ja: '' },
  see: [],
  citations: [],
};
const names = presentNames(
  smallRulebook({
    facts: renamed(base.facts, 'attack', ['raid', 'assault']).map((fact) =>
      fact.id === 'unit'
        ? { ...fact, choices: renamed(fact.choices, 'division', ['brigade', 'place']) }
        : fact,
    ),
    places: renamed(renamed(base.places, 'honshu', ['main-island']), 'japan', ['home']),
    instruments: renamed(base.instruments, 'treaty', ['pact']),
    provisions: renamed(base.provisions, 'treaty/VI', ['treaty/6']),
    norms: renamed(base.norms, 'answer-attack', ['answer-raid']),
    organs: renamed(base.organs, 'cabinet', ['government']),
    glossary: [{ ...entry, formerly: ['screen'] }],
  }),
);

describe('present names', () => {
  test('are given for former ones, and for themselves', () => {
    expect(['raid', 'assault', 'attack', 'main-island', 'pact'].map(names.item)).toEqual([
      'attack',
      'attack',
      'attack',
      'honshu',
      'treaty',
    ]);
    expect(names.item('nosuch')).toBe('nosuch');
    expect(names.item('toString')).toBe('toString');
  });

  test('of reference data are given where any entry is meant, and it is not read for others', () => {
    expect(['screen', 'raid', 'shield', 'nosuch'].map(names.entry)).toEqual([
      'shield',
      'attack',
      'shield',
      'nosuch',
    ]);
    const lazy = Object.defineProperty(smallRulebook(), 'glossary', {
      get: () => {
        throw new Error('read');
      },
    });
    expect(presentNames(lazy).item('all')).toBe('all');
  });

  test('follow a provision whose instrument, or which itself, was renamed', () => {
    expect(['pact/V', 'treaty/6', 'pact/6', 'treaty/V'].map(names.item)).toEqual([
      'treaty/V',
      'treaty/VI',
      'treaty/VI',
      'treaty/V',
    ]);
  });

  test('follow both sides of norm@bearer', () => {
    expect(names.reference('answer-raid@government')).toBe('answer-attack@cabinet');
    expect(names.reference('answer-raid')).toBe('answer-attack');
  });

  test('of values are those of their fact: a value of one fact is none of another', () => {
    expect(names.value('unit', 'brigade')).toBe('division');
    expect(names.value('ships', 'brigade')).toBe('brigade');
    expect(names.value('place', 'main-island')).toBe('honshu');
    expect(names.value('place', 'elsewhere-in:home')).toBe('elsewhere-in:japan');
    expect(names.value('attack', 'yes')).toBe('yes');
    expect(names.value('nosuch', 'brigade')).toBe('brigade');
  });

  test('are put into texts of the language, and nothing else there is changed', () => {
    expect(
      names.text(
        'never answer-raid of JP when raid and unit is brigade and place is one of main-island, guam',
      ),
    ).toBe('never answer-attack of JP when attack and unit is division and place is one of honshu, guam');
    // A word that names something today is no former value, whatever fact stands before it.
    expect(names.text('unit is platoon and place is guam since 1960-06-23')).toBe(
      'unit is platoon and place is guam since 1960-06-23',
    );
  });

  test('are put into everything given, and nothing else is changed', () => {
    const situation = {
      on: '1998-01-01',
      incidents: ['raid'],
      given: [
        { fact: 'raid', value: 'yes', asserted: 'alleged' as const, incident: 0 },
        { fact: 'survival', organ: 'government', value: 'no', asserted: 'found' as const },
        { fact: 'place', value: 'main-island', asserted: 'stipulated' as const, incident: 0 },
      ],
    };
    expect(names.situation(situation)).toEqual({
      on: '1998-01-01',
      incidents: ['raid'],
      given: [
        { fact: 'attack', value: 'yes', asserted: 'alleged', incident: 0 },
        { fact: 'survival', organ: 'cabinet', value: 'no', asserted: 'found' },
        { fact: 'place', value: 'honshu', asserted: 'stipulated', incident: 0 },
      ],
    });
  });
});
