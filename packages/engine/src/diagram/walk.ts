/** Plain walks over a diagram: what it asks, whether it can hold, and an example. */
import { ALWAYS, type Diagram, type DiagramManager, NEVER, nodeOf } from './manager.ts';
import type { Allowed } from './quantify.ts';

/** The levels that the functions depend on, in order. */
export function supportOf(manager: DiagramManager, ...diagrams: readonly Diagram[]): number[] {
  const seen = new Set<number>();
  const levels = new Set<number>();
  const pending = [...diagrams];
  for (let of = pending.pop(); of !== undefined; of = pending.pop()) {
    const level = manager.levelOf(of);
    const size = manager.domains[level];
    if (size === undefined || seen.has(nodeOf(of))) continue;
    seen.add(nodeOf(of));
    levels.add(level);
    for (let value = 0; value < size; value++) pending.push(manager.child(of, level, value));
  }
  return [...levels].sort((a, b) => a - b);
}

/** How many nodes the functions have together. */
export function sizeOf(manager: DiagramManager, ...diagrams: readonly Diagram[]): number {
  const seen = new Set<number>();
  const pending = [...diagrams];
  for (let of = pending.pop(); of !== undefined; of = pending.pop()) {
    const level = manager.levelOf(of);
    const size = manager.domains[level];
    if (size === undefined || seen.has(nodeOf(of))) continue;
    seen.add(nodeOf(of));
    for (let value = 0; value < size; value++) pending.push(manager.child(of, level, value));
  }
  return seen.size;
}

/** What an example is made of: at each level the classes that count, in the order of preference, with their costs. */
export type ChoicesAt = (level: number) => {
  readonly order: readonly number[];
  readonly costs: readonly number[];
};

/**
 * One class a level for which the function holds, of the least cost together; of those, the one whose classes
 * come first in their order. Undefined where there is none.
 */
export function example(
  manager: DiagramManager,
  diagram: Diagram,
  choicesAt: ChoicesAt,
): Map<number, number> | undefined {
  const best = new Map<Diagram, { readonly cost: number; readonly value: number }>();
  const costOf = (of: Diagram): number => {
    if (of === ALWAYS) return 0;
    if (of === NEVER) return Number.POSITIVE_INFINITY;
    const known = best.get(of);
    if (known) return known.cost;
    const level = manager.levelOf(of);
    const { order, costs } = choicesAt(level);
    let found = { cost: Number.POSITIVE_INFINITY, value: order[0] ?? 0 };
    for (const value of order) {
      const cost = (costs[value] as number) + costOf(manager.child(of, level, value));
      if (cost < found.cost) found = { cost, value };
    }
    best.set(of, found);
    return found.cost;
  };
  if (costOf(diagram) === Number.POSITIVE_INFINITY) return undefined;
  const answers = new Map<number, number>();
  for (let of = diagram; of !== ALWAYS; ) {
    const level = manager.levelOf(of);
    const { value } = best.get(of) as { value: number };
    answers.set(level, value);
    of = manager.child(of, level, value);
  }
  return answers;
}

/** Whether the function can hold among the classes allowed. */
export function canHold(manager: DiagramManager, diagram: Diagram, allowed: Allowed = []): boolean {
  if (diagram === ALWAYS || diagram === NEVER) return diagram === ALWAYS;
  const dead = new Set<Diagram>();
  const visit = (of: Diagram): boolean => {
    if (of === ALWAYS) return true;
    if (of === NEVER || dead.has(of)) return false;
    const level = manager.levelOf(of);
    const classes = allowed[level];
    const count = classes ? classes.length : (manager.domains[level] as number);
    for (let at = 0; at < count; at++) {
      if (visit(manager.child(of, level, classes ? (classes[at] as number) : at))) return true;
    }
    dead.add(of);
    return false;
  };
  return visit(diagram);
}
