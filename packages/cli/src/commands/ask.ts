/** `anpo ask`: an interview that asks the next best question and ends in the assessment. */
import { assessExactly, nearest, type Rulebook } from '@anpo/engine';
import { textOf } from '../arguments/parse.ts';
import type { Context } from '../context.ts';
import { fail } from '../failure.ts';
import type { Draft } from '../input/draft.ts';
import { type About, type FactQuestion, Interview } from '../input/interview.ts';
import { readDraft, readQuestion, situationOptions } from '../input/question.ts';
import { toQuestion } from '../input/situation.ts';
import { renderAssessment } from '../render/assessment.ts';
import { InterviewWords, renderInterview } from '../render/interview.ts';
import { isConcerned } from '../render/relevance.ts';
import { findNorm } from '../rulebook/find-norm.ts';
import type { Command } from './command.ts';

export const ask: Command = {
  options: {
    ...situationOptions,
    about: { type: 'string' },
    answers: { type: 'string' },
    all: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 1,
  async run(parsed, context) {
    const { environment } = context;
    const answersFile = textOf(parsed, 'answers');
    const draft = answersFile === undefined ? undefined : await readDraft(answersFile, context);
    const { rulebook, question } = await readQuestion(parsed.positionals[0], parsed, context);
    const about = aboutOf(textOf(parsed, 'about'), rulebook, question.situation, context);
    const interview = new Interview(rulebook, question, about);
    const json = parsed.values.json === true;
    if (draft !== undefined) answerFrom(draft, interview, rulebook, context);
    else if (environment.interactive && !json) await answerAtTerminal(interview, rulebook, context);
    const { asked, state } = interview.next();
    const finished = asked === undefined || (environment.interactive && draft === undefined && !json);
    const { situation, view } = interview.question;
    const whole = finished ? assessExactly(rulebook, situation, { view }) : undefined;
    // Asked about one rule or instrument, one reads the answer for that.
    const assessment =
      whole && textOf(parsed, 'about') !== undefined
        ? { ...whole, findings: whole.findings.filter(({ norm, bearer }) => about(norm, bearer)) }
        : whole;
    if (json) {
      const answer = {
        answers: interview.answers,
        open: state.open.length,
        next: asked === undefined ? null : { ...asked.ranked, bearsOn: asked.bearsOn, fact: asked.fact },
        determinations: state.determinations,
        readings: state.readings,
        assessment: assessment ?? null,
      };
      environment.out.write(`${JSON.stringify(answer, undefined, 2)}\n`);
      return 0;
    }
    environment.out.write(renderInterview(interview, { asked, state }, rulebook, context));
    if (assessment) {
      const full = parsed.values.all === true;
      environment.out.write(
        `\n${renderAssessment(assessment, rulebook, { full, today: question.today }, context)}`,
      );
    }
    return 0;
  },
};

/** A norm, the norms of an instrument, or all that bind those whom the situation concerns. */
function aboutOf(
  text: string | undefined,
  rulebook: Rulebook,
  situation: Parameters<typeof isConcerned>[2],
  { messages }: Context,
): About {
  if (text === undefined) return (_, bearer) => isConcerned(bearer, rulebook, situation);
  if (rulebook.instruments.some(({ id }) => id === text)) {
    const norms = new Set(rulebook.norms.filter(({ instrument }) => instrument === text).map(({ id }) => id));
    return (norm) => norms.has(norm);
  }
  const [name] = text.split('@');
  if (!rulebook.norms.some(({ id }) => id === name)) {
    const ids = [...rulebook.norms, ...rulebook.instruments].map(({ id }) => id);
    return fail({
      where: '--about',
      message: messages.reasoning.aboutUnknown(text),
      nearest: nearest(text, ids, 4),
      mend: messages.reasoning.aboutMend,
    });
  }
  const { norm, bearers } = findNorm(rulebook, text, messages);
  return (id, bearer) => id === norm.id && bearers.includes(bearer);
}

/** Answers from a file as long as it has them. */
function answerFrom(draft: Draft, interview: Interview, rulebook: Rulebook, context: Context): void {
  // Held against the library as a whole, so that a slip in an answer not yet asked for is told too.
  const { situation } = toQuestion(draft, rulebook, context.environment.today(), context.messages);
  const answerTo = ({ fact, organ, incident }: FactQuestion): string | undefined =>
    situation.given.find(
      (given) =>
        given.fact === fact &&
        (given.organ === undefined || given.organ === organ) &&
        (given.incident === undefined || given.incident === incident),
    )?.value;
  for (;;) {
    const { asked, state } = interview.next();
    // What an organ decides is not asked for; where the file says it, it counts.
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

async function answerAtTerminal(interview: Interview, rulebook: Rulebook, context: Context): Promise<void> {
  const { putQuestion, sayDone } = await import('../input/prompts.ts');
  const { reasoning } = context.messages;
  for (;;) {
    const { asked, law } = interview.next();
    if (!asked) {
      sayDone(reasoning.nothingMoreToAsk);
      return;
    }
    const words = new InterviewWords(rulebook, law.question.situation, context);
    const reply = await putQuestion(
      {
        asked,
        text: words.question(asked),
        why: words.why(asked),
        canGoBack: interview.answers.length > 0,
      },
      rulebook,
      law.question.situation.on,
      context,
    );
    if (reply.kind === 'finish') {
      sayDone(reasoning.stopped);
      return;
    }
    if (reply.kind === 'value') interview.answer(asked.question, reply.value);
    else interview.back();
  }
}
