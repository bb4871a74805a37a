/**
 * Seeded Rulebooks in the manner of law: topics with facts, terms, norms, exceptions and readings of their own,
 * and a part of references across topics. To see how time and memory grow, and what blows up.
 */
import type { Rulebook } from '@anpo/engine';
import type { Expression, Fact, Norm, Term } from '@anpo/engine/rulebook';
import { sequence } from '../../packages/engine/src/reasoning/fallback.ts';
import {
  makeFact,
  makeHolder,
  makeInstrument,
  makeItem,
  makeNorm,
  makeProvision,
  makeReading,
  makeRulebook,
  makeTerm,
} from '../../packages/engine/src/testing/make.ts';

export interface Synthesis {
  /** Each topic has 12 facts, 14 terms and 25 norms. */
  readonly topics: number;
  readonly seed: number;
  /** The part of references that go to other topics: 0 to 1. */
  readonly tangle: number;
}

const FACTS = 12;
const TERMS = 14;
const NORMS = 25;
const holders = ['GOJ', 'USG', 'opposition'];

export function syntheticRulebook({ topics, seed, tangle }: Synthesis): Rulebook {
  const random = sequence(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const topicFor = (own: number): number => (random() < tangle ? Math.floor(random() * topics) : own);
  const numbers = (count: number): number[] => [...Array(count).keys()];

  const facts: Fact[] = numbers(topics).flatMap((topic) =>
    numbers(FACTS).map((n) => {
      const id = `fact-${topic}-${n}`;
      if (n === 0)
        return makeFact({ id, type: 'choice', choices: ['a', 'b', 'c', 'd'].map((each) => makeItem(each)) });
      if (n === 1) return makeFact({ id, type: 'number' });
      if (n === 2) return makeFact({ id, type: 'date' });
      if (n === 3) return makeFact({ id, kind: 'determination', organs: ['cabinet', 'president'] });
      return makeFact({ id });
    }),
  );

  const factExpression = (topic: number): Expression => {
    const n = Math.floor(random() * FACTS);
    const fact = `fact-${topic}-${n}`;
    if (n === 0) return { kind: 'value', fact, values: random() < 0.5 ? ['a'] : ['b', 'c'] };
    if (n === 1) return { kind: 'threshold', fact, at: pick(['1', '5', '10']) };
    if (n === 2) return { kind: 'elapsed', fact, duration: { count: pick([1, 6, 12]), unit: 'months' } };
    return { kind: 'fact', fact };
  };
  /** Earlier terms only, so that nothing is defined by itself. */
  const part = (topic: number, before: number): Expression => {
    const other = topicFor(topic);
    const usable = other < topic ? TERMS : other === topic ? before : 0;
    if (usable > 0 && random() < 0.5)
      return { kind: 'term', term: `term-${other}-${Math.floor(random() * usable)}` };
    return factExpression(other);
  };
  const junction = (topic: number, before: number): Expression => {
    const of = numbers(2 + Math.floor(random() * 2)).map((): Expression => {
      const each = part(topic, before);
      return random() < 0.2 ? { kind: 'not', of: each } : each;
    });
    return { kind: random() < 0.6 ? 'and' : 'or', of };
  };

  const terms: Term[] = numbers(topics).flatMap((topic) =>
    numbers(TERMS).map((n) => {
      const id = `term-${topic}-${n}`;
      if (random() > 0.15) return makeTerm({ id, meaning: junction(topic, n) });
      return makeTerm({ id, readings: holders.map((holder) => makeReading(holder, junction(topic, n))) });
    }),
  );
  const norms: Norm[] = numbers(topics).flatMap((topic) =>
    numbers(NORMS).map((n) => {
      const from = `${1950 + Math.floor(random() * 60)}-01-01`;
      return makeNorm({
        id: `norm-${topic}-${n}`,
        kind: pick(['duty', 'duty', 'permission', 'prohibition'] as const),
        provision: `instrument-${topic}/1`,
        instrument: `instrument-${topic}`,
        act: `act-${topic}-${n % 6}`,
        condition: junction(topic, TERMS),
        exceptions:
          random() < 0.3
            ? [
                {
                  when: part(topic, TERMS),
                  citations: [],
                  position: { file: 'synthetic', line: 1, column: 1 },
                },
              ]
            : [],
        period: random() < 0.2 ? { from } : {},
      });
    }),
  );
  return makeRulebook({
    holders: holders.map((id) => makeHolder({ id })),
    instruments: numbers(topics).map((topic) => makeInstrument({ id: `instrument-${topic}` })),
    provisions: numbers(topics).map((topic) =>
      makeProvision({ id: `instrument-${topic}/1`, instrument: `instrument-${topic}` }),
    ),
    facts,
    terms,
    acts: numbers(topics).flatMap((topic) => numbers(6).map((n) => makeItem(`act-${topic}-${n}`))),
    norms,
  });
}
