/** 日本語の名詞と言い回し：複数のエラーが共に使うもの。 */
import type { Fact, Norm, Relation } from '@anpo/engine/rulebook';
import type { ItemKind, Part, What } from '../what.ts';

export const list = (items: readonly string[]): string => items.join('、');
export const andList = (items: readonly string[]): string => items.join(' と ');
export const chain = (path: readonly string[]): string => path.join(' → ');

/** 文法の型ごとに、参照が求めるもの。 */
const wanted: Readonly<Record<string, string>> = {
  Referable: '事実・概念・規範・文書',
  Value: '値・場所・当事者',
  Actor: '当事者・機関',
  Viewpoint: '解釈の採り方・解釈の主体',
  ValueSource: '事実・数額',
  Evidence: '規定・文書などの項目',
  Source: '出典',
  Party: '当事者',
  Organ: '機関',
  Holder: '解釈の主体',
  Place: '場所',
  Instrument: '文書',
  Fact: '事実',
  Term: '概念',
  Act: '行為',
  Qualifier: '限定文言',
  Norm: '規範',
  Amount: '数額',
  GlossaryEntry: '用語解説',
};

export const nounOf = (type: string): string => wanted[type] ?? type;

export const kinds: Record<ItemKind, string> = {
  source: '出典',
  party: '当事者',
  organ: '機関',
  holder: '解釈の主体',
  view: '解釈の採り方',
  place: '場所',
  instrument: '文書',
  provision: '規定',
  fact: '事実',
  term: '概念',
  act: '行為',
  qualifier: '限定文言',
  norm: '規範',
  amount: '数額',
  constraint: '制約',
  precedent: '先例',
  statement: '発言',
  claim: '主張',
  facility: '施設・区域',
  event: '出来事',
  commitment: '約束事項',
  stance: '立場',
  'glossary-entry': '用語解説',
  expectation: '期待',
  query: '問い',
};

const factTypes: Record<Fact['type'], string> = {
  'yes-no': 'はい/いいえ',
  choice: '選択',
  place: '場所',
  party: '当事者',
  number: '数',
  amount: '金額',
  date: '日付',
};

/** 事実の型：言語の語と、その意味。 */
export const typeOf = (type: Fact['type']): string => `${type}（${factTypes[type]}）`;

const normKinds: Record<Norm['kind'], string> = {
  duty: '義務',
  prohibition: '禁止',
  permission: '許容',
  power: '権限',
  immunity: '免除',
};

export const normKindOf = (kind: Norm['kind']): string => `${kind}（${normKinds[kind]}）`;

export const relations: Record<Relation, string> = {
  administered: '施政',
  claimed: '領有の主張',
  controlled: '実効支配',
};

const nameless: Partial<Record<ItemKind, string>> = { expectation: '期待する内容', query: '問い' };

const parts: Record<Part, (item: string, what: What) => string> = {
  'name-alone': (item) => item,
  title: (item) => `${item} の表題`,
  'short-title': (item) => `${item} の略称`,
  label: (item) => `${item} の引用表記`,
  reason: (item) => `${item} を記述しない理由`,
  gist: (item) => `${item} の要旨`,
  phrase: (item) => `${item} の文言`,
  'domestic-effect': (item) => `${item} の国内法上の効力`,
  end: (item) => `${item} の終了条件`,
  territory: (item) => `${item} の適用される場所`,
  standing: (item) => `${item} の地位`,
  words: (item) => `${item} の文言上の述語`,
  note: (item) => `${item} の注`,
  question: (item) => `${item} の問い`,
  value: (item, { detail = '' }) => `${item} の値 "${detail}"`,
  piece: (item) => `${item} の値`,
  reading: (_, { name }) => `"${name}" の解釈`,
  'reading-note': () => '解釈の注',
  silence: (_, { name, detail }) => `"${name}" の${detail === 'silent' ? '沈黙' : '明言の回避'}`,
  relation: (_, { name, relation, detail = '' }) =>
    `"${name}" に対する "${detail}" の${relation === undefined ? '' : relations[relation]}`,
  'stated-by': (item) => `${item} の答えを述べた者`,
  answer: (item) => `${item} の答え`,
  disagreement: (item) => `${item} の不一致の説明`,
  'contested-by': (item) => `${item} を争う者`,
  because: () => '期待の理由',
  speaker: (item) => `${item} の発言者`,
  says: (item) => `${item} の内容`,
  contradiction: (item) => `${item} に反する記録`,
  'verdict-note': (item) => `${item} の判定の注`,
  correction: (item) => `${item} の訂正`,
  prefecture: (item) => `${item} の都道府県`,
  use: (item) => `${item} の用途`,
  planned: (item) => `${item} の返還予定`,
  changed: (item) => `${item} で何が変わったか`,
  promised: (item) => `${item} の内容`,
  status: (item) => `${item} の状況`,
  actor: (item) => `${item} をとる者`,
  meaning: (item) => `${item} の意味`,
  corrects: (item) => `${item} が正す誤り`,
};

export function phraseOf(what: What): string {
  const { kind, name, part } = what;
  const item = nameless[kind] ?? `${kinds[kind]} "${name}"`;
  return part === undefined ? item : parts[part](item, what);
}

/** 英数字や引用符で終わる語と助詞の間を空ける。 */
export const followed = (phrase: string, particle: string): string =>
  /[!-~]$/.test(phrase) ? `${phrase} ${particle}` : `${phrase}${particle}`;

/** 英数字や引用符で始まる語の前を空ける。 */
export const preceded = (before: string, phrase: string): string =>
  /^[!-~]/.test(phrase) ? `${before} ${phrase}` : `${before}${phrase}`;
