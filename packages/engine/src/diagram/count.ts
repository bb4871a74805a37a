/**
 * How large a part of all worlds a function holds in. The weighting is stated with the variables: each class weighs
 * what its variable says. It measures size and is no probability.
 */
import { ALWAYS, type Diagram, type DiagramManager, NEVER } from './manager.ts';
import type { Allowed } from './quantify.ts';

/** The weight of each class of each level. */
export type Weights = readonly (readonly number[])[];

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
