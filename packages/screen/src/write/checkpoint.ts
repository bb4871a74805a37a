/** Where an interrupted run stands. Written beside its place and renamed, so that it is whole or absent. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.strictObject({
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
  }),
});

export type Checkpoint = z.infer<typeof schema>;

/** The checkpoint of the same question; undefined where there is none that can be used. */
export function readCheckpoint(path: string, key: string): Checkpoint | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success && parsed.data.key === key ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export function writeCheckpoint(path: string, checkpoint: Checkpoint): void {
  writeFileSync(`${path}.tmp`, JSON.stringify(checkpoint));
  renameSync(`${path}.tmp`, path);
}

export const removeCheckpoint = (path: string): void => rmSync(path, { force: true });
