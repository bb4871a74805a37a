/** The engine's complaints in Japanese. */

import type { EngineCodes } from './codes.ts';
import type { ComplaintWords } from './complaint.ts';

const list = (items: readonly string[]): string => items.join('、');

const forms = { situation: '事態', receipt: '再現情報', checkpoint: '途中経過の記録' } as const;

export const japanese: ComplaintWords<EngineCodes> = {
  'not-a-date': ({ text }) => ({ message: `"${text}" は日付ではありません。YYYY-MM-DD と書いてください` }),
  'unknown-view': ({ view, views }) => ({
    message: `"${view}" という解釈の採り方も主体もありません`,
    mend: `all か次のいずれか: ${list(views)}`,
  }),
  'unknown-norm': ({ norm }) => ({
    message: `ライブラリに規範 "${norm}" はありません`,
    mend: '規範の名前か 規範@主体 を書いてください。`anpo show` に文書や規定を指定すると規範が分かります',
  }),
  'does-not-bind': ({ norm, bearer, bearers }) => ({
    message: `規範 "${norm}" は "${bearer}" を拘束しません`,
    mend: `次のいずれかを書いてください: ${list(bearers)}`,
  }),
  'unknown-instrument': ({ instrument }) => ({ message: `ライブラリに文書 "${instrument}" はありません` }),
  'unknown-fact': ({ fact }) => ({
    message: `"${fact}" という事実はありません`,
    mend: '`anpo facts` で一覧を表示します',
  }),
  'unknown-incident': ({ incident, incidents }) => ({
    message: `この事態に "${incident}" という事案はありません`,
    mend: `事案は ${list(incidents)} です`,
  }),
  'too-many-incidents': ({ incidents, most }) => ({
    message: `この事態には事案が ${incidents} 件あります。まとめて評価できるのは ${most} 件までです`,
    mend: '互いに関わりのない事案は別の事態に分けてください',
  }),
  'not-for-organ': ({ fact, organ }) => ({
    message: `事実 "${fact}" は機関が認定するものではありません。"${organ}" を外してください`,
  }),
  'wrong-organ': ({ fact, organ, organs }) => ({
    message: `"${organ}" は事実 "${fact}" を認定する機関ではありません`,
    mend: `認定するのは ${list(organs)} です`,
  }),
  'not-of-incident': ({ fact }) => ({
    message: `事実 "${fact}" は事態全体に関するものです。事案の外に書いてください`,
  }),
  'given-twice': ({ fact, one, other }) => ({
    message: `事実 "${fact}" が ${one} と ${other} の二通りに指定されています。一つにしてください`,
  }),
  'wrong-value': ({ fact, value, takes, values, minimum, maximum }) => ({
    message: `事実 "${fact}" の値を "${value}" とすることはできません`,
    mend: {
      'yes-no': '値は yes（はい）、no（いいえ）、unknown（不明） のいずれかです',
      date: '値は日付（YYYY-MM-DD）です',
      number: `値は 12 や 12.5 のような数${minimum === undefined ? '' : `、${minimum} 以上`}${maximum === undefined ? '' : `、${maximum} 以下`}です`,
      names: `値は ${list(values)} のいずれかです`,
    }[takes],
  }),
  'unknown-format': ({ of, format, reads }) => ({
    message: `${forms[of]}の形式 ${format} には対応していません。この Anpo が読むのは形式 ${reads} です`,
    mend:
      of === 'checkpoint'
        ? '記録を作成した版の Anpo で処理を終えるか、記録を削除して最初からやり直してください'
        : '作成に用いた版の Anpo を使うか、新たに作成してください',
  }),
  'receipt-of-other-library': ({ receipt, here }) => ({
    message: `再現情報のライブラリは ${receipt} ですが、使用中のライブラリは ${here} です`,
    mend: '再現情報に記されたライブラリを取り出してください',
  }),
  'receipt-of-other-engine': ({ receipt, here }) => ({
    message: `再現情報のエンジンは ${receipt} ですが、使用中のエンジンは ${here} です`,
    mend: '再現情報に記された版をインストールしてください',
  }),
};
