/** What the engine prints in English. Acts are bare infinitive phrases: "act to meet the common danger". */
import type { Duration, Relation } from '../rulebook/schema.ts';
import type { OpenAspect, RuleWords, Standing, Wording } from './contract.ts';

/** What joins bearer and act, by force: only what binds in law says "must". */
const modals: Readonly<Record<RuleWords['force'], Readonly<Record<RuleWords['kind'], string>>>> = {
  binding: {
    duty: 'must',
    prohibition: 'must not',
    permission: 'may',
    power: 'has the power to',
    immunity: 'need not',
  },
  political: {
    duty: 'has given the assurance that it will',
    prohibition: 'has given the assurance that it will not',
    permission: 'may',
    power: 'may',
    immunity: 'need not',
  },
  policy: {
    duty: 'is to',
    prohibition: 'is not to',
    permission: 'may',
    power: 'may',
    immunity: 'need not',
  },
};

/** "The Self-Defense Forces are to": organs whose name is a plural. */
const plural = (organName: string): boolean => /[^s]s$|police$/.test(organName.split(' of ')[0] as string);

function joined(words: RuleWords): string {
  if (words.own !== undefined) return words.own;
  const modal = modals[words.force][words.kind];
  const several = words.bearerIsOrgan && plural(words.bearer);
  const agreed = several
    ? modal.replace(/^has /, 'have ').replace(/^is /, 'are ').replace('that it will', 'that they will')
    : modal;
  return `${agreed} ${words.act}`;
}

/** What is no law says so. */
function standing({ force, kind, own }: RuleWords): string {
  if (force === 'binding') return '';
  const promised = own === undefined && (kind === 'duty' || kind === 'prohibition');
  if (force === 'policy')
    return promised ? ' (policy, not itself a duty in law)' : ' (policy, not itself law)';
  return promised
    ? ' (a political commitment, not a duty in law)'
    : ' (a political statement, not binding in law)';
}

const list = (items: readonly string[], word: string): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;

const both = (items: readonly string[]): string => list(items, 'and');
const either = (items: readonly string[]): string => list(items, 'or');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Names such as "United States" and "Republic of Korea" take an article within a sentence. */
const article = (name: string): string =>
  /^(United|Soviet|Philippines|Netherlands|.* of )/.test(name) && !/^(the|The) /.test(name)
    ? `the ${name}`
    : name;

/** Organs take an article wherever they stand within a sentence. */
const organ = (name: string): string => (/^the /i.test(name) ? name : `the ${name}`);

