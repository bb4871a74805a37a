import { describe, expect, it } from 'vitest';
import { holdersOfView } from '../assess/views.ts';
import { ComplaintError, sayComplaint } from '../complaint/complaint.ts';
import { engineWords } from '../complaint/words.ts';
import { openLibrary } from '../library.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import type { GivenFact } from '../situation/situation.ts';
import { compareDecimal, parseValue, plainValue } from '../situation/value.ts';
import { makeFact, makeItem } from '../testing/make.ts';
import { smallRulebook } from '../testing/small-rulebook.ts';
import { checkFact, checkGivens, checkSituation, checkView, meantNorm } from './check.ts';

const rulebook = smallRulebook();
const give = (fact: string, value: string, rest: Partial<GivenFact> = {}): GivenFact => ({
  fact,
  value,
  asserted: 'observed',
  ...rest,
});

/** What is said of each complaint: message, mend, nearest names. */
const problems = (given: GivenFact[], on = '1965-06-01', known?: string): readonly string[] =>
  checkSituation(rulebook, { on, known, incidents: [], given }).map((complaint) => {
    const { message, mend = '' } = sayComplaint(complaint, 'en', [engineWords]);
    return [message, mend, ...(complaint.nearest ?? [])].join(' | ');
  });

describe('a situation', () => {
  it('is accepted where the Rulebook knows all of it', () => {
    expect(problems([give('attack', 'yes'), give('place', 'okinawa'), give('ships', '3.5')])).toEqual([]);
    expect(problems([give('unit', 'unknown')])).toEqual([]);
    expect(problems([give('survival', 'yes', { organ: 'cabinet' })])).toEqual([]);
    expect(problems([give('place', 'elsewhere-in:japan')])).toEqual([]);
    expect(problems([give('attack', 'TRUE'), give('mission', 'No'), give('leaves', 'yes')])).toEqual([]);
  });

  it.each([
    [give('atack', 'yes'), /no fact "atack" \| `anpo facts` lists all of them \| attack/],
    [give('attack', 'maybe'), /cannot be "maybe" \| it is yes, no, unknown/],
    [give('place', 'okinawo'), /cannot be "okinawo" \| it is japan.* \| okinawa/],
    [give('unit', 'platon'), /cannot be "platon" \| it is division, platoon \| platoon/],
    [give('sender', 'DE'), /cannot be "DE" \| it is US, JP, KR/],
    [give('notice', '2026-02-30'), /cannot be "2026-02-30" \| it is a date, YYYY-MM-DD/],
    [give('ships', 'three'), /cannot be "three" \| it is a number such as 12 or 12\.5/],
    [give('attack', 'yes', { organ: 'cabinet' }), /is not for an organ to determine: leave out "cabinet"/],
    [give('survival', 'yes', { organ: 'diet' }), /"diet" does not determine.*it is for cabinet, president/],
    [
      give('notice', '2026-01-01', { incident: 0 }),
      /is about the whole situation: give it outside the incidents/,
    ],
    [give('attack', 'yes', { incident: 3 }), /no incident "4"/],
  ])('says what is wrong with %o', (given, message) => {
    expect(problems([given])).toEqual([expect.stringMatching(message)]);
  });

  it('reads yes and no by the type of the fact: NO is Norway', () => {
    const norway = smallRulebook({ parties: [{ ...makeItem('NO'), citations: [] }] });
    const { facts } = norway;
    const plain = (id: string, text: string): string =>
      plainValue(facts.find((each) => each.id === id) as (typeof facts)[number], text);
    expect(plain('sender', 'NO')).toBe('NO');
    expect(checkGivens(norway, [{ fact: 'sender', value: 'NO' }], ['1'])).toEqual([]);
    expect(['NO', 'False', 'yes', 'True', 'maybe'].map((text) => plain('attack', text))).toEqual([
      'no',
      'no',
      'yes',
      'yes',
      'maybe',
    ]);
    expect(plain('sender', 'Unknown')).toBe('unknown');
  });

  it('lists every problem at once', () => {
    expect(problems([give('atack', 'yes'), give('unit', 'x')], 'today', 'tomorrow')).toHaveLength(4);
  });

  it('refuses a fact that is given twice with different values', () => {
    expect(problems([give('mission', 'yes'), give('mission', 'no')])).toEqual([
      expect.stringMatching(/given twice, as yes and as no: keep one/),
    ]);
    expect(problems([give('attack', 'yes', { incident: 0 }), give('attack', 'no')])).toEqual([]);
  });

  it.each([
    ['en', /has 41 incidents; at most 40 are assessed together/],
    ['ja', /41 件あります.*40 件まで/],
  ] as const)('is refused with more incidents than are assessed together, in %s', (language, message) => {
    const incidents = Array.from({ length: 41 }, (_, index) => `i${index}`);
    const [complaint] = checkSituation(rulebook, { on: '1965-06-01', incidents, given: [] });
    expect(complaint && sayComplaint(complaint, language, [engineWords]).message).toMatch(message);
    expect(() => openLibrary(rulebook).circuit(41)).toThrow(ComplaintError);
    expect(checkSituation(rulebook, { on: '1965-06-01', incidents: incidents.slice(1), given: [] })).toEqual(
      [],
    );
  });

  it('keeps numbers within their bounds', () => {
    const bounded: Rulebook = rulebook;
    const number = makeFact({ id: 'n', type: 'number', minimum: '1', maximum: '10' });
    expect(() => parseValue(bounded, number, '0.5', 0)).toThrow(ComplaintError);
    expect(() => parseValue(bounded, number, '11', 0)).toThrow(ComplaintError);
    expect(parseValue(bounded, number, '10', 0)).toEqual({ kind: 'number', value: '10' });
  });

  it('compares decimals exactly', () => {
    expect(compareDecimal('0.1', '0.10')).toBe(0);
    expect(compareDecimal('-2', '-1')).toBe(-1);
    expect(compareDecimal('100000000000000000001', '100000000000000000000')).toBe(1);
  });
});

