import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCircuit } from '../circuit/compile.ts';
import { Law } from '../diagram/law.ts';
import { assignFacts, assignView } from '../evaluate/assignment.ts';
import { evaluateNodes, TRUE, UNKNOWN } from '../evaluate/kleene.ts';
import { resolveSituation } from '../situation/resolved.ts';
import { randomSituation, randomView } from '../testing/random-rulebook.ts';
import { decideOtherwise, sequence } from './fallback.ts';
import { givensOf } from './given.ts';
import { brokenConstraints, settleFindings } from './settle.ts';
import { bruteForce } from './testing/brute.ts';
import { lawOfDay } from './testing/laws.ts';
import { constrainedRulebook } from './testing/rulebooks.ts';

const runs = Number(process.env.ANPO_RUNS ?? 100);

describe('settle', () => {
  test('agrees with brute force over all completions, and refines Kleene', () => {
    const random = sequence(7);
    let exhaustive = 0;
    fc.assert(
      fc.property(constrainedRulebook, randomSituation, randomView, (rulebook, situation, view) => {
        const circuit = compileCircuit(rulebook, { incidents: situation.incidents.length });
        if (brokenConstraints(lawOfDay(rulebook, circuit, situation), situation).length > 0) return;
        const exact = settleFindings(lawOfDay(rulebook, circuit, situation), situation, view);
        const kleene = evaluateNodes(
          circuit,
          assignView(circuit, assignFacts(rulebook, circuit, situation), view),
        );
        for (const root of circuit.findings) {
          const { outcome, decidedBy } = exact.get(root) ?? {};
          expect(decidedBy).toBe('diagram');
          if (kleene[root.node] !== UNKNOWN)
            expect(outcome).toBe(kleene[root.node] === TRUE ? 'applies' : 'does-not-apply');
          const { worlds, complete } = bruteForce(
            rulebook,
            circuit,
            situation,
            view,
            [root.node],
            300,
            random,
          );
          const seen = new Set(worlds.map((world) => world.roots[0]));
          if (seen.has(true)) expect(outcome).not.toBe('does-not-apply');
          if (seen.has(false)) expect(outcome).not.toBe('applies');
          if (!complete || seen.size === 0) continue;
          exhaustive += 1;
          expect(outcome).toBe(
            seen.size === 2 ? 'undetermined' : seen.has(true) ? 'applies' : 'does-not-apply',
          );
        }
      }),
      { numRuns: runs, seed: 1 },
    );
    expect(exhaustive).toBeGreaterThan(runs);
  });

  test('the solver and the diagrams decide alike', () => {
    fc.assert(
      fc.property(constrainedRulebook, randomSituation, randomView, (rulebook, situation, view) => {
        const circuit = compileCircuit(rulebook, { incidents: situation.incidents.length });
        if (brokenConstraints(lawOfDay(rulebook, circuit, situation), situation).length > 0) return;
        const { day, known } = resolveSituation(rulebook, situation);
        const scene = { rulebook, circuit, day, known };
        const law = new Law([{ scene }]);
        const { allowed } = givensOf(law, situation, view);
        const exact = settleFindings(lawOfDay(rulebook, circuit, situation), situation, view);
        for (const root of circuit.findings) {
          const decided = decideOtherwise(law, root.node, allowed);
          expect(decided).toEqual({ outcome: exact.get(root)?.outcome, decidedBy: 'solver' });
        }
      }),
      { numRuns: runs, seed: 2 },
    );
  });

  test('a cone that passes the allowance is decided otherwise', () => {
    fc.assert(
      fc.property(constrainedRulebook, randomSituation, (rulebook, situation) => {
        const circuit = compileCircuit(rulebook, { incidents: situation.incidents.length });
        const { day, known } = resolveSituation(rulebook, situation);
        const scene = { rulebook, circuit, day, known };
        const small = new Law([{ scene }], { allowance: { slots: 8, steps: 4 } });
        const large = new Law([{ scene }]);
        for (const root of circuit.findings) {
          const limited = small.diagram(root.node);
          const full = large.diagram(root.node);
          expect(full).toBeDefined();
          if (limited !== undefined)
            expect(small.manager.levelOf(limited)).toBe(large.manager.levelOf(full as number));
        }
      }),
      { numRuns: 50, seed: 3 },
    );
  });
});
