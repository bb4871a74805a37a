/**
 * How many worlds a function holds in, and how large a part of all worlds that is. The weighting is stated
 * with the variables: each class weighs what its variable says. It measures size and is no probability.
 */
import { ALWAYS, type Diagram, type DiagramManager, NEVER } from './manager.ts';
import type { Allowed } from './quantify.ts';

/** The weight of each class of each level. */
export type Weights = readonly (readonly number[])[];

/** The exact number of weighted worlds over the given levels in which the function holds. */
export function countWorlds(
  manager: DiagramManager,
  diagram: Diagram,
  weights: Weights,
  levels: readonly number[],
): bigint {
  const totals = levels.map((level) => sum(weights[level] as readonly number[]));
  /** Weight of all answers to the levels from position `from` up to, not including, `to`. */
  const between = (from: number, to: number): bigint => {
    let product = 1n;
    for (let at = from; at < to; at++) product *= BigInt(totals[at] as number);
    return product;
  };
  const position = new Map(levels.map((level, at) => [level, at]));
  const place = (of: Diagram): number => position.get(manager.levelOf(of)) ?? levels.length;
  const memo = new Map<Diagram, bigint>();
  const visit = (of: Diagram): bigint => {
    if (of === ALWAYS) return 1n;
    if (of === NEVER) return 0n;
    const known = memo.get(of);
    if (known !== undefined) return known;
    const level = manager.levelOf(of);
    const at = place(of);
    let total = 0n;
    (weights[level] as readonly number[]).forEach((weight, value) => {
      const child = manager.child(of, level, value);
      if (child !== NEVER) total += BigInt(weight) * between(at + 1, place(child)) * visit(child);
    });
    memo.set(of, total);
    return total;
  };
  return between(0, place(diagram)) * visit(diagram);
}

/** The part of all weighted worlds, among the classes allowed, in which the function holds: 0 to 1. */
export function shareOf(
  manager: DiagramManager,
  diagram: Diagram,
  weights: Weights,
  allowed: Allowed = [],
): number {
  const memo = new Map<Diagram, number>();
  const visit = (of: Diagram): number => {
    if (of === ALWAYS) return 1;
    if (of === NEVER) return 0;
    const known = memo.get(of);
    if (known !== undefined) return known;
    const level = manager.levelOf(of);
    const own = weights[level] as readonly number[];
    const classes = allowed[level] ?? own.keys();
    let held = 0;
    let total = 0;
    for (const value of classes) {
      const weight = own[value] as number;
      total += weight;
      held += weight * visit(manager.child(of, level, value));
    }
    const result = held / total;
    memo.set(of, result);
    return result;
  };
  return visit(diagram);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
