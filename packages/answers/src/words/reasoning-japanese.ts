/** あらゆる事態について推論するコマンドの言葉、日本語。 */
import type { ReasoningWords } from './reasoning-english.ts';

const list = (items: readonly string[]): string => items.join('、');

export const reasoningJapanese: ReasoningWords = {
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

  // ---------------------------------------------------------------- why, whatif
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
  otherViews: '他の見方では',
  rechecked: 'どの変更も、実際に変えた事態を評価し直して確かめた。',
  sameOnAllDays: 'どの日でも同じ。',

  // ---------------------------------------------------------------- diff
  diffTitle: (from, to) => `変わったこと：${from} → ${to}`,
  from: '前',
  to: '後',
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
  kindCount: (kind, number) => `${kind} ${number}`,
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
  ifAssumed: (texts, more) =>
    `${texts.join('、')}と仮定すれば${more > 0 ? `（ほか${more}の仮定）` : ''}`,
  standing: (frame, deeds) =>
    `いずれの文書も終了しておらず（仮定${frame}）、与えられない行為は行われていない（仮定${deeds}）とすれば。一覧は anpo facts。通常の事情は定めない。`,
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
  claimsTitle: '主張と証明の結果',
  claimsHeading: (verdict, number) => `${verdict}（${number}）`,
  claimCounts: (total, proved, wrong) =>
    `主張 ${total}件：問いのあるもの ${proved}件、評価が証明と異なるもの ${wrong}件。`,
  noClaims: 'ライブラリに主張はありません。',
  byEvidence: '証拠による（問いなし）',
  verdictDiffers: (stated, found) => `評価は「${stated}」、証明の結果は「${found}」`,
  evidence: '証拠',

  // ---------------------------------------------------------------- ask
  whyAsked: (number, bits, examples) =>
    `未確定の判断 ${number}件に関わるため（期待される情報量 ${bits} ビット）：${examples}`,
  andMore: (number) => `ほか${number}`,
  answered: (question, answer) => `${question} ― ${answer}`,
  askedSoFar: 'これまでの問い',
  nextQuestionTitle: '次の問い',
  answerWith: '答え方',
  openFindings: (number) => `未確定の判断は ${number}件。`,
  nothingMoreToAsk: 'これ以上何を尋ねても判断は変わらない。',
  forOrgans: '機関の決定に委ねられること',
  leftReadings: '解釈に委ねられること',

  // ---------------------------------------------------------------- compare
  comparisonTitle: '諸同盟の比較',
  noAlliance: 'その日に効力を有する同盟条約はない。',
  thisSituation: 'この事態',
  noSuchNorm: (names) => `これに当たる規範なし：${names}。規範がないことは許可ではない。`,
  profileOn: (instrument, on) => `${instrument}（${on}）`,
  obligations: {
    defence: '防衛',
    offence: '攻撃への参加',
    neutrality: '中立',
    nonAggression: '武力不行使',
    consultation: '協議',
    bases: '基地',
    exit: '終了・脱退',
  },
  noNorm: '規範なし',
  scopes: { always: '常に', sometimes: '一定の事態で', never: 'この日にはない' },
  onlyAt: (places) => `場所は${places}に限る`,
  ownTerritoryOnly: '自国の施政下の領域に限る',
  needs: (facts) => `要件：${facts}`,
  forOthers: '他の構成国が攻撃された場合を含む',
  asymmetry: '非対称',
  sameForAll: 'どの構成国も同じ種類の義務を負う',
  differIn: (names) => `構成国により異なるもの：${names}`,
  termLabel: '期間',
  term: (until, onFacts) =>
    `${until === undefined ? '終期の定めなし' : `${until} の前まで`}${onFacts ? '。条約の定める事実により終わる' : ''}`,
  codings: (source) => `${source}との照合`,
  codingUnproved: '評価が証明と異なる（`anpo claims` を参照）。',
  partings: '双方が知る行為について両者が分かれるところ',
  partsHere: (clause, here, there) => `${clause}：${here}にあり、${there}にない`,
  onlyThere: 'それだけが適用される場合',

  // ---------------------------------------------------------------- audit
  auditTitle: (on) => `ライブラリの点検（${on}）`,
  conflicts: '抵触',
  conflictKinds: {
    'must-and-must-not': '義務と禁止',
    'may-and-must-not': '許可と禁止',
    'must-and-need-not': '義務と免除',
  },
  sameOrder: '同一の法秩序の中で',
  acrossOrders: '異なる法秩序の間で（双方が存続する）',
  outliving: '根拠となった文書が失効した後も効力を有し得る文書',
  outlives: (instrument, under, norms) =>
    `${instrument}は、根拠となった${under}が効力を有しない日にも効力を有し得る（規範${norms}件）`,
  besideGeneral: '特則でありながら一般則と並んで適用される規範',
  savingDuties: '他の権利義務に影響しない旨の規定で、義務として記述されたもの',
  unreadSayings: '規範の解釈を述べながら解釈として収録されていない声明・立場',
  unreadSaying: (saying, holder, item) =>
    `${saying}：${holder ?? 'その主体'}によるその日の${item}の解釈は収録されていない`,
  gaps: '欠落',
  nobodyDetermines: (fact) => `「${fact}」を認定する機関がない`,
  noNormFor: (term) => `「${term}」に当たるのに、これに触れるどの規範も適用されない事態`,
  deadNorms: 'どの日にも適用され得ない規範',
  idleExceptions: 'この日に（どの行為が行われても）働くことのない例外',
  exceptionOf: (number, norm) => `${norm} の第${number}の例外`,
  idleReadings: 'この日に結果を変えない解釈',
  idleReading: (choice, holders) => `「${choice}」：${holders}は同じ結果になる`,
  oneSided: '一方の当事国だけを拘束する義務',
  oneSidedDuty: (norm, free) => `${norm}（${free}は負わない）`,
  amountFaults: '重なり又は隙間のある金額・期日',
  amountOverlap: (amount, one, other) => `${amount}：第${one}と第${other}が重なる`,
  amountGap: (amount) => `${amount}：どれも当たらない`,
  placeless: '領域を限って適用される法の規定で、場所を問わないもの',
  notDecidedTitle: '制限内に決まらなかったもの',
  none: 'なし',
  situationsLabel: '事態',
  auditIsNoError: '点検の結果は誤りではなく、知見である。',
};
