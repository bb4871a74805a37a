/**
 * A small conflict-driven SAT solver for cones whose diagrams pass the allowance. It gives up after a stated
 * number of conflicts, so that a question is answered, or said not to be, in bounded time.
 *
 * A literal is twice the variable, plus one where it is negated.
 */
export type Literal = number;
export const negated = (literal: Literal): Literal => literal ^ 1;

const FREE = 2;
const RESTART = 100;

export class Solver {
  readonly #clauses: Literal[][] = [];
  /** For each literal: the clauses that watch it. */
  readonly #watches: number[][] = [];
  /** For each variable: 1 where true, 0 where false. */
  readonly #values: number[] = [];
  readonly #levels: number[] = [];
  readonly #reasons: number[] = [];
  readonly #activity: number[] = [];
  readonly #phase: number[] = [];
  readonly #trail: Literal[] = [];
  readonly #marks: number[] = [];
  readonly #decided: number[] = [];
  #head = 0;
  #bump = 1;
  #consistent = true;
  #conflicts = 0;

  /** The conflicts met so far, over all calls. */
  get conflicts(): number {
    return this.#conflicts;
  }

  /** A variable that is not `decided` has to follow from the others as soon as they have values. */
  newVariable(decided = true): number {
    this.#watches.push([], []);
    this.#values.push(FREE);
    this.#levels.push(0);
    this.#reasons.push(-1);
    this.#activity.push(0);
    this.#phase.push(0);
    if (decided) this.#decided.push(this.#values.length - 1);
    return this.#values.length - 1;
  }

