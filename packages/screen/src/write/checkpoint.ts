/** Where an interrupted run stands. Written beside its place and renamed, so that it is whole or absent. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { checkFormat, refuse } from '@anpo/engine/complaint';
import { z } from 'zod';

/** The version of the form; a checkpoint of another is refused, for the run would begin anew without a word. */
export const CHECKPOINT_FORMAT = 2;

const schema = z.strictObject({
  format: z.literal(CHECKPOINT_FORMAT),
  /** What the run was asked: another question does not resume this one. */
  key: z.string(),
  file: z.int().nonnegative(),
  /** Rows of the file that are done. */
  read: z.number().nonnegative(),
  parts: z.int().nonnegative(),
  /** Bytes of the rejects file that belong to finished work. */
  rejectBytes: z.number().nonnegative(),
  /** Bytes of rejects that wait for the end of their file. */
  pendingBytes: z.number().nonnegative(),
  rows: z.number().nonnegative(),
  rejected: z.number().nonnegative(),
  summary: z.strictObject({
    totals: z.record(z.string(), z.strictObject({ rows: z.number(), counts: z.array(z.number()) })),
    settled: z.record(z.string(), z.record(z.string(), z.tuple([z.number(), z.number()]))),
    days: z.strictObject({ rows: z.number(), differing: z.number() }),
  }),
});

export type Checkpoint = z.infer<typeof schema>;

/**
 * The checkpoint of the same question; undefined where there is none that can be used. Throws a ComplaintError
 * for one of another format.
 */
export function readCheckpoint(path: string, key: string): Checkpoint | undefined {
  if (!existsSync(path)) return undefined;
  const written = readJson(path);
  const head = z.object({ format: z.unknown().optional(), key: z.string() }).safeParse(written);
  if (!head.success) return undefined;
  refuse(checkFormat('checkpoint', head.data.format, CHECKPOINT_FORMAT, { file: path }));
  const parsed = schema.safeParse(written);
  return parsed.success && parsed.data.key === key ? parsed.data : undefined;
}

/** Undefined for what is no JSON: a file that was not written here. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

export function writeCheckpoint(path: string, state: Omit<Checkpoint, 'format'>): void {
  const checkpoint: Checkpoint = { format: CHECKPOINT_FORMAT, ...state };
  writeFileSync(`${path}.tmp`, JSON.stringify(checkpoint));
  renameSync(`${path}.tmp`, path);
}

export function removeCheckpoint(path: string): void {
  rmSync(path, { force: true });
  rmSync(`${path}.tmp`, { force: true });
}
