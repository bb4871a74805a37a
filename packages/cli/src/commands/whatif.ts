/** `anpo whatif NORM`: the smallest changes of facts, day or reading that would flip a finding. */
import { whatIf } from '@anpo/answers/operations/what-if';
import { situationOptions } from '../input/question.ts';
import { withProgress } from '../terminal/progress.ts';
import type { Command } from './command.ts';
import { readNormQuestion } from './norm-question.ts';
import { print, readerOf } from './print.ts';

export const whatif: Command = {
  options: { ...situationOptions, json: { type: 'boolean' } },
  positionals: 2,
  async run(parsed, context) {
    const { library, ...asked } = await readNormQuestion(parsed, context);
    const answered = await withProgress(context, () => whatIf(library, asked, readerOf(parsed, context)));
    print(answered, parsed, context);
    return 0;
  },
};
