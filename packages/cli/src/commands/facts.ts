/** `anpo facts`: what can be asked. */
import { facts as listFacts } from '@anpo/answers/operations/facts';
import { textOf } from '../arguments/parse.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

export const facts: Command = {
  options: { json: { type: 'boolean' } },
  positionals: 1,
  async run(parsed, context) {
    const library = await context.environment.loadLibrary(textOf(parsed, 'library'), context);
    const [word] = parsed.positionals;
    print(listFacts(library, { word }, readerOf(parsed, context)), parsed, context);
    return 0;
  },
};
