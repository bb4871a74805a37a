/** Prints the fields of an item: a label and what it says, periods, readings, citations with their marks. */
import {
  actorLabel,
  type Citation,
  type Definition,
  type Expression,
  type Period,
  type Reading,
  type Rulebook,
  type Text,
} from '@anpo/engine';
import type { Context } from '../context.ts';
import { expressionWords } from './expression.ts';
import type { Page } from './page.ts';
import { widthOf } from './wrap.ts';

export class FieldWriter {
  readonly #page: Page;
  readonly #rulebook: Rulebook;
  readonly #context: Context;
  readonly #column: number;

  constructor(page: Page, rulebook: Rulebook, context: Context) {
    this.#page = page;
    this.#rulebook = rulebook;
    this.#context = context;
    const labels = Object.values(context.messages.labels);
    this.#column = Math.min(20, Math.max(...labels.map((label) => widthOf(label))) + 2);
  }

  /** A row; left out where there is nothing to say. */
  text(label: string, text: string | undefined): void {
    if (text !== undefined && text !== '') this.#page.row(label, text, this.#column);
  }

  words(label: string, text: Text | undefined): void {
    this.text(label, text?.[this.#context.language]);
  }

  /** Both languages, the chosen one first: for wording, where the two are equals. */
  both(label: string, text: Text | undefined): void {
    if (!text) return;
    const { language } = this.#context;
    this.text(label, text[language]);
    if (text.en !== text.ja) this.text('', text[language === 'en' ? 'ja' : 'en']);
  }

  list(label: string, items: readonly string[]): void {
    for (const [index, item] of items.entries()) this.text(index === 0 ? label : '', item);
  }

  names(label: string, names: readonly string[]): void {
    this.text(label, this.#context.messages.list(names));
  }

  expression(label: string, expression: Expression | undefined): void {
    if (expression) this.text(label, expressionWords(expression, this.#rulebook, this.#context));
  }

  definition(label: string, definition: Definition | undefined): void {
    if (!definition) return;
    const { messages } = this.#context;
    this.expression(label, definition.meaning);
    for (const reading of definition.readings) this.reading(reading);
    for (const { holder, manner, period, citations } of definition.silences) {
      const cited = this.cited(citations);
      this.text(
        messages.labels.reading,
        `${this.holder(holder)}${messages.inBrackets(this.dated(messages[manner], period))}${cited}`,
      );
    }
  }

  reading({ holder, period, known, meaning, note, citations }: Reading): void {
    const { messages, language } = this.#context;
    const dates = [this.period(period), known === undefined ? '' : messages.knownSince(known)].filter(
      Boolean,
    );
    const when = dates.length === 0 ? '' : messages.inBrackets(messages.list(dates));
    const words = expressionWords(meaning, this.#rulebook, this.#context);
    const noted = note ? ` ${messages.dash(note[language])}` : '';
    this.text(
      messages.labels.reading,
      messages.labelled(`${this.holder(holder)}${when}`, `${words}${noted}${this.cited(citations)}`),
    );
  }

  citations(citations: readonly Citation[]): void {
    this.list(
      this.#context.messages.labels.citations,
      citations.map((citation) => this.#citation(citation)),
    );
  }

  /** Citations behind a text, each as ` [title, place; mark]`. */
  cited(citations: readonly Citation[]): string {
    return citations.map((citation) => ` [${this.#citation(citation)}]`).join('');
  }

  period({ from, until }: Period): string {
    const { messages } = this.#context;
    const parts = [
      from === undefined ? '' : messages.from(from),
      until === undefined ? '' : messages.until(until),
    ];
    return parts.filter((part) => part !== '').join(' ');
  }

  /** A text with its period in brackets, where it has one. */
  dated(text: string, period: Period): string {
    const dates = this.period(period);
    return dates === '' ? text : `${text}${this.#context.messages.inBrackets(dates)}`;
  }

  actor(id: string): string {
    return actorLabel(this.#rulebook, id)[this.#context.language];
  }

  holder(id: string): string {
    return this.#rulebook.holders.find((holder) => holder.id === id)?.label[this.#context.language] ?? id;
  }

  #citation({ source, at, mark }: Citation): string {
    const { messages, language } = this.#context;
    const title = this.#rulebook.sources.find(({ id }) => id === source)?.title[language] ?? source;
    return `${title}${at === undefined ? '' : `, ${at}`}; ${messages.shortMarks[mark]}`;
  }
}
