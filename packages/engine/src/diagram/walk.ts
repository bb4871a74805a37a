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

/** One class a level for which the function holds, among the classes allowed; undefined where there is none. */
export function example(
  manager: DiagramManager,
  diagram: Diagram,
  allowed: Allowed = [],
): Map<number, number> | undefined {
  const dead = new Set<Diagram>();
  const answers = new Map<number, number>();
  const visit = (of: Diagram): boolean => {
    if (of === ALWAYS) return true;
    if (of === NEVER || dead.has(of)) return false;
    const level = manager.levelOf(of);
    const size = manager.domains[level] as number;
    const classes = allowed[level];
    for (let at = 0; at < (classes?.length ?? size); at++) {
      const value = classes ? (classes[at] as number) : at;
      if (visit(manager.child(of, level, value))) {
        answers.set(level, value);
        return true;
      }
    }
    dead.add(of);
    return false;
  };
  return visit(diagram) ? answers : undefined;
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
