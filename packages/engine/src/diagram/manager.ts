/**
 * An ordered decision diagram over finite domains: one level a question, one child a class of answers, equal
 * functions one node. Complement edges make negation free. A function is an edge: twice the node, plus one
 * where it is complemented. Finite domains are used instead of yes/no variables because "one value at a
 * time" and "thresholds in order" then hold by construction, and need no constraint in any question.
 *
 * Work is bounded: {@link DiagramManager.attempt} gives up, and takes back every node it made, as soon as the
 * allowance is used.
 */
export type Diagram = number;

export const ALWAYS: Diagram = 0;
export const NEVER: Diagram = 1;

/** The number of the node that an edge leads to. */
export const nodeOf = (diagram: Diagram): number => diagram >> 1;
export const not = (diagram: Diagram): Diagram => diagram ^ 1;

/** Thrown within {@link DiagramManager.attempt}, and nowhere seen outside it. */
class OverBudget extends Error {}

const FIRST_NODES = 1 << 12;
const FIRST_CACHE = 1 << 13;
const LAST_CACHE = 1 << 20;

export interface Allowance {
  /** Child slots that may be added. */
  readonly slots: number;
  /** Conjunctions of two nodes that may be worked out. */
  readonly steps: number;
}

export const DEFAULT_ALLOWANCE: Allowance = { slots: 300_000, steps: 400_000 };

export class DiagramManager {
  readonly domains: readonly number[];
  #levels = new Int32Array(FIRST_NODES);
  #starts = new Int32Array(FIRST_NODES + 1);
  #children = new Int32Array(FIRST_NODES * 4);
  #nodes = 1;
  #slots = 0;
  #table = new Int32Array(FIRST_NODES * 2);
  #left = new Int32Array(FIRST_CACHE).fill(-1);
  #right = new Int32Array(FIRST_CACHE);
  #result = new Int32Array(FIRST_CACHE);
  #stack = new Int32Array(1 << 12);
  #top = 0;
  #steps = 0;
  #slotLimit = Number.POSITIVE_INFINITY;
  #stepLimit = Number.POSITIVE_INFINITY;
  #attempts = 0;
  readonly #onRelease: ((nodes: number) => void) | undefined;

  /** `onRelease` is told when nodes are taken back: diagrams of nodes from `nodes` on have lost their meaning. */
  constructor(domains: readonly number[], onRelease?: (nodes: number) => void) {
    this.domains = domains;
    this.#levels[0] = domains.length;
    this.#onRelease = onRelease;
  }

  get nodeCount(): number {
    return this.#nodes;
  }

  get slotCount(): number {
    return this.#slots;
  }

  /** Conjunctions of two nodes worked out so far, those of attempts that gave up with them. */
  get steps(): number {
    return this.#steps;
  }

  /** Whether an attempt is running: what does not suffice within it may suffice outside. */
  get isAttempting(): boolean {
    return this.#attempts > 0;
  }

  /** The level that the function asks first; the number of levels where it is constant. */
  levelOf(diagram: Diagram): number {
    return this.#levels[diagram >> 1] as number;
  }

