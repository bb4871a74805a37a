/** `anpo why NORM`: the smallest sets of given facts that suffice for a finding, or what keeps it open. */
import { whyNode } from '@anpo/engine';
import { readNormQuestion } from '../input/norm-question.ts';
import { situationOptions } from '../input/question.ts';
import { renderWhy } from '../render/why.ts';
import type { Command } from './command.ts';

export const why: Command = {
  options: { ...situationOptions, all: { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: 2,
  async run(parsed, context) {
    const question = await readNormQuestion(parsed, context);
    const { law, givens, asked, assessment } = question;
    const answers = asked.map(({ root, finding }) => ({ finding, why: whyNode(law, root.node, givens) }));
    context.environment.out.write(
      parsed.values.json === true
        ? `${JSON.stringify({ receipt: assessment.receipt, answers }, undefined, 2)}\n`
        : renderWhy(question, answers, parsed.values.all === true, context),
    );
    return 0;
  },
};
