import { describe, expect, test } from 'vitest';
import { elsewhereIn } from '../circuit/places.ts';
import { openLibrary } from '../library.ts';
import type { Expression, Norm, Rulebook } from '../rulebook/schema.ts';
import { makeFact, makeInstrument, makeItem, makeNorm, makeProvision } from '../testing/make.ts';
import { administeredBy, and, fact, smallRulebook } from '../testing/small-rulebook.ts';
import { type AllianceProfile, alliancesOf, obligations, profileDay, profileOf } from './profile.ts';

const base = smallRulebook();
const [us, jp] = ['US', 'JP'].map((id) => ({ kind: 'party' as const, id, period: {} })) as [
  Norm['bearers'][number],
  Norm['bearers'][number],
];
const inJapan: Expression = { kind: 'place', fact: 'place', places: ['japan'] };
const attacked = (party: string): Expression => ({ kind: 'value', fact: 'attacked-state', values: [party] });
const under = (id: string, act: string, rest: Partial<Norm> = {}): Norm =>
  makeNorm({ id, provision: 'pact/1', instrument: 'pact', act, bearers: [us, jp], ...rest });

/** A pact of the two, with a minute under it; what each owes is given by the test. */
function pact(norms: readonly Norm[], changes: Partial<Rulebook> = {}): Rulebook {
  return smallRulebook({
    instruments: [
      makeInstrument({
        id: 'pact',
        parties: [
          { party: 'US', period: {} },
          { party: 'JP', period: {} },
          { party: 'KR', period: { from: '2010-01-01' } },
        ],
        period: { from: '1960-06-23', until: '2020-01-01' },
      }),
      makeInstrument({ id: 'minute-of-pact', kind: 'agreed-minute', under: 'pact' }),
      makeInstrument({ id: 'statute', kind: 'statute', order: 'japan' }),
    ],
    provisions: [
      makeProvision({ id: 'pact/1', instrument: 'pact' }),
      makeProvision({ id: 'minute-of-pact/1', instrument: 'minute-of-pact' }),
      makeProvision({ id: 'statute/1', instrument: 'statute' }),
    ],
    facts: [
      ...base.facts.map((each) => (each.id === 'place' ? { ...each, role: 'place' as const } : each)),
      makeFact({ id: 'attacked-state', type: 'party', scope: 'incident', role: 'attacked' }),
    ],
    acts: [
      { ...makeItem('defend'), obligation: 'defence' },
      { ...makeItem('grant-bases'), obligation: 'bases' },
      { ...makeItem('give-notice'), obligation: 'exit' },
      makeItem('meet'),
    ],
    norms: [...norms],
    amounts: [],
    ...changes,
  });
}

function profile(rulebook: Rulebook, on = '1998-01-01'): AllianceProfile {
  const instrument = rulebook.instruments.find(({ id }) => id === 'pact');
  if (!instrument) throw new Error('no pact');
  return profileOf(openLibrary(rulebook).law(on), instrument);
}

const defence = (result: AllianceProfile, member: string) =>
  result.groups.find(({ members }) => members.includes(member))?.obligations.defence;

describe('a profile', () => {
  test('says on which facts, where and for whom defence is owed', () => {
    const result = profile(
      pact([under('defend-japan', 'defend', { condition: and(fact('attack'), inJapan) })]),
    );
    const [owed] = defence(result, 'US') ?? [];
    expect(owed).toEqual({
      norm: 'defend-japan',
      kind: 'duty',
      scope: 'sometimes',
      area: [elsewhereIn('japan'), 'okinawa', 'honshu'],
      onlyOwnTerritory: false,
      needs: ['attack'],
      forOthers: true,
    });
    expect(defence(result, 'JP')?.[0]?.onlyOwnTerritory).toBe(true);
    // The one acts abroad and the other at home: the two profiles are apart.
    expect(result.groups.map(({ members }) => members)).toEqual([['US'], ['JP']]);
    expect(result.asymmetric).toEqual([]);
  });

  test('says that a member answers only for itself, and that the other owes nothing', () => {
    const result = profile(
      pact([under('defend-oneself', 'defend', { bearers: [jp], condition: attacked('JP') })]),
    );
    expect(defence(result, 'JP')).toEqual([
      {
        norm: 'defend-oneself',
        kind: 'duty',
        scope: 'sometimes',
        onlyOwnTerritory: false,
        needs: [],
        forOthers: false,
      },
    ]);
    expect(defence(result, 'US')).toEqual([]);
    expect(result.asymmetric).toEqual(['defence']);
  });

  test('takes what was agreed under the treaty, acts that count, and what can apply on the day', () => {
    const result = profile(
      pact([
        under('bases', 'grant-bases', { provision: 'minute-of-pact/1', instrument: 'minute-of-pact' }),
        under('notice', 'give-notice', { kind: 'power', period: { from: '2000-01-01' } }),
        under('meeting', 'meet'),
      ]),
    );
    const [both] = result.groups;
    expect(both?.members).toEqual(['US', 'JP']);
    expect(obligations.filter((each) => (both?.obligations[each].length ?? 0) > 0)).toEqual(['bases']);
    expect(both?.obligations.bases[0]).toMatchObject({ norm: 'bases', scope: 'always', forOthers: false });
    expect(result).toMatchObject({ instrument: 'pact', until: '2020-01-01', endsOnFacts: false });
  });

  test('asks of no place and no victim where the library names no fact for them', () => {
    const rulebook = pact([
      under('defend-japan', 'defend', { condition: and(administeredBy('JP'), attacked('JP')) }),
    ]);
    const mute = { ...rulebook, facts: rulebook.facts.map(({ role: _, ...rest }) => rest) };
    expect(defence(profile(mute), 'JP')?.[0]).toMatchObject({ onlyOwnTerritory: false, forOthers: true });
    expect(defence(profile(mute), 'JP')?.[0]).not.toHaveProperty('area');
  });
});

describe('alliances', () => {
  test('are instruments between states that oblige to defence, whatever they are called', () => {
    const rulebook = pact([
      under('defend', 'defend'),
      under('defend-too', 'defend', { provision: 'minute-of-pact/1', instrument: 'minute-of-pact' }),
      under('defend-by-statute', 'defend', { provision: 'statute/1', instrument: 'statute' }),
    ]);
    expect(alliancesOf(rulebook).map(({ id }) => id)).toEqual(['pact']);
    const agreement = {
      ...rulebook,
      instruments: rulebook.instruments.map((each) =>
        each.id === 'pact' ? { ...each, kind: 'agreement' as const } : each,
      ),
    };
    expect(alliancesOf(agreement).map(({ id }) => id)).toEqual(['pact']);
    expect(alliancesOf(pact([under('meeting', 'meet')]))).toEqual([]);
  });

  test('are asked about the day, or the first on which they are in force', () => {
    const rulebook = pact([under('defend', 'defend')]);
    const [instrument] = alliancesOf(rulebook);
    if (!instrument) throw new Error('no alliance');
    const library = openLibrary(rulebook);
    expect(profileDay(library.law('1998-01-01'), instrument)).toBe('1998-01-01');
    expect(profileDay(library.law('1950-01-01'), instrument)).toBe('1960-06-23');
    expect(profileDay(library.law('2021-01-01'), instrument)).toBe('1960-06-23');
  });
});
