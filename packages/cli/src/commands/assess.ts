/** `anpo assess`: what the law makes of a situation. */
import { assess as assessSituation } from '@anpo/answers/operations/assess';
import { readQuestion, situationOptions } from '../input/question.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

export const assess: Command = {
  options: {
    ...situationOptions,
    kleene: { type: 'boolean' },
    all: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 1,
  async run(parsed, context) {
    const { library, ...asked } = await readQuestion(parsed.positionals[0], parsed, context);
    const logic = parsed.values.kleene === true ? 'kleene' : 'exact';
    print(assessSituation(library, { ...asked, logic }, readerOf(parsed, context)), parsed, context);
    return 0;
  },
};
