import { describe, expect, test } from 'vitest';
import { toDay } from '../calendar/date.ts';
import { compileCircuit } from '../circuit/compile.ts';
import { Law } from '../diagram/law.ts';
import { makeInstrument, makeNorm, makeProvision } from '../testing/make.ts';
import { and, fact, smallRulebook, term } from '../testing/small-rulebook.ts';
import { compareFindings, partingsOf } from './compare.ts';
import { givensOf } from './given.ts';

const base = smallRulebook();
const us = [{ kind: 'party' as const, id: 'US', period: {} }];
const rulebook = smallRulebook({
  instruments: [...base.instruments, makeInstrument({ id: 'pact' })],
  provisions: [...base.provisions, makeProvision({ id: 'pact/1', instrument: 'pact' })],
  norms: [
    ...base.norms,
    makeNorm({
      id: 'answer-under-pact',
      provision: 'pact/1',
      instrument: 'pact',
      bearers: us,
      act: 'act',
      condition: and(term('attack-under-V'), fact('survival')),
    }),
  ],
});
const law = new Law([{ scene: { rulebook, circuit: compileCircuit(rulebook), day: toDay('1998-01-01') } }]);
const given = (fact: string, value: string) => ({ fact, value, asserted: 'stipulated' as const });

describe('compare', () => {
  test('sets the findings of two treaties side by side', () => {
    const situation = {
      on: '1998-01-01',
      incidents: [],
      given: [given('attack', 'yes'), given('place', 'honshu'), given('notice', '1997-12-01')],
    };
    const [act] = compareFindings(law, ['treaty', 'pact'], givensOf(law, situation, []));
    expect(act).toMatchObject({
      act: 'act',
      instruments: [
        {
          instrument: 'treaty',
          findings: [
            { bearer: 'US', outcome: 'applies' },
            { bearer: 'JP', outcome: 'applies' },
          ],
        },
        { instrument: 'pact', findings: [{ bearer: 'US', outcome: 'undetermined' }] },
      ],
    });
  });

  test('says where the one binds and the other does not', () => {
    const situation = { on: '1998-01-01', incidents: [], given: [given('notice', '1997-12-01')] };
    const partings = partingsOf(law, 'treaty', 'pact', givensOf(law, situation, []));
    expect(partings.map(({ act, instrument, bearer }) => [act, instrument, bearer])).toEqual([
      ['act', 'treaty', 'US'],
      ['consult', 'treaty', undefined],
    ]);
    const conditions = partings[0]?.onlyHere?.description?.anyOf.flatMap(({ allOf }) => allOf) ?? [];
    expect(conditions).toContainEqual(
      expect.objectContaining({
        question: { kind: 'fact', fact: 'survival', organ: 'cabinet' },
        in: [{ kind: 'yes-no', value: false }],
      }),
    );
  });
});
