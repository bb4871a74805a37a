/** The decision table of a norm: how its outcome hangs on a few facts, the others given or unknown. */
import { FALSE, indexRulebook, nearest, type Rulebook } from '@anpo/engine';
import { evaluatorFor } from '../compile.ts';
import type { Column } from '../data/column.ts';
import { firstUnit } from '../data/decimal.ts';
import { compilePlan, type PlanOptions } from '../plan/compile.ts';
import { type Plan, parseKey, slotKeys } from '../plan/plan.ts';
import { domainOf } from '../plan/tests.ts';
import { reduceTable, type TableRow } from './reduce.ts';
import { combinations, DATE_VARIABLE, type Variable, variableOf } from './variables.ts';

export interface TableOptions {
  readonly norm: string;
  /** Keys of facts, or `date`. */
  readonly vary: readonly string[];
  /** The same value in every row. */
  readonly given?: Readonly<Record<string, string>> | undefined;
  readonly on?: string | undefined;
  readonly knownOn?: string | undefined;
  readonly view?: string | undefined;
  /** Compiles a plan, or gives one that was kept; absent: {@link compilePlan}. */
  readonly compile?: ((rulebook: Rulebook, options: PlanOptions) => Plan) | undefined;
}

export interface DecisionTable {
  readonly bearers: readonly string[];
  readonly incident?: number | undefined;
  readonly variables: readonly Pick<Variable, 'key' | 'values' | 'ordered'>[];
  readonly rows: readonly TableRow[];
  /** Facts that the outcome may still hang on, which are neither varied nor given. */
  readonly unknown: readonly string[];
  readonly combinations: number;
}

const MOST_COMBINATIONS = 100_000;

/** One table for each different function of the norm; bearers for whom it is the same share one. */
export function decisionTables(rulebook: Rulebook, options: TableOptions): readonly DecisionTable[] {
  const { norm, vary, given = {} } = options;
  checkNames(rulebook, options);
  const varyDate = vary.includes(DATE_VARIABLE);
  const base = {
    view: options.view,
    knownOn: options.knownOn,
    norms: [norm],
    ...(varyDate ? {} : { on: options.on }),
  };
  const keys = [...vary.filter((key) => key !== DATE_VARIABLE), ...Object.keys(given)];
  const compile = options.compile ?? compilePlan;
  const plan = compile(rulebook, { ...base, facts: keys });
  const whole = compile(rulebook, base);
  const variables = vary.map((key) => variableOf(rulebook, plan, key));
  const count = variables.reduce((product, variable) => product * variable.values.length, 1);
  if (count > MOST_COMBINATIONS) {
    throw new RangeError(
      `these facts have ${count} combinations; vary fewer of them (at most ${MOST_COMBINATIONS})`,
    );
  }
  const more = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, constantColumn(rulebook, key, value)]),
  );
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
  return [...tables.values()].map(({ bearers, incident, outcomes }) => ({
    bearers,
    incident,
    variables,
    rows: reduceTable(
      variables.map((variable) => variable.values.length),
      outcomes,
    ),
    unknown: outcomes.includes(2) ? unknownFacts(whole, keys) : [],
    combinations: count,
  }));
}

function checkNames(rulebook: Rulebook, { norm, vary, given = {} }: TableOptions): void {
  const facts = rulebook.facts.map((fact) => fact.id);
  if (!rulebook.norms.some((each) => each.id === norm)) {
    throw new RangeError(
      unknownName(
        'norm',
        norm,
        rulebook.norms.map((each) => each.id),
      ),
    );
  }
  for (const key of [...vary, ...Object.keys(given)]) {
    const { fact } = parseKey(key);
    if (key !== DATE_VARIABLE && !facts.includes(fact))
      throw new RangeError(unknownName('fact', fact, facts));
  }
}

function unknownName(kind: string, name: string, names: readonly string[]): string {
  const close = nearest(name, names, 3);
  return `there is no ${kind} "${name}"${close.length > 0 ? ` (did you mean ${close.join(' or ')}?)` : ''}`;
}

const unknownFacts = (plan: Plan, keys: readonly string[]): readonly string[] =>
  plan.slots.filter((slot) => !slotKeys(slot).some((key) => keys.includes(key))).map((slot) => slot.key);

function constantColumn(rulebook: Rulebook, key: string, value: string): (rows: number) => Column {
  const fact = indexRulebook(rulebook).fact(parseKey(key).fact);
  switch (fact.type) {
    case 'yes-no': {
      const code = { yes: 1, true: 1, no: FALSE, false: FALSE }[value] ?? 2;
      return (rows) => ({ kind: 'yes-no', values: new Uint8Array(rows).fill(code) });
    }
    case 'number':
    case 'amount':
      return (rows) => ({
        kind: 'int64',
        scale: 12,
        values: new BigInt64Array(rows).fill(firstUnit(value, 12)),
      });
    case 'date': {
      const day = Math.floor(Date.parse(`${value}T00:00:00Z`) / 86_400_000);
      return (rows) => ({ kind: 'int32', values: new Int32Array(rows).fill(day) });
    }
    default: {
      const names = domainOf(rulebook, fact);
      if (!names.includes(value)) throw new RangeError(unknownName(`value of ${fact.id}`, value, names));
      return (rows) => ({ kind: 'codes', values: new Uint8Array(rows), dictionary: [value] });
    }
  }
}
