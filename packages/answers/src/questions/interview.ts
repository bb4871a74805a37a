/** An interview: the next best question under what was answered so far, and the way back. */
import type { Library, NextQuestion } from '@anpo/engine';
import type { Question as AskedAbout } from '@anpo/engine/diagram';
import { nextQuestion, type RankedQuestion } from '@anpo/engine/reasoning';
import type { Fact } from '@anpo/engine/rulebook';
import { type AskedLaw, lawOf } from './norm-question.ts';
import type { Question } from './situation.ts';

export type FactQuestion = Extract<AskedAbout, { kind: 'fact' }>;

/** A question as it is put to somebody. */
export interface Asked {
  readonly question: FactQuestion;
  readonly fact: Fact;
  readonly ranked: RankedQuestion;
  /** Norms, by bearer, that the answer can bear on. */
  readonly bearsOn: readonly { readonly norm: string; readonly bearer: string }[];
}

export interface Answered {
  readonly question: FactQuestion;
  /** `unknown` where it cannot be said; it is not asked again. */
  readonly value: string;
}

/** Which findings the interview is about. */
export type About = (norm: string, bearer: string) => boolean;

export class Interview {
  readonly #library: Library;
  readonly #base: Question;
  readonly #about: About;
  readonly #answers: Answered[] = [];

  constructor(library: Library, base: Question, about: About) {
    this.#library = library;
    this.#base = base;
    this.#about = about;
  }

  get answers(): readonly Answered[] {
    return this.#answers;
  }

  /** The situation with what was answered. */
  get question(): Question {
    const { situation } = this.#base;
    const answered = this.#answers
      .filter(({ value }) => value !== 'unknown')
      .map(({ question: { fact, organ, incident }, value }) => ({
        fact,
        ...(organ === undefined ? {} : { organ }),
        ...(incident === undefined || situation.incidents.length === 0 ? {} : { incident }),
        value,
        asserted: 'stipulated' as const,
      }));
    return { ...this.#base, situation: { ...situation, given: [...situation.given, ...answered] } };
  }

  /** What is open, and the best question that was not put yet. */
  next(): { readonly asked: Asked | undefined; readonly state: NextQuestion; readonly law: AskedLaw } {
    const law = lawOf(this.#library, this.question);
    const roots = law.circuit.findings.filter(({ norm, bearer }) => this.#about(norm, bearer));
    const state = nextQuestion(
      law.law,
      roots.map(({ node }) => node),
      law.givens,
    );
    const ranked = state.questions.find(({ question }) => question.kind === 'fact' && !this.wasPut(question));
    if (ranked?.question.kind !== 'fact') return { asked: undefined, state, law };
    const { question } = ranked;
    const fact = this.#library.index.fact(question.fact);
    const nodes = new Set(ranked.bearsOn);
    const bearsOn = roots.filter(({ node }) => nodes.has(node)).map(({ norm, bearer }) => ({ norm, bearer }));
    return { asked: { question, fact, ranked, bearsOn }, state, law };
  }

  answer(question: FactQuestion, value: string): void {
    this.#answers.push({ question, value });
  }

  /** Takes the last answer back; false where there is none. */
  back(): boolean {
    return this.#answers.pop() !== undefined;
  }

  /** Answered in the interview, or said to be unknown in the situation it began with. */
  wasPut(question: FactQuestion): boolean {
    const same = (other: {
      fact: string;
      organ?: string | undefined;
      incident?: number | undefined;
    }): boolean => other.fact === question.fact && other.organ === question.organ;
    return (
      this.#answers.some(
        (answer) => same(answer.question) && answer.question.incident === question.incident,
      ) ||
      this.#base.situation.given.some(
        (given) =>
          given.value === 'unknown' &&
          same(given) &&
          (given.incident === undefined || given.incident === question.incident),
      )
    );
  }
}
