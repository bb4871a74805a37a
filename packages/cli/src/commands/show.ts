/** `anpo show ID`: an item of the library with its text, dates, sources and what depends on it. */
import { show as showItem } from '@anpo/answers/operations/show';
import { complain } from '@anpo/engine/complaint';
import { textOf } from '../arguments/parse.ts';
import { commandComplaint } from '../complaints/codes.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

export const show: Command = {
  options: { json: { type: 'boolean' } },
  positionals: 1,
  async run(parsed, context) {
    const [item] = parsed.positionals;
    if (item === undefined) return complain(commandComplaint('item-missing', {}));
    const library = await context.environment.loadLibrary(textOf(parsed, 'library'), context);
    print(showItem(library, { item }, readerOf(parsed, context)), parsed, context);
    return 0;
  },
};
