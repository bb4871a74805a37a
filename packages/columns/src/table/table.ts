/** The decision table of a norm: how its outcome hangs on a few facts, the others given or unknown. */
import type { Complaint, Rulebook } from '@anpo/engine';
import { addDuration, type Day, parseDay } from '@anpo/engine/calendar';
import { FALSE, TRUE } from '@anpo/engine/circuit';
import { complain, meantNorm, refuse } from '@anpo/engine/complaint';
import { type Fact, indexRulebook } from '@anpo/engine/rulebook';
import { plainValue, presentNames } from '@anpo/engine/situation';
import { evaluatorFor } from '../compile.ts';
import type { Column } from '../data/column.ts';
import { checkKeys, checkPlan, type WrittenKey } from '../plan/check.ts';
import { compilePlan } from '../plan/compile.ts';
import type { PlanOptions } from '../plan/options.ts';
import { type Plan, parseKey, presentKey, type Slot, slotKeys, type Test } from '../plan/plan.ts';
import { columnsComplaint } from '../words/codes.ts';
import { numberStretches } from './numbers.ts';
import { reduceTable, type TableRow } from './reduce.ts';
import { combinations, DATE_VARIABLE, type Variable, variableOf } from './variables.ts';

/** A fact that has the same value in every row. */
export interface TableGiven extends WrittenKey {
  readonly value: string;
}

export interface TableOptions {
  /** A norm, or `norm@bearer`. */
  readonly norm: string;
  /** Keys of facts, or `date`. */
  readonly vary: readonly string[];
  readonly given?: readonly TableGiven[] | undefined;
  /** Needed where the date is not varied. */
  readonly on?: string | undefined;
  readonly knownOn?: string | undefined;
  readonly view?: string | undefined;
  /** Compiles a plan, or gives one that was kept; absent: {@link compilePlan}. */
  readonly compile?: ((rulebook: Rulebook, options: PlanOptions) => Plan) | undefined;
}

export interface DecisionTable {
  /** The id of the norm. */
  readonly norm: string;
  readonly bearers: readonly string[];
  readonly incident?: number | undefined;
  readonly variables: readonly Pick<Variable, 'key' | 'values' | 'ordered'>[];
  readonly rows: readonly TableRow[];
  /** Facts that the outcome may still hang on, which are neither varied, given nor assumed. */
  readonly unknown: readonly string[];
  /** Facts neither varied nor given that have the value assumed of them in every row. */
  readonly assumed: readonly { readonly key: string; readonly value: string }[];
  readonly combinations: number;
}

const MOST_COMBINATIONS = 100_000;

/**
 * One table for each different function of the norm; bearers for whom it is the same share one.
 * Throws a ComplaintError for names, dates and values that cannot be, and for tables that would be too large.
 */
export function decisionTables(rulebook: Rulebook, asked: TableOptions): readonly DecisionTable[] {
  const options = inPresentNames(rulebook, asked);
  const { norm } = options;
  const vary = [...new Set(options.vary)];
  const facts = vary.filter((key) => key !== DATE_VARIABLE);
  const varyDate = facts.length < vary.length;
  const base = {
    view: options.view,
    knownOn: options.knownOn,
    norms: [norm],
    ...(varyDate ? {} : { on: options.on }),
  };
  refuse([...checkPlan(rulebook, base), ...checkFacts(rulebook, facts, options.given ?? [])]);
  const given = knownValues(rulebook, options.given ?? []);
  const keys = [...facts, ...(options.given ?? []).map(({ key }) => key)];
  const compile = options.compile ?? compilePlan;
  const plan = compile(rulebook, { ...base, facts: keys });
  const whole = compile(rulebook, base);
  const more = Object.fromEntries(
    given.map(({ key, fact, value }) => [key, constantColumn(plan, fact, value)]),
  );
  if (varyDate) refuse(checkElapsed(plan, facts));
  const turns = varyDate ? daysTurned(plan, given) : [];
  const variables = vary.map((key) => variableOf(rulebook, plan, key, turns));
  const count = variables.reduce((product, variable) => product * variable.values.length, 1);
  if (count > MOST_COMBINATIONS) {
    complain(columnsComplaint('too-many-combinations', { combinations: count, most: MOST_COMBINATIONS }));
  }
  const batch = combinations(variables, more);
  const findings = evaluatorFor(plan, { rows: Math.max(128, batch.rows) }).evaluate(batch);
  const tables = new Map<string, { bearers: string[]; incident: number | undefined; outcomes: Uint8Array }>();
  plan.outputs.forEach((output, index) => {
    if (output.kind !== 'finding') return;
    const outcomes = Uint8Array.from(findings.bytes(index));
    const key = `${output.incident ?? ''} ${outcomes.join('')}`;
    const known = tables.get(key);
    if (known) known.bearers.push(output.bearer);
    else tables.set(key, { bearers: [output.bearer], incident: output.incident, outcomes });
  });
  const left = factsLeft(rulebook, whole, keys);
  return [...tables.values()].map(({ bearers, incident, outcomes }) => ({
    norm: meantNorm(rulebook, norm).norm.id,
    bearers,
    incident,
    variables: variables.map(({ key, values, ordered }) => ({ key, values, ordered })),
    rows: reduceTable(
      variables.map((variable) => variable.values.length),
      outcomes,
    ),
    unknown: outcomes.includes(2) ? left.flatMap(({ key, value }) => (value === undefined ? [key] : [])) : [],
    assumed: left.flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value }])),
    combinations: count,
  }));
}

