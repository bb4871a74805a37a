/** Puts texts with citations together. */
import type { Citation, Said, Span } from './answer.ts';

/** The text with its citations behind it. */
export const cited = (text: string, citations: readonly Citation[]): Said =>
  citations.length === 0 ? text : [`${text} `, ...citations];

/** Texts one after another. */
export const joined = (...parts: readonly Said[]): Said =>
  parts.every((part) => typeof part === 'string')
    ? parts.join('')
    : parts.flatMap((part): readonly Span[] =>
        typeof part === 'string' ? (part === '' ? [] : [part]) : part,
      );

/** Several texts with something between them. */
export const between = (parts: readonly Said[], separator: string): Said =>
  joined(...parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])));

const SEAM = '\n';

/** A text in a frame of the language, such as brackets. */
export function framed(frame: (text: string) => string, text: Said): Said {
  const [before = '', after = ''] = frame(SEAM).split(SEAM);
  return joined(before, text, after);
}
