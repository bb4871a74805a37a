/** An interview as text: what was asked, the next question and why, what only organs and readings can settle. */
import {
  actorLabel,
  type NextQuestion,
  type Norm,
  type Rulebook,
  ruleClause,
  type Situation,
} from '@anpo/engine';
import type { Context } from '../context.ts';
import type { Asked, Interview } from '../input/interview.ts';
import { Page } from './page.ts';
import { QuestionWords } from './question-words.ts';

const SHOWN_NORMS = 3;
const SHOWN_QUESTIONS = 8;

export class InterviewWords {
  readonly #rulebook: Rulebook;
  readonly #situation: Situation;
  readonly #context: Context;
  readonly #words: QuestionWords;

  constructor(rulebook: Rulebook, situation: Situation, context: Context) {
    this.#rulebook = rulebook;
    this.#situation = situation;
    this.#context = context;
    this.#words = new QuestionWords(rulebook, context, situation.on, situation.incidents);
  }

  question({ fact, question }: Asked): string {
    const text = fact.question[this.#context.language];
    const name = question.incident === undefined ? undefined : this.#situation.incidents[question.incident];
    return name === undefined ? text : `${name}: ${text}`;
  }

  /** The rules that the answer bears on, the first few. */
  why({ ranked, bearsOn }: Asked): string {
    const { messages, language } = this.#context;
    const clauses = [
      ...new Set(
        bearsOn.map(({ norm, bearer }) => {
          const found = this.#rulebook.norms.find(({ id }) => id === norm) as Norm;
          return ruleClause(this.#rulebook, found, bearer)[language];
        }),
      ),
    ];
    const more = clauses.length - SHOWN_NORMS;
    const parts = [...clauses.slice(0, SHOWN_NORMS), ...(more > 0 ? [messages.reasoning.andMore(more)] : [])];
    const bits = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(ranked.information);
    return messages.reasoning.whyAsked(bearsOn.length, bits, messages.semicolons(parts));
  }

  /** The flag that gives the answer. */
  flag({ fact, question }: Asked): string {
    const name = question.incident === undefined ? undefined : this.#situation.incidents[question.incident];
    const values =
      fact.type === 'yes-no'
        ? 'yes|no'
        : fact.type === 'choice'
          ? fact.choices.map(({ id }) => id).join('|')
          : fact.type === 'date'
            ? 'YYYY-MM-DD'
            : '…';
    return `--fact ${name === undefined ? '' : `${name}.`}${fact.id}=${values}`;
  }

  answered({ question, value }: Interview['answers'][number]): string {
    const { messages, language } = this.#context;
    const fact = this.#rulebook.facts.find(({ id }) => id === question.fact);
    const given = this.#words.given({ ...question, value, asserted: 'stipulated' });
    return messages.reasoning.answered(fact?.question[language] ?? question.fact, given);
  }

  open(question: NextQuestion['readings'][number]): string {
    const { messages, language } = this.#context;
    const text = this.#words.question(question);
    if (question.kind !== 'fact' || question.organ === undefined) return text;
    const fact = this.#rulebook.facts.find(({ id }) => id === question.fact);
    // Where several organs may find it, the words name the one already.
    if ((fact?.organs.length ?? 0) > 1) return text;
    const organ = actorLabel(this.#rulebook, question.organ)[language];
    return `${text}${messages.inBrackets(messages.forOrgan(organ))}`;
  }
}

export function renderInterview(
  interview: Interview,
  { asked, state }: Pick<ReturnType<Interview['next']>, 'asked' | 'state'>,
  rulebook: Rulebook,
  context: Context,
): string {
  const { messages, paint } = context;
  const { reasoning } = messages;
  const page = new Page(context);
  const words = new InterviewWords(rulebook, interview.question.situation, context);
  if (interview.answers.length > 0) {
    page.heading(reasoning.askedSoFar, paint.heading);
    interview.answers.forEach((answer, index) => {
      page.text(words.answered(answer), `${index + 1}. `);
    });
    page.blank();
  }
  if (asked) {
    page.heading(reasoning.nextQuestionTitle, paint.heading);
    page.text(words.question(asked), '', paint.strong);
    page.text(words.why(asked), '', paint.faint);
    page.text(messages.labelled(reasoning.answerWith, words.flag(asked)));
  } else page.text(reasoning.nothingMoreToAsk, '', paint.strong);
  page.text(reasoning.openFindings(state.open.length));
  printLeft(reasoning.forOrgans, state.determinations);
  printLeft(reasoning.leftReadings, state.readings);
  return page.toString();

  function printLeft(label: string, questions: NextQuestion['readings']): void {
    if (questions.length === 0) return;
    page.blank();
    page.text(messages.labelled(label, ''), '', paint.strong);
    for (const question of questions.slice(0, SHOWN_QUESTIONS))
      page.text(words.open(question), `  ${messages.bullet}`);
    const more = questions.length - SHOWN_QUESTIONS;
    if (more > 0) page.text(reasoning.andMore(more), `  ${messages.bullet}`);
  }
}
