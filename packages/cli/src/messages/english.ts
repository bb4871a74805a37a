/** The command line's own words, in English. The other languages have the same entries. */

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

export const english = {
  // ---------------------------------------------------------------- errors
  error: 'error',
  warning: 'warning',
  didYouMean: (names: readonly string[]): string => `did you mean ${names.join(' or ')}?`,
  answerUnwritable: (reason: string): string => `the answer cannot be written: ${reason}`,
  internalError: (detail: string): string =>
    `anpo: a fault in Anpo itself, not in your input: ${detail}\nSet ANPO_DEBUG=1 to see where, and please report it.`,

  // ---------------------------------------------------------------- library
  checkClean: (norms: number, provisions: number, instruments: number, facts: number): string =>
    `The library is sound: ${count(instruments, 'instrument', 'instruments')}, ${count(provisions, 'provision', 'provisions')}, ${count(norms, 'norm', 'norms')}, ${count(facts, 'fact', 'facts')}.`,
  checkCounts: (errors: number, warnings: number): string =>
    `${count(errors, 'error', 'errors')}, ${count(warnings, 'warning', 'warnings')}.`,
  checkRead: (directory: string): string => `Read: ${directory}`,
  candidates: 'candidates',
  mend: 'mend',

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
    why: 'why a norm applies, does not, or is open: the smallest sufficient facts',
    whatif: 'the smallest changes of facts, date or reading that would flip a norm',
    ask: 'an interview that asks the next best question and ends in the assessment',
    diff: 'what changed between two dates, views or libraries, and what made the change',
    compare: 'one situation across alliances; each treaty’s profile against a published coding',
    prove: 'whether a statement holds over all situations: a proof or a counterexample',
    claims: 'the claims of the library and what the proofs make of them',
    audit: 'what pulls both ways, is missing or never matters in the whole library',
    facts: 'what can be asked: the facts, their values and who determines them',
    show: 'a provision, term, norm, reading … with its text, dates and what depends on it',
    backtest: 'the precedents against their recorded answers',
    coverage: 'what is encoded, how well it was checked, and what the registers hold',
    check: 'whether the library is sound',
    screen: 'every row of a data set under the law of its own date',
    table: 'the decision table of a norm, in its shortest form',
    sql: 'the rules as an SQL view',
  },
  usages: {
    assess: 'anpo assess [FILE.yaml] [--fact NAME=VALUE …] [--on DATE] [--known-on DATE] [--view NAME]',
    why: 'anpo why NORM[@BEARER] [FILE.yaml] [--fact NAME=VALUE …] [--on DATE] [--view NAME]',
    whatif: 'anpo whatif NORM[@BEARER] [FILE.yaml] [--fact NAME=VALUE …] [--on DATE] [--view NAME]',
    ask: 'anpo ask [FILE.yaml] [--about NORM|INSTRUMENT] [--on DATE] [--view NAME] [--answers FILE.yaml]',
    diff: 'anpo diff FROM TO [--view NAME] [--on DATE]',
    compare: 'anpo compare [FILE.yaml] [--instruments ID,ID] [--fact NAME=VALUE …] [--on DATE]',
    prove: "anpo prove 'QUERY' [--view NAME]",
    claims: 'anpo claims [ID]',
    audit: 'anpo audit [--on DATE] [--view NAME] [--steps N]',
    facts: 'anpo facts [WORD]',
    show: 'anpo show ID',
    backtest: 'anpo backtest',
    coverage: 'anpo coverage',
    check: 'anpo check',
    screen: 'anpo screen DATA --map MAP.yaml [--view NAME] [--out FILE] [--settle]',
    table:
      'anpo table NORM --vary FACT,FACT [--fact NAME=VALUE …] [--on DATE] [--format text|markdown|csv|html]',
    sql: 'anpo sql [--dialect duckdb|postgres|trino|spark] [--source TABLE] [--on DATE] [--view NAME]',
  },
  flagTexts: {
    kleene: 'use plain strong Kleene logic; exact logic unless said',
    about: 'ask only what bears on this norm, or on the norms of this instrument',
    answers: 'take the answers from this file (fact: value) and stop at the first that is missing',
    instruments: 'the instruments to compare, with commas',
    steps: 'how many steps of work the audit may take (20000000 unless said)',
    fact: 'a fact: name=value, or name for yes; name@organ=value for a determination; incident.name=value. May be repeated; overrides the file',
    on: 'the day the situation is asked about (today in Japan unless said)',
    'known-on': 'use only what was public on that day',
    view: 'all (the default), or a view or holder whose readings to take',
    all: 'show in full also what does not apply',
    map: 'the file that says which column, or SQL over columns, gives which fact',
    out: 'where findings go row by row (.parquet or .csv); a summary is printed in any case',
    rejects: 'where rows go that could not be read, with line and reason (rejects.csv unless said)',
    settle: 're-examine what is undetermined exactly; without it strong Kleene logic is used',
    summary: 'write the summary by norm, year and party to this CSV file',
    norm: 'only this norm; may be repeated',
    threads: 'threads for reading (1 unless said)',
    checkpoint: 'where an interrupted run keeps its place (beside --out unless said)',
    vary: 'the facts to vary, with commas; date varies the day',
    format: 'text, markdown, csv or html',
    dialect: 'duckdb, postgres, trino or spark',
    source: 'the table with the facts (situations unless said)',
    name: 'the name of the view (findings unless said)',
    keep: 'a column of the source that the view keeps; may be repeated',
    json: 'print JSON',
    lang: 'en or ja (from ANPO_LANG or the locale unless said)',
    library: 'the library directory (from ANPO_LIBRARY, or this repository’s, unless said)',
    help: 'this help',
  } as Readonly<Record<string, string>>,
  flagValues: {
    about: 'ID',
    answers: 'FILE',
    instruments: 'ID,ID',
    steps: 'N',
    fact: 'NAME=VALUE',
    on: 'DATE',
    'known-on': 'DATE',
    view: 'NAME',
    map: 'FILE',
    out: 'FILE',
    rejects: 'FILE',
    summary: 'FILE',
    checkpoint: 'FILE',
    norm: 'NORM',
    threads: 'N',
    vary: 'FACT,FACT',
    format: 'FORMAT',
    dialect: 'NAME',
    source: 'TABLE',
    name: 'NAME',
    keep: 'COLUMN',
    lang: 'en|ja',
    library: 'DIR',
  } as Readonly<Record<string, string>>,
  commandExamples: {
    assess: [
      'anpo assess examples/senkaku-soldiers-2016.yaml',
      'anpo assess --fact armed-attack --fact place=okinawa-island --on 1975-06-01',
      'anpo assess - --view government-of-japan --json < situation.yaml',
    ],
    why: [
      'anpo why answer-armed-attack@JP --fact use-of-force --fact organised-and-planned --fact place=okinawa-island --on 1975-06-01',
      'anpo why put-down-riots-1951 --on 1965-01-01',
    ],
    whatif: [
      'anpo whatif answer-armed-attack@JP --fact use-of-force --fact organised-and-planned --fact victim=JP --fact place=okinawa-island --on 1970-06-01',
    ],
    ask: ['anpo ask --about treaty-1960 --on 2016-08-06', 'anpo ask --answers answers.yaml --json'],
    diff: [
      'anpo diff 2014-06-30 2016-03-29',
      'anpo diff government-of-japan government-of-united-states --on 2016-03-29',
      'anpo diff HEAD~1 HEAD',
    ],
    compare: [
      'anpo compare --instruments treaty-1960,north-atlantic-treaty',
      'anpo compare examples/senkaku-soldiers-2016.yaml',
    ],
    prove: ["anpo prove 'never answer-armed-attack of JP when place is guam since 1960-06-23'"],
    claims: ['anpo claims', 'anpo claims --json'],
    audit: ['anpo audit --on 2016-03-29', 'anpo audit --json'],
    facts: ['anpo facts attack', 'anpo facts --json'],
    show: ['anpo show treaty-1960', 'anpo show armed-attack --lang ja'],
    backtest: ['anpo backtest', 'anpo backtest --json'],
    coverage: ['anpo coverage', 'anpo coverage --json'],
    check: ['anpo check', 'anpo check --library ./library'],
    screen: [
      'anpo screen examples/screen/disputes.csv --map examples/screen/disputes.yaml',
      'anpo screen "events/*.parquet" --map map.yaml --out findings.parquet --view government-of-japan',
    ],
    table: ['anpo table answer-armed-attack --vary use-of-force,victim,date'],
    sql: ['anpo sql --dialect postgres --source events --keep id', 'anpo sql --on 2016-03-29 > view.sql'],
  },

  // ---------------------------------------------------------------- screen, table, sql
  columns: {
    progress: (rows: string, rate: string, left: string, rejected: string): string =>
      `${rows} rows, ${rate} a second${left === '' ? '' : `, ${left} left`}${rejected === '0' ? '' : `, ${rejected} rejected`}`,
  },
  working: 'working …',
  workingOn: (done: number, of: number): string => `${done} of ${of} …`,
  inQuery: (column: number): string => `the query, at character ${column}`,

  claimsChecked: (proved: number): string =>
    `${count(proved, 'claim was', 'claims were')} checked by proof: every stated verdict stands.`,
  yes: 'yes',
  no: 'no',
  goBack: '← back to the question before',
  finish: '■ stop here and assess',
  typedControls: (canGoBack: boolean): string =>
    `? for unknown${canGoBack ? ', < to go back' : ''}, . to stop`,
  search: (canGoBack: boolean): string =>
    `type a part of the name; ? for unknown${canGoBack ? ', < to go back' : ''}, . to stop`,
  noMatch: (text: string): string => `nothing has “${text}” in its name`,
  searchAgain: '↻ search again',
  stopped: 'The interview ends here.',
};

export type Messages = typeof english;
