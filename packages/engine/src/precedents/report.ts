/** What a backtest says: one row for each recorded answer and each bearer it speaks of. */
import type { Reason } from '../findings/reason.ts';
import type { Position, Text } from '../rulebook/schema.ts';

/** `disagreement`: the model parts from the recorded answer, and the library says so and why. */
export type BacktestStatus = 'reproduced' | 'failed' | 'disagreement';

export interface BacktestRow {
  readonly precedent: string;
  readonly title: Text;
  readonly on: string;
  readonly position: Position;
  /** The number of the expectation within the precedent; absent where the row is about the precedent itself. */
  readonly expectation?: number | undefined;
  readonly subject: Text;
  readonly bearer?: string | undefined;
  readonly view?: string | undefined;
  readonly expected: Text;
  readonly found: Text;
  readonly status: BacktestStatus;
  /** Why it failed or is declared to disagree; for what is reproduced, that it is. */
  readonly reason: Text;
  /** How the model came to what it found; absent for readings and amounts. */
  readonly tree?: Reason | undefined;
}

/** Every recorded answer against what is found, in the order of the precedents, and how many came out how. */
export interface BacktestReport {
  readonly rows: readonly BacktestRow[];
  readonly totals: Readonly<Record<BacktestStatus, number>> & { readonly precedents: number };
}
