/**
 * How rows and planes lie in the kernel's memory. A block is 128 rows. Within a block the planes of all inputs
 * stand one after another in order of first use, known-true before known-false, so that the kernel reads memory
 * in one sweep; blocks follow each other. In a plane, row r of the block is bit (r >> 4) of byte (r & 15): packing
 * sixteen columns of bytes into bits is then shifts and ORs alone.
 */
export const ROWS_PER_BLOCK = 128;
export const PLANE_BYTES = 16;
/** Two planes: known-true, known-false. */
export const PAIR_BYTES = 32;

export const blocksFor = (rows: number): number => Math.ceil(rows / ROWS_PER_BLOCK);

/** The planes of row 0 and those before a row, for masks over the last block of a run. */
export function rowMask(rows: number): Uint8Array {
  const mask = new Uint8Array(PLANE_BYTES);
  for (let row = 0; row < rows; row++) mask[row & 15] = (mask[row & 15] as number) | (1 << (row >> 4));
  return mask;
}
