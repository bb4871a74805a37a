/** `anpo compare`: alliances side by side, for one situation and over all, and against published codings. */
import { compare as compareAlliances } from '@anpo/answers/operations/compare';
import { textOf } from '../arguments/parse.ts';
import { readQuestion, situationOptions } from '../input/question.ts';
import { withProgress } from '../terminal/progress.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

export const compare: Command = {
  options: {
    ...situationOptions,
    instruments: { type: 'string' },
    all: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 1,
  async run(parsed, context) {
    const { library, ...asked } = await readQuestion(parsed.positionals[0], parsed, context);
    const instruments = textOf(parsed, 'instruments')
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const answered = await withProgress(context, () =>
      compareAlliances(library, { ...asked, instruments }, readerOf(parsed, context)),
    );
    print(answered, parsed, context);
    return 0;
  },
};
