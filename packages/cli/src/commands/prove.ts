/** `anpo prove QUERY`: whether a statement holds over every situation, day and reading it asks about. */
import { prove as proveQuery } from '@anpo/answers/operations/prove';
import { complain } from '@anpo/engine/complaint';
import { textOf } from '../arguments/parse.ts';
import { commandComplaint } from '../complaints/codes.ts';
import { withProgress } from '../terminal/progress.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

export const prove: Command = {
  options: { view: { type: 'string' }, all: { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: 1,
  async run(parsed, context) {
    const { environment } = context;
    const [text] = parsed.positionals;
    if (text === undefined) return complain(commandComplaint('query-missing', {}));
    const answered = await withProgress(context, async () => {
      const { library, query } = await environment.loadQuery(text, textOf(parsed, 'library'), context);
      return proveQuery(library, { query, view: textOf(parsed, 'view') }, readerOf(parsed, context));
    });
    print(answered, parsed, context);
    return 0;
  },
};
