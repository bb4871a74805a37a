/** Runs the anpo command in this process and leaves its exit code behind. */
import type { PackagedLibrary } from '@anpo/node';
import { processEnvironment } from './environment.ts';
import { run } from './run.ts';

/** `packaged` is the library taken where none is named. */
export async function main(packaged?: PackagedLibrary): Promise<void> {
  // A reader that closes early (`anpo facts | head`) has what it wants: end without a word.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
  process.exitCode = await run(process.argv.slice(2), processEnvironment(packaged));
}
