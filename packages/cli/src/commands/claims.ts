/** `anpo claims [ID]`: the claims of the library by verdict, or one of them with its proofs. */
import { claims as listClaims } from '@anpo/answers/operations/claims';
import { textOf } from '../arguments/parse.ts';
import { progressCounter } from '../terminal/progress.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

export const claims: Command = {
  options: { all: { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: 1,
  async run(parsed, context) {
    const library = await context.environment.loadLibrary(textOf(parsed, 'library'), context);
    const [claim] = parsed.positionals;
    const progress = progressCounter(context);
    const reader = { ...readerOf(parsed, context), progress: progress.step };
    const answered = listClaims(library, { claim }, reader);
    progress.end();
    print(answered, parsed, context);
    return 0;
  },
};
