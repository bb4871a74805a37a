/** The fixed memory of one evaluator, cut into areas. It never grows, so that views of it stay valid. */
import type { Plan } from '../../plan/plan.ts';
import { PAIR_BYTES, ROWS_PER_BLOCK } from './layout.ts';

const PAGE = 65_536;
const ALIGNMENT = 64;
/** Input planes of a run of blocks and its outputs should stay in the second-level cache. */
const CACHE_BYTES = 512 * 1024;
const MOST_BLOCKS_IN_RUN = 64;

export interface Layout {
  readonly bytes: number;
  readonly uniforms: number;
  readonly tables: number;
  readonly tableBytes: number;
  readonly planes: number;
  readonly scratch: number;
  /** A pair of planes that nobody reads. */
  readonly unused: number;
  readonly outputs: number;
  readonly staging: number;
  readonly counter: number;
  readonly unpacked: number;
  /** Columns that the caller allocated. */
  readonly own: number;
  readonly ownBytes: number;
  /** Blocks packed and evaluated at a time. */
  readonly run: number;
  /** Blocks whose findings are kept. */
  readonly capacity: number;
}

/** Bytes of staging for each slot and row: the widest column a slot may have, and once more for elapsed time. */
export const STAGING_WIDTH = 8;

export function layOut(
  plan: Plan,
  scratchBytes: number,
  capacity: number,
  tableBytes: number,
  ownBytes: number,
): Layout {
  let end = PAGE;
  const area = (size: number): number => {
    const start = end;
    end = Math.ceil((end + size) / ALIGNMENT) * ALIGNMENT;
    return start;
  };
  const pairs = plan.inputs.length + plan.outputs.length;
  const run = Math.max(1, Math.min(MOST_BLOCKS_IN_RUN, Math.floor(CACHE_BYTES / (pairs * PAIR_BYTES + 1))));
  const rows = run * ROWS_PER_BLOCK;
  const layout = {
    scratch: area(scratchBytes),
    uniforms: area(plan.dates.count * plan.uniforms.length * PAIR_BYTES),
    tables: area(tableBytes),
    tableBytes,
    planes: area(run * plan.inputs.length * PAIR_BYTES),
    unused: area(PAIR_BYTES),
    staging: area(rows * STAGING_WIDTH * 2),
    counter: area(16),
    outputs: area(capacity * plan.outputs.length * PAIR_BYTES),
    unpacked: area(capacity * ROWS_PER_BLOCK),
    own: area(ownBytes),
    ownBytes,
    run,
    capacity,
  };
  return { ...layout, bytes: Math.ceil(end / PAGE) * PAGE };
}

/** The scratch area comes first, so that its address is known before the kernel is generated. */
export const SCRATCH_ADDRESS = PAGE;
