/** `anpo why NORM`: the smallest sets of given facts that suffice for a finding, or what keeps it open. */
import { why as whyNorm } from '@anpo/answers/operations/why';
import { situationOptions } from '../input/question.ts';
import type { Command } from './command.ts';
import { readNormQuestion } from './norm-question.ts';
import { print, readerOf } from './print.ts';

export const why: Command = {
  options: { ...situationOptions, all: { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: 2,
  async run(parsed, context) {
    const { library, ...asked } = await readNormQuestion(parsed, context);
    print(whyNorm(library, asked, readerOf(parsed, context)), parsed, context);
    return 0;
  },
};