describe('former names', () => {
  const renamed = smallRulebook({
    norms: rulebook.norms.map((each) =>
      each.id === 'answer-attack' ? { ...each, formerly: ['answer'] } : each,
    ),
    views: rulebook.views.map((each) => ({ ...each, formerly: ['edo'] })),
    holders: rulebook.holders.map((each) => (each.id === 'GOJ' ? { ...each, formerly: ['mofa'] } : each)),
    parties: rulebook.parties.map((each) =>
      each.id === 'JP' ? { ...each, formerly: ['japan-party'] } : each,
    ),
  });

  it('of norms and bearers are understood', () => {
    expect(meantNorm(renamed, 'answer@japan-party')).toMatchObject({
      norm: { id: 'answer-attack' },
      bearers: ['JP'],
    });
    expect(() => meantNorm(renamed, 'answers')).toThrow(/unknown-norm/);
  });

  it('of views and holders are understood', () => {
    expect(['edo', 'mofa', 'tokyo', 'all'].flatMap((view) => checkView(renamed, view))).toEqual([]);
    expect(holdersOfView(renamed, 'edo')).toEqual(['GOJ', 'opposition']);
    expect(holdersOfView(renamed, 'mofa')).toEqual(['GOJ']);
  });

  it('of facts, organs and values are understood, and the same fact given by both names is given twice', () => {
    const facts = renamed.facts.map((each) =>
      each.id === 'attack' ? { ...each, formerly: ['raid'] } : each,
    );
    const book = { ...renamed, facts };
    expect(checkFact(book, 'raid')).toEqual([]);
    expect(checkGivens(book, [{ fact: 'raid', value: 'yes' }], ['1'])).toEqual([]);
    const twice = [
      { fact: 'raid', value: 'yes' },
      { fact: 'attack', value: 'no' },
    ];
    expect(checkGivens(book, twice, ['1'])).toMatchObject([
      { code: 'given-twice', data: { fact: 'attack' } },
    ]);
  });
});
