/** One side of a difference. */
import type { Circuit } from '../circuit/circuit.ts';
import type { Rulebook } from '../rulebook/schema.ts';

/** One of the two laws that are compared. */
export interface DifferenceSide {
  readonly rulebook: Rulebook;
  readonly circuit: Circuit;
  readonly on: string;
  readonly known?: string | undefined;
  /** An ordered list of holders; empty: every reading held. */
  readonly view?: readonly string[];
}
