/** Random changes of texts: a few keep most of a law sound, others take any of its words away. */
import fc from 'fast-check';
import { createServices } from '../services.ts';

const keywords = createServices().language.parser.Lexer.definition;
const words = Object.keys(keywords).filter(
  (name) => !/^(WS|COMMENT|ID|NUMBER|STRING|DATE|[A-Z]+)$/.test(name),
);
export const token = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constantFrom('US', 'JP', 'armed-attack', 'rock', 'treaty', 'x', 'y-1', 'V.1') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('"a"', '""', '"日本"', '1960-06-23', '2001-02-30', '0', '12', '1_0.5'),
  },
  { weight: 1, arbitrary: fc.constantFrom('\n', '//', '"', '\\', '```', '\t', '“', '\u0000', '-', '/') },
);

/** Words, strings, signs and the space between them, so that a change moves something that means something. */
export const pieces = (text: string): string[] => text.match(/"(?:\\.|[^"\\])*"|[\w./-]+|\s+|[^\s\w]/g) ?? [];

export type Edit = {
  kind: 'delete' | 'double' | 'swap' | 'insert' | 'truncate';
  at: number;
  to: number;
  word: string;
};
export const edits = fc.array(
  fc.record({
    kind: fc.constantFrom('delete', 'double', 'swap', 'insert', 'truncate'),
    at: fc.nat(),
    to: fc.nat(),
    word: token,
  }) as fc.Arbitrary<Edit>,
  { minLength: 1, maxLength: 3 },
);

export function edited(parts: readonly string[], changes: readonly Edit[]): string[] {
  const result = [...parts];
  for (const { kind, at, to, word } of changes) {
    const from = at % (result.length || 1);
    const other = to % (result.length || 1);
    if (kind === 'delete') result.splice(from, 1);
    else if (kind === 'double') result.splice(from, 0, result[from] ?? '');
    else if (kind === 'insert') result.splice(from, 0, ` ${word} `);
    else if (kind === 'truncate' && to % 5 === 0) result.length = from;
    else [result[from], result[other]] = [result[other] ?? '', result[from] ?? ''];
  }
  return result;
}

/** Words that stand elsewhere in the library, in place of one another: most such texts parse, and many link. */
export const exchanges = fc.array(fc.record({ at: fc.nat(), to: fc.nat() }), { minLength: 1, maxLength: 4 });
export function exchanged(
  parts: readonly string[],
  changes: readonly { at: number; to: number }[],
): string[] {
  const result = [...parts];
  const places = parts.flatMap((part, index) => (/^[\w"]/.test(part) ? [index] : []));
  const sort = (part: string): string => (/^"/.test(part) ? '"' : /^\d/.test(part) ? '0' : 'a');
  for (const { at, to } of changes) {
    const from = places[at % places.length] as number;
    const alike = places.filter((index) => sort(parts[index] as string) === sort(parts[from] as string));
    result[from] = parts[alike[to % alike.length] as number] as string;
  }
  return result;
}
