/** `anpo coverage`: how far the library has come, instrument by instrument and document by document. */
import { coverage as coverLibrary } from '@anpo/answers/operations/coverage';
import { textOf } from '../arguments/parse.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

export const coverage: Command = {
  options: { json: { type: 'boolean' } },
  positionals: 0,
  async run(parsed, context) {
    const library = await context.environment.loadLibrary(textOf(parsed, 'library'), context);
    print(coverLibrary(library, {}, readerOf(parsed, context)), parsed, context);
    return 0;
  },
};
