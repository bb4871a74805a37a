/**
 * The Rulebook: everything the library says, linked and typed, as plain JSON.
 * This file is the versioned schema and the only definition of its types; `language` makes a Rulebook,
 * everything else reads one. Dates are `YYYY-MM-DD`, periods are half-open `[from, until)`.
 */
import { z } from 'zod';
import { RULEBOOK_VERSION } from './version.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const id = z.string().min(1);

export const textSchema = z.strictObject({ en: z.string(), ja: z.string() });
export const positionSchema = z.strictObject({ file: z.string(), line: z.int(), column: z.int() });
/** How well a statement was confirmed: on a primary page, on a secondary page, not at all, or disputed as such. */
export const markSchema = z.enum(['confirmed', 'secondary', 'unconfirmed', 'contested']);
export const citationSchema = z.strictObject({ source: id, at: z.string().optional(), mark: markSchema });
export const periodSchema = z.strictObject({ from: date.optional(), until: date.optional() });
export const durationSchema = z.strictObject({
  count: z.int().nonnegative(),
  unit: z.enum(['hours', 'days', 'months', 'years']),
});

/** A party, an organ, or the bearer of the norm that is being compiled. */
const actorReference = z.strictObject({ kind: z.enum(['party', 'organ', 'bearer']), id: id.optional() });

export type Expression =
  | { kind: 'constant'; value: boolean }
  | { kind: 'not'; of: Expression }
  | { kind: 'and' | 'or'; of: Expression[] }
  /** A yes/no fact. `organ` is present for determinations: whose finding is meant. */
  | { kind: 'fact'; fact: string; organ?: ActorReference | undefined }
  | { kind: 'term'; term: string }
  /** A choice or party fact has one of these values, or the value of the bearer. */
  | { kind: 'value'; fact: string; values: string[]; bearer?: boolean | undefined }
  /** A place fact lies in one of these places or their parts. */
  | { kind: 'place'; fact: string; places: string[] }
  /** The place is administered, claimed or controlled by the party on the date, by the register. */
  | { kind: 'relation'; fact: string; relation: Relation; party: ActorReference }
  /** A party fact names a party to the instrument on the date. */
  | { kind: 'member'; fact?: string | undefined; instrument: string }
  /** A number, amount (decimal text) or date fact is at least `at`. */
  | { kind: 'threshold'; fact: string; at: string }
  /** The date of the situation is on or after `at`. */
  | { kind: 'date'; at: string }
  /** The date of the situation is on or after the date fact plus the duration. */
  | { kind: 'elapsed'; fact: string; duration: Duration }
  | { kind: 'in-force'; instrument: string }
  | { kind: 'applies'; norm: string; bearer?: ActorReference | undefined }
  | { kind: 'some-incident'; of: Expression }
  | { kind: 'bearer'; values: string[] };

export const relationSchema = z.enum(['administered', 'claimed', 'controlled']);

export const expressionSchema: z.ZodType<Expression> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('constant'), value: z.boolean() }),
    z.strictObject({ kind: z.literal('not'), of: expressionSchema }),
    z.strictObject({ kind: z.enum(['and', 'or']), of: z.array(expressionSchema) }),
    z.strictObject({ kind: z.literal('fact'), fact: id, organ: actorReference.optional() }),
    z.strictObject({ kind: z.literal('term'), term: id }),
    z.strictObject({
      kind: z.literal('value'),
      fact: id,
      values: z.array(id),
      bearer: z.boolean().optional(),
    }),
    z.strictObject({ kind: z.literal('place'), fact: id, places: z.array(id) }),
    z.strictObject({
      kind: z.literal('relation'),
      fact: id,
      relation: relationSchema,
      party: actorReference,
    }),
    z.strictObject({ kind: z.literal('member'), fact: id.optional(), instrument: id }),
    z.strictObject({ kind: z.literal('threshold'), fact: id, at: z.string() }),
    z.strictObject({ kind: z.literal('date'), at: date }),
    z.strictObject({ kind: z.literal('elapsed'), fact: id, duration: durationSchema }),
    z.strictObject({ kind: z.literal('in-force'), instrument: id }),
    z.strictObject({ kind: z.literal('applies'), norm: id, bearer: actorReference.optional() }),
    z.strictObject({ kind: z.literal('some-incident'), of: expressionSchema }),
    z.strictObject({ kind: z.literal('bearer'), values: z.array(id) }),
  ]),
) as z.ZodType<Expression>;

