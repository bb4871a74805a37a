/** The command line's own words, in English. The other languages have the same entries. */
import type { Authority, Fact, Instrument, Outcome, Provision, Relation } from './words.ts';

const list = (items: readonly string[]): string => items.join(', ');
const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

export const english = {
  list,
  either: (items: readonly string[]): string => items.join(' or '),
  quoted: (text: string): string => `“${text}”`,
  labelled: (label: string, text: string): string => `${label}: ${text}`,

  // ---------------------------------------------------------------- errors
  error: 'error',
  warning: 'warning',
  didYouMean: (names: readonly string[]): string => `did you mean ${names.join(' or ')}?`,
  internalError: (detail: string): string =>
    `anpo: a fault in Anpo itself, not in your input: ${detail}\nSet ANPO_DEBUG=1 to see where, and please report it.`,
  unknownCommand: (name: string): string => `there is no command "${name}"`,
  commandsAre: (names: readonly string[]): string => `commands are ${list(names)}; \`anpo help\` explains them`,
  unknownFlag: (flag: string): string => `there is no flag "${flag}" here`,
  flagsAre: (flags: readonly string[]): string => `flags are ${list(flags)}`,
  flagTakesNoValue: (flag: string): string => `the flag "${flag}" takes no value`,
  flagNeedsValue: (flag: string): string =>
    `the flag "${flag}" needs a value: write it after the flag, or ${flag}=VALUE`,
  flagTwice: (flag: string): string => `the flag "${flag}" is given twice: keep one of them`,
  unexpectedArgument: (text: string): string => `nothing is expected at "${text}"`,
  unknownLanguage: (text: string): string => `there is no language "${text}": write en or ja`,
  argumentMissing: (name: string): string => `${name} is missing`,

  // ---------------------------------------------------------------- input errors
  fileMissing: (file: string): string => `there is no file "${file}"`,
  fileUnreadable: (file: string, reason: string): string => `the file "${file}" cannot be read: ${reason}`,
  fileIsDirectory: (file: string): string => `"${file}" is a directory, not a situation file`,
  fileTooLarge: (file: string, most: string): string => `"${file}" is larger than ${most}`,
  fileNotText: (file: string): string => `"${file}" is not UTF-8 text`,
  yamlWrong: (detail: string): string => `this is not YAML: ${detail}`,
  situationIsMapping: 'a situation file is a list of `key: value` lines',
  situationExample: 'for example:  on: 2016-08-06  and below it  facts: {armed-attack: yes}',
  unknownKey: (key: string): string => `there is no key "${key}" here`,
  keysAre: (keys: readonly string[]): string => `keys are ${list(keys)}`,
  keyTwice: (key: string): string => `the key "${key}" is given twice: keep one of them`,
  anchorsRefused: 'YAML anchors and aliases are not used here: write the value out',
  mustBeMapping: (what: string): string => `"${what}" must be a list of \`name: value\` lines`,
  mustBeText: (what: string): string => `"${what}" must be a single value`,
  valueMissing: (what: string): string => `"${what}" has no value: write one, or unknown`,
  assertedWrong: (text: string): string => `nobody asserts a fact as "${text}"`,
  assertedAre: 'asserted is observed, alleged, found or stipulated',
  notADate: (text: string): string => `"${text}" is not a date: write YYYY-MM-DD`,
  factFlagWrong: (text: string): string => `"${text}" names no fact: write --fact name=value`,
  unknownFact: (name: string): string => `there is no fact "${name}"`,
  factsListed: '`anpo facts` lists all of them',
  unknownIncident: (name: string): string => `the situation has no incident "${name}"`,
  incidentsAre: (names: readonly string[]): string => `its incidents are ${list(names)}`,
  unknownView: (name: string): string => `there is no view or holder "${name}"`,
  viewsAre: (names: readonly string[]): string => `write all, or one of ${list(names)}`,
  notForOrgan: (fact: string, organ: string): string =>
    `the fact "${fact}" is not for an organ to determine: leave out "${organ}"`,
  wrongOrgan: (fact: string, organ: string): string => `"${organ}" does not determine the fact "${fact}"`,
  organsAre: (names: readonly string[]): string => `it is for ${names.join(', ')}`,
  wholeSituation: (fact: string): string =>
    `the fact "${fact}" is about the whole situation: give it outside the incidents`,
  givenTwice: (fact: string, one: string, other: string): string =>
    `the fact "${fact}" is given twice, as ${one} and as ${other}: keep one of them`,
  wrongValue: (fact: string, value: string): string => `the fact "${fact}" cannot be "${value}"`,
  valuesAre: (values: readonly string[]): string => `it is ${list(values)}`,
  yesNoValues: ['yes', 'no', 'unknown'],
  dateValues: 'it is a date, YYYY-MM-DD',
  numberValues: (minimum: string | undefined, maximum: string | undefined): string =>
    `it is a number such as 12 or 12.5${minimum === undefined ? '' : `, at least ${minimum}`}${maximum === undefined ? '' : `, at most ${maximum}`}`,

  // ---------------------------------------------------------------- library
  libraryMissing: (directory: string): string => `there is no library at "${directory}"`,
  libraryMend: 'name one with --library DIR or ANPO_LIBRARY',
  libraryUnsound: (directory: string): string => `the library at "${directory}" is not sound; nothing was assessed`,
  libraryUnsoundMend: '`anpo check` lists what is wrong',
  checkClean: (norms: number, provisions: number, instruments: number, facts: number): string =>
    `The library is sound: ${count(instruments, 'instrument', 'instruments')}, ${count(provisions, 'provision', 'provisions')}, ${count(norms, 'norm', 'norms')}, ${count(facts, 'fact', 'facts')}.`,
  checkCounts: (errors: number, warnings: number): string =>
    `${count(errors, 'error', 'errors')}, ${count(warnings, 'warning', 'warnings')}.`,
  candidates: 'candidates',
  mend: 'mend',

  // ---------------------------------------------------------------- assessment
  assessment: 'Assessment',
  untitled: 'Situation',
  date: 'Date',
  todayNote: 'today, because no date was given',
  knownOn: 'Known on',
  knownAll: 'everything that the library knows',
  knownOnly: (date: string): string => `${date}: only what was public on that day`,
  view: 'View',
  allViews: 'all: readings are shown side by side, none is chosen',
  logic: 'Logic',
  logics: {
    kleene: 'strong Kleene: undetermined may be stricter than need be',
    exact: 'exact: undetermined only where completions of the facts differ',
  },
  given: 'Given',
  givenNothing: 'nothing',
  assumed: 'Assumed',
  assumedNothing: 'nothing',
  forOrgan: (organ: string): string => `for ${organ} to determine`,
  values: { yes: 'yes', no: 'no', unknown: 'unknown' } as Readonly<Record<string, string>>,
  incident: (name: string): string => `Incident: ${name}`,
  outcomeHeadings: {
    applies: 'APPLIES',
    'does-not-apply': 'DOES NOT APPLY',
    undetermined: 'UNDETERMINED',
  } as Readonly<Record<Outcome, string>>,
  source: 'Source',
  sources: 'Sources',
  noSource: 'no source',
  why: 'Why',
  readings: 'Readings',
  noReading: 'no holder’s reading is recorded',
  agreed: 'agreed among',
  contested: 'contested',
  holderSays: (holder: string, outcome: string): string => `${holder}: ${outcome}`,
  since: (date: string): string => `since ${date}`,
  until: (date: string): string => `until ${date}`,
  knownSince: (date: string): string => `public since ${date}`,
  silent: 'silent',
  declines: 'declines to state',
  missing: 'Missing',
  open: 'Open',
  openReading: (holders: string): string => `depends on whose reading is taken: ${holders}`,
  settle: (flag: string): string => `settle with ${flag}`,
  review: 'Review',
  note: 'Note',
  noneApplies: (date: string): string =>
    `No norm found that applies to these facts on ${date}; that is not a permission.`,
  stillOpen: (number: number): string =>
    `${count(number, 'norm is', 'norms are')} undetermined: what is missing stands under each.`,
  blocked: 'blocked by',
  doesNotApplyHeading: 'Does not apply',
  untouchedHeading: 'Undetermined, and nothing given bears on it',
  untouchedNeeds: 'needs',
  hidden: (number: number): string =>
    `${count(number, 'more finding does', 'more findings do')} not apply (not in force on that day, or blocked by an assumption only): --all shows them.`,
  amounts: 'Amounts',
  amountOutcomes: { undetermined: 'undetermined', none: 'none holds' },
  units: {
    yen: 'yen', dollars: 'US dollars', share: '(share)', number: '', persons: 'persons', days: 'days', date: '',
  } as Readonly<Record<string, string>>,
  clashes: 'Clashes between legal orders',
  receipt: 'Receipt',
  receiptText: (engine: string, library: string): string => `engine ${engine}, library ${library}`,
  notAdvice: 'This is not legal advice.',

  // ---------------------------------------------------------------- facts
  factKinds: {
    observable: 'Observable: what can be seen or shown',
    determination: 'Determinations: what an organ decides; Anpo never decides it',
    assumption: 'Assumptions: taken so unless said otherwise',
  } as Readonly<Record<Fact['kind'], string>>,
  factTypes: {
    'yes-no': 'yes/no',
    choice: 'choice',
    place: 'place',
    party: 'party',
    number: 'number',
    amount: 'amount',
    date: 'date',
  } as Readonly<Record<Fact['type'], string>>,
  scopes: { situation: 'whole situation', incident: 'each incident' } as Readonly<Record<Fact['scope'], string>>,
  decidedBy: 'decided by',
  assumedValue: 'assumed',
  valuesLabel: 'values',
  placesLabel: 'Places',
  partiesLabel: 'Parties',
  noFacts: (word: string): string => `No fact has “${word}” in its name or question.`,
  factCount: (number: number): string => `${count(number, 'fact', 'facts')}. Give one as --fact name=value.`,

  // ---------------------------------------------------------------- show
  itemKinds: {
    sources: 'source', parties: 'party', organs: 'organ', holders: 'holder', views: 'view', places: 'place',
    instruments: 'instrument', provisions: 'provision', facts: 'fact', terms: 'term', acts: 'act',
    qualifiers: 'qualifier', norms: 'norm', amounts: 'amount', constraints: 'constraint',
    precedents: 'precedent', statements: 'statement', claims: 'claim', readings: 'reading',
  },
  unknownItem: (id: string): string => `the library has no item "${id}"`,
  itemsMend: 'write the id of an instrument, provision, fact, term, norm, place, holder, precedent … or term@holder for a reading',
  severalItems: (id: string): string => `"${id}" may be one of several`,
  writeOneOf: (ids: readonly string[]): string => `write one of ${list(ids)}`,
  labels: {
    where: 'Stands in', title: 'Title', kind: 'Kind', force: 'Force', order: 'Legal order', parties: 'Parties',
    approval: 'Approved by', signed: 'Signed', inForce: 'In force', ends: 'Ends when', known: 'Public',
    contents: 'Contents', languages: 'Languages', publication: 'Published', domestic: 'Domestic effect',
    status: 'Status', reason: 'Reason', gist: 'Gist', phrase: 'Phrase', instrument: 'Instrument',
    provision: 'Provision', question: 'Question', type: 'Type', scope: 'Scope', organs: 'Decided by',
    values: 'Values', default: 'Assumed', range: 'Range', unit: 'Unit', means: 'Means', reading: 'Reading',
    bearers: 'Binds', counterparty: 'Toward', act: 'Act', condition: 'When', except: 'Except when',
    openTo: 'Left open', accordance: 'In accordance with', subject: 'Subject to',
    notwithstanding: 'Notwithstanding', prevails: 'Prevails over', continues: 'Continues',
    replaces: 'Replaces', period: 'Holds', standing: 'Standing', always: 'Always', names: 'Names',
    partOf: 'Part of', relations: 'Relations', authority: 'Authority', party: 'Party', holders: 'Follows',
    on: 'On', stated: 'Stated', answer: 'Answer', given: 'Given', expects: 'Expects',
    disagreement: 'Known disagreement', contestedBy: 'Contested by', says: 'Says', speaker: 'Speaker',
    contradicted: 'Contradicted', verdict: 'Verdict', query: 'Query', evidence: 'Evidence',
    correction: 'Correction', address: 'Address', mark: 'Confirmed', citations: 'Citations', under: 'Under',
  },
  statuses: {
    encoded: 'encoded',
    descriptive: 'descriptive: states no rule',
    'not-encoded': 'not encoded',
  } as Readonly<Record<Provision['status'], string>>,
  instrumentKinds: {
    treaty: 'treaty', 'exchange-of-notes': 'exchange of notes', 'agreed-minute': 'agreed minute',
    agreement: 'agreement', guidelines: 'guidelines', statute: 'statute', constitution: 'constitution',
    'cabinet-decision': 'cabinet decision', judgment: 'judgment', statement: 'statement', record: 'record',
    charter: 'charter', body: 'body',
  } as Readonly<Record<Instrument['kind'], string>>,
  authorities: {
    agreement: 'agreement of the parties', court: 'court', government: 'government', legislator: 'legislator',
    scholar: 'scholar',
  } as Readonly<Record<Authority, string>>,
  relations: {
    administered: 'administered by', claimed: 'claimed by', controlled: 'controlled by',
  } as Readonly<Record<Relation, string>>,
  relationBy: (relation: string, party: string): string => `${relation} ${party}`,
  inReadingOf: (holder: string): string => `in the reading of ${holder}`,
  otherParties: 'the other party',
  from: (date: string): string => `from ${date}`,
  verdicts: {
    holds: 'holds', fails: 'fails', 'holds-in-part': 'holds in part', contested: 'contested',
    outside: 'outside the system',
  } as Readonly<Record<string, string>>,
  inView: (view: string): string => `in the view of ${view}`,
  dependents: 'What depends on it',
  noDependents: 'Nothing depends on it.',
  byOn: (by: string, date: string): string => `${date}, by ${by}`,

  // ---------------------------------------------------------------- backtest
  backtestTitle: 'Precedents against the recorded answers',
  backtestColumns: { precedent: 'Precedent', on: 'On', expectations: 'Expected', met: 'Met', result: 'Result' },
  results: { reproduced: 'reproduced', declared: 'declared disagreement', failed: 'FAILED' },
  expected: 'Expected',
  found: 'Found',
  declaredReason: 'Declared',
  backtestCounts: (total: number, reproduced: number, declared: number, failed: number): string =>
    `${count(total, 'precedent', 'precedents')}: ${reproduced} reproduced, ${declared} declared as a disagreement, ${failed} failed.`,
  statementsApart: (number: number): string =>
    `${count(number, 'statement is', 'statements are')} recorded apart and not counted.`,
  becauseOf: (text: string): string => `because ${text}`,

  // ---------------------------------------------------------------- help
  helpIntro:
    'Anpo: the US–Japan security treaty system, executable. Give it a situation and a date; it says who must, may or must not do what, under which provision, and why.',
  usage: 'Usage',
  commands: 'Commands',
  flags: 'Flags',
  examples: 'Examples',
  exitCodes: 'Exit codes: 0 done, whatever was found; 1 a check failed; 2 bad input.',
  helpHint: '`anpo COMMAND --help` explains one command. ANPO_LANG=ja chooses Japanese for all.',
  summaries: {
    assess: 'what the law makes of a situation, with reasons and sources',
    facts: 'what can be asked: the facts, their values and who determines them',
    show: 'a provision, term, norm, reading … with its text, dates and what depends on it',
    backtest: 'the precedents against their recorded answers',
    check: 'whether the library is sound',
  },
  usages: {
    assess: 'anpo assess [FILE.yaml] [--fact NAME=VALUE …] [--on DATE] [--known-on DATE] [--view NAME]',
    facts: 'anpo facts [WORD]',
    show: 'anpo show ID',
    backtest: 'anpo backtest',
    check: 'anpo check',
  },
  flagTexts: {
    fact: 'a fact: name=value, or name for yes; name@organ=value for a determination; incident.name=value. May be repeated; overrides the file',
    on: 'the day the situation is asked about (today unless said)',
    'known-on': 'use only what was public on that day',
    view: 'all (the default), or a view or holder whose readings to take',
    all: 'show in full also what does not apply',
    json: 'print JSON',
    lang: 'en or ja (from ANPO_LANG or the locale unless said)',
    library: 'the library directory (from ANPO_LIBRARY, or this repository’s, unless said)',
    help: 'this help',
  } as Readonly<Record<string, string>>,
  flagValues: { fact: 'NAME=VALUE', on: 'DATE', 'known-on': 'DATE', view: 'NAME', lang: 'en|ja', library: 'DIR' } as Readonly<
    Record<string, string>
  >,
  commandExamples: {
    assess: ['anpo assess examples/senkaku-soldiers-2016.yaml', 'anpo assess --fact armed-attack --fact place=okinawa-island --on 1975-06-01', 'anpo assess - --view government-of-japan --json < situation.yaml'],
    facts: ['anpo facts attack', 'anpo facts --json'],
    show: ['anpo show treaty-1960', 'anpo show armed-attack --lang ja'],
    backtest: ['anpo backtest', 'anpo backtest --json'],
    check: ['anpo check', 'anpo check --library ./library'],
  },
};

export type Messages = typeof english;
