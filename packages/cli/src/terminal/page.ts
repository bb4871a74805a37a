/** Gathers the lines of an answer: indented, wrapped, and coloured after wrapping, so that colours cost no width. */
import { pad, widthOf, wrap } from './wrap.ts';

type Paint = (text: string) => string;
const plain: Paint = (text) => text;

export class Page {
  readonly #lines: string[] = [];
  readonly #width: number;

  /** `width`: columns to wrap at. */
  constructor({ width }: { readonly width: number }) {
    this.#width = width;
  }

  blank(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  /** Text after a prefix; the lines that follow start with `rest`, or under the first. */
  text(text: string, prefix = '', paint: Paint = plain, rest = ' '.repeat(widthOf(prefix))): void {
    const lines = wrap(text, this.#width - widthOf(rest), this.#width - widthOf(prefix));
    lines.forEach((line, index) => {
      this.#lines.push(((index === 0 ? prefix : rest) + paint(line)).trimEnd());
    });
  }

  /** A label and what it says, in two columns. */
  row(label: string, text: string, labelWidth: number, indent = '', paint: Paint = plain): void {
    const column = indent + pad(label, labelWidth);
    this.text(text, widthOf(column) > widthOf(indent) + labelWidth ? `${column} ` : column, paint);
  }

  /** A heading with a rule under it as long as itself. */
  heading(text: string, paint: Paint, rule = '─'): void {
    this.text(text, '', paint);
    this.#lines.push(rule.repeat(Math.min(widthOf(text), this.#width)));
  }

  raw(text: string): void {
    this.#lines.push(...text.split('\n'));
  }

  toString(): string {
    const lines = [...this.#lines];
    while (lines.at(-1) === '') lines.pop();
    return `${lines.join('\n')}\n`;
  }
}