export type ValueExpression =
  /** Exact number as `numerator/denominator` or decimal text. */
  | { kind: 'number'; value: string }
  | { kind: 'date'; value: string }
  | { kind: 'fact'; fact: string }
  | { kind: 'amount'; amount: string }
  | { kind: 'after'; of: ValueExpression; duration: Duration }
  | { kind: 'sum' | 'difference' | 'product'; left: ValueExpression; right: ValueExpression };

export const valueExpressionSchema: z.ZodType<ValueExpression> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), value: z.string() }),
    z.strictObject({ kind: z.literal('date'), value: date }),
    z.strictObject({ kind: z.literal('fact'), fact: id }),
    z.strictObject({ kind: z.literal('amount'), amount: id }),
    z.strictObject({ kind: z.literal('after'), of: valueExpressionSchema, duration: durationSchema }),
    z.strictObject({
      kind: z.enum(['sum', 'difference', 'product']),
      left: valueExpressionSchema,
      right: valueExpressionSchema,
    }),
  ]),
) as z.ZodType<ValueExpression>;

/** Names that the same thing had before. They stand for nothing else, so that old files and links mean it still. */
const formerly = z.array(id).min(1).optional();
const item = { id, position: positionSchema, formerly };

export const sourceSchema = z.strictObject({
  ...item,
  title: textSchema,
  address: z.string().optional(),
  mark: markSchema,
  /** A data set that codes alliances: claims that cite it are codings. */
  coding: z.literal(true).optional(),
});

export const partySchema = z.strictObject({
  ...item,
  label: textSchema,
  /** One of those whose treaties the library is about. */
  home: z.literal(true).optional(),
  citations: z.array(citationSchema),
});

export const organSchema = z.strictObject({
  ...item,
  label: textSchema,
  party: id,
  citations: z.array(citationSchema),
});

/** A government speaks for its party, and an agreement for all that made it; nobody else does. */
export const authoritySchema = z.enum([
  'agreement',
  'court',
  'government',
  'legislator',
  'scholar',
  'officials',
  'locality',
]);
export const holderSchema = z.strictObject({
  ...item,
  label: textSchema,
  authority: authoritySchema,
  party: id.optional(),
  /** When it was there to read anything; its readings end with it. */
  period: periodSchema,
  citations: z.array(citationSchema),
});

export const viewSchema = z.strictObject({ ...item, label: textSchema, holders: z.array(id).min(1) });

/** A reading: what one holder takes a term, norm, instrument or relation to mean, and since when. */
export const readingSchema = z.strictObject({
  holder: id,
  period: periodSchema,
  /** The day the reading became public; absent where it was public from the start. */
  known: date.optional(),
  meaning: expressionSchema,
  note: textSchema.optional(),
  citations: z.array(citationSchema),
  position: positionSchema,
});
/** A holder that is silent or declines to state. It is recorded, and it is no reading. */
export const silenceSchema = z.strictObject({
  holder: id,
  manner: z.enum(['silent', 'declines']),
  period: periodSchema,
  citations: z.array(citationSchema),
});
/** Either one meaning, or the readings of holders among which a view chooses. */
export const definitionSchema = z.strictObject({
  meaning: expressionSchema.optional(),
  readings: z.array(readingSchema),
  silences: z.array(silenceSchema),
});

/** Said of what binds wherever it happens, though it belongs to the law of a territory. */
const anywhere = z.literal(true).optional();

