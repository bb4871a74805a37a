/** For every question at once: how likely a function holds together with each answer, by one walk down and up. */

import type { Weights } from './count.ts';
import { ALWAYS, type Diagram, type DiagramManager, NEVER } from './manager.ts';
import type { Allowed } from './quantify.ts';

export interface Marginals {
  /** The part of all weighted worlds within the classes allowed in which the function holds. */
  readonly share: number;
  /** For a level: the parts in which it holds and the answer is each class. */
  at(level: number): readonly number[];
}

export function marginalsOf(
  manager: DiagramManager,
  diagram: Diagram,
  weights: Weights,
  allowed: Allowed,
): Marginals {
  const part = (level: number): number[] => {
    const own = weights[level] as readonly number[];
    const inside = own.map((weight, value) => ((allowed[level]?.includes(value) ?? true) ? weight : 0));
    const total = inside.reduce((sum, weight) => sum + weight, 0);
    return inside.map((weight) => weight / total);
  };
  const parts = new Map<number, number[]>();
  const partsAt = (level: number): number[] => {
    let own = parts.get(level);
    if (!own) {
      own = part(level);
      parts.set(level, own);
    }
    return own;
  };
  const up = new Map<Diagram, number>();
  const byLevel = new Map<number, Diagram[]>();
  const shareOf = (of: Diagram): number => {
    if (of === ALWAYS) return 1;
    if (of === NEVER) return 0;
    const known = up.get(of);
    if (known !== undefined) return known;
    const level = manager.levelOf(of);
    let total = 0;
    partsAt(level).forEach((weight, value) => {
      if (weight > 0) total += weight * shareOf(manager.child(of, level, value));
    });
    up.set(of, total);
    const same = byLevel.get(level);
    if (same) same.push(of);
    else byLevel.set(level, [of]);
    return total;
  };
  const share = shareOf(diagram);
  const down = new Map<Diagram, number>([[diagram, 1]]);
  const joint = new Map<number, number[]>();
  for (const level of [...byLevel.keys()].sort((a, b) => a - b)) {
    const own = partsAt(level);
    const held = own.map(() => 0);
    let through = 0;
    for (const of of byLevel.get(level) as Diagram[]) {
      const flow = down.get(of) ?? 0;
      through += flow * (up.get(of) as number);
      own.forEach((weight, value) => {
        if (weight === 0) return;
        const child = manager.child(of, level, value);
        if (child === NEVER) return;
        held[value] = (held[value] as number) + flow * weight * shareOf(child);
        if (child !== ALWAYS) down.set(child, (down.get(child) ?? 0) + flow * weight);
      });
    }
    // Worlds on paths that pass the level by do not depend on its answer.
    const past = share - through;
    joint.set(
      level,
      held.map((mass, value) => mass + past * (own[value] as number)),
    );
  }
  return {
    share,
    at: (level) => joint.get(level) ?? partsAt(level).map((weight) => share * weight),
  };
}
