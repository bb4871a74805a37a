/** ブロック、文言、語についてのエラー、日本語。 */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { SyntaxCodes } from '../codes.ts';
import { followed, list, nounOf, preceded } from './phrases.ts';

const terminals: ReadonlyMap<string, string> = new Map([
  ['ID', '新しい名前'],
  ['STRING', '二重引用符で囲んだ文言'],
  ['DATE', '日付（YYYY-MM-DD）'],
  ['NUMBER', '数'],
]);

function candidatesOf(expected: readonly string[]): readonly string[] {
  const words = expected.map((item) => {
    const [kind, text = ''] = item.split(' ', 2);
    if (kind === 'name') return `${nounOf(text)}の名前`;
    return kind === 'terminal' ? (terminals.get(text) ?? text) : text;
  });
  return [...new Set(words)].sort();
}

/** 「A、B か C を」。多ければ候補の一覧に任せる。 */
function few(candidates: readonly string[]): string {
  if (candidates.length > 8) return '候補のいずれかを';
  const [last = '', ...others] = candidates.toReversed();
  const all = others.length === 0 ? last : preceded(followed(list(others.reverse()), 'か'), last);
  return followed(all, 'を');
}

interface Place {
  readonly element: string | undefined;
  readonly name: string | undefined;
}

const within = ({ element, name }: Place): string =>
  element === undefined || name === undefined ? '' : `（${element} ${name} の中）`;

const cannotStand = ({ found, ...place }: Place & { readonly found: string }): string =>
  `${found.startsWith('"') ? `文言 ${found}` : `"${found}"`} はここに書けません${within(place)}`;

const noWord = (character: string): string => `この言語の語ではありません: ${JSON.stringify(character)}`;

const closing = (marker: string): string => `${marker} だけの行を置いて閉じてください`;

export const syntax: ComplaintWords<SyntaxCodes> = {
  'unclosed-block': ({ before, marker }) => ({
    message:
      before === 'next'
        ? 'この anpo ブロックは、次のブロックが始まるまでに閉じられていません'
        : 'この anpo ブロックは閉じられていません',
    mend: closing(marker),
  }),
  'unclosed-other-block': ({ marker }) => ({
    message: 'このブロックは閉じられていません。以下がすべてその中身として読まれてしまいます',
    mend: closing(marker),
  }),
  'indented-block': () => ({
    message: 'この anpo ブロックは字下げされているため、地の文として読まれてしまいます',
    mend: '行頭から ``` を書いてください',
  }),
  'misspelt-block': ({ word }) => ({
    message: `このブロックは "${word}" と名付けられているため、地の文として読まれてしまいます`,
    mend: 'anpo と小文字で書いてください',
  }),
  'no-block': () => ({
    message: 'このファイルには anpo ブロックがありません',
    mend: '```anpo で始まるブロックに法を記述するか、ファイルの名前を変えてください',
  }),
  'nested-too-deep': ({ most }) => ({
    message: `式の入れ子が ${most} 段を超えています`,
    mend: '内側の部分を概念として定義し、名前を付けてください',
  }),
  'calculation-too-long': ({ most }) => ({
    message: `計算の演算が ${most} 個を超えています`,
    mend: '部分を数額として定義し、名前を付けてください',
  }),
  unreadable: () => ({
    message: 'ここに書かれていることを読めません',
    mend: 'ライブラリの他のファイルの書き方と見比べてください',
  }),
  'source-as-citation': ({ source }) => ({
    message: `出典 "${source}" が、前の項目の引用として読まれています`,
    mend: '出典は、ファイルの他のすべての項目より前に置いてください',
  }),
  'unclosed-wording': () => ({
    message: 'ここで始まる文言が閉じられていないか、文言の中に引用符があります',
    mend: '次の語の前に " を書いて閉じてください。文言の中の引用符は \\" と書きます',
  }),
  'strange-character': ({ character }) => ({
    message: noWord(character),
    mend: '文言は二重引用符で囲み、名前は英字で始め、注釈は // の後に書いてください',
  }),
  'date-form': ({ character }) => ({
    message: noWord(character),
    mend: '日付は YYYY-MM-DD と、月と日を二桁で書いてください',
  }),
  'curly-quotes': ({ character }) => ({
    message: noWord(character),
    mend: '文言はまっすぐな引用符で囲んでください: "…"',
  }),
  'text-ends-early': ({ expected, ...place }) => {
    const candidates = candidatesOf(expected);
    return {
      message: `記述が途中で終わっています${within(place)}`,
      mend: `${preceded('続けて', few(candidates))}書いてください`,
      candidates,
    };
  },
  'cannot-stand-here': ({ expected, near, ...rest }) => {
    const candidates = candidatesOf(expected);
    return {
      message: cannotStand(rest),
      mend: near.length > 0 ? undefined : `${few(candidates)}書いてください`,
      candidates,
    };
  },
  'no-new-name': ({ expected, ...rest }) => ({
    message: cannotStand(rest),
    mend: `"${rest.found}" は名前になりません。英字で始まり、この言語の語でないものにしてください`,
    candidates: candidatesOf(expected),
  }),
  'word-for-name': ({ expected, ...rest }) => {
    const candidates = candidatesOf(expected);
    return {
      message: cannotStand(rest),
      mend: `"${rest.found}" はこの言語の語で、名前にはできません。${few(candidates)}書いてください`,
      candidates,
    };
  },
};
