/** What answers complain of, in Japanese. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import { japanese as words } from '../words/japanese.ts';
import type { AnswersCodes } from './codes.ts';

const verdict = (name: string): string => words.verdicts[name] ?? words.reasoning.notDecided;
const list = (items: readonly string[]): string => items.join('、');
const sides =
  '二つの日付（2014-06-30 2016-03-29）、解釈の採り方、ディレクトリ、git の版のいずれかを比べてください';

export const japanese: ComplaintWords<AnswersCodes> = {
  'fact-flag-wrong': ({ text }) => ({
    message: `"${text}" は事実の指定になっていません。--fact 名前=値 と書いてください`,
  }),
  'yaml-wrong': ({ detail }) => ({ message: `YAML として読めません: ${detail}` }),
  'yaml-colon': ({ detail }) => ({
    message: `YAML として読めません: ${detail}`,
    mend: 'コロンを含む文は引用符で囲んでください: en: "Notice: what follows"',
  }),
  'situation-no-mapping': () => ({
    message: '事態ファイルは「キー: 値」の並びです',
    mend: '例:  on: 2016-08-06  その下に  facts: {armed-attack: yes}',
  }),
  'key-no-text': () => ({ message: '事態ファイルは「キー: 値」の並びです' }),
  'unknown-key': ({ key, keys }) => ({
    message: `ここに "${key}" というキーはありません`,
    mend: `使えるキー: ${list(keys)}`,
  }),
  'unknown-operation': ({ operation, operations }) => ({
    message: `"${operation}" という操作はありません`,
    mend: `操作は ${list(operations)} です`,
  }),
  'key-not-taken': ({ key }) => ({ message: `ここで "${key}" は使いません。外してください` }),
  'input-one-of': ({ values }) => ({ message: `${list(values)} のいずれかを書いてください` }),
  'input-type': ({ expected }) => ({ message: `${expected} 型の値を書いてください` }),
  'input-form': () => ({ message: '操作のスキーマと異なる形です' }),
  'key-twice': ({ key }) => ({ message: `キー "${key}" が二度書かれています。一つにしてください` }),
  'anchors-refused': () => ({
    message: 'YAML のアンカーとエイリアスは使えません。値をそのまま書いてください',
  }),
  'must-be-mapping': ({ what }) => ({ message: `"${what}" は「名前: 値」の並びでなければなりません` }),
  'must-be-text': ({ what }) => ({ message: `"${what}" は一つの値でなければなりません` }),
  'value-missing': ({ what }) => ({ message: `"${what}" に値がありません。値か unknown を書いてください` }),
  'asserted-wrong': ({ text }) => ({
    message: `主張の種類に "${text}" はありません`,
    mend: 'asserted は observed（観察）、alleged（主張）、found（公的認定）、stipulated（仮定）のいずれかです',
  }),
  'unknown-claim': ({ claim }) => ({
    message: `ライブラリに主張 "${claim}" はありません`,
    mend: '`anpo claims` で一覧を表示します',
  }),
  'claim-wrong': ({ claim, view, stated, found }) => ({
    message: `主張 "${claim}" は${view === undefined ? '' : words.inBrackets(words.inView(view))}「${verdict(stated)}」とされているが、証明の結果は「${found === undefined ? words.reasoning.byEvidence : verdict(found)}」である`,
    mend: `\`anpo claims ${claim}\` で証明や反例が分かります。規則、問い、評価のいずれかを直してください`,
  }),
  'unknown-item': ({ item }) => ({
    message: `ライブラリに "${item}" という項目はありません`,
    mend: '文書、規定、事実、概念、規範、場所、主体、先例などの名前を書いてください。解釈は 概念@主体 です',
  }),
  'several-items': ({ item, items }) => ({
    message: `"${item}" に当たるものが複数あります`,
    mend: `次のいずれかを書いてください: ${list(items)}`,
  }),
  'about-unknown': ({ about }) => ({
    message: `規範や文書 "${about}" はありません`,
    mend: '規範、規範@主体、又は文書の名前を書いてください',
  }),
  'unknown-alliance': ({ instrument, alliances }) => ({
    message: `ライブラリに文書 "${instrument}" はありません`,
    mend: `同盟は ${list(alliances)}`,
  }),
  'side-unknown': ({ side }) => ({
    message: `"${side}" は日付でも、解釈の採り方・主体の名前でも、ライブラリのディレクトリでも、git の版でもありません`,
    mend: sides,
  }),
  'sides-differ': () => ({
    message: '同じ種類の二つを比べてください：日付と日付、解釈の採り方と解釈の採り方、ライブラリとライブラリ',
    mend: sides,
  }),
  'dates-clash': () => ({
    message: '--on は解釈の採り方やライブラリを比べるときのものです。二つの日付には要りません',
  }),
  'views-clash': () => ({
    message: '--view は日付やライブラリを比べるときのものです。二つの解釈の採り方には要りません',
  }),
};
