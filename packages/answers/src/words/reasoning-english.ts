/** The words of the commands that reason over every situation, in English. */
const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
const list = (items: readonly string[]): string => items.join(', ');

export const reasoningEnglish = {
  and: '; and ',
  others: (number: number): string => `${count(number, 'other', 'others')}`,
  anyValue: (label: string): string => `${label}: any`,
  readingOf: (choice: string): string => `whose reading of “${choice}” is adopted`,
  readingAdopted: (choice: string, holder: string): string => `“${choice}” as ${holder} reads it`,
  noReadingAdopted: (choice: string): string => `no reading of “${choice}” is adopted`,
  unreadIs: (choice: string, holds: boolean): string =>
    `“${choice}”, of which no reading is recorded, ${holds ? 'holds' : 'does not hold'}`,
  always: 'always',
  where: { one: 'if ', several: 'if one of these holds' },
  exceptWhere: { one: 'always, except if ', several: 'always, except if one of these holds' },
  shareOfAll: (share: string): string => `${share} of all situations`,
  oneOfThese: 'one of these holds',
  notEncoded: (instrument: string, open: number, all: number): string =>
    `${instrument}: ${open} of its ${count(all, 'provision', 'provisions')} ${open === 1 ? 'is' : 'are'} not encoded. A rule that stood there before shows as new.`,
  oneOfCases: (number: number): string => `one of ${number} further cases holds (--all lists them)`,
  moreCases: (number: number): string => `${count(number, 'more case', 'more cases')}, not listed`,
  onDay: (date: string): string => `on ${date}`,
  otherwiseNo: (number: number): string =>
    `no to the ${count(number, 'other fact', 'other facts')} that the rules ask about`,
  exampleNote: 'Examples name only what makes a difference; --all and --json give every fact.',
  weighting:
    'Shares: each yes and no, each value, each stretch between two thresholds and each holder weighs the same, and facts are taken as independent. A share is no probability.',
  assumedFacts: (number: number): string =>
    `${count(number, 'assumption', 'assumptions')} at the default; anpo facts lists them`,
  example: 'Example',
  notDescribed: 'which situations was not described within the limit',
  notDecided: 'not decided within the limit',
  impossible: (names: readonly string[]): string =>
    `These facts cannot occur together: ${list(names)}. They are assessed as if nothing were impossible.`,

  // ---------------------------------------------------------------- why, whatif
  settledAnyway: 'Whatever the open facts are, it comes to this; strong Kleene logic would leave it open.',
  sufficientFor: {
    applies: 'Each of these alone is enough for it to apply, whatever else were the case',
    'does-not-apply': 'Each of these alone blocks it, whatever else were the case',
  },
  nothingNeeded: {
    applies: 'It applies whatever the facts: nothing that was given is needed.',
    'does-not-apply': 'It is blocked whatever the facts: the law of the day alone keeps it from applying.',
  },
  moreSets: 'There are more sets of the same size.',
  assumption: (text: string): string => `${text} (assumed)`,
  viewReads: (choice: string, holder: string): string => `“${choice}” as ${holder} reads it (by the view)`,
  viewReadsNot: (choice: string): string => `the view asked for has no reading of “${choice}”`,
  stillMatters: 'Open: these questions decide it',
  noSetFound: 'The smallest sets were not found within the limit.',
  flipTo: {
    applies: 'It would apply with',
    'does-not-apply': 'It would not apply with',
  },
  noFlip: {
    applies: 'No change of facts or readings on this day makes it apply.',
    'does-not-apply': 'No change of facts or readings on this day keeps it from applying.',
  },
  changeFrom: (text: string, from: string): string => `${text} (now: ${from})`,
  changeOpen: (text: string): string => `${text} (now open)`,
  otherDays: 'On other days, the facts being the same',
  thisDay: 'the day asked about',
  span: (from: string | undefined, until: string | undefined): string =>
    from === undefined
      ? until === undefined
        ? 'on every day'
        : `until ${until}`
      : until === undefined
        ? `from ${from}`
        : `from ${from} until ${until}`,
  otherViews: 'In other views',
  rechecked: 'Every change was made and the situation evaluated again.',
  sameOnAllDays: 'The same on every day.',

  // ---------------------------------------------------------------- diff
  diffTitle: (from: string, to: string): string => `What changed: ${from} → ${to}`,
  from: 'From',
  to: 'To',
  sideKinds: {
    date: (text: string): string => `the law on ${text}`,
    view: (text: string): string => `the view of ${text}`,
    library: (text: string): string => `the library at ${text}`,
    revision: (text: string): string => `the library at revision ${text}`,
  },
  changedCounts: (norms: number, unchanged: number, identical: number): string =>
    `${count(norms, 'finding', 'findings')} changed; ${unchanged} apply in exactly the same situations (${identical} of these by the very same rule)`,
  changedShort: (norms: number, kinds: string, unchanged: number): string =>
    `${count(norms, 'finding', 'findings')}${kinds}; ${unchanged} apply as before`,
  changed: 'Changed',
  nothingChanged: 'Nothing changed: every norm applies in exactly the same situations.',
  changeKinds: {
    new: 'NEW',
    gone: 'GONE',
    wider: 'WIDER',
    narrower: 'NARROWER',
    moved: 'MOVED',
    'not-decided': 'NOT DECIDED',
  } as Readonly<Record<string, string>>,
  kindCount: (kind: string, number: number): string => `${number} ${kind.toLowerCase()}`,
  gainedOnly: 'Applies now, and did not before',
  lostOnly: 'Applied before, and does not now',
  /** Of two views, or libraries, of one day neither comes before the other. */
  onlySecond: 'Applies on the second side only',
  onlyFirst: 'Applies on the first side only',
  holdsOnSecond: 'Holds on the second side only',
  holdsOnFirst: 'Holds on the first side only',
  condition: 'If',
  standingHere: 'no instrument was ended, nor a deed done but one that a rule turns on',
  holdsNow: 'Holds now, and did not before',
  heldBefore: 'Held before, and does not now',
  throughTerm: (number: number, kinds: string, names: string): string =>
    `Only through it ${count(number, 'finding', 'findings')} changed${kinds}: ${names}`,
  unreadOnOneSide: 'On one side no reading of it is recorded: there it stays open.',
  moreNorms: (number: number): string => `and ${count(number, 'more norm', 'more norms')} (--all)`,
  ownCondition: (condition: string): string => `, if ${condition}`,
  butNot: (conditions: string): string => `, except if ${conditions}`,
  /** A rule by its name, as `norm` or `norm@bearer`. */
  ruleApplies: (name: string): string => `${name} applies`,
  succeeds: {
    continues: (old: string): string => `continues: ${old}`,
    replaces: (old: string): string => `replaces: ${old}`,
  },
  causes: {
    brieflyFrom: (instrument: string, date: string): string => `${instrument} (from ${date})`,
    brieflyUntil: (instrument: string, date: string): string => `${instrument} (until ${date})`,
    inForceFrom: (instrument: string, date: string): string => `${instrument} is in force from ${date}`,
    endedOn: (instrument: string, date: string): string => `${instrument} ended on ${date}`,
    inForceTurned: (instrument: string, dates: string): string =>
      `${instrument}: its force turned on ${dates}`,
    rulesFrom: (dates: string): string => `rules of it begin or end on ${dates}`,
    members: (dates: string): string => `its parties changed on ${dates}`,
    bound: (dates: string): string => `whom it binds changed on ${dates}`,
    term: (term: string, dates: string): string => `the term “${term}” turned on ${dates}`,
    amended: (dates: string): string => `conditions of its rules turned on ${dates}`,
    reading: (choice: string, holders: string, dates: string): string =>
      `the reading of “${choice}” by ${holders} changed${dates === '' ? '' : ` (${dates})`}`,
    view: (choice: string, one: string, other: string): string =>
      `“${choice}”: ${one} on one side, ${other} on the other`,
    noHolder: 'no reading',
    relation: (places: string, dates: string): string =>
      `the register of places changed (${places}) on ${dates}`,
    places: (dates: string): string => `the places and their parts changed on ${dates}`,
    ruleChanged: (names: string): string => `the text of the rules changed: ${names}`,
    ruleChangedHeading: 'Rules whose text changed',
    readingHeading: 'Readings',
    placesHeading: 'Register of places',
    otherHeading: 'Other',
  },
  likewise: (names: string): string => `likewise ${names}`,
  elsewhereHeading: 'Elsewhere',
  elsewhere: 'Treaties without the United States and Japan together; --all shows these changes in full.',
  elsewhereLine: (kind: string, norms: number, bearers: string): string =>
    `${kind.toLowerCase()}: ${count(norms, 'norm', 'norms')} of ${bearers}`,
  partiesCount: (number: number): string => count(number, 'party', 'parties'),

  // ---------------------------------------------------------------- prove, claims
  queryTitle: 'Query',
  claimTitle: (id: string): string => `Claim: ${id}`,
  ofBearer: (bearer: string): string => `For ${bearer}`,
  proofOutcomes: {
    holds: 'HOLDS',
    fails: 'FAILS',
    vacuous: 'VACUOUS',
    contested: 'CONTESTED',
    'not-decided': 'NOT DECIDED',
  } as Readonly<Record<string, string>>,
  proofMeanings: {
    holds: 'no jointly possible situation contradicts it',
    fails: 'a situation contradicts it',
    vacuous: 'its premises cannot hold, so it says nothing',
    contested: 'whether it holds depends on which reading is adopted',
    'not-decided': 'not decided within the limit',
  } as Readonly<Record<string, string>>,
  possibleMeanings: {
    holds: 'a situation shows it',
    fails: 'no situation can',
  } as Readonly<Record<string, string>>,
  ifAssumed: (texts: readonly string[], more: number): string =>
    `if, as assumed, ${texts.join('; ')}${more > 0 ? `; and ${count(more, 'more assumption', 'more assumptions')}` : ''}`,
  /** What an answer about all situations keeps, said once. */
  standing: (frame: number, deeds: number): string =>
    `If no instrument has been ended and no deed done that is not given (${frame} and ${deeds} assumptions; anpo facts lists them); what is merely usual is left open.`,
  inPart: 'It holds in some of the situations that meet the premises.',
  witness: 'Witness (the premises can hold)',
  counterexample: 'Counterexample',
  rulesUsed: 'Rests on',
  moreRules: (number: number): string => `and ${number} more; --all lists them`,
  decidedBy: {
    diagram: 'by decision diagram, exactly',
    solver: 'by the solver',
    sampling: 'by sampling',
    'not-decided': 'not decided within the limit',
  } as Readonly<Record<string, string>>,
  method: 'Decided',
  looked: (days: number, laws: number): string =>
    `${count(days, 'decisive day', 'decisive days')}, ${count(laws, 'distinct law', 'distinct laws')}`,
  claimsTitle: 'Claims and what the proofs make of them',
  claimsHeading: (verdict: string, number: number): string => `${verdict} (${number})`,
  claimCounts: (total: number, proved: number, wrong: number): string =>
    `${count(total, 'claim', 'claims')}: ${proved} with a query, ${wrong} whose stated verdict differs from the proof.`,
  noClaims: 'The library has no claims.',
  byEvidence: 'by evidence, no query',
  verdictDiffers: (stated: string, found: string): string => `stated ${stated}, found ${found}`,
  evidence: 'Evidence',

  // ---------------------------------------------------------------- ask
  whyAsked: (number: number, examples: string): string =>
    `Asked because it bears on ${count(number, 'open finding', 'open findings')}: ${examples}`,
  andMore: (number: number): string => `and ${number} more`,
  answered: (question: string, answer: string): string => `${question} — ${answer}`,
  askedSoFar: 'Asked so far',
  nextQuestionTitle: 'Next question',
  answerWith: 'Answer with',
  openFindings: (number: number): string => `${count(number, 'finding is', 'findings are')} open.`,
  nothingMoreToAsk: 'Nothing that could be asked can change a finding any more.',
  forOrgans: 'Left for organs to decide',
  leftReadings: 'Left to readings',

  // ---------------------------------------------------------------- compare
  comparisonTitle: 'Alliances side by side',
  noAlliance: 'No treaty of alliance is in force on that day.',
  thisSituation: 'This situation',
  noSuchNorm: (names: string): string => `no such norm: ${names}. Silence is no permission.`,
  profileOn: (instrument: string, on: string): string => `${instrument}, on ${on}`,
  obligations: {
    defence: 'Defence',
    offence: 'Offence',
    neutrality: 'Neutrality',
    nonAggression: 'Non-aggression',
    consultation: 'Consultation',
    bases: 'Bases',
    exit: 'Exit',
  },
  noNorm: 'no norm',
  scopes: { always: 'always', sometimes: 'in some situations', never: 'never on this day' },
  onlyAt: (places: string): string => `only at ${places}`,
  ownTerritoryOnly: 'only in territory under its own administration',
  needs: (facts: string): string => `takes: ${facts}`,
  forOthers: 'also where another member is attacked',
  asymmetry: 'Asymmetry',
  sameForAll: 'every member has the same kinds of obligation',
  differIn: (names: string): string => `members differ in ${names}`,
  termLabel: 'Term',
  term: (until: string | undefined, onFacts: boolean): string =>
    `${until === undefined ? 'no end is fixed' : `until ${until}`}${onFacts ? '; ends on facts that the treaty names' : ''}`,
  codings: (source: string): string => `Held against ${source}`,
  codingUnproved: 'The stated verdict differs from the proof: see `anpo claims`.',
  partings: 'Where the two part, on acts that both know',
  partsHere: (clause: string, here: string, there: string): string =>
    `${clause}: under ${here}, not under ${there}`,
  onlyThere: 'Only there',

  // ---------------------------------------------------------------- audit
  auditTitle: (on: string): string => `Audit of the library on ${on}`,
  conflicts: 'Conflicts',
  conflictKinds: {
    'must-and-must-not': 'must and must not',
    'may-and-must-not': 'may and must not',
    'must-and-need-not': 'must and need not',
  } as Readonly<Record<string, string>>,
  sameOrder: 'within one legal order',
  acrossOrders: 'across legal orders: both stand',
  outliving: 'Instruments that can outlive what they were made under',
  outlives: (instrument: string, under: string, norms: number): string =>
    `${instrument} can be in force when ${under}, under which it was made, is not: ${count(norms, 'norm', 'norms')}`,
  besideGeneral: 'Special rules that stand beside the general one they are an exception to',
  savingDuties: 'Clauses that save other rights or obligations, written as duties',
  unreadSayings: 'Statements and stances that read a rule and are no reading of it',
  unreadSaying: (saying: string, holder: string | undefined, item: string): string =>
    `${saying}: ${holder ?? 'whoever makes it'} has no reading of ${item} on that day`,
  gaps: 'Gaps',
  nobodyDetermines: (fact: string): string => `no organ may make the determination “${fact}”`,
  noNormFor: (term: string): string => `situations of “${term}” in which no norm that speaks of it applies`,
  deadNorms: 'Norms that can never apply, on no day',
  idleExceptions: 'Exceptions that never bite on this day, whatever deed is done',
  exceptionOf: (number: number, norm: string): string => `exception ${number} of ${norm}`,
  idleReadings: 'Readings that make no difference on this day',
  idleReading: (choice: string, holders: string): string => `“${choice}”: ${holders} come to the same`,
  oneSided: 'Duties that bind one party only',
  oneSidedDuty: (norm: string, free: string): string => `${norm}; not ${free}`,
  amountFaults: 'Amounts whose pieces overlap or leave gaps',
  amountOverlap: (amount: string, one: number, other: number): string =>
    `${amount}: pieces ${one} and ${other} overlap`,
  amountGap: (amount: string): string => `${amount}: no piece holds`,
  placeless: 'Rules of a territory’s law that ignore the place given',
  notDecidedTitle: 'Not decided within the limit',
  none: 'none',
  situationsLabel: 'Situations',
  auditIsNoError: 'A finding of the audit is a result, not an error.',
};

export type ReasoningWords = typeof reasoningEnglish;
