/** Reads a part of a file, and says of an error in which file it is and how it can be mended. */
import { ComplaintError } from '@anpo/engine';
import { complain } from '@anpo/engine/complaint';
import { type ReadBatch, readBatches } from '../rows/reader.ts';
import type { Connections } from '../source/database.ts';
import { screenComplaint } from '../words/codes.ts';
import type { Part } from './threads.ts';

export async function* readPart(
  connections: Connections,
  { file, expressions, options }: Part,
): AsyncGenerator<ReadBatch> {
  try {
    yield* readBatches(connections, expressions, file, options);
  } catch (error) {
    if (error instanceof ComplaintError) throw error;
    const detail = (error as Error).message.split('\n')[0] as string;
    complain(screenComplaint('data-reading-failed', { file: file.name, detail }));
  }
}
