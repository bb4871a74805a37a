/** `anpo backtest`: the precedents against their recorded answers. */
import { backtest as backtestLibrary } from '@anpo/answers/operations/backtest';
import { textOf } from '../arguments/parse.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

export const backtest: Command = {
  options: { json: { type: 'boolean' } },
  positionals: 0,
  async run(parsed, context) {
    const library = await context.environment.loadLibrary(textOf(parsed, 'library'), context);
    const answered = backtestLibrary(library, {}, readerOf(parsed, context));
    print(answered, parsed, context);
    return answered.data.totals.failed > 0 ? 1 : 0;
  },
};
