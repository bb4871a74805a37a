import { describe, expect, it } from 'vitest';
import type { RuleWords, Wording } from './contract.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { bilingual } from './languages.ts';

const inEnglish: RuleWords = {
  kind: 'duty',
  bearer: 'United States',
  bearerIsOrgan: false,
  act: 'act to meet the common danger',
  toward: [],
  accordance: [],
  subject: [],
  open: [],
};
const inJapanese: RuleWords = { ...inEnglish, bearer: '米国', act: '共通の危険に対処するように行動する' };

describe('rule sentences', () => {
  it('begin with what the text leaves open', () => {
    const accordance = ['its constitutional provisions and processes'];
    expect(english.sentence({ ...inEnglish, open: ['kind', 'amount'], accordance })).toBe(
      'Neither the kind nor the amount of action is fixed: the United States must act to meet the common danger, in accordance with its constitutional provisions and processes.',
    );
    expect(japanese.sentence({ ...inJapanese, open: ['kind', 'amount'] })).toBe(
      '行動の種類及び程度は定められていない。米国は、共通の危険に対処するように行動する義務を負う。',
    );
  });

  it.each([
    [['timing'], 'The timing of action is not fixed: ', '行動の時期は定められていない。'],
    [['organ'], 'The organ that acts is not fixed: ', '行動する機関は定められていない。'],
    [
      ['kind', 'organ'],
      'Neither the kind of action nor the organ that acts is fixed: ',
      '行動の種類並びに行動する機関は定められていない。',
    ],
    [
      ['kind', 'amount', 'timing'],
      'The kind, the amount and the timing of action are not fixed: ',
      '行動の種類、程度及び時期は定められていない。',
    ],
  ] as const)('say of %j what is open', (open, en, ja) => {
    expect(english.sentence({ ...inEnglish, open })).toContain(en);
    expect(japanese.sentence({ ...inJapanese, open })).toContain(ja);
  });

  it.each([
    ['duty', 'must act', '行動する義務を負う。'],
    ['prohibition', 'must not act', '行動することを禁じられる。'],
    ['permission', 'may act', '行動することができる。'],
    ['power', 'has the power to act', '行動する権限を有する。'],
    ['immunity', 'need not act', '行動する義務を負わない。'],
  ] as const)('put a %s into words', (kind, en, ja) => {
    expect(english.sentence({ ...inEnglish, kind })).toBe(
      `The United States ${en} to meet the common danger.`,
    );
    expect(japanese.sentence({ ...inJapanese, kind })).toContain(ja);
  });

  it('name counterparty, deadline, qualifiers and conditions', () => {
    const more = { toward: ['Japan'], subject: ['prior approval'], deadline: { immediately: true } };
    expect(english.sentence({ ...inEnglish, bearer: 'President', bearerIsOrgan: true, ...more })).toBe(
      'Toward Japan, the President must act to meet the common danger, immediately, subject to prior approval.',
    );
    const deadline = {
      immediately: false,
      duration: { count: 1, unit: 'months' },
      after: 'the notice',
    } as const;
    expect(english.sentence({ ...inEnglish, deadline })).toContain(
      'danger, within 1 month after the notice.',
    );
    expect(
      japanese.sentence({ ...inJapanese, toward: ['日本国'], deadline: { ...deadline, after: '通告' } }),
    ).toBe('米国は、日本国に対し、通告から1か月以内に、共通の危険に対処するように行動する義務を負う。');
  });
});

describe('the two languages', () => {
  it('have the same phrases, and Japanese phrases are Japanese', () => {
    const tables = [
      'outcomes',
      'kinds',
      'orders',
      'forces',
      'marks',
      'aspects',
      'reviewers',
      'bases',
    ] as const;
    for (const table of tables) {
      expect(Object.keys(japanese[table])).toEqual(Object.keys(english[table]));
      for (const phrase of Object.values(japanese[table])) expect(phrase).toMatch(/[\u3040-\u9fff]/);
    }
    expect(Object.keys(japanese)).toEqual(Object.keys(english));
    expect(Object.keys(japanese.backtest)).toEqual(Object.keys(english.backtest));
  });

  it('say one thing in both', () => {
    const text = { en: 'the Treaty', ja: '条約' };
    expect(
      bilingual((wording, say) => wording.inForce(say(text), { kind: 'not-yet', from: '1960-06-23' }, false)),
    ).toEqual({
      en: 'the Treaty is not yet in force: it enters into force on 1960-06-23',
      ja: '条約は未だ効力を有しない（1960年6月23日に効力発生）',
    });
  });

  it.each([english, japanese] as Wording[])('say something for every state of affairs', (wording) => {
    const phrases = [
      wording.inForce('I', { kind: 'in-force', from: '1960-06-23' }, false),
      wording.inForce('I', { kind: 'no-longer', until: '1960-06-23' }, false),
      wording.inForce('I', { kind: 'not-known', known: '2010-03-09', on: '1980-01-01' }, false),
      wording.inForce('I', { kind: 'out-of-force' }, false),
      wording.period('1960-06-23', '1970-06-23', true),
      wording.bound('US', undefined, '1970-06-23', false),
      wording.clash('Japan', 'a', 'b'),
      wording.related('P', 'controlled', 'US', true),
      wording.relatedInstead('P', 'claimed', 'JP', [{ party: 'KR' }, { party: 'US', since: '1952-01-18' }]),
      wording.labelFrom('L', '1960-06-23', true),
      wording.knownFrom('1960-06-23', true),
      wording.rule('unknown'),
      wording.standing(true),
    ];
    for (const phrase of phrases) expect(phrase).not.toMatch(/undefined|null|\[object/);
    expect(new Set(phrases).size).toBe(phrases.length);
  });
});