const duration = ({ count, unit }: Duration): string => `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;

const aspects: Readonly<Record<OpenAspect, string>> = {
  kind: 'kind',
  amount: 'amount',
  timing: 'timing',
  place: 'place',
  manner: 'manner',
  organ: 'organ that acts',
};

/** A sentence of its own, behind the rule. */
function openness(open: readonly OpenAspect[]): string {
  if (open.length === 0) return '';
  const nouns = open.filter((aspect) => aspect !== 'organ').map((aspect) => `the ${aspects[aspect]}`);
  if (nouns.length > 0) nouns[nouns.length - 1] += ' of action';
  if (open.includes('organ')) nouns.push('the organ that acts');
  if (nouns.length === 1) return ` ${capital(nouns[0] as string)} is not fixed by the text.`;
  if (nouns.length === 2) return ` Neither ${nouns[0]} nor ${nouns[1]} is fixed by the text.`;
  return ` ${capital(both(nouns))} are not fixed by the text.`;
}

function clause(words: RuleWords): string {
  const toward = words.toward.length === 0 ? '' : `toward ${both(words.toward.map(article))}, `;
  let deadline = '';
  if (words.deadline?.immediately) deadline = ', immediately';
  else if (words.deadline?.duration) {
    deadline = `, within ${duration(words.deadline.duration)}`;
    if (words.deadline.after !== undefined) deadline += ` after ${words.deadline.after}`;
  }
  const accordance =
    words.accordance.length === 0 ? '' : `, in accordance with ${both(words.accordance.map(article))}`;
  const subject = words.subject.length === 0 ? '' : `, subject to ${both(words.subject)}`;
  const bearer = words.bearerIsOrgan ? organ(words.bearer) : article(words.bearer);
  return `${toward}${bearer} ${joined(words)}${deadline}${accordance}${subject}`;
}

const verbs: Readonly<Record<Relation, string>> = {
  administered: 'administered',
  claimed: 'claimed',
  controlled: 'controlled',
};

const span = (from: string | undefined, until: string | undefined): string =>
  [from === undefined ? '' : `from ${from}`, until === undefined ? '' : `until ${until}`]
    .filter((part) => part !== '')
    .join(' ');

const noted = (note: string | undefined): string => (note === undefined ? '' : `: ${note}`);
const held = (since: string | undefined): string => (since === undefined ? '' : ` since ${since}`);

function inForce(instrument: string, standing: Standing, negated: boolean): string {
  switch (standing.kind) {
    case 'in-force':
      return `${instrument} is in force${held(standing.from)}`;
    case 'not-yet':
      return `${instrument} is not yet in force: it enters into force on ${standing.from}`;
    case 'no-longer':
      return `${instrument} is no longer in force: it ended on ${standing.until}`;
    case 'not-known':
      return `${instrument} was not publicly known on ${standing.on}: it became known on ${standing.known}`;
    case 'out-of-force':
      return `${instrument} is not in force`;
    case 'open':
      return `${instrument} is ${negated ? 'not ' : ''}in force`;
  }
}

export const english: Wording = {
  outcomes: { applies: 'applies', 'does-not-apply': 'does not apply', undetermined: 'undetermined' },
  kinds: {
    duty: 'duty',
    prohibition: 'prohibition',
    permission: 'permission',
    power: 'power',
    immunity: 'immunity',
  },
  orders: {
    international: 'international law',
    japan: 'law of Japan',
    'united-states': 'law of the United States',
  },
  forces: { binding: 'legally binding', political: 'politically binding', policy: 'policy' },
  marks: {
    confirmed: 'confirmed on a primary source',
    secondary: 'confirmed on a secondary source',
    unconfirmed: 'not confirmed',
    contested: 'disputed as such',
  },
  aspects,
  reviewers: {
    court: 'courts',
    Diet: 'the Diet',
    Congress: 'Congress',
    'other-party': 'the other party',
    'joint-committee': 'the Joint Committee',
    'security-council': 'the Security Council',
    government: 'the government',
    nobody: 'nobody',
  },
  bases: {
    observed: 'observed',
    alleged: 'alleged',
    found: 'officially found',
    stipulated: 'stipulated',
    assumed: 'assumed',
    missing: 'not given',
    register: 'register',
    law: 'by law',
  },
  manners: { silent: 'is silent', declines: 'declines to state' },
  relations: { administered: 'administration', claimed: 'claims', controlled: 'control' },
  truths: { true: 'yes', false: 'no', unknown: 'unknown' },

  sentence: (words) => `${capital(`${clause(words)}${standing(words)}`)}.${openness(words.open)}`,
  clause,
  date: (date) => date,
  duration,
  either,
  both,

  rule: (value) =>
    value === 'true'
      ? 'everything that the rule requires is given'
      : value === 'false'
        ? 'something that the rule requires is not given'
        : 'something that the rule requires is open',
  asAbove: () => 'as explained above',
  not: (text) => `not: ${text}`,
  allOf: () => 'all of these together',
  anyOf: (value) => (value === 'false' ? 'none of these holds' : 'one of these suffices'),
  constant: (value) => (value ? 'always' : 'never'),
  nested: (outer, inner) => `${outer} (${inner})`,
  foundBy: (label, name) => `${label}, as found by ${organ(name)}`,
  inIncident: (text, incident) => `${incident}: ${text}`,
  given: (text, value) => `${text} (given: ${value})`,
  valueIs: (label, values, negated) => `${label} is ${negated ? 'not ' : ''}${either(values)}`,
  atLeast: (label, value, negated) => `${label} is ${negated ? 'less than' : 'at least'} ${value}`,
  labelFrom: (label, date, negated) => `${label} is ${negated ? 'before' : 'on or after'} ${date}`,
  dateFrom: (date, negated) => `the date is ${negated ? 'before' : 'on or after'} ${date}`,
  knownFrom: (date, negated) => `what became public on ${date} is ${negated ? 'not yet ' : ''}known`,
  elapsed: (length, label, negated) =>
    `${duration(length)} after ${label} ${length.count === 1 ? 'has' : 'have'} ${negated ? 'not ' : ''}passed`,
  elsewhere: (region) => (region === undefined ? 'elsewhere' : `elsewhere in ${region}`),
  notEntered: (place, regions) => `${place} is not entered as part of ${either(regions)}`,
  liesIn: (place, regions, negated) => `${place} ${negated ? 'does not lie' : 'lies'} in ${either(regions)}`,
  related: (place, relation, party, negated) =>
    `${place} is ${negated ? 'not ' : ''}${verbs[relation]} by ${article(party)}`,
  partly: (text) => `${text}: so for some parts, otherwise for others`,
  relatedInstead: (place, relation, party, parties) =>
    parties.length === 0
      ? `${place} is not ${verbs[relation]} by ${article(party)}, nor by anybody in the register`
      : `${place} is ${verbs[relation]} by ${both(
          parties.map((other) => `${article(other.party)}${held(other.since)}`),
        )}, not by ${article(party)}`,
  since: (text, date) => `${text} since ${date}`,
  partyTo: (party, instrument, negated) =>
    `${article(party ?? 'the bearer')} is ${negated ? 'not ' : ''}a party to ${instrument}`,
  inForce,
  exception: (negated) => (negated ? 'no exception holds' : 'an exception holds'),
  precedence: (rule, negated) =>
    negated ? `no prevailing rule applies (${rule})` : `a prevailing rule applies: ${rule}`,
  applies: (rule, negated) => (negated ? `not: ${rule}` : rule),
  period: (from, until, negated) => `the rule ${negated ? 'does not hold' : 'holds'} ${span(from, until)}`,
  bound: (bearer, from, until, negated) =>
    `${article(bearer)} is ${negated ? 'not ' : ''}bound ${span(from, until)}`,
  standing: (negated) => (negated ? 'the rule does not stand' : 'the rule stands'),
  someIncident: (negated) => (negated ? 'in no incident' : 'in some incident'),
  adopted: (holder, since, note) => `as ${article(holder)} reads it${held(since)}${noted(note)}`,
  reading: (holder, since, note) => `${article(holder)} reads it so${held(since)}${noted(note)}`,
  relationOf: (places, relation) => `${places}: ${relation}`,
  noReading: () => 'no reading is recorded for this date',
  noReadingInView: () => 'the view asked for has no reading of it',
  openReading: (subject, holders) =>
    holders.length === 0
      ? `what "${subject}" means: no reading of it is recorded here`
      : `what "${subject}" means: ${both(holders)} read it differently`,
  clash: (bearer, left, right) =>
    `both bind, and ${article(bearer)} cannot follow both: ${left}; ${right}. Domestic law does not excuse a breach of a treaty.`,

  backtest: {
    found: (expected, found) => `expected ${expected}, found ${found}`,
    noBlocker: () => 'the expectation names no blocker: say because of what the rule does not apply',
    blockerHolds: (blocker) => `the named blocker does not fail here: ${blocker}`,
    notSufficient: (blockers) => `something else blocks too: with ${both(blockers)} given, it still fails`,
    idle: (blocker) => `this blocker is idle: without it the rule is unblocked as well: ${blocker}`,
    notOpen: (expression) => `this is not open here: ${expression}`,
    notPending: (expression) => `settling this would not settle the rule: ${expression}`,
    form: (aspect, expected, found) => `${aspect}: expected ${expected}, found ${found}`,
    noSuchIncident: (name) => `the precedent has no incident "${name}"`,
    noExpectations: () => 'the precedent expects nothing',
    noLongerDisagrees: () => 'the declared disagreement no longer holds: every expectation is met',
    noSuchFinding: () => 'the rule makes no finding for this bearer',
    invalid: (message) => `the situation cannot be read: ${message}`,
    declared: (reason) => `declared disagreement: ${reason}`,
    reproduced: () => 'as recorded',
    has: () => 'has a reading',
    hasNot: () => 'has no reading',
    none: () => 'no amount',
  },
};
