import { describe, expect, it } from 'vitest';
import type { RuleWords, Wording } from './contract.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { bilingual } from './languages.ts';

const inEnglish: RuleWords = {
  kind: 'duty',
  force: 'binding',
  order: 'international',
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
  it('end with what the text leaves open', () => {
    const accordance = ['its constitutional provisions and processes'];
    expect(english.sentence({ ...inEnglish, open: ['kind', 'amount'], accordance })).toBe(
      'The United States must act to meet the common danger, in accordance with its constitutional provisions and processes. Neither the kind nor the amount of action is fixed by the text.',
    );
    expect(japanese.sentence({ ...inJapanese, open: ['kind', 'amount'] })).toBe(
      '米国は、共通の危険に対処するように行動する義務を負う（行動の種類・程度は条文上特定されていない）。',
    );
  });

  it.each([
    [
      ['timing'],
      ' The timing of action is not fixed by the text.',
      '（行動の時期は条文上特定されていない）。',
    ],
    [
      ['organ'],
      ' The organ that acts is not fixed by the text.',
      '（行動する機関は条文上特定されていない）。',
    ],
    [
      ['kind', 'organ'],
      ' Neither the kind of action nor the organ that acts is fixed by the text.',
      '（行動の種類及び行動する機関は条文上特定されていない）。',
    ],
    [
      ['kind', 'amount', 'timing'],
      ' The kind, the amount and the timing of action are not fixed by the text.',
      '（行動の種類・程度・時期は条文上特定されていない）。',
    ],
  ] as const)('say of %j what is open', (open, en, ja) => {
    expect(english.sentence({ ...inEnglish, open })).toContain(en);
    expect(japanese.sentence({ ...inJapanese, open })).toContain(ja);
  });

  it.each([
    ['duty', 'must act', '行動する義務を負う。'],
    ['prohibition', 'must not act', '行動してはならない。'],
    ['permission', 'may act', '行動することができる。'],
    ['power', 'has the power to act', '行動する権限を有する。'],
    ['immunity', 'need not act', '行動する義務を負わない。'],
  ] as const)('put a %s of a treaty into words', (kind, en, ja) => {
    expect(english.sentence({ ...inEnglish, kind })).toBe(
      `The United States ${en} to meet the common danger.`,
    );
    expect(japanese.sentence({ ...inJapanese, kind })).toContain(ja);
  });

  it.each([
    ['japan', 'duty', '行動しなければならない。'],
    ['japan', 'prohibition', '行動してはならない。'],
    ['japan', 'power', '行動することができる。'],
    ['japan', 'immunity', '行動することを要しない。'],
    ['united-states', 'duty', '行動しなければならない。'],
    ['united-states', 'power', '行動する権限を有する。'],
  ] as const)('end in the law of %s, as to a %s, as statutes end', (order, kind, ja) => {
    expect(japanese.sentence({ ...inJapanese, order, kind })).toContain(ja);
  });

  it.each([
    [
      'political',
      'duty',
      'has given the assurance that it will act to meet the common danger (a political commitment, not a duty in law).',
      '行動する旨を約束している（政治的な約束であり、法的義務ではない）。',
    ],
    [
      'political',
      'prohibition',
      'has given the assurance that it will not act to meet the common danger (a political commitment, not a duty in law).',
      '行動しない旨を約束している（政治的な約束であり、法的義務ではない）。',
    ],
    [
      'policy',
      'duty',
      'is to act to meet the common danger (policy, not itself a duty in law).',
      '行動することとされている（政策上の方針であり、法的義務ではない）。',
    ],
    [
      'policy',
      'prohibition',
      'is not to act to meet the common danger (policy, not itself a duty in law).',
      '行動しないこととされている（政策上の方針であり、法的義務ではない）。',
    ],
    [
      'policy',
      'permission',
      'may act to meet the common danger (policy, not itself law).',
      '行動することができるものとされている（政策上の方針であり、それ自体は法規ではない）。',
    ],
  ] as const)('say that what is %s is no law', (force, kind, en, ja) => {
    expect(english.sentence({ ...inEnglish, force, kind })).toBe(`The United States ${en}`);
    expect(japanese.sentence({ ...inJapanese, force, kind })).toContain(ja);
  });

  it('speak of organs with a plural name in the plural', () => {
    const several = { ...inEnglish, bearer: 'Self-Defense Forces', bearerIsOrgan: true, act: 'act' };
    expect(english.sentence({ ...several, kind: 'power' })).toBe(
      'The Self-Defense Forces have the power to act.',
    );
    expect(english.clause({ ...several, force: 'policy' })).toBe('the Self-Defense Forces are to act');
    const one = { ...several, kind: 'power', bearer: 'Congress of the United States' } as const;
    expect(english.clause(one)).toBe('the Congress of the United States has the power to act');
  });

  it("carry the text's own verb", () => {
    const en = { ...inEnglish, own: 'declares that it would act', accordance: ['its processes'] };
    expect(english.sentence({ ...en, open: ['kind'] })).toBe(
      'The United States declares that it would act, in accordance with its processes. The kind of action is not fixed by the text.',
    );
    expect(japanese.sentence({ ...inJapanese, own: '行動することを宣言する', open: ['kind'] })).toBe(
      '米国は、行動することを宣言する（行動の種類は条文上特定されていない）。',
    );
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

describe('conditions in Japanese', () => {
  it.each([
    [['日本国', '米国'], false, '当事国は日本国又は米国である'],
    [['日本国'], true, '当事国は日本国でない'],
    [['合衆国の手中にある'], false, '当事国：「合衆国の手中にある」'],
    [['飲酒していない'], true, '当事国：「飲酒していない」以外'],
    [['いずれもない'], true, '当事国がある'],
    [['なし'], false, '当事国がない'],
  ] as const)('say of %j, negated %s, what a sentence can bear', (values, negated, said) => {
    expect(japanese.valueIs('当事国', values, negated)).toBe(said);
  });

  it('name the organ that finds something once', () => {
    expect(japanese.foundBy('武力攻撃の認定', '内閣')).toBe('武力攻撃の認定（内閣の認定による）');
    expect(japanese.foundBy('内閣による武力攻撃事態の認定', '内閣')).toBe('内閣による武力攻撃事態の認定');
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
