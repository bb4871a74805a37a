/** An interview: what was asked, the next question and why, what only organs and readings can settle. */
import type { NextQuestion, Situation } from '@anpo/engine';
import type { Norm } from '@anpo/engine/rulebook';
import { indexRulebook } from '@anpo/engine/rulebook';
import { actorLabel, ruleClause } from '@anpo/engine/wording';
import type { Answer } from '../answer/answer.ts';
import { AnswerWriter } from '../answer/writer.ts';
import { valueHint } from '../parts/finding.ts';
import { QuestionWords } from '../parts/question-words.ts';
import type { Asked, Interview } from '../questions/interview.ts';
import type { Speaker } from '../speaker.ts';

const SHOWN_NORMS = 3;
const SHOWN_QUESTIONS = 8;

/** The words of single questions: a face that asks one at a time takes them one at a time. */
export class InterviewWords {
  readonly #situation: Situation;
  readonly #speaker: Speaker;
  readonly #words: QuestionWords;

  constructor(situation: Situation, speaker: Speaker) {
    this.#situation = situation;
    this.#speaker = speaker;
    this.#words = new QuestionWords(speaker, situation.on, situation.incidents);
  }

  question({ fact, question }: Asked): string {
    const text = fact.question[this.#speaker.language];
    const name = question.incident === undefined ? undefined : this.#situation.incidents[question.incident];
    return name === undefined ? text : `${name}: ${text}`;
  }

  /** The rules that the answer bears on, the first few. */
  why({ bearsOn }: Asked): string {
    const { words, language } = this.#speaker;
    const clauses = [
      ...new Set(
        bearsOn.map(({ norm, bearer }) => {
          const found = indexRulebook(this.#speaker.rulebook).find('norm', norm) as Norm;
          return ruleClause(this.#speaker.rulebook, found, bearer)[language];
        }),
      ),
    ];
    const more = clauses.length - SHOWN_NORMS;
    const parts = [...clauses.slice(0, SHOWN_NORMS), ...(more > 0 ? [words.reasoning.andMore(more)] : [])];
    return words.reasoning.whyAsked(bearsOn.length, words.semicolons(parts));
  }

  /** The flag that gives the answer. */
  flag({ fact, question }: Asked): string {
    const name = question.incident === undefined ? undefined : this.#situation.incidents[question.incident];
    return `--fact ${name === undefined ? '' : `${name}.`}${fact.id}=${valueHint(fact.id, this.#speaker)}`;
  }

  answered({ question, value }: Interview['answers'][number]): string {
    const { words, language } = this.#speaker;
    const fact = indexRulebook(this.#speaker.rulebook).find('fact', question.fact);
    const given = this.#words.given({ ...question, value, asserted: 'stipulated' });
    return words.reasoning.answered(fact?.question[language] ?? question.fact, given);
  }

  open(question: NextQuestion['readings'][number]): string {
    const { words, language } = this.#speaker;
    const text = this.#words.question(question);
    if (question.kind !== 'fact' || question.organ === undefined) return text;
    const fact = indexRulebook(this.#speaker.rulebook).find('fact', question.fact);
    // Where several organs may find it, the words name the one already.
    if ((fact?.organs.length ?? 0) > 1) return text;
    const organ = actorLabel(this.#speaker.rulebook, question.organ)[language];
    return `${text}${words.inBrackets(words.forOrgan(organ))}`;
  }
}

/** The interview as it stands. */
export function sayInterview(
  interview: Interview,
  { asked, state }: Pick<ReturnType<Interview['next']>, 'asked' | 'state'>,
  speaker: Speaker,
): Answer {
  const { words: said, language } = speaker;
  const { reasoning } = said;
  const write = new AnswerWriter();
  const words = new InterviewWords(interview.question.situation, speaker);
  if (interview.answers.length > 0) {
    write.section(reasoning.askedSoFar);
    interview.answers.forEach((answer, index) => {
      write.text(words.answered(answer), { marker: { number: index + 1 } });
    });
    write.apart();
  }
  if (asked) {
    write.section(reasoning.nextQuestionTitle);
    write.text(words.question(asked), { tone: 'strong' });
    write.text(words.why(asked), { tone: 'faint' });
    write.text(said.labelled(reasoning.answerWith, words.flag(asked)));
  } else write.text(reasoning.nothingMoreToAsk, { tone: 'strong' });
  write.text(reasoning.openFindings(state.open.length));
  writeLeft(reasoning.forOrgans, state.determinations);
  writeLeft(reasoning.leftReadings, state.readings);
  return write.answer('ask', language);

  function writeLeft(label: string, questions: NextQuestion['readings']): void {
    if (questions.length === 0) return;
    write.apart();
    write.text(said.labelled(label, ''), { tone: 'strong' });
    for (const question of questions.slice(0, SHOWN_QUESTIONS))
      write.text(words.open(question), { depth: 1, marker: 'bullet' });
    const more = questions.length - SHOWN_QUESTIONS;
    if (more > 0) write.text(reasoning.andMore(more), { depth: 1, marker: 'bullet' });
  }
}
