/**
 * The cheapest ways to make a function certain by doing something about single questions: keep what is given,
 * change it, find it out. One search serves reasons (which given facts suffice?) and changes (what would flip
 * it?): they differ in what may be done about a question, and at what cost.
 *
 * The search runs over pairs of functions, what is to become certain and what is possible, and remembers the
 * cost of each pair, so that shared parts of the law are searched once.
 */
import { ALWAYS, type Diagram, type DiagramManager, NEVER } from './manager.ts';

/** Something that may be done about a question. Afterwards the answer is one of `classes`, whichever. */
export interface PricedAnswer {
  readonly cost: number;
  readonly classes: readonly number[];
}

/** What was done, by level: the index of the option. Levels where the first, free, option was taken are absent. */
export type Plan = ReadonlyMap<number, readonly number[]>;

export interface Cheapest {
  readonly cost: number;
  /** Each level lists options that serve equally well. */
  readonly plans: readonly Plan[];
  readonly more: boolean;
}

export interface SearchLimits {
  readonly cost: number;
  readonly plans: number;
  readonly steps: number;
}

const SEARCH_LIMITS: SearchLimits = { cost: 6, plans: 20, steps: 200_000 };

/**
 * The cheapest plans after which `wanted` holds in every world that is `possible`, and some such world is left.
 * The first option of each level is free. `none` where no plan within the cost limit does; undefined where the
 * limits of the work did not suffice.
 */
export function cheapestPlans(
  manager: DiagramManager,
  wanted: Diagram,
  possible: Diagram,
  optionsAt: (level: number) => readonly PricedAnswer[],
  limits: SearchLimits = SEARCH_LIMITS,
): Cheapest | 'none' | undefined {
  const before = manager.nodeCount;
  const search = new Search(manager, optionsAt, limits);
  const result = manager.attempt((): Cheapest | 'none' => {
    const certain = manager.or(manager.and(wanted, possible), possible ^ 1);
    for (let bound = 0; bound <= limits.cost; bound++) {
      const cost = search.cost(certain, possible, bound);
      if (cost > bound) continue;
      const plans = search.plans(certain, possible, cost);
      return { cost, plans: plans.slice(0, limits.plans), more: plans.length > limits.plans };
    }
    return 'none';
  });
  if (manager.nodeCount > before + 50_000) manager.release(before);
  return result;
}

interface Move {
  readonly level: number;
  readonly cost: number;
  /** Options with the same effect; empty where the free one was taken. */
  readonly options: readonly number[];
  readonly certain: Diagram;
  readonly possible: Diagram;
}

const NEVER_CHEAP = Number.POSITIVE_INFINITY;

class Search {
  readonly #manager: DiagramManager;
  readonly #optionsAt: (level: number) => readonly PricedAnswer[];
  readonly #limits: SearchLimits;
  readonly #costs = new Map<number, number>();
  readonly #moves = new Map<number, readonly Move[]>();
  #steps = 0;

  constructor(
    manager: DiagramManager,
    optionsAt: (level: number) => readonly PricedAnswer[],
    limits: SearchLimits,
  ) {
    this.#manager = manager;
    this.#optionsAt = optionsAt;
    this.#limits = limits;
  }

  /** The least cost, where it is at most the bound; else something above it. */
  cost(certain: Diagram, possible: Diagram, bound: number): number {
    if (certain === NEVER || possible === NEVER) return NEVER_CHEAP;
    if (certain === ALWAYS && possible === ALWAYS) return 0;
    const key = certain * 2 ** 26 + possible;
    const known = this.#costs.get(key);
    // Costs are remembered as they are; that a cost is above a bound, as the negative of what it is at least.
    if (known !== undefined && known >= 0) return known;
    if (known !== undefined && -known > bound) return -known;
    if (++this.#steps > this.#limits.steps) this.#manager.giveUp();
    let best = NEVER_CHEAP;
    for (const move of this.#movesOf(key, certain, possible)) {
      const allowed = Math.min(bound, best - 1);
      if (move.cost > allowed) continue;
      const rest = this.cost(move.certain, move.possible, allowed - move.cost);
      best = Math.min(best, move.cost + rest);
      if (best === 0) break;
    }
    if (best <= bound) this.#costs.set(key, best);
    else this.#costs.set(key, -(bound + 1));
    return best <= bound ? best : bound + 1;
  }

  /** One more plan than the limit at most. */
  plans(certain: Diagram, possible: Diagram, cost: number): Plan[] {
    if (certain === ALWAYS && possible === ALWAYS) return [new Map()];
    const found: Plan[] = [];
    const key = certain * 2 ** 26 + possible;
    for (const move of this.#movesOf(key, certain, possible)) {
      const rest = cost - move.cost;
      if (rest < 0 || this.cost(move.certain, move.possible, rest) !== rest) continue;
      for (const plan of this.plans(move.certain, move.possible, rest)) {
        found.push(move.options.length === 0 ? plan : new Map([[move.level, move.options], ...plan]));
        if (found.length > this.#limits.plans) return found;
      }
    }
    return found;
  }

  #movesOf(key: number, certain: Diagram, possible: Diagram): readonly Move[] {
    let moves = this.#moves.get(key);
    if (!moves) {
      moves = this.#makeMoves(certain, possible);
      this.#moves.set(key, moves);
    }
    return moves;
  }

  #makeMoves(certain: Diagram, possible: Diagram): readonly Move[] {
    const manager = this.#manager;
    const level = Math.min(manager.levelOf(certain), manager.levelOf(possible));
    const moves = new Map<string, Move & { options: number[] }>();
    this.#optionsAt(level).forEach(({ cost, classes }, index) => {
      const next = {
        certain: manager.all(distinct(classes.map((value) => manager.child(certain, level, value)))),
        possible: manager.any(distinct(classes.map((value) => manager.child(possible, level, value)))),
      };
      if (next.certain === NEVER || next.possible === NEVER) return;
      const free = index === 0;
      const effect = `${cost} ${free ? 'free' : ''} ${next.certain} ${next.possible}`;
      const same = moves.get(effect);
      if (same) same.options.push(index);
      else moves.set(effect, { level, cost, options: free ? [] : [index], ...next });
    });
    return [...moves.values()].sort((a, b) => a.cost - b.cost);
  }
}

const distinct = (diagrams: readonly Diagram[]): Diagram[] => [...new Set(diagrams)];
