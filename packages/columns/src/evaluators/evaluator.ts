/** What every evaluator does: columns in, findings out. The conformance suite holds all of them to it. */
import type { Batch } from '../data/column.ts';
import type { Plan } from '../plan/plan.ts';

/** 0 does not apply, 1 applies, 2 undetermined. */
export type OutcomeCode = 0 | 1 | 2;

export interface OutcomeCounts {
  readonly applies: number;
  readonly doesNotApply: number;
  readonly undetermined: number;
}

/** The findings of a batch. They hold until the evaluator is used again. */
export interface Findings {
  readonly rows: number;
  /** One code a row, in the order of the rows. */
  bytes(output: number): Uint8Array;
  counts(output: number): OutcomeCounts;
}

export interface Evaluator {
  readonly name: string;
  readonly plan: Plan;
  evaluate(batch: Batch): Findings;
}

export function countBytes(bytes: Uint8Array): OutcomeCounts {
  let [applies, undetermined] = [0, 0];
  for (const value of bytes) {
    if (value === 1) applies++;
    else if (value === 2) undetermined++;
  }
  return { applies, undetermined, doesNotApply: bytes.length - applies - undetermined };
}
