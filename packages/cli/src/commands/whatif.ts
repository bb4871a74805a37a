/** `anpo whatif NORM`: the smallest changes of facts, day or reading that would flip a finding. */
import { whatIf } from '@anpo/engine';
import { readNormQuestion } from '../input/norm-question.ts';
import { situationOptions } from '../input/question.ts';
import { withProgress } from '../render/progress.ts';
import { renderWhatIf } from '../render/what-if.ts';
import type { Command } from './command.ts';

export const whatif: Command = {
  options: { ...situationOptions, json: { type: 'boolean' } },
  positionals: 2,
  async run(parsed, context) {
    const question = await readNormQuestion(parsed, context);
    const { law, asked, assessment, rulebook, holders } = question;
    const { situation } = question.question;
    const answers = await withProgress(context, () =>
      asked.map(({ root, finding }) => {
        const reading = finding.agreement.kind === 'no-reading-recorded' ? [] : finding.agreement.positions;
        const otherViews = [
          ...rulebook.views.map((view) => ({ name: view.id, holders: view.holders })),
          ...reading.map(({ holder }) => ({ name: holder, holders: [holder] })),
        ];
        return { finding, whatIf: whatIf(law, root.node, situation, { view: holders, otherViews }) };
      }),
    );
    context.environment.out.write(
      parsed.values.json === true
        ? `${JSON.stringify({ receipt: assessment.receipt, answers }, undefined, 2)}\n`
        : renderWhatIf(question, answers, context),
    );
    return 0;
  },
};
