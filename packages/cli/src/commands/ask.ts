/** `anpo ask`: an interview that asks the next best question and ends in the assessment. */
import { InterviewWords, type OpenInterview, openInterview, sayAsked, speakerFor } from '@anpo/answers';
import type { Rulebook } from '@anpo/engine';
import { textOf } from '../arguments/parse.ts';
import type { Context } from '../context.ts';
import { readDraft, readQuestion, situationOptions } from '../input/question.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

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
    const answersFile = textOf(parsed, 'answers');
    const answers = answersFile === undefined ? undefined : await readDraft(answersFile, context);
    const { library, ...asked } = await readQuestion(parsed.positionals[0], parsed, context);
    const open = openInterview(library, { ...asked, about: textOf(parsed, 'about'), answers });
    const atTerminal =
      context.environment.interactive && parsed.values.json !== true && answers === undefined;
    if (atTerminal) await answerAtTerminal(open, library.rulebook, context);
    print(sayAsked(open, library, atTerminal, readerOf(parsed, context)), parsed, context);
    return 0;
  },
};

async function answerAtTerminal(
  { interview }: OpenInterview,
  rulebook: Rulebook,
  context: Context,
): Promise<void> {
  const { putQuestion, sayDone } = await import('../input/prompts.ts');
  const speaker = speakerFor(rulebook, context.language);
  for (;;) {
    const { asked, law } = interview.next();
    if (!asked) {
      sayDone(speaker.words.reasoning.nothingMoreToAsk);
      return;
    }
    const words = new InterviewWords(law.question.situation, speaker);
    const question = {
      asked,
      text: words.question(asked),
      why: words.why(asked),
      canGoBack: interview.answers.length > 0,
    };
    const reply = await putQuestion(question, rulebook, context);
    if (reply.kind === 'finish') {
      sayDone(context.messages.stopped);
      return;
    }
    if (reply.kind === 'value') interview.answer(asked.question, reply.value);
    else interview.back();
  }
}
