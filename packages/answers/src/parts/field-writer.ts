/** Gathers the fields of an item: a label and what it says, periods, readings, citations with their marks. */
import type { Text } from '@anpo/engine';
import type { Citation, Definition, Expression, Period, Reading } from '@anpo/engine/rulebook';
import { indexRulebook } from '@anpo/engine/rulebook';
import { actorLabel } from '@anpo/engine/wording';
import type { AnswerWriter } from '../answer/writer.ts';
import type { Speaker } from '../speaker.ts';
import { expressionWords } from './expression.ts';

export class FieldWriter {
  readonly #speaker: Speaker;
  readonly #rows: { readonly label: string; readonly text: string }[] = [];

  constructor(speaker: Speaker) {
    this.#speaker = speaker;
  }

  /** Gives what was gathered to an answer. */
  flush(write: AnswerWriter): void {
    write.rows(this.#rows, 0, 'items');
  }

  /** A row; left out where there is nothing to say. */
  text(label: string, text: string | undefined): void {
    if (text !== undefined && text !== '') this.#rows.push({ label, text });
  }

  words(label: string, text: Text | undefined): void {
    this.text(label, text?.[this.#speaker.language]);
  }

  /** Both languages, the chosen one first: for wording, where the two are equals. */
  both(label: string, text: Text | undefined): void {
    if (!text) return;
    const { language } = this.#speaker;
    this.text(label, text[language]);
    if (text.en !== text.ja) this.text('', text[language === 'en' ? 'ja' : 'en']);
  }

  list(label: string, items: readonly string[]): void {
    for (const [index, item] of items.entries()) this.text(index === 0 ? label : '', item);
  }

  names(label: string, names: readonly string[]): void {
    this.text(label, this.#speaker.words.list(names));
  }

  expression(label: string, expression: Expression | undefined): void {
    if (expression) this.text(label, expressionWords(expression, this.#speaker));
  }

  definition(label: string, definition: Definition | undefined): void {
    if (!definition) return;
    const { words } = this.#speaker;
    this.expression(label, definition.meaning);
    for (const reading of definition.readings) this.reading(reading);
    for (const { holder, manner, period, citations } of definition.silences) {
      const cited = this.cited(citations);
      this.text(
        words.labels.reading,
        `${this.holder(holder)}${words.inBrackets(this.dated(words[manner], period))}${cited}`,
      );
    }
  }

  reading({ holder, period, known, meaning, note, citations }: Reading): void {
    const { words, language } = this.#speaker;
    const dates = [this.period(period), known === undefined ? '' : words.knownSince(known)].filter(Boolean);
    const when = dates.length === 0 ? '' : words.inBrackets(words.list(dates));
    const meant = expressionWords(meaning, this.#speaker);
    const noted = note ? ` ${words.dash(note[language])}` : '';
    this.text(
      words.labels.reading,
      words.labelled(`${this.holder(holder)}${when}`, `${meant}${noted}${this.cited(citations)}`),
    );
  }

  citations(citations: readonly Citation[]): void {
    this.list(
      this.#speaker.words.labels.citations,
      citations.map((citation) => this.#citation(citation)),
    );
  }

  /** Citations behind a text, each as ` [title, place; mark]`. */
  cited(citations: readonly Citation[]): string {
    return citations.map((citation) => ` [${this.#citation(citation)}]`).join('');
  }

  period({ from, until }: Period): string {
    const { words } = this.#speaker;
    const parts = [from === undefined ? '' : words.from(from), until === undefined ? '' : words.until(until)];
    return parts.filter((part) => part !== '').join(' ');
  }

  /** A text with its period in brackets, where it has one. */
  dated(text: string, period: Period): string {
    const dates = this.period(period);
    return dates === '' ? text : `${text}${this.#speaker.words.inBrackets(dates)}`;
  }

  actor(id: string): string {
    return actorLabel(this.#speaker.rulebook, id)[this.#speaker.language];
  }

  holder(id: string): string {
    return indexRulebook(this.#speaker.rulebook).find('holder', id)?.label[this.#speaker.language] ?? id;
  }

  #citation({ source, at, mark }: Citation): string {
    const { words, language } = this.#speaker;
    const title = indexRulebook(this.#speaker.rulebook).find('source', source)?.title[language] ?? source;
    return `${title}${at === undefined ? '' : `, ${at}`}; ${words.shortMarks[mark]}`;
  }
}