  /** Clauses are added before {@link solve} is called, or between calls. */
  add(clause: readonly Literal[]): void {
    if (!this.#consistent) return;
    this.#backtrack(0);
    const literals = [...new Set(clause)];
    if (literals.some((literal) => literals.includes(negated(literal)) || this.#value(literal) === 1)) return;
    const open = literals.filter((literal) => this.#value(literal) === FREE);
    if (open.length === 0) this.#consistent = false;
    else if (open.length === 1) {
      this.#assign(open[0] as Literal, -1);
      this.#consistent = this.#propagate() === -1;
    } else this.#attach(open);
  }

  /** Whether all clauses and assumptions can be met; undefined where the conflicts allowed did not suffice. */
  solve(assumptions: readonly Literal[], conflictsAllowed: number): boolean | undefined {
    if (!this.#consistent) return false;
    this.#backtrack(0);
    let conflicts = 0;
    let untilRestart = RESTART;
    for (;;) {
      const conflict = this.#propagate();
      if (conflict !== -1) {
        if (this.#level === 0) {
          this.#consistent = false;
          return false;
        }
        this.#conflicts += 1;
        if (++conflicts > conflictsAllowed) return undefined;
        this.#learn(conflict);
        if (--untilRestart === 0) {
          untilRestart = RESTART + conflicts;
          this.#backtrack(0);
        }
        continue;
      }
      const next = this.#decide(assumptions);
      if (next === undefined) return true;
      if (next === 'contradicted') return false;
      this.#marks.push(this.#trail.length);
      this.#assign(next, -1);
    }
  }

  /** The value of a variable after {@link solve} came out true. */
  isTrue(variable: number): boolean {
    return this.#values[variable] === 1;
  }

  get #level(): number {
    return this.#marks.length;
  }

  #value(literal: Literal): number {
    const value = this.#values[literal >> 1] as number;
    return value === FREE ? FREE : value ^ (literal & 1);
  }

  #assign(literal: Literal, reason: number): void {
    const variable = literal >> 1;
    this.#values[variable] = 1 ^ (literal & 1);
    this.#levels[variable] = this.#level;
    this.#reasons[variable] = reason;
    this.#trail.push(literal);
  }

  #attach(clause: Literal[]): number {
    const index = this.#clauses.push(clause) - 1;
    (this.#watches[clause[0] as Literal] as number[]).push(index);
    (this.#watches[clause[1] as Literal] as number[]).push(index);
    return index;
  }

  #decide(assumptions: readonly Literal[]): Literal | undefined | 'contradicted' {
    for (const literal of assumptions) {
      const value = this.#value(literal);
      if (value === 0) return 'contradicted';
      if (value === FREE) return literal;
    }
    let best = -1;
    for (const variable of this.#decided) {
      if (this.#values[variable] !== FREE) continue;
      if (best === -1 || (this.#activity[variable] as number) > (this.#activity[best] as number))
        best = variable;
    }
    return best === -1 ? undefined : best * 2 + (1 ^ (this.#phase[best] as number));
  }

  /** Follows what the assigned literals force. The index of a broken clause, or -1. */
  #propagate(): number {
    while (this.#head < this.#trail.length) {
      const falsified = negated(this.#trail[this.#head++] as Literal);
      const watching = this.#watches[falsified] as number[];
      let kept = 0;
      for (let at = 0; at < watching.length; at++) {
        const index = watching[at] as number;
        const clause = this.#clauses[index] as Literal[];
        if (clause[0] === falsified) {
          clause[0] = clause[1] as Literal;
          clause[1] = falsified;
        }
        const other = clause[0] as Literal;
        if (this.#value(other) === 1 || !this.#rewatch(clause, index)) watching[kept++] = index;
        else continue;
        if (this.#value(other) === 1) continue;
        if (this.#value(other) === 0) {
          for (at += 1; at < watching.length; at++) watching[kept++] = watching[at] as number;
          watching.length = kept;
          this.#head = this.#trail.length;
          return index;
        }
        this.#assign(other, index);
      }
      watching.length = kept;
    }
    return -1;
  }

  #rewatch(clause: Literal[], index: number): boolean {
    for (let at = 2; at < clause.length; at++) {
      const literal = clause[at] as Literal;
      if (this.#value(literal) === 0) continue;
      clause[at] = clause[1] as Literal;
      clause[1] = literal;
      (this.#watches[literal] as number[]).push(index);
      return true;
    }
    return false;
  }

  /** Learns the first unique implication point of a conflict and goes back to where it forces something. */
  #learn(conflict: number): void {
    const seen = new Set<number>();
    const learnt: Literal[] = [];
    let open = 0;
    let at = this.#trail.length - 1;
    let clause = this.#clauses[conflict] as Literal[];
    let pivot: Literal = -1;
    do {
      for (const literal of clause) {
        const variable = literal >> 1;
        if (literal === pivot || seen.has(variable) || this.#levels[variable] === 0) continue;
        seen.add(variable);
        this.#reward(variable);
        if (this.#levels[variable] === this.#level) open += 1;
        else learnt.push(literal);
      }
      while (!seen.has((this.#trail[at] as Literal) >> 1)) at -= 1;
      pivot = this.#trail[at--] as Literal;
      open -= 1;
      if (open > 0) clause = this.#clauses[this.#reasons[pivot >> 1] as number] as Literal[];
    } while (open > 0);
    const asserted = negated(pivot);
    learnt.sort((a, b) => (this.#levels[b >> 1] as number) - (this.#levels[a >> 1] as number));
    const back = learnt[0];
    this.#backtrack(back === undefined ? 0 : (this.#levels[back >> 1] as number));
    this.#assign(asserted, learnt.length === 0 ? -1 : this.#attach([asserted, ...learnt]));
    this.#bump /= 0.95;
  }

  #reward(variable: number): void {
    this.#activity[variable] = (this.#activity[variable] as number) + this.#bump;
    if ((this.#activity[variable] as number) < 1e100) return;
    this.#activity.forEach((value, index) => {
      this.#activity[index] = value * 1e-100;
    });
    this.#bump *= 1e-100;
  }

  #backtrack(level: number): void {
    if (this.#level <= level) return;
    const mark = this.#marks[level] as number;
    for (let at = this.#trail.length - 1; at >= mark; at--) {
      const variable = (this.#trail[at] as Literal) >> 1;
      this.#phase[variable] = this.#values[variable] as number;
      this.#values[variable] = FREE;
    }
    this.#trail.length = mark;
    this.#marks.length = level;
    this.#head = mark;
  }
}
