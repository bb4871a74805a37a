/**
 * How lawyers cite a provision: as the library says, or else as its number is read in either language
 * (`XVII.5c`, `76-2.1`). A word at the end of a name tells two rules of one provision apart and is not cited.
 */
import type { Instrument, Provision, Text } from '../rulebook/schema.ts';
import { plain } from './labels.ts';

const article = /^([IVXLC]+)(?:\.(\d+)([a-z])?)?(?:\.[a-z][a-z-]*)*$/;
const numbered = /^(\d+)((?:-\d+)*)(?:\.(\d+))?(?:\.[a-z][a-z-]*)*$/;

export function provisionLabel(instrument: Instrument, provision: Provision): Text {
  if (provision.label) return provision.label;
  const roman = article.exec(provision.name);
  if (roman) {
    const [, numeral = '', paragraph, point] = roman;
    const below = [paragraph, point].filter((part) => part !== undefined);
    const japanese = `${paragraph ?? ''}${point === undefined ? '' : `(${point})`}`;
    return {
      en: `Article ${numeral}${below.map((part) => `(${part})`).join('')}`,
      ja: `第${kanji(fromRoman(numeral))}条${japanese}`,
    };
  }
  const arabic = numbered.exec(provision.name);
  if (!arabic || !['statute', 'constitution', 'charter', 'treaty'].includes(instrument.kind)) {
    return plain(provision.name);
  }
  const [, number = '', branches = '', paragraph] = arabic;
  const unit = instrument.kind === 'statute' && instrument.order === 'united-states' ? 'section' : 'Article';
  const branch = branches
    .split('-')
    .slice(1)
    .map((part) => `の${kanji(Number(part))}`)
    .join('');
  return {
    en: `${unit} ${number}${branches}${paragraph === undefined ? '' : `(${paragraph})`}`,
    ja: `第${kanji(Number(number))}条${branch}${paragraph === undefined ? '' : `第${kanji(Number(paragraph))}項`}`,
  };
}

function fromRoman(numeral: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  return [...numeral].reduce((sum, letter, index) => {
    const value = values[letter] ?? 0;
    const next = values[numeral[index + 1] ?? ''] ?? 0;
    return sum + (value < next ? -value : value);
  }, 0);
}

/** A number below a thousand in Japanese numerals, as statutes count. */
function kanji(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const place = (value: number, unit: string): string =>
    value === 0 ? '' : `${value === 1 ? '' : digits[value]}${unit}`;
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor((number % 100) / 10);
  return `${place(hundreds, '百')}${place(tens, '十')}${digits[number % 10]}`;
}