export const instrumentSchema = z.strictObject({
  ...item,
  title: textSchema,
  short: textSchema.optional(),
  kind: z.enum([
    'treaty',
    'exchange-of-notes',
    'agreed-minute',
    'agreement',
    'guidelines',
    'statute',
    'constitution',
    'cabinet-decision',
    'judgment',
    'statement',
    'record',
    'charter',
    'body',
  ]),
  force: z.enum(['binding', 'political', 'policy']),
  order: z.enum(['international', 'japan', 'united-states']),
  parties: z.array(z.strictObject({ party: id, period: periodSchema })),
  approval: z.array(z.string()),
  signed: date.optional(),
  known: date.optional(),
  period: periodSchema,
  ends: expressionSchema.optional(),
  /** Where it holds: so do its norms and amounts, but those that bind anywhere. */
  territory: expressionSchema.optional(),
  anywhere,
  /** Readings of the instrument's existence, validity, bindingness or continuance. */
  standing: definitionSchema.optional(),
  under: id.optional(),
  contents: z.array(z.string()),
  confirmedWordingRequired: z.boolean(),
  languages: z.array(z.string()),
  publication: z.string().optional(),
  domesticEffect: textSchema.optional(),
  note: textSchema.optional(),
  citations: z.array(citationSchema),
});

export const provisionSchema = z.strictObject({
  ...item,
  instrument: id,
  name: z.string(),
  /** How lawyers cite it: "Article V(1)", 「第五条第一項」. Its name where there is none. */
  label: textSchema.optional(),
  status: z.enum(['encoded', 'descriptive', 'not-encoded']),
  reason: textSchema.optional(),
  gist: textSchema,
  /** Operative words, where the choice of words matters or where the two languages part. */
  phrase: textSchema.optional(),
  citations: z.array(citationSchema),
});

export const assumptionSchema = z.enum(['frame', 'undone', 'usual']);

export const factSchema = z.strictObject({
  ...item,
  label: textSchema,
  question: textSchema,
  type: z.enum(['yes-no', 'choice', 'place', 'party', 'number', 'amount', 'date']),
  kind: z.enum(['observable', 'determination', 'assumption']),
  organs: z.array(id),
  scope: z.enum(['situation', 'incident']),
  choices: z.array(z.strictObject({ id, label: textSchema, formerly })),
  /** The value assumed where none is given; only for assumptions. */
  default: z.string().optional(),
  /**
   * What the assumption is: of the frame (what it would end has not ended), a deed that nobody has done yet, or how
   * the world usually is. What reasons over all situations keeps the first two and leaves the third free.
   */
  assumedAs: assumptionSchema.optional(),
  minimum: z.string().optional(),
  maximum: z.string().optional(),
  unit: z.string().optional(),
  /** What the questions about a whole treaty vary: where it happens, who is attacked. One fact each. */
  role: z.enum(['place', 'attacked']).optional(),
  provision: id.optional(),
  citations: z.array(citationSchema),
});

export const termSchema = z.strictObject({
  ...item,
  label: textSchema,
  /** Its situations are an attack, which some norm ought to meet. */
  attack: z.literal(true).optional(),
  provision: id.optional(),
  definition: definitionSchema,
  /** Of a list of places: whether it is complete, or which of the places that it does not name were left out knowingly. */
  places: z
    .strictObject({ complete: z.boolean(), outside: z.array(id), citations: z.array(citationSchema) })
    .optional(),
  note: textSchema.optional(),
  citations: z.array(citationSchema),
});

/** What the members of an alliance may owe each other; the names of a profile's entries. */
export const obligationSchema = z.enum([
  'defence',
  'offence',
  'neutrality',
  'nonAggression',
  'consultation',
  'bases',
  'exit',
]);
export const actSchema = z.strictObject({
  ...item,
  label: textSchema,
  /** Which obligation of an alliance it carries out; absent: none. */
  obligation: obligationSchema.optional(),
  /** Acts that whoever does this one does too. */
  ways: z.array(id).optional(),
  provision: id.optional(),
});

/** Wording that qualifies how an act is done ("in accordance with constitutional processes"); it never blocks. */
export const qualifierSchema = z.strictObject({
  ...item,
  label: textSchema,
  citations: z.array(citationSchema),
});

