/** `anpo coverage`: how far the library has come, instrument by instrument and document by document. */
import { coverage as coverLibrary } from '@anpo/answers';
import { textOf } from '../arguments/parse.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

export const coverage: Command = {
  options: { json: { type: 'boolean' } },
  positionals: 0,
  async run(parsed, context) {
    const rulebook = await context.environment.loadRulebook(textOf(parsed, 'library'), context);
    print(coverLibrary(rulebook, {}, readerOf(parsed, context)), parsed, context);
    return 0;
  },
};
