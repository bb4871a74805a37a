/**
 * Where the rows of a piece stand in the kernel's memory: in their own order where one law holds for all of
 * them, else grouped by date class, each group beginning with a block of its own.
 */
import type { Batch } from '../../data/column.ts';
import { classesOf } from '../../data/dates.ts';
import type { Plan } from '../../plan/plan.ts';
import { blocksFor, ROWS_PER_BLOCK } from './layout.ts';

export interface Segment {
  readonly dateClass: number;
  readonly firstBlock: number;
  readonly blocks: number;
  readonly rows: number;
  /** Where the segment's rows begin in the order. */
  readonly firstRow: number;
  /** The caller's group that all rows of the segment belong to. */
  readonly group: number;
}

/** A grouping of rows for counting: a number below `count` for each row of the batch. */
export interface Groups {
  readonly of: Int32Array;
  readonly count: number;
}

export interface Arrangement {
  readonly segments: readonly Segment[];
  readonly blocks: number;
  /** For each row its position; undefined where rows stand in their own order. */
  readonly positions: Uint32Array | undefined;
  /** The rows as they stand, class after class. */
  readonly order: Uint32Array | undefined;
}

/** Arranges the rows `[from, to)`. */
export function arrange(
  plan: Plan,
  batch: Batch,
  from: number,
  to: number,
  groups: Groups | undefined,
): Arrangement {
  const rows = to - from;
  const oneLaw = plan.dates.on !== undefined || plan.dates.count === 1;
  if (oneLaw && !groups) {
    const blocks = blocksFor(rows);
    return {
      segments: [{ dateClass: 0, firstBlock: 0, blocks, rows, firstRow: 0, group: 0 }],
      blocks,
      positions: undefined,
      order: undefined,
    };
  }
  const groupCount = groups?.count ?? 1;
  const keys = oneLaw ? new Int32Array(rows) : classesOf(plan, batch.on as Int32Array, from, to);
  if (groups) {
    for (let row = 0; row < rows; row++) {
      keys[row] = (keys[row] as number) * groupCount + (groups.of[from + row] as number);
    }
  }
  const keyCount = plan.dates.count * groupCount;
  const counts = new Uint32Array(keyCount);
  for (let row = 0; row < rows; row++) {
    const key = keys[row] as number;
    counts[key] = (counts[key] as number) + 1;
  }
  const segments: Segment[] = [];
  const next = new Uint32Array(keyCount);
  const place = new Uint32Array(keyCount);
  let [firstBlock, firstRow] = [0, 0];
  counts.forEach((count, key) => {
    if (count === 0) return;
    const blocks = blocksFor(count);
    next[key] = firstBlock * ROWS_PER_BLOCK;
    segments.push({
      dateClass: Math.floor(key / groupCount),
      firstBlock,
      blocks,
      rows: count,
      firstRow,
      group: key % groupCount,
    });
    place[key] = firstRow;
    firstBlock += blocks;
    firstRow += count;
  });
  const only = segments.length === 1;
  if (only) return { segments, blocks: firstBlock, positions: undefined, order: undefined };
  const positions = new Uint32Array(rows);
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const key = keys[row] as number;
    positions[row] = next[key] as number;
    next[key] = (next[key] as number) + 1;
    order[place[key] as number] = row;
    place[key] = (place[key] as number) + 1;
  }
  return { segments, blocks: firstBlock, positions, order };
}