export const bearerSchema = z.strictObject({ kind: z.enum(['party', 'organ']), id, period: periodSchema });

export const normKindSchema = z.enum(['duty', 'prohibition', 'permission', 'power', 'immunity']);
export const orderSchema = z.enum(['international', 'japan', 'united-states']);
export const forceSchema = z.enum(['binding', 'political', 'policy']);
/** What the text leaves to the bearer. */
export const openAspectSchema = z.enum(['kind', 'amount', 'timing', 'place', 'manner', 'organ']);
export const deadlineSchema = z.strictObject({
  immediately: z.boolean(),
  duration: durationSchema.optional(),
  after: id.optional(),
});

export const normSchema = z.strictObject({
  ...item,
  kind: normKindSchema,
  provision: id,
  instrument: id,
  order: orderSchema,
  force: forceSchema,
  bearers: z.array(bearerSchema).min(1),
  counterparty: z
    .strictObject({ kind: z.enum(['party', 'organ', 'other-parties']), id: id.optional() })
    .optional(),
  act: id,
  /** The operative verb and act of the text itself, where "must", "may" and their like would say another thing. */
  words: textSchema.optional(),
  /** Where it holds, as its instrument does. It says nothing of what the norm is about. */
  territory: expressionSchema.optional(),
  condition: expressionSchema.optional(),
  anywhere,
  exceptions: z.array(
    z.strictObject({ when: expressionSchema, citations: z.array(citationSchema), position: positionSchema }),
  ),
  open: z.array(openAspectSchema),
  accordance: z.array(id),
  subject: z.array(id),
  notwithstanding: z.array(id),
  prevails: z.array(id),
  deadline: deadlineSchema.optional(),
  period: periodSchema,
  standing: definitionSchema.optional(),
  review: z.array(z.string()),
  continues: z.array(id),
  replaces: z.array(id),
  note: textSchema.optional(),
  citations: z.array(citationSchema),
});

export const amountSchema = z.strictObject({
  ...item,
  label: textSchema,
  unit: z.enum(['yen', 'dollars', 'share', 'number', 'persons', 'days', 'date']),
  provision: id.optional(),
  instrument: id.optional(),
  territory: expressionSchema.optional(),
  anywhere,
  pieces: z.array(
    z.strictObject({
      value: valueExpressionSchema,
      when: expressionSchema.optional(),
      period: periodSchema,
      citations: z.array(citationSchema),
    }),
  ),
});

/** A sourced statement that some combination of facts cannot occur. `always` must hold in every situation. */
export const constraintSchema = z.strictObject({
  ...item,
  label: textSchema,
  always: expressionSchema,
  citations: z.array(citationSchema),
});

export const placeSchema = z.strictObject({
  ...item,
  label: textSchema,
  /** Names that parties use, for places whose name is disputed. */
  names: z.array(z.strictObject({ party: id, name: z.string() })),
  partOf: z.array(z.strictObject({ place: id, period: periodSchema, citations: z.array(citationSchema) })),
  relations: z.array(
    z.strictObject({
      relation: relationSchema,
      party: id,
      period: periodSchema,
      /** Present where only this holder reads the relation so. */
      holder: id.optional(),
      citations: z.array(citationSchema),
    }),
  ),
  citations: z.array(citationSchema),
});

/** A given fact: whose finding it is (for determinations), its value, and who asserts it. */
export const givenSchema = z.strictObject({
  fact: id,
  organ: id.optional(),
  /** `yes`, `no`, a value, a number or date as text, or `unknown`. */
  value: z.string(),
  asserted: z.enum(['observed', 'alleged', 'found', 'stipulated']),
});

export const outcomeSchema = z.enum(['applies', 'does-not-apply', 'undetermined']);

/** What a norm must be besides applying. Openness and deadline are compared even where nothing is said of them. */
export const expectedFormSchema = z.strictObject({
  kind: normKindSchema,
  act: id,
  force: forceSchema.optional(),
  order: orderSchema.optional(),
  open: z.array(openAspectSchema),
  deadline: deadlineSchema.optional(),
});

