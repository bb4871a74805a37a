/**
 * A function in its shortest form: a few conjunctions of "this question has one of these answers" that
 * together say exactly when it holds. After Minato and Morreale, widened to answers of many classes, then
 * polished: no answer is excluded, no condition stated, and no conjunction kept without need.
 */
import { ALWAYS, type Diagram, type DiagramManager, NEVER, not } from './manager.ts';

/** For each level that the conjunction speaks of: the classes that the answer may be of. */
export type Conjunction = ReadonlyMap<number, readonly number[]>;

/** A function between what must be covered and what may be, as conjunctions. */
interface Cover {
  readonly conjunctions: readonly Conjunction[];
  readonly diagram: Diagram;
}

/** Covers of more conjunctions than this are not read as a whole, and are left as they were found. */
const POLISHED = 40;

/**
 * Conjunctions that cover `wanted` wherever a world is `possible`, and nothing else that is possible.
 * Undefined where more than `limit` conjunctions or the allowance of the manager would be needed.
 */
export function coverOf(
  manager: DiagramManager,
  wanted: Diagram,
  possible: Diagram = ALWAYS,
  limit = 200,
): readonly Conjunction[] | undefined {
  return manager.attempt(() => {
    const must = manager.and(wanted, possible);
    const may = manager.or(wanted, not(possible));
    const { conjunctions } = new Covering(manager, limit).cover(must, may);
    return conjunctions.length > POLISHED ? conjunctions : polished(manager, conjunctions, must, may);
  });
}

export function conjunctionDiagram(manager: DiagramManager, conjunction: Conjunction): Diagram {
  return manager.all(
    [...conjunction].map(([level, classes]) => manager.literal(level, (v) => classes.includes(v))),
  );
}

class Covering {
  readonly #manager: DiagramManager;
  readonly #memo = new Map<string, Cover>();
  #left: number;

  constructor(manager: DiagramManager, limit: number) {
    this.#manager = manager;
    this.#left = limit * 20;
  }

  cover(must: Diagram, may: Diagram): Cover {
    if (must === NEVER) return { conjunctions: [], diagram: NEVER };
    if (may === ALWAYS) return { conjunctions: [new Map()], diagram: ALWAYS };
    const key = `${must} ${may}`;
    const known = this.#memo.get(key);
    if (known) return known;
    if (--this.#left < 0) this.#manager.giveUp();
    const result = this.#split(must, may);
    this.#memo.set(key, result);
    return result;
  }

  #split(must: Diagram, may: Diagram): Cover {
    const manager = this.#manager;
    const level = Math.min(manager.levelOf(must), manager.levelOf(may));
    const values = Array.from({ length: manager.domains[level] as number }, (_, value) => value);
    const mustAt = values.map((value) => manager.child(must, level, value));
    const mayAt = values.map((value) => manager.child(may, level, value));
    const mayAlways = manager.all([...new Set(mayAt)]);
    const conjunctions: Conjunction[] = [];
    const parts: Diagram[] = [];
    const covered = values.map((): Diagram => NEVER);
    for (const value of values) {
      // What no conjunction without a word on this question can cover.
      const need = manager.and(
        manager.and(mustAt[value] as Diagram, not(mayAlways)),
        not(covered[value] as Diagram),
      );
      if (need === NEVER) continue;
      const classes = values.filter(
        (other) => other === value || manager.implies(need, mayAt[other] as Diagram),
      );
      const room = manager.all([...new Set(classes.map((other) => mayAt[other] as Diagram))]);
      const inner = this.cover(need, manager.implies(need, room) ? room : (mayAt[value] as Diagram));
      const wide = values.filter((other) => manager.implies(inner.diagram, mayAt[other] as Diagram));
      for (const other of wide) covered[other] = manager.or(covered[other] as Diagram, inner.diagram);
      for (const conjunction of inner.conjunctions)
        conjunctions.push(
          wide.length === values.length ? conjunction : new Map([[level, wide], ...conjunction]),
        );
      parts.push(
        manager.and(
          manager.literal(level, (other) => wide.includes(other)),
          inner.diagram,
        ),
      );
    }
    const rest = manager.any(
      values.map((value) => manager.and(mustAt[value] as Diagram, not(covered[value] as Diagram))),
    );
    const shared = this.cover(rest, mayAlways);
    return {
      conjunctions: [...shared.conjunctions, ...conjunctions],
      diagram: manager.any([shared.diagram, ...parts]),
    };
  }
}

/** Widens each conjunction as far as it may go, then drops those that the others make superfluous. */
function polished(
  manager: DiagramManager,
  conjunctions: readonly Conjunction[],
  must: Diagram,
  may: Diagram,
): readonly Conjunction[] {
  const wide = conjunctions.map((conjunction) => widened(manager, conjunction, may));
  const diagrams = wide.map((conjunction) => conjunctionDiagram(manager, conjunction));
  const kept = new Set(wide.keys());
  const byLength = [...wide.keys()].sort((a, b) => weight(wide[b]) - weight(wide[a]));
  for (const index of byLength) {
    kept.delete(index);
    const others = manager.any([...kept].map((other) => diagrams[other] as Diagram));
    if (!manager.implies(must, others)) kept.add(index);
  }
  const needed = [...kept].map((index) => wide[index] as Conjunction).sort((a, b) => weight(a) - weight(b));
  return trimmed(manager, needed, must, may);
}

/** Takes out of each conjunction the answers that the others see to, so that each says only what it adds. */
function trimmed(
  manager: DiagramManager,
  conjunctions: readonly Conjunction[],
  must: Diagram,
  may: Diagram,
): readonly Conjunction[] {
  const diagrams = conjunctions.map((conjunction) => conjunctionDiagram(manager, conjunction));
  return conjunctions.map((conjunction, index) => {
    const others = manager.any(diagrams.filter((_, other) => other !== index));
    const own = manager.all([must, diagrams[index] as Diagram, not(others)]);
    let result = new Map(conjunction);
    for (const [level, classes] of conjunction) {
      const needed = classes.filter(
        (value) =>
          !manager.disjoint(
            own,
            manager.literal(level, (each) => each === value),
          ),
      );
      if (needed.length < classes.length) result.set(level, needed);
    }
    result = withoutNeedless(manager, result, may);
    diagrams[index] = conjunctionDiagram(manager, result);
    return result;
  });
}

/** Narrower answers to one question may make the condition on another one superfluous. */
function withoutNeedless(
  manager: DiagramManager,
  conjunction: Conjunction,
  may: Diagram,
): Map<number, readonly number[]> {
  const result = new Map(conjunction);
  for (const [level, classes] of conjunction) {
    result.delete(level);
    if (!manager.implies(conjunctionDiagram(manager, result), may)) result.set(level, classes);
  }
  return new Map([...result].sort(([a], [b]) => a - b));
}

const weight = (conjunction: Conjunction | undefined): number => conjunction?.size ?? 0;

function widened(manager: DiagramManager, conjunction: Conjunction, may: Diagram): Conjunction {
  const result = new Map(conjunction);
  for (const level of conjunction.keys()) {
    const classes = result.get(level) as readonly number[];
    result.delete(level);
    if (manager.implies(conjunctionDiagram(manager, result), may)) continue;
    const wide = [...classes];
    for (let value = 0; value < (manager.domains[level] as number); value++) {
      if (wide.includes(value)) continue;
      result.set(level, [...wide, value]);
      if (manager.implies(conjunctionDiagram(manager, result), may)) wide.push(value);
    }
    result.set(
      level,
      wide.sort((a, b) => a - b),
    );
  }
  return result;
}
