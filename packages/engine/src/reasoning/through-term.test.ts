import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDay } from '../calendar/date.ts';
import { compileCircuit } from '../circuit/compile.ts';
import { ConeCircuits } from '../circuit/cone-circuit.ts';
import { Law } from '../diagram/law.ts';
import { sequence } from './fallback.ts';
import { bruteForce } from './testing/brute.ts';
import { constrainedRulebook } from './testing/rulebooks.ts';
import { ThroughTerms } from './through-term.ts';
import { evaluateExample } from './world.ts';

const runs = Number(process.env.ANPO_RUNS ?? 50);
const days = ['1950-01-01', '1960-06-23', '1972-05-15', '2016-03-29'];

describe('what changed only through a term', () => {
  test('is the same on both days wherever the term is', () => {
    const random = sequence(11);
    let found = 0;
    fc.assert(
      fc.property(
        constrainedRulebook,
        fc.constantFrom(...days),
        fc.constantFrom(...days),
        (rulebook, one, other) => {
          const circuit = compileCircuit(rulebook);
          const cones = new ConeCircuits(circuit);
          const law = new Law(
            [one, other].map((on) => ({
              scene: { rulebook, circuit, day: toDay(on), clock: toDay(other) },
              roots: circuit.findings.map(({ node }) => node),
            })),
          );
          const through = new ThroughTerms(law, circuit);
          for (const root of circuit.findings) {
            const term = through.of(root.node);
            if (!term) continue;
            found += 1;
            const situation = { on: one, incidents: [], given: [] };
            const { worlds } = bruteForce(rulebook, circuit, situation, [], [root.node], 20, random);
            const unread = [...new Set(circuit.choices.map(({ key }) => key))].map((choice) => ({
              choice,
              value: random() < 0.5,
            }));
            for (const { given } of worlds) {
              const [before, after] = [one, other].map((on) => {
                const value = evaluateExample(
                  rulebook,
                  cones,
                  { on, given, readings: [], unread },
                  [root.node, term.node],
                  other,
                );
                return { norm: value(root.node), term: value(term.node) };
              });
              if (before?.term === after?.term) expect(after?.norm).toBe(before?.norm);
            }
          }
        },
      ),
      { numRuns: runs * 4, seed: 12 },
    );
    expect(found).toBeGreaterThan(5);
  });
});
