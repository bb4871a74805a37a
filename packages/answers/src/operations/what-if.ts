/** The smallest changes of facts, day or reading that would flip a finding. */
import type { Receipt } from '@anpo/engine';
import { whatIf as whatIfNode } from '@anpo/engine/reasoning';
import { askNorm } from '../questions/norm-question.ts';
import { toQuestion } from '../questions/situation.ts';
import { sayWhatIf, type WhatIfAnswer } from '../said/what-if.ts';
import { speakerFor } from '../speaker.ts';
import type { Operation } from './operation.ts';
import type { NormInput } from './why.ts';

export interface WhatIfData {
  readonly receipt: Receipt;
  readonly answers: readonly WhatIfAnswer[];
}

export const whatIf: Operation<NormInput, WhatIfData> = (library, input, { language }) => {
  const { rulebook } = library;
  const question = toQuestion(input.situation, rulebook, input.today);
  const asked = askNorm(library, question, input.norm);
  const answers = asked.asked.map(({ root, finding }) => {
    const positions = finding.agreement.kind === 'no-reading-recorded' ? [] : finding.agreement.positions;
    const otherViews = [
      ...rulebook.views.map(({ id, holders }) => ({ name: id, holders })),
      ...positions.map(({ holder }) => ({ name: holder, holders: [holder] })),
    ];
    return {
      finding,
      whatIf: whatIfNode(asked.law, root.node, question.situation, { view: asked.holders, otherViews }),
    };
  });
  return {
    data: { receipt: asked.assessment.receipt, answers },
    answer: sayWhatIf(asked, answers, speakerFor(rulebook, language)),
  };
};
