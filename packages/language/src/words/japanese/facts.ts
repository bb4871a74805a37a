/** 事実、概念、それらへの問いについてのエラー、日本語。 */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { Fact } from '@anpo/engine/rulebook';
import type { ExpressionCodes, FactCodes, TermCodes } from '../codes.ts';
import { andList, chain, followed, kinds, phraseOf, typeOf } from './phrases.ts';

const roles = { place: '問題の場所', attacked: '攻撃を受けた当事者' };

export const facts: ComplaintWords<FactCodes> = {
  'too-few-values': ({ fact }) => ({
    message: `事実 "${fact}" の型は choice（選択）ですが、値が二つ以上挙げられていません`,
    mend: '値ごとに value 名前 en "…" ja "…" を加えてください',
  }),
  'values-without-choice': ({ fact }) => ({
    message: `事実 "${fact}" に値が挙げられていますが、型が choice（選択）ではありません`,
    mend: '型を choice にするか、値を除いてください',
  }),
  'determination-not-yes-no': ({ fact }) => ({
    message: `事実 "${fact}" は機関が認定するものであり、型は yes-no（はい/いいえ）でなければなりません`,
    mend: 'はいかいいえで答える問いにしてください',
  }),
  'determination-assumed': ({ fact }) => ({
    message: `事実 "${fact}" は機関が認定するものであり、仮定できません`,
    mend: 'assumed を除いてください',
  }),
  'assumption-without-kind': ({ fact }) => ({
    message: `事実 "${fact}" は仮定されていますが、仮定の種類がありません`,
    mend: '値の後に as frame（終了していないという前提）、as undone（まだ行われていない行為）、as usual（通常の事情）のいずれかを書いてください',
    candidates: ['frame', 'undone', 'usual'],
  }),
  'default-no-value': ({ fact, value, values }) => ({
    message: `事実 "${fact}" の仮定値 "${value}" は、その値のいずれでもありません`,
    mend: '値のいずれかを仮定してください',
    candidates: values,
  }),
  'default-not-yes-no': ({ fact, value }) => ({
    message: `事実 "${fact}" の型は yes-no（はい/いいえ）ですが、仮定値が "${value}" です`,
    mend: 'yes か no を仮定してください',
    candidates: ['yes', 'no'],
  }),
  'default-not-in-register': ({ fact, value, type, near, candidates }) => ({
    message: `事実 "${fact}" の仮定値 "${value}" という${kinds[type]}はありません`,
    mend: near.length > 0 ? undefined : `登録簿にある${kinds[type]}を書いてください`,
    candidates,
  }),
  'default-no-number': ({ fact, value }) => ({
    message: `事実 "${fact}" は数ですが、仮定値が "${value}" です`,
    mend: '数を書いてください',
  }),
  'default-out-of-bounds': ({ fact, value }) => ({
    message: `事実 "${fact}" の仮定値 ${value} が、自らの範囲の外にあります`,
    mend: '仮定値か範囲を直してください',
  }),
  'default-no-day': ({ fact, value }) => ({
    message: `事実 "${fact}" の仮定値 "${value}" という日は暦にありません`,
    mend: 'YYYY-MM-DD と書いてください',
  }),
  'role-of-wrong-type': ({ fact, role, type }) => ({
    message: `事実 "${fact}" は${roles[role]}を表すとされていますが、型が ${typeOf(type)}ではありません`,
    mend: `型を ${type} にするか、別の事実を指定してください`,
  }),
  'role-of-two': ({ fact, role, other }) => ({
    message: `事実 "${fact}" は${roles[role]}を表すとされていますが、既に "${other}" がそれを表しています`,
    mend: 'どちらか一つの事実だけにしてください',
  }),
  'bounds-without-number': ({ fact, type }) => ({
    message: `事実 "${fact}" の型は ${typeOf(type)}ですが、範囲か単位が付いています`,
    mend: 'at least、at most、in を除くか、型を number か amount にしてください',
  }),
  'bounds-swapped': ({ fact, minimum, maximum }) => ({
    message: `事実 "${fact}" の上限 ${maximum} が下限 ${minimum} を下回っています`,
    mend: '上限と下限を入れ替えてください',
  }),
};

