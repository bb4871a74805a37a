/** `anpo facts`: what can be asked. */
import { facts as listFacts } from '@anpo/answers';
import { textOf } from '../arguments/parse.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

export const facts: Command = {
  options: { json: { type: 'boolean' } },
  positionals: 1,
  async run(parsed, context) {
    const rulebook = await context.environment.loadRulebook(textOf(parsed, 'library'), context);
    const [word] = parsed.positionals;
    print(listFacts(rulebook, { word }, readerOf(parsed, context)), parsed, context);
    return 0;
  },
};
