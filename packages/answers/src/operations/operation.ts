/** What an operation is: a question put to a library, its result as data, and what is said of it as an Answer. */
import type { Language, Library } from '@anpo/engine';
import type { Answer } from '../answer/answer.ts';

/** For whom an answer is made. */
export interface Reader {
  readonly language: Language;
  /** Say everything, also what hardly bears on the question. */
  readonly full?: boolean | undefined;
  /** Told how far a list has come. */
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

/** The result as the engine gives it, in both languages and with every id, and what is said of it. */
export interface Answered<Data> {
  readonly data: Data;
  readonly answer: Answer;
}

/** Throws a ComplaintError for input that the library does not know. */
export type Operation<Input, Data> = (library: Library, input: Input, reader: Reader) => Answered<Data>;
