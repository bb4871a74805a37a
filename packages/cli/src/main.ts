/** Runs the anpo command in this process and leaves its exit code behind. */
import { writeSync } from 'node:fs';
import type { PackagedLibrary } from '@anpo/node';
import { processEnvironment } from './environment.ts';
import { chooseLanguage, messagesIn } from './messages/index.ts';
import { run } from './run.ts';

/** `packaged` is the library taken where none is named. */
export async function main(packaged?: PackagedLibrary): Promise<void> {
  // A reader that closes early (`anpo facts | head`) has what it wants: end without a word.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      if (stream === process.stdout) tellUnwritable(error.code ?? error.message);
      process.exit(1);
    });
  }
  process.exitCode = await run(process.argv.slice(2), processEnvironment(packaged));
}

/** At once and by itself: the process ends as soon as this is written. */
function tellUnwritable(reason: string): void {
  const messages = messagesIn(chooseLanguage(process.argv.slice(2), process.env));
  writeSync(process.stderr.fd, `${messages.error}: ${messages.answerUnwritable(reason)}\n`);
}
