/** 日本語での表示文。行為の名は辞書形の動詞句（「共通の危険に対処するように行動する」）である。 */
import type { Duration, Relation } from '../rulebook/schema.ts';
import type { OpenAspect, RuleWords, Standing, Wording } from './contract.ts';
import { forbidden, negative, required } from './japanese-verbs.ts';

/** 規範の述語。「義務を負う」は条約その他の国際約束に限り、日本法は法令の文末による。 */
function predicate({ kind, force, order, act, own }: RuleWords): string {
  if (own !== undefined) return own;
  if (force === 'binding') return order === 'international' ? treaty[kind](act) : ownLaw(kind, order, act);
  return force === 'political' ? political[kind](act) : policy[kind](act);
}

type Endings = Readonly<Record<RuleWords['kind'], (act: string) => string>>;

const treaty: Endings = {
  duty: (act) => `${act}義務を負う`,
  prohibition: forbidden,
  permission: (act) => `${act}ことができる`,
  power: (act) => `${act}権限を有する`,
  immunity: (act) => `${act}義務を負わない`,
};

const statute: Endings = {
  duty: required,
  prohibition: forbidden,
  permission: (act) => `${act}ことができる`,
  power: (act) => `${act}ことができる`,
  immunity: (act) => `${act}ことを要しない`,
};

function ownLaw(kind: RuleWords['kind'], order: RuleWords['order'], act: string): string {
  return kind === 'power' && order === 'united-states' ? treaty.power(act) : statute[kind](act);
}

const political: Endings = {
  duty: (act) => `${act}旨を約束している`,
  prohibition: (act) => `${negative(act)}旨を約束している`,
  permission: (act) => `${act}ことができるものとされている`,
  power: (act) => `${act}ことができるものとされている`,
  immunity: (act) => `${act}ことを要しないものとされている`,
};

const policy: Endings = {
  ...political,
  duty: (act) => `${act}こととされている`,
  prohibition: (act) => `${negative(act)}こととされている`,
};

/** 法的拘束力のないものは、その旨を文末に示す。 */
function standing({ force, kind, own }: RuleWords): string[] {
  if (force === 'binding') return [];
  const promised = own === undefined && (kind === 'duty' || kind === 'prohibition');
  if (force === 'policy')
    return [promised ? '政策上の方針であり、法的義務ではない' : '政策上の方針であり、それ自体は法規ではない'];
  return [promised ? '政治的な約束であり、法的義務ではない' : '政治的な表明であり、法的拘束力はない'];
}

const units = { hours: '時間', days: '日', months: 'か月', years: '年' } as const;

