import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCircuit } from '../circuit/compile.ts';
import { Law } from '../diagram/law.ts';
import { resolveSituation } from '../situation/resolved.ts';
import { randomSituation, randomView } from '../testing/random-rulebook.ts';
import { type Givens, givensOf, type Settled } from './given.ts';
import { brokenConstraints, settleNode } from './settle.ts';
import { changedGivens } from './testing/changes.ts';
import { lawOfDay } from './testing/laws.ts';
import { constrainedRulebook } from './testing/rulebooks.ts';
import { smallestFlip, whatIf } from './what-if.ts';
import { whyNode } from './why.ts';

const runs = Number(process.env.ANPO_RUNS ?? 100);

/** The givens with only some of those that can be reasons kept. */
function keep(law: Law, givens: Givens, kept: readonly Settled[]): Givens {
  const rest = [...givens.settled.values()].filter(
    (each) => each.basis.kind === 'open' || kept.includes(each),
  );
  const view = [...givens.settled.values()].filter(
    (each) => each.basis.kind === 'view' && !kept.includes(each),
  );
  const open = view.map(({ level }) => ({
    level,
    classes: (law.variables[level]?.classes ?? []).flatMap((each, index) =>
      each.kind === 'reading' && each.holder !== undefined ? [index] : [],
    ),
  }));
  return {
    settled: new Map(rest.map((each) => [each.level, each])),
    allowed: law.allowed([...rest, ...open].map(({ level, classes }) => [level, classes])),
  };
}

const asText = (set: readonly unknown[]): string =>
  set
    .map((each) => JSON.stringify(each))
    .sort()
    .join();

function* subsets<T>(items: readonly T[], size: number): Generator<T[]> {
  if (size === 0) yield [];
  else
    for (let at = 0; at + size <= items.length; at++)
      for (const rest of subsets(items.slice(at + 1), size - 1)) yield [items[at] as T, ...rest];
}

describe('why', () => {
  test('gives exactly the smallest sets that suffice', () => {
    fc.assert(
      fc.property(constrainedRulebook, randomSituation, randomView, (rulebook, situation, view) => {
        const circuit = compileCircuit(rulebook, { incidents: situation.incidents.length });
        if (brokenConstraints(lawOfDay(rulebook, circuit, situation), situation).length > 0) return;
        const { day, known } = resolveSituation(rulebook, situation);
        const scene = { rulebook, circuit, day, known };
        const law = new Law([{ scene }]);
        const givens = givensOf(law, situation, view);
        for (const { node } of circuit.findings) {
          const why = whyNode(law, node, givens);
          expect(why.decided).toBe(true);
          if (why.outcome === 'undetermined') {
            expect(why.missing.length).toBeGreaterThan(0);
            continue;
          }
          const reasons = [...givens.settled.values()].filter((each) => each.basis.kind !== 'open');
          const size = why.sufficient[0]?.length ?? 0;
          const suffices = (set: readonly Settled[]): boolean =>
            settleNode(law, node, keep(law, givens, set)).outcome === why.outcome;
          if (reasons.length > 12) continue;
          for (let smaller = 0; smaller < size; smaller++)
            for (const set of subsets(reasons, smaller)) expect(suffices(set)).toBe(false);
          const expected = [...subsets(reasons, size)]
            .filter(suffices)
            .map((set) => set.map((each) => each.basis));
          if (why.more) continue;
          expect(new Set(why.sufficient.map(asText))).toEqual(new Set(expected.map(asText)));
        }
      }),
      { numRuns: runs, seed: 4 },
    );
  });
});

describe('what if', () => {
  test('finds the smallest changes, and none smaller exist', () => {
    let flips = 0;
    fc.assert(
      fc.property(constrainedRulebook, randomSituation, randomView, (rulebook, situation, view) => {
        const circuit = compileCircuit(rulebook, { incidents: situation.incidents.length });
        if (brokenConstraints(lawOfDay(rulebook, circuit, situation), situation).length > 0) return;
        const { day, known } = resolveSituation(rulebook, situation);
        const scene = { rulebook, circuit, day, known };
        const law = new Law([{ scene }]);
        const givens = givensOf(law, situation, view);
        for (const { node } of circuit.findings) {
          const { outcome } = settleNode(law, node, givens);
          for (const wanted of ['applies', 'does-not-apply'] as const) {
            if (wanted === outcome) continue;
            const flip = smallestFlip(law, node, givens, wanted);
            expect(flip.decided).toBe(true);
            const size = flip.changes[0]?.length ?? 3;
            for (const changed of changedGivens(law, givens, Math.min(2, size - 1)))
              expect(settleNode(law, node, changed).outcome).not.toBe(wanted);
            if (flip.changes.length > 0) flips += 1;
          }
        }
      }),
      { numRuns: Math.min(runs, 60), seed: 5 },
    );
    expect(flips).toBeGreaterThan(10);
  });

  test('the outcome on the day itself is that of the timeline', () => {
    fc.assert(
      fc.property(constrainedRulebook, randomSituation, randomView, (rulebook, situation, view) => {
        const circuit = compileCircuit(rulebook, { incidents: situation.incidents.length });
        if (brokenConstraints(lawOfDay(rulebook, circuit, situation), situation).length > 0) return;
        const { day, known } = resolveSituation(rulebook, situation);
        const scene = { rulebook, circuit, day, known };
        const law = new Law([{ scene }]);
        for (const { node } of circuit.findings.slice(0, 2)) {
          const { outcome, timeline } = whatIf(law, node, situation, { view });
          const now = timeline.find(
            ({ from, until }) =>
              (from === undefined || situation.on >= from) && (until === undefined || situation.on < until),
          );
          expect(now?.outcome).toBe(outcome);
        }
      }),
      { numRuns: Math.min(runs, 60), seed: 6 },
    );
  });
});
