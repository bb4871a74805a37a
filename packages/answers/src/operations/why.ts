/** Why a norm applies, does not, or is open: the smallest sets of given facts that suffice. */
import type { Receipt } from '@anpo/engine';
import { whyNode } from '@anpo/engine/reasoning';
import { askNorm } from '../questions/norm-question.ts';
import { toQuestion } from '../questions/situation.ts';
import { sayWhy, type WhyAnswer } from '../said/why.ts';
import { speakerFor } from '../speaker.ts';
import type { SituationInput } from './assess.ts';
import type { Operation } from './operation.ts';

export interface NormInput extends SituationInput {
  /** `NORM`, or `NORM@BEARER`. */
  readonly norm: string;
}

export interface WhyData {
  readonly receipt: Receipt;
  readonly answers: readonly WhyAnswer[];
}

export const why: Operation<NormInput, WhyData> = (library, input, { language, full = false }) => {
  const { rulebook } = library;
  const question = toQuestion(input.situation, rulebook, input.today);
  const asked = askNorm(library, question, input.norm);
  const answers = asked.asked.map(({ root, finding }) => ({
    finding,
    why: whyNode(asked.law, root.node, asked.givens),
  }));
  return {
    data: { receipt: asked.assessment.receipt, answers },
    answer: sayWhy(asked, answers, full, speakerFor(rulebook, language)),
  };
};
