/** What the command line complains of, in Japanese. */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { CommandCodes } from './codes.ts';

const list = (items: readonly string[]): string => items.join('、');

export const japanese: ComplaintWords<CommandCodes> = {
  'unknown-command': ({ command, commands }) => ({
    message: `"${command}" というコマンドはありません`,
    mend: `コマンドは ${list(commands)} です。\`anpo help\` で説明を表示します`,
  }),
  'unknown-flag': ({ flag, flags }) => ({
    message: `ここでは "${flag}" というフラグは使えません`,
    mend: `使えるフラグ: ${list(flags)}`,
  }),
  'flag-takes-no-value': ({ flag }) => ({ message: `フラグ "${flag}" に値は付けられません` }),
  'flag-needs-value': ({ flag }) => ({
    message: `フラグ "${flag}" には値が必要です。フラグの後に書くか ${flag}=値 としてください`,
  }),
  'flag-twice': ({ flag }) => ({ message: `フラグ "${flag}" が二度指定されています。一つにしてください` }),
  'flag-one-of': ({ flag, values }) => ({ message: `--${flag} は ${values.join('・')} のいずれかです` }),
  'flag-whole-number': ({ flag }) => ({ message: `--${flag} は1以上の整数です` }),
  'unexpected-argument': ({ text }) => ({ message: `"${text}" は余分な引数です` }),
  'unknown-language': ({ language }) => ({
    message: `"${language}" という言語はありません。en か ja を指定してください`,
  }),
  'argument-missing': ({ argument }) => ({ message: `${argument} がありません` }),
  'norm-missing': () => ({
    message: 'NORM がありません',
    mend: '規範の名前か 規範@主体 を書いてください。`anpo show` に文書や規定を指定すると規範が分かります',
  }),
  'query-missing': () => ({
    message: 'QUERY がありません',
    mend: 'always・never・possible と一つの主題（規範 of 主体、又は that 条件）、equivalent that A and B、whenever that A implies B のいずれかを書き、when …、since 日付、until 日付 を添えてください',
  }),
  'item-missing': () => ({
    message: 'ID がありません',
    mend: '文書、規定、事実、概念、規範、場所、主体、先例などの名前を書いてください。解釈は 概念@主体 です',
  }),
  'side-missing': ({ argument }) => ({
    message: `${argument} がありません`,
    mend: '二つの日付（2014-06-30 2016-03-29）、解釈の採り方、ディレクトリ、git の版のいずれかを比べてください',
  }),
  'map-missing': () => ({ message: 'どの列がどの事実を与えるかを --map 対応表.yaml で指定してください' }),
  'vary-missing': () => ({ message: '変化させる事実を --vary 事実,事実 で指定してください' }),
};