  /** The function where the question of `level` is answered by the class. Only for levels up to its own. */
  child(diagram: Diagram, level: number, value: number): Diagram {
    const node = diagram >> 1;
    if (this.#levels[node] !== level) return diagram;
    return (this.#children[(this.#starts[node] as number) + value] as number) ^ (diagram & 1);
  }

  /** True exactly where the question of `level` is answered by one of the classes for which `inside` holds. */
  literal(level: number, inside: (value: number) => boolean): Diagram {
    const size = this.domains[level] as number;
    const base = this.#reserve(size);
    for (let value = 0; value < size; value++) this.#stack[base + value] = inside(value) ? ALWAYS : NEVER;
    return this.#make(level, base);
  }

  /** The function that asks `level` first and goes on with one function a class. */
  branch(level: number, children: ArrayLike<Diagram>): Diagram {
    const base = this.#reserve(children.length);
    for (let value = 0; value < children.length; value++)
      this.#stack[base + value] = children[value] as Diagram;
    return this.#make(level, base);
  }

  and(left: Diagram, right: Diagram): Diagram {
    if (left === right || right === ALWAYS) return left;
    if (left === ALWAYS) return right;
    if (left === NEVER || right === NEVER || left === (right ^ 1)) return NEVER;
    const first = left < right ? left : right;
    const second = left < right ? right : left;
    const slot = this.#cacheSlot(first, second);
    if (this.#left[slot] === first && this.#right[slot] === second) return this.#result[slot] as Diagram;
    if (++this.#steps > this.#stepLimit) throw new OverBudget();
    const a = first >> 1;
    const b = second >> 1;
    const levelA = this.#levels[a] as number;
    const levelB = this.#levels[b] as number;
    const level = levelA < levelB ? levelA : levelB;
    const size = this.domains[level] as number;
    const base = this.#reserve(size);
    const startA = this.#starts[a] as number;
    const startB = this.#starts[b] as number;
    for (let value = 0; value < size; value++) {
      const childA = levelA === level ? (this.#children[startA + value] as number) ^ (first & 1) : first;
      const childB = levelB === level ? (this.#children[startB + value] as number) ^ (second & 1) : second;
      const of = this.and(childA, childB);
      this.#stack[base + value] = of;
    }
    const result = this.#make(level, base);
    const again = this.#cacheSlot(first, second);
    this.#left[again] = first;
    this.#right[again] = second;
    this.#result[again] = result;
    return result;
  }

  or(left: Diagram, right: Diagram): Diagram {
    return this.and(left ^ 1, right ^ 1) ^ 1;
  }

  /** If `test` then `yes` else `no`. */
  ite(test: Diagram, yes: Diagram, no: Diagram): Diagram {
    return this.or(this.and(test, yes), this.and(test ^ 1, no));
  }

  /** Conjunction of many, the deepest first: what is asked last is joined while diagrams are small. */
  all(of: readonly Diagram[]): Diagram {
    const ordered = [...of].sort((a, b) => this.levelOf(b) - this.levelOf(a));
    let result = ALWAYS;
    for (const next of ordered) {
      result = this.and(result, next);
      if (result === NEVER) return NEVER;
    }
    return result;
  }

  any(of: readonly Diagram[]): Diagram {
    return not(this.all(of.map(not)));
  }

  implies(left: Diagram, right: Diagram): boolean {
    return this.and(left, right ^ 1) === NEVER;
  }

  disjoint(left: Diagram, right: Diagram): boolean {
    return this.and(left, right) === NEVER;
  }

  /** Runs the work within the allowance; undefined, and every node taken back, where it does not suffice. */
  attempt<T>(work: () => T, allowance: Allowance = DEFAULT_ALLOWANCE): T | undefined {
    const before = { slots: this.#slotLimit, steps: this.#stepLimit, nodes: this.#nodes, top: this.#top };
    this.#slotLimit = Math.min(before.slots, this.#slots + allowance.slots);
    this.#stepLimit = Math.min(before.steps, this.#steps + allowance.steps);
    this.#attempts += 1;
    try {
      return work();
    } catch (error) {
      if (!(error instanceof OverBudget)) throw error;
      this.#top = before.top;
      this.release(before.nodes);
      return undefined;
    } finally {
      this.#attempts -= 1;
      this.#slotLimit = before.slots;
      this.#stepLimit = before.steps;
    }
  }

  /** Gives up the attempt that is running, for work that bounds itself otherwise. */
  giveUp(): never {
    throw new OverBudget();
  }

  /** Takes back every node made since the manager held `nodes` nodes. Their diagrams lose their meaning. */
  release(nodes: number): void {
    if (nodes >= this.#nodes) return;
    this.#slots = this.#starts[nodes] as number;
    this.#nodes = nodes;
    this.#left.fill(-1);
    this.#rehash(this.#table.length);
    this.#onRelease?.(nodes);
  }

  #reserve(size: number): number {
    const base = this.#top;
    this.#top += size;
    if (this.#top > this.#stack.length) this.#stack = grown(this.#stack, this.#top);
    return base;
  }

  /** The node with the children that stand on the stack from `base`, which it takes off the stack. */
  #make(level: number, base: number): Diagram {
    const size = this.domains[level] as number;
    this.#top = base;
    const stack = this.#stack;
    const first = stack[base] as number;
    let same = true;
    for (let value = 1; value < size; value++) {
      if (stack[base + value] !== first) {
        same = false;
        break;
      }
    }
    if (same) return first;
    const flip = first & 1;
    let hash = Math.imul(level + 1, 0x9e3779b1);
    for (let value = 0; value < size; value++) {
      const child = (stack[base + value] as number) ^ flip;
      stack[base + value] = child;
      hash = Math.imul(hash ^ child, 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let node = this.#table[slot] as number; node !== 0; node = this.#table[slot] as number) {
      if (this.#levels[node] === level && this.#hasChildren(node, base, size)) return (node << 1) | flip;
      slot = (slot + 1) & mask;
    }
    if (this.#slots + size > this.#slotLimit) throw new OverBudget();
    const node = this.#add(level, base, size);
    this.#table[slot] = node;
    if (this.#nodes * 2 > this.#table.length) this.#rehash(this.#table.length * 2);
    return (node << 1) | flip;
  }

  #hasChildren(node: number, base: number, size: number): boolean {
    const start = this.#starts[node] as number;
    for (let value = 0; value < size; value++) {
      if (this.#children[start + value] !== this.#stack[base + value]) return false;
    }
    return true;
  }

  #add(level: number, base: number, size: number): number {
    const node = this.#nodes++;
    if (this.#nodes + 1 > this.#levels.length) {
      this.#levels = grown(this.#levels, this.#nodes + 1);
      this.#starts = grown(this.#starts, this.#levels.length + 1);
      this.#growCache();
    }
    if (this.#slots + size > this.#children.length)
      this.#children = grown(this.#children, this.#slots + size);
    this.#levels[node] = level;
    this.#starts[node] = this.#slots;
    this.#children.set(this.#stack.subarray(base, base + size), this.#slots);
    this.#slots += size;
    this.#starts[node + 1] = this.#slots;
    return node;
  }

  #rehash(length: number): void {
    const table = new Int32Array(length);
    const mask = length - 1;
    for (let node = 1; node < this.#nodes; node++) {
      let hash = Math.imul((this.#levels[node] as number) + 1, 0x9e3779b1);
      const end = this.#starts[node + 1] as number;
      for (let at = this.#starts[node] as number; at < end; at++) {
        hash = Math.imul(hash ^ (this.#children[at] as number), 0x85ebca6b);
        hash ^= hash >>> 15;
      }
      let slot = hash & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = node;
    }
    this.#table = table;
  }

  #cacheSlot(first: Diagram, second: Diagram): number {
    const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    return (hash ^ (hash >>> 15)) & (this.#left.length - 1);
  }

  #growCache(): void {
    const length = this.#left.length * 2;
    if (length > LAST_CACHE) return;
    const [left, right, result] = [this.#left, this.#right, this.#result];
    this.#left = new Int32Array(length).fill(-1);
    this.#right = new Int32Array(length);
    this.#result = new Int32Array(length);
    for (let at = 0; at < left.length; at++) {
      if (left[at] === -1) continue;
      const slot = this.#cacheSlot(left[at] as number, right[at] as number);
      this.#left[slot] = left[at] as number;
      this.#right[slot] = right[at] as number;
      this.#result[slot] = result[at] as number;
    }
  }
}

function grown(array: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(Math.max(needed, array.length * 2));
  next.set(array);
  return next;
}
