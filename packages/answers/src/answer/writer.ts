/** Gathers the parts of an answer in their order. */
import type { Language } from '@anpo/engine';
import {
  ANSWER_FORMAT,
  type Answer,
  type Block,
  type Part,
  type RowsPart,
  type Said,
  type TextPart,
  type Tone,
} from './answer.ts';

type TextOptions = Partial<Omit<TextPart, 'kind' | 'text'>>;

export class AnswerWriter {
  readonly #blocks: Part[][] = [[]];

  /** What follows stands apart from what was said. */
  apart(): void {
    if (this.#blocks.at(-1)?.length !== 0) this.#blocks.push([]);
  }

  add(part: Part): void {
    this.#blocks.at(-1)?.push(part);
  }

  /** Opens a chapter. */
  chapter(text: string, tone?: Tone): void {
    this.add({ kind: 'heading', level: 1, text, ...(tone === undefined ? {} : { tone }) });
  }

  /** Opens a section of a chapter. */
  section(text: string, tone?: Tone): void {
    this.add({ kind: 'heading', level: 2, text, ...(tone === undefined ? {} : { tone }) });
  }

  text(text: Said, options: TextOptions = {}): void {
    this.add({ kind: 'text', text, depth: 0, ...options });
  }

  rows(rows: RowsPart['rows'], depth = 0, column?: RowsPart['column']): void {
    if (rows.length > 0) this.add({ kind: 'rows', depth, rows, ...(column === undefined ? {} : { column }) });
  }

  answer(operation: string, language: Language): Answer {
    const blocks = this.#blocks.filter((parts) => parts.length > 0).map((parts): Block => ({ parts }));
    return { format: ANSWER_FORMAT, operation, language, blocks };
  }
}
