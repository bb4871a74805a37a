/** Exact answers about several incidents, each law asked where it suffices, against one law of everything. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LibraryParts } from '../library/parts.ts';
import { resolveSituation } from '../situation/resolved.ts';
import { randomIncidents, randomRulebook, randomView } from '../testing/random-rulebook.ts';
import { givensOf } from './given.ts';
import { settleNode } from './settle.ts';
import { SituationLaws } from './situation-laws.ts';
import { constrainedRulebook } from './testing/rulebooks.ts';
import { whyNode } from './why.ts';

const runs = Number(process.env.ANPO_RUNS ?? 100);

describe('the laws of a situation', () => {
  test.each([
    ['rules alone', randomRulebook, 1],
    ['rules and constraints', constrainedRulebook, 2],
  ] as const)(
    'answer every finding of every incident as one law of everything does: %s',
    (_, rulebooks, seed) => {
      let alone = 0;
      let together = 0;
      fc.assert(
        fc.property(rulebooks, randomIncidents, randomView, (rulebook, situation, view) => {
          const parts = new LibraryParts(rulebook);
          const resolved = resolveSituation(rulebook, situation);
          const laws = new SituationLaws(parts, resolved);
          const whole = parts.lawOf(resolved);
          const givens = givensOf(whole, resolved, view);
          parts.circuitOf(situation).findings.forEach(({ node }) => {
            const asked = laws.asked(node);
            if (asked.incident === undefined) together += 1;
            else alone += 1;
            const own = laws.givens(asked, view);
            expect(laws.settle(node, view)).toEqual(settleNode(whole, node, givens));
            expect(settleNode(asked.law, asked.node, own)).toEqual(settleNode(whole, node, givens));
            const found = whyNode(asked.law, asked.node, own).missing.map((each) =>
              JSON.stringify(laws.question(asked, each)),
            );
            const expected = whyNode(whole, node, givens).missing.map((each) => JSON.stringify(each));
            expect(found.sort()).toEqual(expected.sort());
          });
        }),
        { numRuns: runs, seed },
      );
      // Both ways are taken.
      expect(alone).toBeGreaterThan(runs);
      expect(together).toBeGreaterThan(runs);
    },
  );
});
