/**
 * A bound on work that is counted and never timed, so that an answer is the same on every machine and can be
 * replayed. Its unit is the step: the conjunction of two nodes of a diagram, a node of a Circuit fixed to a day,
 * put into clauses or valued in a sampled world. A conflict of the solver, which visits many clauses, counts as
 * {@link STEPS_A_CONFLICT} steps. Where diagrams are large, a million steps take about a second of one core.
 *
 * Work is charged as it is done, and each piece is bounded by itself; whoever has more pieces to do asks first
 * whether the budget is spent. So a budget is passed by one piece at most.
 */
export const STEPS_A_CONFLICT = 100;

export class Budget {
  /** The steps that may be taken altogether. */
  readonly steps: number;
  #used = 0;

  /** @throws RangeError where `steps` is no number of at least 0. */
  constructor(steps: number) {
    if (!(steps >= 0)) throw new RangeError(`a budget is a number of steps of at least 0, not ${steps}`);
    this.steps = steps;
  }

  /** The steps charged so far. */
  get used(): number {
    return this.#used;
  }

  get isSpent(): boolean {
    return this.#used >= this.steps;
  }

  charge(steps: number): void {
    this.#used += steps;
  }
}
