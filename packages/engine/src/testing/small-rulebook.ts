/**
 * A tiny Rulebook in the manner of the real one: a treaty with an answer to attacks, contested combat
 * operations, a notice that ends it, dated administration of islands. For tests of everything that reads one.
 */
import type { Expression, Rulebook } from '../rulebook/schema.ts';
import {
  makeAmount,
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
  source,
  words,
} from './make.ts';

export const fact = (id: string): Expression => ({ kind: 'fact', fact: id });
export const term = (id: string): Expression => ({ kind: 'term', term: id });
export const not = (of: Expression): Expression => ({ kind: 'not', of });
export const and = (...of: Expression[]): Expression => ({ kind: 'and', of });
export const or = (...of: Expression[]): Expression => ({ kind: 'or', of });
export const administeredBy = (party: string): Expression => ({
  kind: 'relation',
  fact: 'place',
  relation: 'administered',
  party: { kind: 'party', id: party },
});

const both = [
  { kind: 'party' as const, id: 'US', period: {} },
  { kind: 'party' as const, id: 'JP', period: {} },
];
const treaty = { instrument: 'treaty' };

/** A new object each time: what is memoised for one Rulebook must not serve another. */
export function smallRulebook(changes: Partial<Rulebook> = {}): Rulebook {
  return makeRulebook({
    holders: [
      makeHolder({ id: 'GOJ', label: words('Government of Japan', '日本国政府'), party: 'JP' }),
      makeHolder({ id: 'USG', label: words('United States Government', '米国政府'), party: 'US' }),
      makeHolder({ id: 'opposition', label: words('Opposition', '野党'), authority: 'legislator' }),
    ],
    views: [{ ...makeItem('tokyo', 'Tokyo', '東京'), holders: ['GOJ', 'opposition'] }],
    places: [
      makePlace({
        id: 'japan',
        label: words('Japan proper', '日本'),
        relations: [{ relation: 'administered', party: 'JP', period: {}, citations: [source] }],
      }),
      makePlace({
        id: 'okinawa',
        label: words('Okinawa', '沖縄'),
        partOf: [{ place: 'japan', period: {}, citations: [source] }],
        relations: [
          {
            relation: 'administered',
            party: 'US',
            period: { from: '1945-04-01', until: '1972-05-15' },
            citations: [source],
          },
          { relation: 'administered', party: 'JP', period: { from: '1972-05-15' }, citations: [source] },
        ],
      }),
      makePlace({
        id: 'honshu',
        label: words('Honshu', '本州'),
        partOf: [{ place: 'japan', period: {}, citations: [] }],
      }),
      makePlace({
        id: 'guam',
        label: words('Guam', 'グアム'),
        relations: [{ relation: 'administered', party: 'US', period: {}, citations: [source] }],
      }),
      makePlace({
        id: 'rock',
        label: words('Rock', '岩'),
        relations: [
          { relation: 'administered', party: 'JP', holder: 'GOJ', period: {}, citations: [source] },
          { relation: 'administered', party: 'KR', holder: 'opposition', period: {}, citations: [source] },
        ],
      }),
    ],
    instruments: [
      makeInstrument({
        id: 'treaty',
        title: words('Treaty', '条約'),
        parties: [
          { party: 'US', period: {} },
          { party: 'JP', period: {} },
        ],
        period: { from: '1960-06-23' },
        ends: { kind: 'elapsed', fact: 'notice', duration: { count: 1, unit: 'years' } },
      }),
      makeInstrument({
        id: 'minute',
        title: words('Secret minute', '密約'),
        known: '2010-03-09',
        period: { from: '1960-01-06' },
        standing: {
          readings: [
            makeReading('GOJ', { kind: 'constant', value: false }),
            makeReading('USG', { kind: 'constant', value: true }),
          ],
          silences: [],
        },
      }),
      makeInstrument({ id: 'statute', title: words('Statute', '法律'), kind: 'statute', order: 'japan' }),
    ],
    provisions: [
      makeProvision({ id: 'treaty/V', name: 'Article V', ...treaty }),
      makeProvision({ id: 'treaty/VI', name: 'Article VI', ...treaty }),
      makeProvision({ id: 'minute/2', name: 'Paragraph 2', instrument: 'minute' }),
      makeProvision({ id: 'statute/1', name: 'Article 1', instrument: 'statute' }),
    ],
    facts: [
      makeFact({
        id: 'attack',
        label: words('an armed attack occurs', '武力攻撃が発生している'),
        scope: 'incident',
      }),
      makeFact({ id: 'place', label: words('the place', '場所'), type: 'place', scope: 'incident' }),
      makeFact({
        id: 'survival',
        label: words("Japan's survival is threatened", '日本の存立が脅かされている'),
        kind: 'determination',
        organs: ['cabinet', 'president'],
      }),
      makeFact({ id: 'notice', label: words('the notice to end it', '終了通告'), type: 'date' }),
      makeFact({ id: 'mission', label: words('combat missions are ordered', '戦闘任務が命じられている') }),
      makeFact({ id: 'leaves', label: words('units leave for combat', '部隊が戦闘地域へ向かう') }),
      makeFact({
        id: 'peace',
        label: words('there is peace', '平時である'),
        kind: 'assumption',
        default: 'yes',
        assumedAs: 'undone',
      }),
      makeFact({
        id: 'unit',
        label: words('the unit', '部隊'),
        type: 'choice',
        choices: [
          { id: 'division', label: words('a division', '師団') },
          { id: 'platoon', label: words('a platoon', '小隊') },
        ],
      }),
      makeFact({
        id: 'ships',
        label: words('the number of ships', '艦船の数'),
        type: 'number',
        unit: 'ships',
      }),
      makeFact({ id: 'sender', label: words('the sending state', '派遣国'), type: 'party' }),
    ],
    terms: [
      makeTerm({
        id: 'attack-under-V',
        label: words('an armed attack under Article V', '第五条の武力攻撃'),
        meaning: and(fact('attack'), administeredBy('JP')),
      }),
      makeTerm({
        id: 'combat-operation',
        label: words('combat operations are launched', '戦闘作戦行動の発進'),
        readings: [
          makeReading('GOJ', fact('mission'), { from: '1960-04-13' }),
          makeReading('opposition', fact('leaves'), { from: '1960-04-13' }),
        ],
      }),
    ],
    acts: [
      makeItem('act', 'act to meet the common danger', '共通の危険に対処するように行動する'),
      makeItem('consult', 'consult first', '事前に協議する'),
    ],
    qualifiers: [
      {
        ...makeItem('processes', 'its constitutional provisions and processes', '自国の憲法上の規定及び手続'),
        citations: [],
      },
    ],
    norms: [
      makeNorm({
        id: 'answer-attack',
        provision: 'treaty/V',
        ...treaty,
        bearers: both,
        act: 'act',
        condition: term('attack-under-V'),
        open: ['kind', 'amount'],
        accordance: ['processes'],
      }),
      makeNorm({
        id: 'consult-first',
        provision: 'treaty/VI',
        ...treaty,
        bearers: [{ kind: 'party', id: 'US', period: {} }],
        counterparty: { kind: 'other-parties' },
        act: 'consult',
        condition: term('combat-operation'),
        exceptions: [
          {
            when: fact('survival'),
            citations: [source],
            position: { file: 'test.anpo.md', line: 1, column: 1 },
          },
        ],
      }),
      makeNorm({
        id: 'need-not-consult',
        kind: 'immunity',
        provision: 'minute/2',
        instrument: 'minute',
        bearers: [{ kind: 'party', id: 'US', period: {} }],
        act: 'consult',
      }),
      makeNorm({
        id: 'no-action',
        kind: 'prohibition',
        provision: 'statute/1',
        instrument: 'statute',
        order: 'japan',
        act: 'act',
        condition: fact('peace'),
      }),
    ],
    amounts: [
      makeAmount({
        id: 'share',
        unit: 'share',
        pieces: [
          {
            value: { kind: 'number', value: '155/200' },
            when: { kind: 'threshold', fact: 'ships', at: '3' },
            period: {},
            citations: [source],
          },
          {
            value: {
              kind: 'product',
              left: { kind: 'fact', fact: 'ships' },
              right: { kind: 'number', value: '0.5' },
            },
            when: not({ kind: 'threshold', fact: 'ships', at: '3' }),
            period: {},
            citations: [],
          },
        ],
      }),
      makeAmount({
        id: 'end',
        unit: 'date',
        instrument: 'treaty',
        pieces: [
          {
            value: {
              kind: 'after',
              of: { kind: 'fact', fact: 'notice' },
              duration: { count: 1, unit: 'years' },
            },
            period: {},
            citations: [],
          },
        ],
      }),
    ],
    ...changes,
  });
}
