/**
 * A synthetic Rulebook of a given size: 60 facts, 150 terms and 80 norms times the scale, in topics as law is:
 * most rules speak of the facts and terms of their own topic, one in ten looks across.
 */
import type { Rulebook } from '@anpo/engine';
import type { Expression } from '@anpo/engine/rulebook';
import {
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
  words,
} from '@anpo/engine/testing';
import { Random } from './random.ts';

const PER_TOPIC = { facts: 12, terms: 30, norms: 16 };
const TOPICS = 5;
export const HOLDER = 'holder-0';

export function syntheticRulebook(scale: number, seed = 7): Rulebook {
  const random = new Random(seed);
  const topics = Math.round(TOPICS * scale);
  const places = Array.from({ length: 12 }, (_, index) => makePlace({ id: `place-${index}` }));
  const facts = Array.from({ length: topics * PER_TOPIC.facts }, (_, index) => {
    const id = `fact-${index}`;
    const kind = index % PER_TOPIC.facts;
    if (kind === 0) return makeFact({ id, type: 'place' });
    if (kind === 1) return makeFact({ id, type: 'party' });
    if (kind === 2 || kind === 3) {
      return makeFact({
        id,
        type: 'choice',
        choices: ['a', 'b', 'c', 'd'].map((choice) => ({ id: choice, label: words(choice) })),
      });
    }
    if (kind === 4) return makeFact({ id, type: index % 2 === 0 ? 'number' : 'date' });
    return makeFact({ id });
  });
  const leaf = (topic: number, term: number): Expression => {
    const own = random.chance(0.9) ? topic : random.below(topics);
    if (term > 0 && own === topic && random.chance(0.35)) {
      return { kind: 'term', term: `term-${topic}-${random.below(term)}` };
    }
    const fact = facts[own * PER_TOPIC.facts + random.below(PER_TOPIC.facts)] as (typeof facts)[number];
    switch (fact.type) {
      case 'place':
        return { kind: 'place', fact: fact.id, places: [random.pick(places).id, random.pick(places).id] };
      case 'party':
        return { kind: 'value', fact: fact.id, values: [random.pick(['US', 'JP'])] };
      case 'choice':
        return {
          kind: 'value',
          fact: fact.id,
          values: [...new Set([random.pick(['a', 'b']), random.pick(['b', 'c'])])].sort(),
        };
      case 'number':
        return { kind: 'threshold', fact: fact.id, at: String(random.below(4) * 25) };
      case 'date':
        return {
          kind: 'threshold',
          fact: fact.id,
          at: random.pick(['1960-06-23', '1972-05-15', '1998-01-01']),
        };
      default:
        return { kind: 'fact', fact: fact.id };
    }
  };
  const formula = (topic: number, term: number): Expression => {
    const parts = Array.from({ length: 2 + random.below(3) }, (): Expression => {
      const one = leaf(topic, term);
      const part: Expression = random.chance(0.25) ? { kind: 'not', of: one } : one;
      return random.chance(0.3)
        ? { kind: random.pick(['and', 'or'] as const), of: [part, leaf(topic, term)] }
        : part;
    });
    return { kind: random.pick(['and', 'or'] as const), of: parts };
  };
  const terms = Array.from({ length: topics * PER_TOPIC.terms }, (_, index) => {
    const topic = Math.floor(index / PER_TOPIC.terms);
    const number = index % PER_TOPIC.terms;
    const meaning = formula(topic, number);
    return random.chance(0.1)
      ? makeTerm({
          id: `term-${topic}-${number}`,
          readings: [makeReading(HOLDER, meaning), makeReading('holder-1', formula(topic, number))],
        })
      : makeTerm({ id: `term-${topic}-${number}`, meaning });
  });
  const norms = Array.from({ length: topics * PER_TOPIC.norms }, (_, index) => {
    const topic = Math.floor(index / PER_TOPIC.norms);
    const start = PER_TOPIC.terms - PER_TOPIC.norms;
    const term: Expression = { kind: 'term', term: `term-${topic}-${start + (index % PER_TOPIC.norms)}` };
    return makeNorm({
      id: `norm-${index}`,
      provision: 'treaty/1',
      instrument: 'treaty',
      act: 'act',
      condition: { kind: 'and', of: [term, formula(topic, PER_TOPIC.terms)] },
      exceptions: random.chance(0.3)
        ? [
            {
              when: leaf(topic, PER_TOPIC.terms),
              citations: [],
              position: { file: 'bench', line: 1, column: 1 },
            },
          ]
        : [],
    });
  });
  return makeRulebook({
    hash: `synthetic-${scale}`,
    holders: [makeHolder({ id: HOLDER }), makeHolder({ id: 'holder-1' })],
    places,
    instruments: [makeInstrument({ id: 'treaty', period: { from: '1960-06-23' } })],
    provisions: [makeProvision({ id: 'treaty/1', instrument: 'treaty' })],
    facts,
    terms,
    acts: [makeItem('act')],
    norms,
  });
}