function inPresentNames(rulebook: Rulebook, { vary, given, ...rest }: TableOptions): TableOptions {
  const { value } = presentNames(rulebook);
  return {
    ...rest,
    vary: vary.map((key) => (key === DATE_VARIABLE ? key : presentKey(rulebook, key))),
    given: given?.map((each) => {
      const key = presentKey(rulebook, each.key);
      return { ...each, key, value: value(parseKey(key).fact, each.value) };
    }),
  };
}

function checkFacts(
  rulebook: Rulebook,
  varied: readonly string[],
  given: readonly TableGiven[],
): readonly Complaint[] {
  const plain = given.map((each) => {
    const fact = indexRulebook(rulebook).find('fact', parseKey(each.key).fact);
    return fact ? { ...each, value: plainValue(fact, each.value) } : each;
  });
  const isVaried = ({ key }: TableGiven): boolean => varied.includes(key);
  const keys = [...varied.map((key) => ({ key })), ...plain.filter((each) => !isVaried(each))];
  return [
    ...checkKeys(rulebook, keys, 1),
    ...given
      .filter(isVaried)
      .map(({ key, where }) => columnsComplaint('varied-and-given', { fact: key }, { where })),
  ];
}

interface KnownValue {
  readonly key: string;
  readonly fact: Fact;
  readonly value: string;
}

/** What is given and not unknown, in the form that the Rulebook has it. */
function knownValues(rulebook: Rulebook, given: readonly TableGiven[]): readonly KnownValue[] {
  const index = indexRulebook(rulebook);
  return given.flatMap(({ key, value }) => {
    const fact = index.fact(parseKey(key).fact);
    const plain = plainValue(fact, value);
    return plain === 'unknown' ? [] : [{ key, fact, value: plain }];
  });
}

type ElapsedTest = Extract<Test, { kind: 'elapsed' }>;

/** Facts of a plan for all days that are compared with the day itself, and by which duration. */
const elapsedTests = (plan: Plan): readonly { readonly slot: Slot; readonly test: ElapsedTest }[] =>
  plan.inputs.flatMap(({ slot, test }) =>
    test.kind === 'elapsed' ? [{ slot: plan.slots[slot] as Slot, test }] : [],
  );

function checkElapsed(plan: Plan, varied: readonly string[]): readonly Complaint[] {
  const compared = elapsedTests(plan).flatMap(({ slot }) => slotKeys(slot));
  return varied
    .filter((key) => compared.includes(key))
    .map((key) => columnsComplaint('varied-with-date', { fact: key }));
}

/** The days on which a duration since a given date has run. */
function daysTurned(plan: Plan, given: readonly KnownValue[]): readonly Day[] {
  return elapsedTests(plan).flatMap(({ slot, test }) => {
    const key = slotKeys(slot).find((each) => given.some((known) => known.key === each));
    const day = parseDay(given.find((known) => known.key === key)?.value ?? '');
    return day === undefined ? [] : [addDuration(day, test.duration)];
  });
}

/** What the whole law asks about and nobody varies or gives, with the value assumed of it, if any is. */
const factsLeft = (
  rulebook: Rulebook,
  plan: Plan,
  keys: readonly string[],
): readonly { readonly key: string; readonly value: string | undefined }[] =>
  plan.slots
    .filter((slot) => !slotKeys(slot).some((key) => keys.includes(key)))
    .map(({ key, fact, organ }) => ({
      key,
      // What an organ has to find is never assumed.
      value: organ === undefined ? indexRulebook(rulebook).fact(fact).default : undefined,
    }));

/** A column that holds one value, which was checked, in every row. */
function constantColumn(plan: Plan, fact: Fact, value: string): (rows: number) => Column {
  switch (fact.type) {
    case 'yes-no': {
      const code = value === 'yes' ? TRUE : FALSE;
      return (rows) => ({ kind: 'yes-no', values: new Uint8Array(rows).fill(code) });
    }
    case 'number':
    case 'amount': {
      const stretches = numberStretches(plan, fact.id);
      return (rows) => stretches.column(new Uint16Array(rows).fill(stretches.stretchOf(value)));
    }
    case 'date': {
      const day = parseDay(value) as Day;
      return (rows) => ({ kind: 'int32', values: new Int32Array(rows).fill(day) });
    }
    default:
      return (rows) => ({ kind: 'codes', values: new Uint8Array(rows), dictionary: [value] });
  }
}
