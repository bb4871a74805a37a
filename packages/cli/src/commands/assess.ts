/** `anpo assess`: what the law makes of a situation. */
import { assessExactly, assessSituation } from '@anpo/engine';
import { readQuestion, situationOptions } from '../input/question.ts';
import { renderAssessment } from '../render/assessment.ts';
import type { Command } from './command.ts';

export const assess: Command = {
  options: {
    ...situationOptions,
    kleene: { type: 'boolean' },
    all: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 1,
  async run(parsed, context) {
    const { rulebook, question } = await readQuestion(parsed.positionals[0], parsed, context);
    const assessIt = parsed.values.kleene === true ? assessSituation : assessExactly;
    const assessment = assessIt(rulebook, question.situation, { view: question.view });
    context.environment.out.write(
      parsed.values.json === true
        ? `${JSON.stringify(assessment, undefined, 2)}\n`
        : renderAssessment(
            assessment,
            rulebook,
            { full: parsed.values.all === true, today: question.today },
            context,
          ),
    );
    return 0;
  },
};