export const expectationSchema = z.strictObject({
  position: positionSchema,
  subject: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('norm'), norm: id, bearers: z.array(id) }),
    z.strictObject({ kind: z.literal('expression'), expression: expressionSchema, text: z.string() }),
    z.strictObject({ kind: z.literal('reading'), term: id, holder: id }),
    z.strictObject({ kind: z.literal('amount'), amount: id, value: z.string() }),
  ]),
  incident: z.string().optional(),
  view: id.optional(),
  known: date.optional(),
  outcome: outcomeSchema,
  as: expectedFormSchema.optional(),
  /** For negatives the condition that fails; for undetermined the atom or reading that is open. */
  because: z.array(expressionSchema),
  becauseText: z.string(),
});

export const precedentSchema = z.strictObject({
  ...item,
  title: textSchema,
  on: date,
  known: date.optional(),
  stated: z.strictObject({ on: date, by: textSchema }),
  answer: textSchema.optional(),
  given: z.array(givenSchema),
  incidents: z.array(z.strictObject({ name: z.string(), given: z.array(givenSchema) })),
  expectations: z.array(expectationSchema),
  /** A declared disagreement between the model and the recorded answer, with its reason. */
  disagreement: textSchema.optional(),
  contested: textSchema.optional(),
  citations: z.array(citationSchema),
});

export const statementSchema = z.strictObject({
  ...item,
  date,
  speaker: textSchema,
  holder: id.optional(),
  says: textSchema,
  /** What it says something of: where that is a term or norm, a reading of it. */
  concerns: z.array(id).optional(),
  contradicted: z.array(z.strictObject({ by: textSchema, on: date, citations: z.array(citationSchema) })),
  citations: z.array(citationSchema),
});

export const querySchema = z.strictObject({
  quantifier: z.enum(['always', 'never', 'possible', 'equivalent', 'implies']),
  left: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('norm'), norm: id, bearers: z.array(id) }),
    z.strictObject({ kind: z.literal('expression'), expression: expressionSchema }),
  ]),
  right: expressionSchema.optional(),
  when: expressionSchema.optional(),
  period: periodSchema,
  text: z.string(),
});

export const claimSchema = z.strictObject({
  ...item,
  says: textSchema,
  citations: z.array(citationSchema),
  verdicts: z.array(
    z.strictObject({
      verdict: z.enum(['holds', 'fails', 'holds-in-part', 'contested', 'outside']),
      view: id.optional(),
      note: textSchema.optional(),
    }),
  ),
  query: querySchema.optional(),
  /** Register entries or provisions that decide the claim where no query can. */
  evidence: z.array(id),
  correction: textSchema.optional(),
});

/** A day, or as much of it as the source gives: `1945-09-02`, `1945-09`, `1945`. */
const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

export const facilitySchema = z.strictObject({
  ...item,
  label: textSchema,
  prefecture: textSchema,
  services: z.array(z.enum(['army', 'navy', 'air-force', 'marines', 'sdf'])),
  use: textSchema.optional(),
  /** Degrees north and east, with a confirmation of their own. */
  coordinates: z.strictObject({ latitude: z.number(), longitude: z.number(), mark: markSchema }).optional(),
  opened: partialDate.optional(),
  returned: partialDate.optional(),
  planned: textSchema.optional(),
  note: textSchema.optional(),
  citations: z.array(citationSchema),
});

export const eventSchema = z.strictObject({
  ...item,
  label: textSchema,
  date: partialDate,
  subject: z.string(),
  changed: textSchema.optional(),
  concerns: z.array(id),
  citations: z.array(citationSchema),
});

/** What a plan promised, and what came of it. */
export const commitmentSchema = z.strictObject({
  ...item,
  label: textSchema,
  plan: id,
  promised: textSchema,
  done: partialDate.optional(),
  status: textSchema,
  citations: z.array(citationSchema),
});

