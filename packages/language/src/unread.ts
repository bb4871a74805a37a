/** The names that texts which could not be read may declare: whoever uses one of them may well be right. */
import type { LibraryText } from './read.ts';

export interface UnreadNames {
  /** Whether there is any text that could not be read. */
  readonly some: boolean;
  /** Whether such a text may declare the name. That of a provision has its instrument before it. */
  mayDeclare(name: string): boolean;
}

const word = /[A-Za-z0-9_]+(?:[-/.][A-Za-z0-9_]+)*/g;

/** Every word of their texts, prose included: what looks like prose may be a block whose fence has a slip. */
export function unreadNames(texts: readonly LibraryText[]): UnreadNames {
  const words = new Set(texts.flatMap(({ text }) => text.match(word) ?? []));
  return {
    some: texts.length > 0,
    mayDeclare: (name) =>
      words.size > 0 &&
      (words.has(name) || (name.includes('/') && name.split('/').every((part) => words.has(part)))),
  };
}

export const nothingUnread = unreadNames([]);
