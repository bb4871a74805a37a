/**
 * Wraps text at a width in terminal columns. English breaks at spaces; Japanese between any two characters but
 * those that may not begin or end a line (kinsoku).
 */
import { createRequire } from 'node:module';

const NOT_FIRST =
  /^[、。，．・：；？！ー々〜」』）】〕》〉”’,.:;?!)\]}%…ぁぃぅぇぉっゃゅょァィゥェォッャュョヶ]/u;
const NOT_LAST = /[「『（【〔《〈“‘([{]$/u;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\u{20000}-\u{3ffff}]/u;

/**
 * What nearly all texts are made of: characters of one column or of two, of which none joins with its neighbours.
 * Anything else is measured by string-width, which takes long to load and long for a text.
 */
const ORDINARY =
  /^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25fc\u2713-\u2718\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;
const TWO_COLUMNS = /[\u3000-\u9fff\uff01-\uff60]/g;

/** Terminal columns of a text. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  if (ORDINARY.test(text)) return text.length + (text.match(TWO_COLUMNS)?.length ?? 0);
  return measured(text);
}

const require = createRequire(import.meta.url);
const widths = new Map<string, number>();

/** Remembered, because wrapping measures the same few characters over and over. */
function measured(text: string): number {
  let width = widths.get(text);
  if (width === undefined) {
    const { default: stringWidth } = require('string-width') as typeof import('string-width');
    width = stringWidth(text);
    widths.set(text, width);
  }
  return width;
}

const NARROWEST = 10;

/** Lines of at most `width` columns; the first of them of at most `first`. */
export function wrap(text: string, width: number, first = width): string[] {
  const [head = '', ...rest] = text.split('\n');
  const narrow = Math.max(width, NARROWEST);
  return [
    ...wrapLine(head, Math.max(first, NARROWEST), narrow),
    ...rest.flatMap((line) => wrapLine(line, narrow, narrow)),
  ];
}

/** Fills with spaces up to a width in columns. */
export const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

function wrapLine(text: string, first: number, width: number): string[] {
  if (widthOf(text) <= first) return [text.trimEnd()];
  const lines: string[] = [];
  let line = '';
  let columns = 0;
  const room = (): number => (lines.length === 0 ? first : width);
  for (const piece of pieces(text)) {
    const size = widthOf(piece.trimEnd());
    if (line !== '' && columns + size > room()) {
      lines.push(line.trimEnd());
      line = '';
      columns = 0;
    }
    if (size > room()) {
      // A word longer than the line, such as an address, is cut where the line ends.
      for (const character of piece) {
        const wide = widthOf(character);
        if (columns + wide > room()) {
          lines.push(line);
          line = '';
          columns = 0;
        }
        line += character;
        columns += wide;
      }
      continue;
    }
    if (line === '' && piece.trim() === '') continue;
    line += piece;
    columns += widthOf(piece);
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Cuts text where a line may break; a piece keeps the space that follows it. */
function pieces(text: string): string[] {
  const result: string[] = [];
  let piece = '';
  let previous = '';
  for (const character of text) {
    if (piece !== '' && breaks(previous, character, piece)) {
      result.push(piece);
      piece = '';
    }
    piece += character;
    previous = character;
  }
  if (piece !== '') result.push(piece);
  return result;
}

function breaks(previous: string, next: string, piece: string): boolean {
  if (next === ' ') return false;
  if (previous === ' ') return true;
  if (!WIDE.test(previous) && !WIDE.test(next)) return false;
  return !NOT_FIRST.test(next) && !NOT_LAST.test(piece);
}