/** Where somebody stands on a debated question. A value judgement: attributed, never proved. */
export const stanceSchema = z.strictObject({
  ...item,
  question: id,
  actor: textSchema,
  holder: id.optional(),
  period: periodSchema,
  says: textSchema,
  /** What it says something of: where that is a term or norm, a reading of it. */
  concerns: z.array(id).optional(),
  citations: z.array(citationSchema),
});

export const glossaryEntrySchema = z.strictObject({
  ...item,
  label: textSchema,
  meaning: textSchema,
  /** What common accounts get wrong. */
  corrects: textSchema.optional(),
  see: z.array(id),
  citations: z.array(citationSchema),
});

export const rulebookSchema = z.strictObject({
  version: z.literal(RULEBOOK_VERSION),
  /** Hash of the library texts this Rulebook was made from. */
  hash: z.string(),
  sources: z.array(sourceSchema),
  parties: z.array(partySchema),
  organs: z.array(organSchema),
  holders: z.array(holderSchema),
  views: z.array(viewSchema),
  places: z.array(placeSchema),
  instruments: z.array(instrumentSchema),
  provisions: z.array(provisionSchema),
  facts: z.array(factSchema),
  terms: z.array(termSchema),
  acts: z.array(actSchema),
  qualifiers: z.array(qualifierSchema),
  norms: z.array(normSchema),
  amounts: z.array(amountSchema),
  constraints: z.array(constraintSchema),
  precedents: z.array(precedentSchema),
  statements: z.array(statementSchema),
  claims: z.array(claimSchema),
  facilities: z.array(facilitySchema),
  events: z.array(eventSchema),
  commitments: z.array(commitmentSchema),
  stances: z.array(stanceSchema),
  glossary: z.array(glossaryEntrySchema),
});

/** One text in every language. */
export type Text = z.infer<typeof textSchema>;
export type Position = z.infer<typeof positionSchema>;
export type Mark = z.infer<typeof markSchema>;
export type Citation = z.infer<typeof citationSchema>;
export type Period = z.infer<typeof periodSchema>;
export type Duration = z.infer<typeof durationSchema>;
export type ActorReference = z.infer<typeof actorReference>;
export type Relation = z.infer<typeof relationSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Party = z.infer<typeof partySchema>;
export type Organ = z.infer<typeof organSchema>;
export type Holder = z.infer<typeof holderSchema>;
export type View = z.infer<typeof viewSchema>;
export type Reading = z.infer<typeof readingSchema>;
export type Silence = z.infer<typeof silenceSchema>;
export type Definition = z.infer<typeof definitionSchema>;
export type Instrument = z.infer<typeof instrumentSchema>;
export type Provision = z.infer<typeof provisionSchema>;
export type Fact = z.infer<typeof factSchema>;
export type Term = z.infer<typeof termSchema>;
export type Obligation = z.infer<typeof obligationSchema>;
export type Act = z.infer<typeof actSchema>;
export type Qualifier = z.infer<typeof qualifierSchema>;
export type Bearer = z.infer<typeof bearerSchema>;
export type Deadline = NonNullable<z.infer<typeof normSchema>['deadline']>;
export type Norm = z.infer<typeof normSchema>;
export type Amount = z.infer<typeof amountSchema>;
export type Constraint = z.infer<typeof constraintSchema>;
export type Place = z.infer<typeof placeSchema>;
export type Given = z.infer<typeof givenSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type ExpectedForm = z.infer<typeof expectedFormSchema>;
export type Expectation = z.infer<typeof expectationSchema>;
export type Precedent = z.infer<typeof precedentSchema>;
export type Statement = z.infer<typeof statementSchema>;
/** A statement about all situations of a period: that a norm, or an expression, always, never or possibly holds, or follows. */
export type Query = z.infer<typeof querySchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Facility = z.infer<typeof facilitySchema>;
export type Event = z.infer<typeof eventSchema>;
export type Commitment = z.infer<typeof commitmentSchema>;
export type Stance = z.infer<typeof stanceSchema>;
export type GlossaryEntry = z.infer<typeof glossaryEntrySchema>;
/** Everything that a library says, linked and typed, each item with its place in the source. JSON. */
export type Rulebook = z.infer<typeof rulebookSchema>;
