/** The fixed memory of one evaluator, cut into areas. It never grows, so that views of it stay valid. */
import type { Plan } from '../../plan/plan.ts';
import { PAIR_BYTES, ROWS_PER_BLOCK } from './layout.ts';

const PAGE = 65_536;
const ALIGNMENT = 64;
/** Copies of columns on their way through should stay in the second-level cache. */
const CACHE_BYTES = 512 * 1024;
const PLANES_BYTES = 128 * 1024;
const MOST_BLOCKS_IN_CHUNK = 16;
const MOST_BLOCKS_IN_RUN = 64;
/** Bytes of staging for a cell: the widest column there is. */
export const STAGING_WIDTH = 8;

export interface Layout {
  readonly bytes: number;
  readonly uniforms: number;
  readonly tables: number;
  /** The input planes of the few blocks that are being evaluated. */
  readonly planes: number;
  /** How many blocks these are: long enough stretches of each column for the processor to fetch ahead. */
  readonly chunk: number;
  readonly scratch: number;
  /** Where each column's cells begin: a word for each slot, then one for each input's second column. */
  readonly pointers: number;
  readonly outputs: number;
  /** Copies of columns: a stretch for each slot, then one for each input's second column. */
  readonly staging: number;
  readonly stretch: number;
  readonly counter: number;
  /** A mask, then a word for each plane of a block's findings, then the counts of as many. */
  readonly tally: number;
  readonly unpacked: number;
  /** Columns that the caller allocated. */
  readonly own: number;
  readonly ownBytes: number;
  /** Blocks staged at a time. */
  readonly run: number;
  /** Blocks whose findings are kept. */
  readonly capacity: number;
}

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
  const stretches = plan.slots.length + plan.inputs.length;
  const blockBytes = ROWS_PER_BLOCK * STAGING_WIDTH;
  const run = Math.max(
    4,
    Math.min(MOST_BLOCKS_IN_RUN, Math.floor(CACHE_BYTES / (plan.slots.length * blockBytes + 1))),
  );
  // A column may be read a block past its last row, never further.
  const stretch = (run + 1) * blockBytes + ALIGNMENT;
  const planesBytes = plan.inputs.length * PAIR_BYTES;
  const chunk = Math.max(1, Math.min(MOST_BLOCKS_IN_CHUNK, Math.floor(PLANES_BYTES / (planesBytes + 1))));
  const layout = {
    chunk,
    scratch: area(scratchBytes),
    uniforms: area(plan.dates.count * plan.uniforms.length * PAIR_BYTES),
    tables: area(tableBytes),
    planes: area(chunk * planesBytes),
    pointers: area(stretches * 4),
    staging: area(stretches * stretch),
    stretch,
    counter: area(16),
    tally: area(16 + plan.outputs.length * 16),
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
