import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOf } from './count.ts';
import { conjunctionDiagram, coverOf } from './cover.ts';
import { ALWAYS, type Diagram, DiagramManager, NEVER, not } from './manager.ts';
import { marginalsOf } from './marginals.ts';
import { forAll, forSome } from './quantify.ts';
import { example, supportOf } from './walk.ts';

const domains = [2, 3, 2, 4, 2];
const weights = domains.map((size) => Array.from({ length: size }, (_, value) => value + 1));
const levels = [...domains.keys()];
const worlds = domains.reduce<number[][]>(
  (all, size) => all.flatMap((world) => Array.from({ length: size }, (_, value) => [...world, value])),
  [[]],
);

type Formula =
  | { kind: 'in'; level: number; values: number[] }
  | { kind: 'not'; of: Formula }
  | { kind: 'and' | 'or'; left: Formula; right: Formula };

const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc
      .tuple(fc.nat(domains.length - 1), fc.subarray([0, 1, 2, 3]))
      .map(([level, values]): Formula => ({ kind: 'in', level, values })),
    tie('formula').map((of): Formula => ({ kind: 'not', of })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), tie('formula'), tie('formula'))
      .map(([kind, left, right]): Formula => ({ kind, left, right })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), tie('formula'), tie('formula'))
      .map(([kind, left, right]): Formula => ({ kind, left, right })),
  ),
}));

function build(manager: DiagramManager, of: Formula): Diagram {
  switch (of.kind) {
    case 'in':
      return manager.literal(of.level, (value) => of.values.includes(value));
    case 'not':
      return not(build(manager, of.of));
    case 'and':
      return manager.and(build(manager, of.left), build(manager, of.right));
    case 'or':
      return manager.or(build(manager, of.left), build(manager, of.right));
  }
}

function holds(of: Formula, world: readonly number[]): boolean {
  switch (of.kind) {
    case 'in':
      return of.values.includes(world[of.level] as number);
    case 'not':
      return !holds(of.of, world);
    case 'and':
      return holds(of.left, world) && holds(of.right, world);
    case 'or':
      return holds(of.left, world) || holds(of.right, world);
  }
}

const at = (manager: DiagramManager, diagram: Diagram, world: readonly number[]): boolean => {
  let of = diagram;
  for (const level of levels) of = manager.child(of, level, world[level] as number);
  return of === ALWAYS;
};
const weigh = (world: readonly number[]): number =>
  world.reduce((product, value, level) => product * (weights[level]?.[value] as number), 1);

describe('diagrams', () => {
  test('hold where the formula does, and equal functions are one diagram', () => {
    fc.assert(
      fc.property(formula, formula, (one, other) => {
        const manager = new DiagramManager(domains);
        const [a, b] = [build(manager, one), build(manager, other)];
        for (const world of worlds) expect(at(manager, a, world)).toBe(holds(one, world));
        const same = worlds.every((world) => holds(one, world) === holds(other, world));
        expect(a === b).toBe(same);
        expect(manager.ite(a, b, not(b))).toBe(manager.or(manager.and(a, b), manager.and(not(a), not(b))));
      }),
      { numRuns: 300 },
    );
  });

  test('count, quantify and give examples as enumeration does', () => {
    fc.assert(
      fc.property(formula, fc.nat(domains.length - 1), (one, level) => {
        const manager = new DiagramManager(domains);
        const diagram = build(manager, one);
        const held = worlds.filter((world) => holds(one, world));
        const total = held.reduce((sum, world) => sum + weigh(world), 0);
        const all = worlds.reduce((sum, world) => sum + weigh(world), 0);
        expect(shareOf(manager, diagram, weights)).toBeCloseTo(total / all, 10);
        const over = (each: number): boolean => each === level;
        const [every, some] = [forAll(manager, diagram, over), forSome(manager, diagram, over)];
        for (const world of worlds) {
          const answers = Array.from({ length: domains[level] as number }, (_, value) =>
            holds(one, world.with(level, value)),
          );
          expect(at(manager, every, world)).toBe(answers.every(Boolean));
          expect(at(manager, some, world)).toBe(answers.some(Boolean));
        }
        const marginals = marginalsOf(manager, diagram, weights, []);
        marginals.at(level).forEach((share, value) => {
          const mass = held
            .filter((world) => world[level] === value)
            .reduce((sum, world) => sum + weigh(world), 0);
          expect(share).toBeCloseTo(mass / all, 10);
        });
        // The last answer of each question is free, each before it dearer: no world that holds is cheaper.
        const costs = domains.map((size) => Array.from({ length: size }, (_, value) => size - 1 - value));
        const costOf = (world: readonly number[]): number =>
          world.reduce((sum, value, each) => sum + (costs[each]?.[value] as number), 0);
        const found = example(manager, diagram, (each) => ({
          order: [...(costs[each] as number[]).keys()],
          costs: costs[each] as number[],
        }));
        expect(found === undefined).toBe(held.length === 0);
        if (found) {
          const whole = levels.map((each) => found.get(each) ?? (domains[each] as number) - 1);
          expect(holds(one, whole)).toBe(true);
          expect(costOf(whole)).toBe(Math.min(...held.map(costOf)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('are covered exactly, without a superfluous conjunction or condition', () => {
    fc.assert(
      fc.property(formula, formula, (one, care) => {
        const manager = new DiagramManager(domains);
        const [wanted, possible] = [build(manager, one), build(manager, care)];
        const cover = coverOf(manager, wanted, possible) ?? [];
        const diagrams = cover.map((conjunction) => conjunctionDiagram(manager, conjunction));
        const must = manager.and(wanted, possible);
        expect(manager.and(manager.any(diagrams), possible)).toBe(must);
        diagrams.forEach((_, index) => {
          expect(manager.implies(must, manager.any(diagrams.toSpliced(index, 1)))).toBe(false);
        });
        for (const conjunction of cover)
          for (const level of conjunction.keys()) {
            const wider = conjunctionDiagram(
              manager,
              new Map([...conjunction].filter(([each]) => each !== level)),
            );
            expect(manager.implies(manager.and(wider, possible), wanted)).toBe(false);
          }
      }),
      { numRuns: 300 },
    );
  });

  test('an attempt beyond its allowance leaves nothing behind', () => {
    fc.assert(
      fc.property(formula, formula, (one, other) => {
        const manager = new DiagramManager(domains);
        const kept = build(manager, one);
        const nodes = manager.nodeCount;
        const tried = manager.attempt(() => build(manager, other), { slots: 6, steps: 3 });
        if (tried === undefined) expect(manager.nodeCount).toBe(nodes);
        expect(build(manager, one)).toBe(kept);
        for (const world of worlds) expect(at(manager, kept, world)).toBe(holds(one, world));
        expect(supportOf(manager, ALWAYS, NEVER)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
