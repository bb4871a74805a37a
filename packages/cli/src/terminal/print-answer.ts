/** Prints an answer on a terminal: indented, wrapped, with signs and colours for what its parts mean. */
import type {
  Answer,
  Citation,
  FindingPart,
  Marker,
  Part,
  ReasonLine,
  RowsPart,
  Said,
  TextPart,
  Tone,
} from '@anpo/answers';
import { wordsIn } from '@anpo/answers/words';
import { Page } from './page.ts';
import type { Painter } from './paint.ts';
import { printableData } from './printable.ts';
import { printTable } from './table.ts';
import { widthOf } from './wrap.ts';

export interface Terminal {
  /** Columns to wrap at. */
  readonly width: number;
  readonly paint: Painter;
}

const INDENT = '  ';
const FINDING_INDENT = INDENT.repeat(2);
/** How far the second line of a labelled text may stand from the margin. */
const MOST_HANG = 16;
/** The column of labels of every item: as wide as the longest of them. */
const ITEM_COLUMN = 20;

const indentOf = (depth: number): string => INDENT.repeat(depth);

export function printAnswer(answer: Answer, terminal: Terminal): string {
  return new AnswerPrinter(printableData(answer), terminal).print();
}

class AnswerPrinter {
  readonly #answer: Answer;
  readonly #page: Page;
  readonly #paint: Painter;
  readonly #width: number;

  constructor(answer: Answer, { width, paint }: Terminal) {
    this.#answer = answer;
    this.#page = new Page({ width });
    this.#paint = paint;
    this.#width = width;
  }

  print(): string {
    for (const { parts } of this.#answer.blocks) {
      this.#page.blank();
      for (const part of parts) this.#part(part);
    }
    return this.#page.toString();
  }

  #part(part: Part): void {
    switch (part.kind) {
      case 'heading':
        this.#page.heading(
          part.text,
          part.tone === undefined ? this.#paint.heading : this.#painter(part.tone),
          part.level === 1 ? '═' : '─',
        );
        return;
      case 'text':
        this.#text(part);
        return;
      case 'rows':
        this.#rows(part);
        return;
      case 'reasons':
        for (const line of part.lines) this.#reason(line, indentOf(part.depth), indentOf(part.depth));
        return;
      case 'finding':
        this.#finding(part);
        return;
      case 'table':
        this.#page.raw(printTable(part, { width: this.#width, paint: this.#paint }));
        return;
      case 'sources':
        for (const { number, title, address } of part.sources)
          this.#page.text(address === undefined ? title : `${title}  ${address}`, `[${number}] `);
        return;
    }
  }

  #text({ text, depth, marker, tone, hang }: TextPart): void {
    const prefix = `${indentOf(depth)}${marker === undefined ? '' : this.#marker(marker)}`;
    const rest = hang === undefined ? undefined : indentOf(hang);
    this.#page.text(this.#flat(text), prefix, tone && this.#painter(tone), rest);
  }

  #marker(marker: Marker): string {
    if (typeof marker !== 'string') {
      if ('number' in marker) return `${marker.number}. `;
      const { label, badge, tone, repeated } = marker;
      const shown = repeated ? ' '.repeat(widthOf(label)) : label;
      const painted = tone === undefined || repeated ? shown : this.#painter(tone)(shown);
      if (badge) return `${painted}  `;
      return /[：\s]$/.test(label) ? painted : `${painted} `;
    }
    switch (marker) {
      case 'bullet':
        return wordsIn(this.#answer.language).bullet;
      case 'dot':
        return '· ';
      case 'holds':
        return `${this.#paint.good('✓')} `;
      case 'fails':
        return `${this.#paint.bad('✗')} `;
      case 'open':
        return `${this.#paint.open('?')} `;
    }
  }

  #rows({ rows, depth, column }: RowsPart): void {
    const width = column === 'items' ? ITEM_COLUMN : Math.max(...rows.map(({ label }) => widthOf(label))) + 2;
    for (const { label, text } of rows) this.#page.row(label, this.#flat(text), width, indentOf(depth));
  }

  #reason({ value, text, children }: ReasonLine, first: string, rest: string): void {
    const sign = this.#marker(value === 'unknown' ? 'open' : value === 'true' ? 'holds' : 'fails');
    const stem = children.length > 0 ? '│ ' : '  ';
    this.#page.text(this.#flat(text), `${first}${sign}`, undefined, `${rest}${stem}`);
    children.forEach((child, index) => {
      const last = index === children.length - 1;
      this.#reason(child, `${rest}${last ? '└─' : '├─'}`, `${rest}${last ? '  ' : '│ '}`);
    });
  }

  #finding(finding: FindingPart): void {
    const page = this.#page;
    const tones = { applies: 'holds', 'does-not-apply': 'fails', undetermined: 'open' } as const;
    const badge = this.#painter(tones[finding.outcome])(finding.verdict);
    page.text(finding.sentence, `  ${badge}  `, this.#paint.strong, FINDING_INDENT);
    page.text(finding.standing, FINDING_INDENT);
    page.text(this.#flat(finding.pinpoint), FINDING_INDENT);
    const { remark, why, readings, missing } = finding;
    if (remark) page.text(remark.text, FINDING_INDENT, remark.tone && this.#painter(remark.tone));
    if (why) {
      page.text(why.label, FINDING_INDENT, this.#paint.faint);
      for (const line of why.lines) this.#reason(line, indentOf(3), indentOf(3));
    }
    if (readings) {
      this.#labelled(readings.label, readings.text);
      for (const position of readings.positions) page.text(this.#flat(position), `${FINDING_INDENT}  · `);
    }
    for (const { label, text } of finding.silences) this.#labelled(label, text);
    if (missing) {
      this.#labelled(missing.label, '');
      for (const { text } of missing.lines) page.text(text, `${FINDING_INDENT}  ${this.#marker('open')}`);
    }
    for (const { label, text } of finding.notes) this.#labelled(label, text);
  }

  #labelled(label: string, text: string): void {
    const prefix = `${FINDING_INDENT}${wordsIn(this.#answer.language).labelled(label, '')}`;
    this.#page.text(text, prefix, undefined, ' '.repeat(Math.min(widthOf(prefix), MOST_HANG)));
  }

  /** The text as it stands on the page; citations as `[2, p. 14; NOT CONFIRMED]`. */
  #flat(said: Said): string {
    if (typeof said === 'string') return said;
    return said
      .map((span) => {
        if (typeof span === 'string') return span;
        if ('number' in span) return citationText(span);
        return span.tone === undefined ? span.text : this.#painter(span.tone)(span.text);
      })
      .join('');
  }

  #painter(tone: Tone): (text: string) => string {
    const { strong, faint, good, bad, open } = this.#paint;
    return { strong, faint, holds: good, fails: bad, open }[tone];
  }
}

const citationText = ({ number, at, mark }: Citation): string =>
  `[${number}${at === undefined ? '' : `, ${at}`}${mark === undefined ? '' : `; ${mark}`}]`;
