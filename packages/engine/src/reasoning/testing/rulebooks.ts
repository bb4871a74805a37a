/** Random Rulebooks with constraints between facts, for tests of what reasons about all situations. */
import fc from 'fast-check';
import type { Expression, Rulebook } from '../../rulebook/schema.ts';
import { makeItem } from '../../testing/make.ts';
import { randomRulebook } from '../../testing/random-rulebook.ts';

const facts: readonly Expression[] = [
  { kind: 'fact', fact: 'alert' },
  { kind: 'fact', fact: 'finding', organ: { kind: 'organ', id: 'cabinet' } },
  { kind: 'value', fact: 'choice', values: ['x', 'y'] },
  { kind: 'fact', fact: 'attack' },
  { kind: 'threshold', fact: 'number', at: '2' },
  { kind: 'value', fact: 'sender', values: ['US'] },
];
const literal = fc
  .tuple(fc.constantFrom(...facts), fc.boolean())
  .map(([of, plain]): Expression => (plain ? of : { kind: 'not', of }));

/** Constraints "this or that", over different facts, so that some world is always possible. */
export const constrainedRulebook: fc.Arbitrary<Rulebook> = fc
  .tuple(randomRulebook, fc.array(fc.tuple(literal, literal), { maxLength: 2 }))
  .map(([rulebook, pairs]) => ({
    ...rulebook,
    constraints: pairs.map(([left, right], index) => ({
      ...makeItem(`constraint-${index}`),
      always: { kind: 'or' as const, of: [left, right] },
      citations: [],
    })),
  }));
