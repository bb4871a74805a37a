/** 名前と、どの項目にも要るものについてのエラー、日本語。 */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { ItemCodes, NameCodes } from '../codes.ts';
import { followed, kinds, nounOf, phraseOf, typeOf } from './phrases.ts';

/** 似た名前があれば、それが直し方になる。 */
const unlessNear = (near: readonly string[], mend: string): string | undefined =>
  near.length > 0 ? undefined : mend;

export const names: ComplaintWords<NameCodes> = {
  'no-such-name': ({ wanted, name, near, candidates }) => ({
    message: `"${name}" という${nounOf(wanted)}はありません`,
    mend: unlessNear(near, '定義するか、候補のいずれかを書いてください'),
    candidates,
  }),
  'not-in-register': ({ kind, name, near, candidates }) => ({
    message: `"${name}" という${kinds[kind]}はありません`,
    mend: unlessNear(near, '登録簿に加えるか、候補のいずれかを書いてください'),
    candidates,
  }),
  'no-such-value': ({ fact, value, near, candidates }) => ({
    message: `事実 "${fact}" に "${value}" という値はありません`,
    mend: unlessNear(near, 'その値のいずれかを書くか、この値を事実に加えてください'),
    candidates,
  }),
  'item-has-no-values': ({ kind, name, value }) => ({
    message: `"${name}" は${kinds[kind]}であり、値を持ちません`,
    mend: `"is ${value}" を除くか、事実を問うてください`,
  }),
  'fact-has-no-values': ({ fact, type, value }) => ({
    message: `事実 "${fact}" の型は ${typeOf(type)}であり、名前で示す値を持ちません`,
    mend: `"is ${value}" を除くか、${typeOf(type)}として問うてください`,
  }),
  'name-taken': ({ name, file, line }) => ({
    message: `名前 "${name}" は ${file}:${line} で既に使われています`,
    mend: 'どちらかの名前を変えてください',
  }),
  'value-listed-twice': ({ fact, value }) => ({
    message: `事実 "${fact}" に値 "${value}" が二度挙げられています`,
    mend: '一つにしてください',
  }),
  'former-name-in-use': ({ name, former }) => ({
    message: `"${name}" の旧名 "${former}" は、今は別のものの名前です`,
    mend: '旧名を除くか、別のものの名前を変えてください',
  }),
  'former-name-twice': ({ name, former }) => ({
    message: `"${name}" の旧名 "${former}" が二度挙げられています`,
    mend: '一つにしてください',
  }),
  'former-name-of-two': ({ former, name, other }) => ({
    message: `"${former}" が "${other}" と "${name}" の両方の旧名とされています`,
    mend: '一つにしてください',
  }),
};

export const items: ComplaintWords<ItemCodes> = {
  'wording-missing': ({ language, ...what }) => ({
    message: `${followed(phraseOf(what), 'の')}${language === 'en' ? '英語' : '日本語'}がありません`,
    mend: `${language} "…" を加えてください。英語と日本語は対等です`,
  }),
  'text-missing': ({ keyword, ...what }) => ({
    message: `${followed(phraseOf(what), 'が')}ありません`,
    mend: `${keyword} en "…" ja "…" を加えてください`,
  }),
  'source-missing': (what) => ({
    message: `${followed(phraseOf(what), 'に')}出典がありません`,
    mend: 'source 名前 "該当箇所" を加え、確認の度合いが出典自体と違えばそれも書いてください',
  }),
  'period-ends-early': ({ from, until }) => ({
    message: `期間の終わり ${until} が始まり ${from} より後になっていません`,
    mend: '期間は初日を含み、until の日を含みません。終わりを後の日にしてください',
  }),
  'no-such-day': ({ text }) => ({
    message: `${text} という日は暦にありません`,
    mend: '実在する日付を YYYY-MM-DD と書いてください',
  }),
  'no-such-partial-date': ({ text }) => ({
    message: `"${text}" は暦にある日でも月でも年でもありません`,
    mend: '1945-09-02、"1945-09"、"1945" のように書いてください',
  }),
  'duration-too-long': ({ count, unit, most }) => ({
    message: `期間 ${count} ${unit} の数は ${most} 以下の整数でなければなりません`,
    mend: '整数で書き、大きすぎるときはより長い単位を使ってください',
  }),
};
