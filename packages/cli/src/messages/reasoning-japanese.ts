/** あらゆる事態について推論するコマンドの言葉、日本語。 */
import type { ReasoningMessages } from './reasoning-english.ts';

const list = (items: readonly string[]): string => items.join('、');

export const reasoningJapanese: ReasoningMessages = {
  and: '、かつ',
  others: (number) => `ほか${number}`,
  anyValue: (label) => `${label}：いずれでも`,
  readingOf: (choice) => `「${choice}」について誰の解釈を採るか`,
  readingAdopted: (choice, holder) => `「${choice}」は${holder}の解釈による`,
  noReadingAdopted: (choice) => `「${choice}」の解釈はどれも採らない`,
  unreadIs: (choice, holds) => `「${choice}」（解釈の記録なし）が${holds ? '成り立つ' : '成り立たない'}`,
  always: '常に',
  where: { one: '', several: '次のいずれかのとき' },
  exceptWhere: { one: '次のときを除いて常に：', several: '次のいずれかのときを除いて常に' },
  shareOfAll: (share) => `全事態の ${share}`,
  oneOfThese: '次のいずれか',
  notEncoded: (instrument, open, all) =>
    `${instrument}：${all}の規定のうち${open}は符号化していない。そこにあった規則は新設と表示される。`,
  moreCases: (number) => `ほかに${number}通り（省略）`,
  onDay: (date) => `${date} に`,
  otherwiseNo: (number) => `規則が問うその他の${number}の事実はいずれも「いいえ」`,
  exampleNote: '例には結果を左右する事実だけを挙げる。すべての事実は --all や --json で示す。',
  weighting:
    '割合：はい・いいえ、各値、閾値の間の各区間、解釈の各主体をそれぞれ同じ重みとし、事実は互いに独立とみなす。確率ではない。',
  assumedFacts: (number) => `${number}の前提を既定の値とした（一覧は anpo facts）`,
  example: '例',
  notDescribed: 'どの事態かは制限内に記述できなかった',
  notDecided: '制限内に決まらなかった',
  impossible: (names) =>
    `これらの事実は同時には起こり得ない：${list(names)}。起こり得ないことはないものとして照らした。`,

  working: '計算中…',
  workingOn: (done, of) => `${of} のうち ${done}…`,
  inQuery: (column) => `問いの第${column}字`,

  // ---------------------------------------------------------------- why, whatif
  unknownNorm: (id) => `ライブラリに規範 "${id}" はありません`,
  normsMend: '規範の名前か 規範@主体 を書いてください。`anpo show` に文書や規定を指定すると規範が分かります',
  doesNotBind: (norm, bearer) => `規範 "${norm}" は "${bearer}" を拘束しません`,
  settledAnyway: '不明な事実がどうであれ結果はこうなる。強いクリーネ論理では未確定のままである。',
  sufficientFor: {
    applies: '次の各組は、それだけで、他がどうであれ適用に足りる',
    'does-not-apply': '次の各組は、それだけで、他がどうであれ適用を妨げる',
  },
  nothingNeeded: {
    applies: '事実がどうであれ適用される。与えられた事実は要らない。',
    'does-not-apply': '事実がどうであれ適用されない。その日の法だけで妨げられる。',
  },
  moreSets: '同じ大きさの組がほかにもある。',
  assumption: (text) => `${text}（前提）`,
  viewReads: (choice, holder) => `「${choice}」は${holder}の解釈による（見方に従う）`,
  viewReadsNot: (choice) => `指定された見方には「${choice}」の解釈がない`,
  stillMatters: '未確定：次の問いが結果を決める',
  noSetFound: '最小の組は制限内に見つからなかった。',
  flipTo: {
    applies: '次のようであれば適用される',
    'does-not-apply': '次のようであれば適用されない',
  },
  noFlip: {
    applies: 'この日には、事実や解釈をどう変えても適用されない。',
    'does-not-apply': 'この日には、事実や解釈をどう変えても適用される。',
  },
  changeFrom: (text, from) => `${text}（現在：${from}）`,
  changeOpen: (text) => `${text}（現在は不明）`,
  otherDays: '事実が同じで日が異なるとき',
  thisDay: '問われた日',
  span: (from, until) =>
    from === undefined
      ? until === undefined
        ? 'すべての日'
        : `${until} の前まで`
      : until === undefined
        ? `${from} 以後`
        : `${from} から ${until} の前まで`,
  becomes: {
    applies: (date) => `${date} からは適用される。`,
    'does-not-apply': (date) => `${date} からは適用されない。`,
    undetermined: (date) => `${date} からは未確定となる。`,
  },
  otherViews: '他の見方では',
  rechecked: 'どの変更も、実際に変えた事態を評価し直して確かめた。',
  sameOnAllDays: 'どの日でも同じ。',

  // ---------------------------------------------------------------- diff
  diffTitle: (from, to) => `変わったこと：${from} → ${to}`,
  from: '前',
  to: '後',
  gitMissing: '過去の版のライブラリを読むには git が必要ですが、見つかりません',
  gitMissingMend: 'git を導入するか、ライブラリのあるディレクトリを指定してください',
  gitFailed: (revision, reason) => `git から版 "${revision}" を取り出せません: ${reason}`,
  gitEmpty: (revision) => `版 "${revision}" にライブラリはありません`,
  sideUnknown: (text) =>
    `"${text}" は日付でも、見方・主体の名前でも、ライブラリのディレクトリでも、git の版でもありません`,
  sidesMend: '二つの日付（2014-06-30 2016-03-29）、見方、ディレクトリ、git の版のいずれかを比べてください',
  sidesDiffer: '同じ種類の二つを比べてください：日付と日付、見方と見方、ライブラリとライブラリ',
  diffDatesClash: '--on は見方やライブラリを比べるときのものです。二つの日付には要りません',
  diffViewClash: '--view は日付やライブラリを比べるときのものです。二つの見方には要りません',
  sideKinds: {
    date: (text) => `${text} の法`,
    view: (text) => `${text}の見方`,
    library: (text) => `${text} のライブラリ`,
    revision: (text) => `版 ${text} のライブラリ`,
  },
  changedCounts: (norms, unchanged, identical) =>
    `${norms}の判断が変わった。${unchanged}はまったく同じ事態で適用される（うち${identical}は規則そのものが同じ）`,
  changed: '変化',
  nothingChanged: '何も変わらない。どの規範もまったく同じ事態で適用される。',
  changeKinds: {
    new: '新設',
    gone: '消滅',
    wider: '拡大',
    narrower: '縮小',
    moved: '移動',
    'not-decided': '未決',
  },
  changeKindCounts: (parts) => list(parts),
  kindCount: (kind, number) => `${kind} ${number}`,
  nowApplies: '適用されるようになった',
  noLongerApplies: '適用されなくなった',
  gainedOnly: '新たに適用される場合',
  lostOnly: '適用されなくなった場合',
  succeeds: {
    continues: (old) => `引き継ぐもの：${old}`,
    replaces: (old) => `置き換えるもの：${old}`,
  },
  causes: {
    inForceFrom: (instrument, date) => `${instrument}は ${date} から効力を有する`,
    endedOn: (instrument, date) => `${instrument}は ${date} に終わった`,
    inForceTurned: (instrument, dates) => `${instrument}の効力が ${dates} に変わった`,
    rulesFrom: (dates) => `規則が ${dates} に始まり又は終わる`,
    members: (dates) => `当事者が ${dates} に変わった`,
    bound: (dates) => `拘束される者が ${dates} に変わった`,
    term: (term, dates) => `概念「${term}」が ${dates} に変わった`,
    amended: (dates) => `規則の要件が ${dates} に変わった`,
    reading: (choice, holders, dates) =>
      `「${choice}」についての${holders}の解釈が変わった${dates === '' ? '' : `（${dates}）`}`,
    view: (choice, one, other) => `「${choice}」：一方は${one}、他方は${other}`,
    noHolder: '解釈なし',
    relation: (places, dates) => `場所の登録（${places}）が ${dates} に変わった`,
    places: (dates) => `場所とその部分が ${dates} に変わった`,
    ruleChanged: (names) => `規則の文言が変わった：${names}`,
    ruleChangedHeading: '文言の変わった規則',
    readingHeading: '解釈',
    placesHeading: '場所の登録',
    otherHeading: 'その他',
  },
  likewise: (names) => `${names}も同様`,
  elsewhereHeading: 'その他',
  elsewhere: '日米双方が当事者ではない条約。--all でこれらの変化も詳しく表示する。',
  elsewhereLine: (kind, norms, bearers) => `${kind}：${bearers}の規範${norms}`,
  partiesCount: (number) => `${number}当事者`,

  // ---------------------------------------------------------------- prove, claims
  queryMend:
    'always・never・possible と一つの主題（規範 of 主体、又は that 条件）、equivalent that A and B、whenever that A implies B のいずれかを書き、when …、since 日付、until 日付 を添えてください',
  queryTitle: '問い',
  claimTitle: (id) => `主張：${id}`,
  ofBearer: (bearer) => `${bearer}について`,
  proofOutcomes: {
    holds: '成り立つ',
    fails: '成り立たない',
    vacuous: '空虚',
    contested: '争いがある',
    'not-decided': '未決',
  },
  proofMeanings: {
    holds: 'これに反する事態はあり得ない',
    fails: 'これに反する事態がある',
    vacuous: '前提が成り立ち得ず、何も述べていない',
    contested: 'どの解釈を採るかによって異なる',
    'not-decided': '制限内に決まらなかった',
  },
  possibleMeanings: {
    holds: 'そのような事態がある',
    fails: 'そのような事態はあり得ない',
  },
  inPart: '前提に合う事態の一部では成り立つ。',
  witness: '実例（前提は成り立ち得る）',
  counterexample: '反例',
  rulesUsed: '用いた規則',
  moreRules: (number) => `ほか${number}（--all で一覧）`,
  decidedBy: {
    diagram: '決定図により厳密に',
    solver: '充足可能性ソルバーにより',
    sampling: '標本により',
    'not-decided': '制限内に決まらなかった',
  },
  method: '判定',
  looked: (days, laws) => `決め手となる日 ${days}、異なる法 ${laws}`,
  verdictFound: (verdict) => `証明の結果：${verdict}`,
  claimColumns: { claim: '主張', stated: '評価', found: '証明の結果', says: '内容' },
  claimsTitle: '主張と証明の結果',
  claimsHeading: (verdict, number) => `${verdict}（${number}）`,
  claimCounts: (total, proved, wrong) =>
    `主張 ${total}件：問いのあるもの ${proved}件、評価が証明と異なるもの ${wrong}件。`,
  noClaims: 'ライブラリに主張はありません。',
  byEvidence: '証拠による（問いなし）',
  verdictDiffers: (stated, found) => `評価は「${stated}」、証明の結果は「${found}」`,
  claimWrong: (id, view, stated, found) =>
    `主張 "${id}" は${view}「${stated}」とされているが、証明の結果は「${found}」である`,
  claimWrongMend: (id) =>
    `\`anpo claims ${id}\` で証明や反例が分かります。規則、問い、評価のいずれかを直してください`,
  claimsChecked: (proved) => `${proved}件の主張を証明で確かめた。評価はすべて正しい。`,
  unknownClaim: (id) => `ライブラリに主張 "${id}" はありません`,
  claimsMend: '`anpo claims` で一覧を表示します',
  evidence: '証拠',

  // ---------------------------------------------------------------- ask
  aboutUnknown: (id) => `規範や文書 "${id}" はありません`,
  aboutMend: '規範、規範@主体、又は文書の名前を書いてください',
  yes: 'はい',
  no: 'いいえ',
  goBack: '← 前の問いに戻る',
  finish: '■ ここで終えて判断を見る',
  typedControls: (canGoBack) => `? は不明${canGoBack ? '、< は前に戻る' : ''}、. は終了`,
  search: (canGoBack) => `名前の一部を入力。? は不明${canGoBack ? '、< は前に戻る' : ''}、. は終了`,
  noMatch: (text) => `「${text}」を名前に含むものはない`,
  searchAgain: '↻ 探し直す',
  whyAsked: (number, bits, examples) =>
    `未確定の判断 ${number}件に関わるため（期待される情報量 ${bits} ビット）：${examples}`,
  andMore: (number) => `ほか${number}`,
  answered: (question, answer) => `${question} ― ${answer}`,
  askedSoFar: 'これまでの問い',
  nextQuestionTitle: '次の問い',
  answerWith: '答え方',
  openFindings: (number) => `未確定の判断は ${number}件。`,
  nothingMoreToAsk: 'これ以上何を尋ねても判断は変わらない。',
  stopped: 'ここで終える。',
  forOrgans: '機関の決定に委ねられること',
  leftReadings: '解釈に委ねられること',
};
