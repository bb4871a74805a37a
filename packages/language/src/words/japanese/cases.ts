/** 数額、循環、登録簿、先例、主張についてのエラー、日本語。 */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { AmountCodes, CaseCodes, WholeCodes } from '../codes.ts';
import { andList, chain, followed, relations, typeOf } from './phrases.ts';

const MIXED = '日付は日付から（期間 after …）、数は数から計算してください';
const inUnit = ({ amount, unit }: { amount: string; unit: string }): string =>
  `数額 "${amount}" の単位は ${unit === 'date' ? 'dates' : unit} です`;
const sorts = { number: '数', date: '日付' } as const;

export const amounts: ComplaintWords<AmountCodes> = {
  'two-amounts-a-day': ({ amount, line }) => ({
    message: `数額 "${amount}" に同じ日の値が二つあります。もう一つは ${line} 行目にあります`,
    mend: '先の値に終わりを付けてください: until 日付',
  }),
  'divides-by-nothing': ({ value, ...amount }) => ({
    message: `${inUnit(amount)}。${value} は零で割っています`,
    mend: MIXED,
  }),
  'fact-without-amount': ({ fact, type, ...amount }) => ({
    message: `${inUnit(amount)}。事実 "${fact}" の型は ${typeOf(type)}であり、計算に使える値がありません`,
    mend: MIXED,
  }),
  'numbers-and-dates': ({ part, text, sort, ...amount }) => {
    const what = {
      value: text,
      fact: `事実 "${text}"`,
      amount: `数額 "${text}"`,
      'day-after': 'ある日から数えた日',
      calculation: '計算の結果',
    }[part];
    const wanted = sorts[sort === 'date' ? 'number' : 'date'];
    return {
      message: `${inUnit(amount)}。${followed(what, 'は')}${sorts[sort]}ですが、ここには${wanted}が必要です`,
      mend: MIXED,
    };
  },
  'amount-of-itself': ({ amount }) => ({
    message: `数額 "${amount}" が自らに基づいて計算されています`,
    mend: 'いずれかの数額に、他に拠らない値を与えてください',
  }),
  'amount-chain-too-long': ({ amount, most }) => ({
    message: `数額 "${amount}" が ${most} を超える数額に次々と拠っています`,
    mend: 'いずれかの数額に、他に拠らない値を与えてください',
  }),
};

export const whole: ComplaintWords<WholeCodes> = {
  'defined-by-itself': ({ name, path }) => ({
    message: `"${name}" が自らによって定義されています: ${chain(path)}`,
    mend: '循環を断ち、いずれかを事実によって定義してください',
  }),
  'chain-too-long': ({ name, most }) => ({
    message: `"${name}" の定義が ${most} を超えて連なっています`,
    mend: '途中のいくつかを事実によって定義してください',
  }),
  'reserved-place': ({ place }) => ({
    message: `名前 "${place}" は、登録簿に名のない場所のために取ってあります`,
    mend: '場所に別の名前を付けてください',
  }),
  'two-holders-of-place': ({ place, relation, holder }) => ({
    message: `${holder === undefined ? '' : `"${holder}" の解釈で、`}"${place}" の同じ日の${relations[relation]}が二つの当事者にあります`,
    mend: '先の記載を後の記載が始まる日で終えるか、解釈が異なる主体を書いてください',
  }),
  'part-of-itself': ({ place, day, path }) => ({
    message: `"${place}" が${day === undefined ? '' : ` ${day} に`}自らに属しています: ${chain(path)}`,
    mend: '属する地域のいずれかを除くか、終わりを付けてください',
  }),
};

const QUERY_FORMS =
  'equivalent that A and B、whenever that A implies B と書くか、never・always・possible の対象を一つにしてください';

export const cases: ComplaintWords<CaseCodes> = {
  'whose-finding-given': ({ fact, organs }) => ({
    message: `事実 "${fact}" を認定するのは ${followed(andList(organs), 'です')}。どの認定が与えられたのかを書いてください`,
    mend: `${fact} as found by の後に機関のいずれかを書いてください`,
    candidates: organs,
  }),
  'yes-no-given-value': ({ fact }) => ({
    message: `事実 "${fact}" の型は yes-no（はい/いいえ）です`,
    mend: `${fact}、not ${fact}、${fact} unknown のいずれかを書いてください`,
  }),
  'given-no-value': ({ fact, type }) => ({
    message: `事実 "${fact}" の型は ${typeOf(type)}ですが、値が与えられていません`,
    mend: `${fact} is … と書いてください`,
  }),
  'not-before-value': ({ fact, type }) => ({
    message: `"not" ははい/いいえの事実に付けます。"${fact}" の型は ${typeOf(type)}です`,
    mend: `${fact} is … と書いてください`,
  }),
  'given-wrong-type': ({ fact, type }) => ({
    message: `事実 "${fact}" の型は ${typeOf(type)}ですが、この値は型が異なります`,
    mend: `${typeOf(type)}の値を書いてください`,
  }),
  'no-such-incident': ({ incident, incidents }) => ({
    message: `この先例に "${incident}" という事案はありません`,
    mend: 'この先例の事案のいずれかを書いてください',
    candidates: incidents,
  }),
  'blocker-missing': () => ({
    message: '規範が適用されないという期待に、妨げるものが書かれていません',
    mend: '他の理由で一致しないように、because と満たされない条件を加えてください',
  }),
  'form-without-norm': () => ({
    message: '義務、禁止、許容、権限、免除として期待できるのは規範だけです',
    mend: 'as … を除くか、規範を期待してください',
  }),
  'unbound-bearer': ({ norm, bearer, bearers }) => ({
    message: `規範 "${norm}" は "${bearer}" を拘束しません`,
    mend: 'この規範が拘束する者のいずれかを書いてください',
    candidates: bearers,
  }),
  'verdict-missing': ({ claim }) => ({
    message: `主張 "${claim}" に判定がありません`,
    mend: 'verdict holds、fails、holds-in-part、contested、outside のいずれかを加えてください',
  }),
  'query-of-one': ({ quantifier }) => ({
    message: `"${quantifier}" は二つを比べるものですが、一つしかありません`,
    mend: QUERY_FORMS,
  }),
  'query-of-two': ({ quantifier }) => ({
    message: `"${quantifier}" は一つについて問うものですが、二つあります`,
    mend: QUERY_FORMS,
  }),
};