const list = (items: readonly string[], word: string): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join('、')}${word}${items.at(-1)}`;

const both = (items: readonly string[]): string => list(items, '及び');
const either = (items: readonly string[]): string => list(items, '又は');

const day = (date: string): string => {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
};

const duration = ({ count, unit }: Duration): string => `${count}${units[unit]}`;

const aspects: Readonly<Record<OpenAspect, string>> = {
  kind: '種類',
  amount: '程度',
  timing: '時期',
  place: '場所',
  manner: '方法',
  organ: '行動する機関',
};

function openness({ open, force }: RuleWords): string[] {
  if (open.length === 0) return [];
  const nouns = open.filter((aspect) => aspect !== 'organ').map((aspect) => aspects[aspect]);
  const parts = nouns.length === 0 ? [] : [`行動の${nouns.join('・')}`];
  if (open.includes('organ')) parts.push(aspects.organ);
  return [`${both(parts)}は${force === 'binding' ? '条文' : '文書'}上特定されていない`];
}

function sentence(words: RuleWords): string {
  const reservations = [...standing(words), ...openness(words)];
  return `${clause(words)}${reservations.length === 0 ? '' : `（${reservations.join('。')}）`}。`;
}

function clause(words: RuleWords): string {
  const parts = [`${words.bearer}は`];
  if (words.toward.length > 0) parts.push(`${both(words.toward)}に対し`);
  if (words.subject.length > 0) parts.push(`${both(words.subject)}を条件として`);
  if (words.accordance.length > 0) parts.push(`${both(words.accordance)}に従って`);
  if (words.deadline?.immediately) parts.push('直ちに');
  else if (words.deadline?.duration) {
    const length = duration(words.deadline.duration);
    parts.push(
      words.deadline.after === undefined ? `${length}以内に` : `${words.deadline.after}から${length}以内に`,
    );
  }
  return `${parts.join('、')}、${predicate(words)}`;
}

const verbs: Readonly<Record<Relation, string>> = {
  administered: '施政の下にある',
  claimed: '領有権主張の対象である',
  controlled: '支配の下にある',
};
const negatedVerbs: Readonly<Record<Relation, string>> = {
  administered: '施政の下にない',
  claimed: '領有権主張の対象でない',
  controlled: '支配の下にない',
};

const span = (from: string | undefined, until: string | undefined): string =>
  `${from === undefined ? '' : `${day(from)}から`}${until === undefined ? '' : `${day(until)}の前日まで`}`;

const noted = (note: string | undefined): string => (note === undefined ? '' : `：${note}`);
const held = (since: string | undefined): string => (since === undefined ? '' : `（${day(since)}から）`);

function inForce(instrument: string, standing: Standing, negated: boolean): string {
  switch (standing.kind) {
    case 'in-force':
      return `${instrument}は効力を有する${held(standing.from)}`;
    case 'not-yet':
      return `${instrument}は未だ効力を有しない（${day(standing.from)}に効力発生）`;
    case 'no-longer':
      return `${instrument}は既に効力を有しない（${day(standing.until)}に終了）`;
    case 'not-known':
      return `${instrument}は${day(standing.on)}には公に知られていなかった（${day(standing.known)}に公になった）`;
    case 'out-of-force':
      return `${instrument}は効力を有しない`;
    case 'open':
      return `${instrument}は効力を有${negated ? 'しない' : 'する'}`;
  }
}

/** 述語で終わる値（「飲酒した」「手中にある」）は、「である」を続けられないので括弧に入れる。 */
const predicative = /[うくぐすつぬぶむるたい]$/;
const noneOfThem = /^(なし|いずれもない|いずれでもない)$/;

function valueIs(label: string, values: readonly string[], negated: boolean): string {
  const [only] = values;
  if (values.length === 1 && only !== undefined && noneOfThem.test(only)) {
    return `${label}が${negated ? 'ある' : 'ない'}`;
  }
  if (!values.some((value) => predicative.test(value))) {
    return `${label}は${either(values)}で${negated ? 'ない' : 'ある'}`;
  }
  return `${label}：${either(values.map((value) => `「${value}」`))}${negated ? '以外' : ''}`;
}

export const japanese: Wording = {
  outcomes: { applies: '適用される', 'does-not-apply': '適用されない', undetermined: '未確定' },
  kinds: { duty: '義務', prohibition: '禁止', permission: '許容', power: '権限', immunity: '免除' },
  orders: { international: '国際法', japan: '日本法', 'united-states': '合衆国法' },
  forces: { binding: '法的拘束力あり', political: '政治的約束', policy: '政策' },
  marks: {
    confirmed: '一次資料で確認済み',
    secondary: '二次資料で確認済み',
    unconfirmed: '未確認',
    contested: '内容自体に争いあり',
  },
  aspects,
  reviewers: {
    court: '裁判所',
    Diet: '国会',
    Congress: '連邦議会',
    'other-party': '他方の締約国',
    'joint-committee': '合同委員会',
    'security-council': '安全保障理事会',
    government: '政府',
    nobody: 'なし',
  },
  bases: {
    observed: '観察',
    alleged: '主張',
    found: '公的認定',
    stipulated: '設定',
    assumed: '仮定',
    missing: '未入力',
    register: '登録資料による',
    law: '法による',
  },
  manners: { silent: '見解を示していない', declines: '見解を示すことを差し控えている' },
  relations: { administered: '施政', claimed: '領有権の主張', controlled: '支配' },
  truths: { true: '肯定', false: '否定', unknown: '不明' },

  sentence,
  clause,
  date: day,
  duration,
  either,
  both,

  rule: (value) =>
    value === 'true'
      ? '規定の要件がすべて満たされている'
      : value === 'false'
        ? '規定の要件に満たされないものがある'
        : '規定の要件に未確定のものがある',
  asAbove: () => '理由は上記のとおり',
  not: (text) => `次に当たらない：${text}`,
  allOf: () => '次の全てを同時に満たすこと',
  anyOf: (value) => (value === 'false' ? '次のいずれも満たされない' : '次のいずれかで足りる'),
  constant: (value) => (value ? '常に' : '該当なし'),
  nested: (outer, inner) => `${outer}（${inner}）`,
  foundBy: (label, organ) => (label.includes(organ) ? label : `${label}（${organ}の認定による）`),
  inIncident: (text, incident) => `${incident}：${text}`,
  given: (text, value) => `${text}（入力：${value}）`,
  valueIs,
  atLeast: (label, value, negated) => `${label}は${value}${negated ? '未満' : '以上'}である`,
  labelFrom: (label, date, negated) => `${label}は${day(date)}${negated ? 'より前' : '以後'}である`,
  dateFrom: (date, negated) => `期日は${day(date)}${negated ? 'より前' : '以後'}である`,
  knownFrom: (date, negated) =>
    `${day(date)}に公になった事項は${negated ? '未だ知られていない' : '知られている'}`,
  elapsed: (length, label, negated) =>
    `${label}から${duration(length)}が経過して${negated ? 'いない' : 'いる'}`,
  elsewhere: (region) => (region === undefined ? 'その他の場所' : `${region}のその他の場所`),
  notEntered: (place, regions) => `${place}は${either(regions)}の一部として登録されていない`,
  liesIn: (place, regions, negated) => `${place}は${either(regions)}に${negated ? '属しない' : '属する'}`,
  related: (place, relation, party, negated) =>
    `${place}は${party}の${negated ? negatedVerbs[relation] : verbs[relation]}`,
  partly: (text) => `${text}：一部についてはそのとおりであり、他の部分については異なる`,
  relatedInstead: (place, relation, party, parties) =>
    parties.length === 0
      ? `${place}は${party}の${negatedVerbs[relation]}（登録上、他のいずれの国についても同じ）`
      : `${place}は${party}ではなく${both(
          parties.map((other) => `${other.party}${held(other.since)}`),
        )}の${verbs[relation]}`,
  since: (text, date) => `${text}${held(date)}`,
  partyTo: (party, instrument, negated) =>
    `${party ?? '名あて国'}は${instrument}の締約国で${negated ? 'ない' : 'ある'}`,
  inForce,
  exception: (negated) => (negated ? '例外に当たらない' : '例外に当たる'),
  precedence: (rule, negated) =>
    negated ? `優先する規定は適用されない（${rule}）` : `優先する規定が適用される：${rule}`,
  applies: (rule, negated) => (negated ? `次の規定は適用されない：${rule}` : rule),
  period: (from, until, negated) => `規定は${span(from, until)}効力を有${negated ? 'しない' : 'する'}`,
  bound: (bearer, from, until, negated) =>
    `${bearer}は${span(from, until)}拘束され${negated ? 'ない' : 'る'}`,
  standing: (negated) => (negated ? '規定は有効でない' : '規定は有効である'),
  someIncident: (negated) => (negated ? 'いずれの事案においても' : 'いずれかの事案において'),
  adopted: (holder, since, note) => `${holder}の解釈による${held(since)}${noted(note)}`,
  reading: (holder, since, note) => `${holder}はこのように解する${held(since)}${noted(note)}`,
  relationOf: (places, relation) => `${places}の${relation}`,
  noReading: () => 'この期日について記録された解釈はない',
  noReadingInView: () => '指定された主体はこの点について解釈を有しない',
  openReading: (subject, holders) =>
    holders.length === 0
      ? `「${subject}」の意味：記録された解釈はない`
      : `「${subject}」の意味：${both(holders)}の解釈が異なる`,
  clash: (bearer, left, right) =>
    `双方が拘束し、${bearer}は双方に従うことができない：${left}；${right}。国内法は条約違反を正当化しない。`,

  backtest: {
    found: (expected, found) => `記録は「${expected}」、結果は「${found}」`,
    noBlocker: () => '適用されない理由が示されていない',
    blockerHolds: (blocker) => `示された理由はここでは妨げとならない：${blocker}`,
    notSufficient: (blockers) => `他にも妨げがある：${both(blockers)}を満たすとしても適用されない`,
    idle: (blocker) => `この理由は不要である（これを除いても妨げは解かれる）：${blocker}`,
    notOpen: (expression) => `ここでは未確定でない：${expression}`,
    notPending: (expression) => `これが定まっても結論は左右されない：${expression}`,
    form: (aspect, expected, found) => `${aspect}：記録は「${expected}」、結果は「${found}」`,
    noSuchIncident: (name) => `先例に「${name}」という事案はない`,
    noExpectations: () => '先例に期待される結果が一つもない',
    noLongerDisagrees: () => '宣言された不一致は既に存在しない：すべての結果が一致する',
    noSuchFinding: () => 'この名あて者についての判断は存在しない',
    invalid: (message) => `状況を読み取れない：${message}`,
    declared: (reason) => `宣言された不一致：${reason}`,
    reproduced: () => '記録のとおり',
    has: () => '解釈を有する',
    hasNot: () => '解釈を有しない',
    none: () => '金額なし',
  },
};
