/** What the law makes of a situation. */
import type { Assessment } from '@anpo/engine';
import type { Draft } from '../questions/draft.ts';
import { toQuestion } from '../questions/situation.ts';
import { sayAssessment } from '../said/assessment.ts';
import { speakerFor } from '../speaker.ts';
import type { Operation } from './operation.ts';

/** A situation as somebody wrote it, and the day it is where it is asked: YYYY-MM-DD. */
export interface SituationInput {
  readonly situation: Draft;
  readonly today: string;
}

export interface AssessInput extends SituationInput {
  /** Exact unless said: undetermined only where completions of the facts differ. */
  readonly logic?: 'exact' | 'kleene' | undefined;
}

export const assess: Operation<AssessInput, Assessment> = (library, input, { language, full = false }) => {
  const { rulebook } = library;
  const { situation, view, today } = toQuestion(input.situation, rulebook, input.today);
  const data = library.assess(situation, { view, logic: input.logic });
  return { data, answer: sayAssessment(data, { full, today }, speakerFor(rulebook, language)) };
};
