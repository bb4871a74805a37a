/** Reads a part of a file, and says of an error in which file it is and how it can be mended. */
import { complain, ScreenError } from '../error.ts';
import { type Connections, type ReadBatch, readBatches } from '../rows/reader.ts';
import type { Part } from './threads.ts';

export async function* readPart(
  connections: Connections,
  { file, expressions, options }: Part,
): AsyncGenerator<ReadBatch> {
  try {
    yield* readBatches(connections, expressions, file, options);
  } catch (error) {
    if (error instanceof ScreenError) throw error;
    const detail = (error as Error).message.split('\n')[0];
    complain(
      `${file.name}: ${detail} (where a cell may be wrong, write TRY_CAST(cell AS type) in the map: the cell is then unknown)`,
      `${file.name}：${detail}（誤った値があり得る列には、対応表で TRY_CAST(列 AS 型) と書くと、その値は不明として扱われます）`,
    );
  }
}
