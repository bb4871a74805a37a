/** An interview that asks the next best question and ends in the assessment. */
import type { Assessment, Library, NextQuestion, Rulebook } from '@anpo/engine';
import { complain, meantNorm, nearest } from '@anpo/engine/complaint';
import type { RankedQuestion } from '@anpo/engine/reasoning';
import { indexRulebook } from '@anpo/engine/rulebook';
import { presentNames } from '@anpo/engine/situation';
import { answersComplaint } from '../complaints/codes.ts';
import { isConcerned } from '../parts/relevance.ts';
import type { Draft } from '../questions/draft.ts';
import {
  type About,
  type Answered as AnsweredQuestion,
  type Asked,
  type FactQuestion,
  Interview,
} from '../questions/interview.ts';
import { type Question, toQuestion } from '../questions/situation.ts';
import { sayAssessment } from '../said/assessment.ts';
import { sayInterview } from '../said/interview.ts';
import { speakerFor } from '../speaker.ts';
import type { SituationInput } from './assess.ts';
import type { Answered, Reader } from './operation.ts';

export interface AskInput extends SituationInput {
  /** A norm, `norm@bearer` or an instrument; whatever concerns the parties of the situation unless said. */
  readonly about?: string | undefined;
  /** Answers given beforehand: taken as long as they answer what is asked. */
  readonly answers?: Draft | undefined;
}

export interface AskData {
  readonly answers: readonly AnsweredQuestion[];
  readonly open: number;
  readonly next: (Omit<RankedQuestion, 'bearsOn'> & Pick<Asked, 'bearsOn' | 'fact'>) | null;
  readonly determinations: NextQuestion['determinations'];
  readonly readings: NextQuestion['readings'];
  readonly assessment: Assessment | null;
}

/** An interview with what decides what it is about, for a face that asks one question at a time. */
export interface OpenInterview {
  readonly interview: Interview;
  readonly question: Question;
  readonly about: About;
  /** True where one norm or instrument was asked about. */
  readonly narrowed: boolean;
}

export function openInterview(library: Library, input: AskInput): OpenInterview {
  const { rulebook } = library;
  const question = toQuestion(input.situation, rulebook, input.today);
  const about = aboutOf(input.about, rulebook, question.situation);
  const interview = new Interview(library, question, about);
  if (input.answers !== undefined) answerFrom(input.answers, interview, rulebook, input.today);
  return { interview, question, about, narrowed: input.about !== undefined };
}

/** The interview as it stands; with the assessment where nothing more is asked, or where it is `finished`. */
export function sayAsked(
  { interview, question, about, narrowed }: OpenInterview,
  library: Library,
  finished: boolean,
  { language, full = false }: Reader,
): Answered<AskData> {
  const { asked, state } = interview.next();
  const { situation, view } = interview.question;
  const whole = finished || asked === undefined ? library.assess(situation, { view }) : undefined;
  // Asked about one rule or instrument, one reads the answer for that.
  const assessment =
    whole && narrowed
      ? { ...whole, findings: whole.findings.filter(({ norm, bearer }) => about(norm, bearer)) }
      : whole;
  const speaker = speakerFor(library.rulebook, language);
  const answer = sayInterview(interview, { asked, state }, speaker);
  const assessed = assessment && sayAssessment(assessment, { full, today: question.today }, speaker);
  return {
    data: {
      answers: interview.answers,
      open: state.open.length,
      next: asked === undefined ? null : { ...asked.ranked, bearsOn: asked.bearsOn, fact: asked.fact },
      determinations: state.determinations,
      readings: state.readings,
      assessment: assessment ?? null,
    },
    answer: assessed ? { ...answer, blocks: [...answer.blocks, ...assessed.blocks] } : answer,
  };
}

/** One step: the interview with the answers given beforehand. */
export const ask = (library: Library, input: AskInput, reader: Reader): Answered<AskData> =>
  sayAsked(openInterview(library, input), library, false, reader);

/** A norm, the norms of an instrument, or all that bind those whom the situation concerns. */
function aboutOf(
  written: string | undefined,
  rulebook: Rulebook,
  situation: Parameters<typeof isConcerned>[2],
): About {
  if (written === undefined) return (_, bearer) => isConcerned(bearer, rulebook, situation);
  const text = presentNames(rulebook).reference(written);
  if (indexRulebook(rulebook).find('instrument', text)) {
    const norms = new Set(rulebook.norms.filter(({ instrument }) => instrument === text).map(({ id }) => id));
    return (norm) => norms.has(norm);
  }
  const [name] = text.split('@');
  if (!indexRulebook(rulebook).find('norm', name)) {
    const ids = [...rulebook.norms, ...rulebook.instruments].map(({ id }) => id);
    return complain(
      answersComplaint(
        'about-unknown',
        { about: text },
        { where: { input: 'about' }, nearest: nearest(text, ids, 4) },
      ),
    );
  }
  const { norm, bearers } = meantNorm(rulebook, text);
  return (id, bearer) => id === norm.id && bearers.includes(bearer);
}

/** Answers as long as there are some. */
function answerFrom(draft: Draft, interview: Interview, rulebook: Rulebook, today: string): void {
  // Held against the library as a whole, so that a slip in an answer not yet asked for is told too.
  const { situation } = toQuestion(draft, rulebook, today);
  const answerTo = ({ fact, organ, incident }: FactQuestion): string | undefined =>
    situation.given.find(
      (given) =>
        given.fact === fact &&
        (given.organ === undefined || given.organ === organ) &&
        (given.incident === undefined || given.incident === incident),
    )?.value;
  for (;;) {
    const { asked, state } = interview.next();
    // What an organ decides is not asked for; where the draft says it, it counts.
    const decided = state.determinations.find(
      (question): question is FactQuestion =>
        question.kind === 'fact' && !interview.wasPut(question) && answerTo(question) !== undefined,
    );
    const question = decided ?? asked?.question;
    const value = question && answerTo(question);
    if (!question || value === undefined) return;
    interview.answer(question, value);
  }
}
