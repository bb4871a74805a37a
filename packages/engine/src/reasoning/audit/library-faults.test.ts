import { describe, expect, test } from 'vitest';
import { compileCircuit } from '../../circuit/compile.ts';
import type { Expression, Rulebook } from '../../rulebook/schema.ts';
import { makeInstrument, makeItem, makeNorm, makeProvision, words } from '../../testing/make.ts';
import { and, fact, smallRulebook, term } from '../../testing/small-rulebook.ts';
import { audit } from './audit.ts';

const bearer = (id: string) => [{ kind: 'party' as const, id, period: {} }];
const someAttack: Expression = { kind: 'some-incident', of: term('attack-under-V') };
const base = smallRulebook();
const treaty = { provision: 'treaty/V', instrument: 'treaty' };
const minutes = makeInstrument({ id: 'annex', under: 'treaty', period: { from: '1960-06-23' } });

const audited = (changes: Partial<Rulebook>) => {
  const rulebook = smallRulebook(changes);
  return audit(rulebook, compileCircuit(rulebook), { on: '1998-01-01' });
};

describe('audit', () => {
  test('sees that an act is forbidden by way of another, also where an assumption would hide it', () => {
    const strike = { ...makeItem('strike', 'strike', '打撃する'), ways: ['act'] };
    const { conflicts } = audited({
      acts: [...base.acts, strike],
      norms: [
        makeNorm({ id: 'may-strike', ...treaty, kind: 'permission', bearers: bearer('US'), act: 'strike' }),
        makeNorm({
          id: 'no-act',
          ...treaty,
          kind: 'prohibition',
          bearers: bearer('US'),
          act: 'act',
          condition: { kind: 'not', of: fact('peace') },
        }),
        // Who may do the wider act may still be forbidden the narrower.
        makeNorm({ id: 'may-act', ...treaty, kind: 'permission', bearers: bearer('JP'), act: 'act' }),
        makeNorm({ id: 'no-strike', ...treaty, kind: 'prohibition', bearers: bearer('JP'), act: 'strike' }),
      ],
    });
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toMatchObject({ left: 'may-strike', right: 'no-act', act: 'act', sameOrder: true });
    expect(conflicts[0]?.example?.given).toContainEqual(
      expect.objectContaining({ fact: 'peace', value: 'no' }),
    );
  });

  test('asks rules that need two incidents of two', () => {
    const twice = { ...treaty, act: 'act', bearers: bearer('US') };
    const { deadNorms } = audited({
      norms: [
        // In one incident the place would have to be Guam and under the administration of Japan.
        makeNorm({
          id: 'needs-two',
          ...twice,
          condition: and({ kind: 'place', fact: 'place', places: ['guam'] }, someAttack),
        }),
        makeNorm({ id: 'dead', ...twice, condition: and(someAttack, { kind: 'not', of: someAttack }) }),
      ],
    });
    expect(deadNorms).toEqual([{ norm: 'dead', bearer: 'US' }]);
  });

  test('finds instruments that outlive what they were made under', () => {
    const annexed = (instrument: typeof minutes) =>
      audited({
        instruments: [...base.instruments, instrument],
        provisions: [...base.provisions, makeProvision({ id: 'annex/1', instrument: 'annex' })],
        norms: [makeNorm({ id: 'annexed', provision: 'annex/1', instrument: 'annex', act: 'consult' })],
      }).outliving;
    const [found] = annexed(minutes);
    expect(found).toMatchObject({ instrument: 'annex', under: 'treaty', norms: ['annexed'] });
    expect(found?.example.given).toContainEqual(expect.objectContaining({ fact: 'notice' }));
    const ending = base.instruments[0]?.ends;
    expect(annexed({ ...minutes, ends: ending })).toEqual([]);
  });

  test('finds special rules beside the general one, and none where it yields', () => {
    const beside = (exceptions: boolean) => {
      const special = makeNorm({
        id: 'special',
        provision: 'annex/1',
        instrument: 'annex',
        bearers: bearer('JP'),
        act: 'pay',
        condition: fact('leaves'),
      });
      const position = { file: 'test', line: 1, column: 1 };
      return audited({
        instruments: [...base.instruments, minutes],
        provisions: [...base.provisions, makeProvision({ id: 'annex/1', instrument: 'annex' })],
        acts: [...base.acts, { ...makeItem('pay', 'pay', '支払う'), ways: ['act'] }],
        norms: [
          special,
          makeNorm({
            id: 'general',
            ...treaty,
            bearers: bearer('US'),
            act: 'act',
            exceptions: exceptions ? [{ when: fact('leaves'), citations: [], position }] : [],
          }),
        ],
      }).besideGeneral;
    };
    expect(beside(false)).toMatchObject([
      { special: 'special', specialBearer: 'JP', general: 'general', generalBearer: 'US' },
    ]);
    expect(beside(true)).toEqual([]);
  });

  test('finds saving clauses that are duties, and sayings that are no reading', () => {
    const gist = words('Charter rights are not affected', '憲章上の権利に影響を及ぼさない');
    const position = { file: 'test', line: 1, column: 1 };
    const stance = (id: string, holder: string | undefined) => ({
      id,
      position,
      question: 'question',
      actor: words('somebody'),
      ...(holder === undefined ? {} : { holder }),
      period: { from: '1960-06-23' },
      says: words('so'),
      concerns: ['combat-operation'],
      citations: [],
    });
    const { savingDuties, unreadSayings } = audited({
      provisions: [...base.provisions, makeProvision({ id: 'treaty/VII', instrument: 'treaty', gist })],
      norms: [
        makeNorm({ id: 'saved', provision: 'treaty/VII', instrument: 'treaty', act: 'act' }),
        makeNorm({
          id: 'not-read-so',
          provision: 'treaty/VII',
          instrument: 'treaty',
          act: 'act',
          kind: 'prohibition',
        }),
      ],
      stances: [stance('read', 'GOJ'), stance('unread', 'USG'), stance('nobodys', undefined)],
    });
    expect(savingDuties.map(({ norm }) => norm)).toEqual(['saved']);
    expect(unreadSayings.map(({ saying }) => saying)).toEqual(['unread', 'nobodys']);
  });
});
