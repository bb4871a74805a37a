/** Complaints about blocks, wording and words, in English. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { SyntaxCodes } from '../codes.ts';
import { nounOf, orList, withArticle } from './phrases.ts';

const terminals: ReadonlyMap<string, string> = new Map([
  ['ID', 'a new name'],
  ['STRING', 'wording in double quotes'],
  ['DATE', 'a date (YYYY-MM-DD)'],
  ['NUMBER', 'a number'],
]);

function candidatesOf(expected: readonly string[]): readonly string[] {
  const words = expected.map((item) => {
    const [kind, text = ''] = item.split(' ', 2);
    if (kind === 'name') return `the name of ${withArticle(nounOf(text))}`;
    return kind === 'terminal' ? (terminals.get(text) ?? text) : text;
  });
  return [...new Set(words)].sort();
}

function few(candidates: readonly string[]): string {
  if (candidates.length > 8) return 'one of the candidates';
  if (candidates.length < 2) return candidates.join('');
  return orList([candidates.slice(0, -1).join(', '), candidates.at(-1) ?? '']);
}

interface Place {
  readonly element: string | undefined;
  readonly name: string | undefined;
}

const within = ({ element, name }: Place): string =>
  element === undefined || name === undefined ? '' : ` in the ${element} ${name}`;

const cannotStand = ({ found, ...place }: Place & { readonly found: string }): string =>
  `${found.startsWith('"') ? `the wording ${found}` : `"${found}"`} cannot stand here${within(place)}`;

const noWord = (character: string): string => `this is no word of the language: ${JSON.stringify(character)}`;

export const syntax: ComplaintWords<SyntaxCodes> = {
  'unclosed-block': ({ before, marker }) => ({
    message: `this anpo block is never closed${before === 'next' ? ' before the next one opens' : ''}`,
    mend: `close it with ${marker} on a line of its own`,
  }),
  'unclosed-other-block': ({ marker }) => ({
    message: 'this block is never closed: all that follows would be read as its text',
    mend: `close it with ${marker} on a line of its own`,
  }),
  'indented-block': () => ({
    message: 'this anpo block is indented and would be read as prose',
    mend: 'begin the line with the fence',
  }),
  'misspelt-block': ({ word }) => ({
    message: `the block is called "${word}" and would be read as prose`,
    mend: 'write anpo in small letters',
  }),
  'no-block': () => ({
    message: 'this file has no anpo block',
    mend: 'write the law in a block that begins with ```anpo, or give the file another name',
  }),
  'nested-too-deep': ({ most }) => ({
    message: `the expression is nested more than ${most} deep`,
    mend: 'define its inner parts as terms with names of their own',
  }),
  'calculation-too-long': ({ most }) => ({
    message: `the calculation has more than ${most} operations`,
    mend: 'define its parts as amounts with names of their own',
  }),
  unreadable: () => ({
    message: 'what stands here cannot be read',
    mend: 'compare the form with another file of the library',
  }),
  'source-as-citation': ({ source }) => ({
    message: `the source "${source}" is read as a citation of the element before it`,
    mend: 'put sources before all other elements of the file',
  }),
  'unclosed-wording': () => ({
    message: 'the wording begun here is not closed, or a quotation mark stands inside it',
    mend: 'close it with " before the next word; inside wording write \\" for a quotation mark',
  }),
  'strange-character': ({ character }) => ({
    message: noWord(character),
    mend: 'put wording in double quotes; names begin with a letter; remarks stand after //',
  }),
  'date-form': ({ character }) => ({
    message: noWord(character),
    mend: 'write dates as YYYY-MM-DD, with two figures for month and day',
  }),
  'curly-quotes': ({ character }) => ({
    message: noWord(character),
    mend: 'put wording in straight quotation marks: "…"',
  }),
  'text-ends-early': ({ expected, ...place }) => {
    const candidates = candidatesOf(expected);
    return {
      message: `the text ends too early${within(place)}`,
      mend: `go on with ${few(candidates)}`,
      candidates,
    };
  },
  'cannot-stand-here': ({ expected, near, ...rest }) => {
    const candidates = candidatesOf(expected);
    return {
      message: cannotStand(rest),
      mend: near.length > 0 ? undefined : `write ${few(candidates)}`,
      candidates,
    };
  },
  'no-new-name': ({ expected, ...rest }) => ({
    message: cannotStand(rest),
    mend: `"${rest.found}" is no name: choose one that begins with a letter and is no word of the language`,
    candidates: candidatesOf(expected),
  }),
  'word-for-name': ({ expected, ...rest }) => {
    const candidates = candidatesOf(expected);
    return {
      message: cannotStand(rest),
      mend: `"${rest.found}" is a word of the language and cannot be a name: write ${few(candidates)}`,
      candidates,
    };
  },
};
