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
export function arrange(plan: Plan, batch: Batch, from: number, to: number): Arrangement {
  const rows = to - from;
  if (plan.dates.on !== undefined || plan.dates.count === 1) {
    const blocks = blocksFor(rows);
    return {
      segments: [{ dateClass: 0, firstBlock: 0, blocks, rows, firstRow: 0 }],
      blocks,
      positions: undefined,
      order: undefined,
    };
  }
  const classes = classesOf(plan, batch.on as Int32Array, from, to);
  const counts = new Uint32Array(plan.dates.count);
  for (const dateClass of classes) counts[dateClass] = (counts[dateClass] as number) + 1;
  const segments: Segment[] = [];
  const next = new Uint32Array(plan.dates.count);
  const place = new Uint32Array(plan.dates.count);
  let [firstBlock, firstRow] = [0, 0];
  counts.forEach((count, dateClass) => {
    if (count === 0) return;
    const blocks = blocksFor(count);
    next[dateClass] = firstBlock * ROWS_PER_BLOCK;
    segments.push({ dateClass, firstBlock, blocks, rows: count, firstRow });
    place[dateClass] = firstRow;
    firstBlock += blocks;
    firstRow += count;
  });
  const only = segments.length === 1;
  if (only) return { segments, blocks: firstBlock, positions: undefined, order: undefined };
  const positions = new Uint32Array(rows);
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const dateClass = classes[row] as number;
    positions[row] = next[dateClass] as number;
    next[dateClass] = (next[dateClass] as number) + 1;
    order[place[dateClass] as number] = row;
    place[dateClass] = (place[dateClass] as number) + 1;
  }
  return { segments, blocks: firstBlock, positions, order };
}
