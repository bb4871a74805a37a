/** A peer: the same rules in another engine, from the same typed columns, packing included. */
import type { Batch, Plan } from '@anpo/columns';

export interface Peer {
  readonly name: string;
  /** What it makes of rows that are not fully known. */
  readonly semantics: string;
  /** True where it is given only rows without unknowns. */
  readonly twoValued: boolean;
  readonly rows: number;
  /** Evaluates the batch: 0, 1 or 2 for each output and row, and the seconds where it measures itself. */
  evaluate(
    batch: Batch,
  ): Promise<{ outcomes(): readonly Uint8Array[] | Promise<readonly Uint8Array[]>; seconds?: number }>;
  close?(): void;
}

export type MakePeer = (plan: Plan) => Promise<Peer | string>;