export const terms: ComplaintWords<TermCodes> = {
  'two-readings-a-day': ({ holder, line }) => ({
    message: `"${holder}" が同じ日に二つの解釈を採っています。もう一つは ${line} 行目にあります`,
    mend: '先の解釈を、後の解釈が始まる日で終えてください: until 日付',
  }),
  'term-without-reading': ({ term }) => ({
    message: `概念 "${term}" に意味も解釈もありません`,
    mend: 'means … か reading を加えてください',
  }),
  'known-before-held': ({ holder, known, from, ...what }) => ({
    message: `${followed(phraseOf(what), 'に')}ついての "${holder}" の解釈が、採られた日 ${from} より前の ${known} に公になったとされています`,
    mend: '両方の日付を確かめてください。初めから公であった解釈には known from を書きません',
  }),
  'reading-outside-holder': ({ holder, day, from, until }) => ({
    message: `"${holder}" は ${day} には解釈を採れません。その存続期間は${from === undefined ? '' : ` ${from} から`}${until === undefined ? '' : ` ${until} の前日まで`}です`,
    mend: '解釈の日付を保持者の存続期間に収めてください。過去の時期について後に述べた解釈には、述べた日を known from に書きます',
  }),
  'read-and-silent': ({ holder, manner, ...what }) => ({
    message: `"${holder}" が同じ日に、${followed(phraseOf(what), 'に')}ついて解釈を採りながら${manner === 'silent' ? '沈黙している' : '明言を避けている'}とされています`,
    mend: '沈黙と解釈の期間が重ならないようにしてください',
  }),
};

/** 事実の型ごとの問い方。 */
const forms: Record<Fact['type'], (name: string) => string> = {
  'yes-no': (name) => name,
  choice: (name) => `${name} is 値、${name} is one of 値, 値`,
  party: (name) => `${name} is 当事者、${name} is the bearer、${name} is a party to 文書`,
  place: (name) => `${name} is 場所、${name} is administered by 当事者`,
  number: (name) => `${name} is at least 数、${name} is less than 数`,
  amount: (name) => `${name} is at least 数、${name} is less than 数`,
  date: (name) => `${name} is from 日付、${name} is before 日付、期間 after ${name} has passed`,
};

const LEAVE_OUT = '名前の後を除いてください';

export const expressions: ComplaintWords<ExpressionCodes> = {
  'time-from-no-date': ({ fact, type }) => ({
    message: `事実 "${fact}" の型は ${typeOf(type)}です。時の経過は日付から数えます`,
    mend: '日付の事実を書いてください',
  }),
  'term-tested': ({ term }) => ({
    message: `概念 "${term}" は、それだけで真か偽かが定まります`,
    mend: LEAVE_OUT,
  }),
  'instrument-not-in-force': ({ instrument }) => ({
    message: `"${instrument}" は文書です。効力があるかを問うてください`,
    mend: `${instrument} in force と書いてください`,
  }),
  'norm-not-applies': ({ norm }) => ({
    message: `"${norm}" は規範です。適用されるかを問うてください`,
    mend: `${norm} applies か ${norm} applies to 名宛人 と書いてください`,
  }),
  'whose-finding-meant': ({ fact, organs }) => ({
    message: `事実 "${fact}" を認定するのは ${followed(andList(organs), 'です')}。どの認定を指すのかを書いてください`,
    mend: `${fact} as found by bearer か、${fact} as found by 機関 と書いてください`,
  }),
  'fact-of-no-organ': ({ fact }) => ({
    message: `事実 "${fact}" は機関が認定するものではありません`,
    mend: LEAVE_OUT,
  }),
  'party-without-organ': ({ party, fact, organs }) => ({
    message: `"${party}" には、事実 "${fact}" を認定する機関がありません`,
    mend: 'その事実が挙げる機関のいずれかを書いてください',
    candidates: organs,
  }),
  'organ-not-determining': ({ organ, fact, organs }) => ({
    message: `"${organ}" は事実 "${fact}" を認定する機関ではありません`,
    mend: 'その事実が挙げる機関のいずれかを書いてください',
    candidates: organs,
  }),
  'yes-no-tested': ({ fact }) => ({
    message: `事実 "${fact}" の型は yes-no（はい/いいえ）です。後に何も付けません`,
    mend: `${fact} か not ${fact} と書いてください`,
  }),
  'fact-asked-wrongly': ({ fact, type }) => ({
    message: `事実 "${fact}" の型は ${typeOf(type)}であり、このようには問えません`,
    mend: `次のように書いてください: ${forms[type](fact)}`,
  }),
  'asks-of-unbound': ({ norm, bearer, bearers, ...what }) => ({
    message: `${followed(phraseOf(what), 'は')}規範 "${norm}" が "${bearer}" に適用されるかを問うていますが、この規範は "${bearer}" を拘束しません`,
    mend: 'この規範が拘束する者のいずれかを書いてください',
    candidates: bearers,
  }),
  'no-bearer-here': ({ path, ...what }) => ({
    message: `${followed(phraseOf(what), 'は')}名宛人（bearer）に触れていますが、ここに名宛人はいません: ${chain(path)}`,
    mend: '当事者を名指すか、それを拘束する規範について問うてください',
  }),
  'hangs-on-incident': ({ fact, ...what }) => ({
    message: `${followed(phraseOf(what), 'が')}、事案ごとに問う事実 "${fact}" にかかっています`,
    mend: 'some incident has … と書くか、事態全体の事実を使ってください',
  }),
};
