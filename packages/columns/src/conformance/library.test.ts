/**
 * The real library on every evaluator: its precedents, under the law of their own dates and of fixed days, in all
 * views, with what was public on the days that they ask about. What is a sample, and of what, each test says.
 * Under ANPO_WHOLE (`npm run test:slow`) the numbers named hold; else a few of each, always the same ones.
 */
import { fileURLToPath } from 'node:url';
import { ComplaintError, type Rulebook, type Situation } from '@anpo/engine';
import {
  assignFacts,
  assignView,
  type Circuit,
  compileCircuit,
  evaluateAmount,
  evaluateNodes,
} from '@anpo/engine/circuit';
import type { Precedent } from '@anpo/engine/rulebook';
import { compileLibrary } from '@anpo/node';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Evaluator } from '../evaluators/evaluator.ts';
import { JavaScriptEvaluator } from '../evaluators/javascript/evaluator.ts';
import { SingleEvaluator } from '../evaluators/single/evaluator.ts';
import { WasmEvaluator } from '../evaluators/wasm/evaluator.ts';
import { compilePlan } from '../plan/compile.ts';
import { outputName, type Plan } from '../plan/plan.ts';
import { dialects } from '../sql/dialect.ts';
import { shorten } from '../sql/names.ts';
import { generateView } from '../sql/view.ts';
import { batchOf } from './batch-of.ts';
import { startPostgres } from './postgres-server.ts';
import { ROW_COLUMN, tableStatements } from './sql-rows.ts';

type Make = (plan: Plan) => Evaluator;

/** More are compiled one by one: a Circuit for all dates grows with each. */
const MOST_INCIDENTS = 4;

const evaluators: readonly Make[] = [
  (plan: Plan) => new WasmEvaluator(plan, { rows: 1024 }),
  (plan: Plan) => new JavaScriptEvaluator(plan),
  (plan: Plan) => new SingleEvaluator(plan),
];

let rulebook: Rulebook;
/** Situations that share the number of incidents, and what was known. */
let groups: readonly { incidents: number; known: string | undefined; situations: readonly Situation[] }[];

beforeAll(async () => {
  const library = await compileLibrary(
    process.env.ANPO_LIBRARY ?? fileURLToPath(new URL('../../../../library', import.meta.url)),
  );
  if (!library.rulebook) throw new ComplaintError(library.problems);
  rulebook = library.rulebook;
  const situations = rulebook.precedents.flatMap(situationsOf);
  groups = [
    ...Map.groupBy(situations, ({ incidents, known }) => `${sizeFor(incidents.length)} ${known}`),
  ].map(([, group]) => ({
    incidents: sizeFor(group[0]?.incidents.length ?? 0),
    known: group[0]?.known,
    situations: group,
  }));
});

/** Circuits for 1, 2, 4, 8 … incidents: few enough to compile, and every precedent has room in one. */
const sizeFor = (incidents: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, incidents)));

/** A precedent as it stands, and once more for each day of knowledge that an expectation asks about. */
function situationsOf(precedent: Precedent): readonly Situation[] {
  const days = new Set([
    precedent.known,
    ...precedent.expectations.map(({ known }) => known ?? precedent.known),
  ]);
  return [...days].map((known) => ({
    on: precedent.on,
    known,
    incidents: precedent.incidents.map(({ name }) => name),
    given: [
      ...precedent.given,
      ...precedent.incidents.flatMap(({ given }, incident) => given.map((fact) => ({ ...fact, incident }))),
    ],
  }));
}

const group = (): (typeof groups)[number] => {
  const found = groups.find(({ incidents, known }) => incidents === 1 && known === undefined);
  if (!found) throw new Error('the library has no precedent of one incident');
  return found;
};

let circuitOfOne: Circuit | undefined;
const ofOne = (): Circuit => {
  circuitOfOne ??= compileCircuit(rulebook, {});
  return circuitOfOne;
};

/** Plans for all dates with amounts, which several tests use. */
const plans = new Map<string, Plan>();
const planOf = (view: string, circuit: Circuit): Plan => {
  const plan = plans.get(view) ?? compilePlan(rulebook, { circuit, view, amounts: true });
  plans.set(view, plan);
  return plan;
};

const views = (): readonly string[] => ['all', ...rulebook.views.map(({ id }) => id)];
const holders = (): readonly string[] => rulebook.holders.map(({ id }) => id);

const whole = process.env.ANPO_WHOLE === '1';

/** Every `step`-th, beginning with the first: the same ones in each run. */
const sample = <T>(all: readonly T[], most: number): readonly T[] => {
  const step = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, index) => index % step === 0);
};

/** At most so many where the whole is tested, absent: all; and so few in each run of the tests. */
const some = <T>(all: readonly T[], few: number, most = Number.POSITIVE_INFINITY): readonly T[] =>
  sample(all, whole ? most : few);

interface Interpreted {
  readonly outcomes: readonly Uint8Array[];
  readonly amounts: ReadonlyMap<string, readonly { outcome: string; value?: string | undefined }[]>;
}

/** What the engine says, for each output of the plan and each amount. */
function interpreted(
  circuit: Circuit,
  plan: Plan,
  situations: readonly Situation[],
  withAmounts = false,
): Interpreted {
  const findings = new Map(
    circuit.findings.map(({ norm, bearer, incident, node }) => [`${norm} ${bearer} ${incident}`, node]),
  );
  const guards = new Map(circuit.amounts.map((root) => [`${root.amount} ${root.incident}`, root.guards]));
  const nodes = plan.outputs.map((output) =>
    output.kind === 'finding'
      ? (findings.get(`${output.norm} ${output.bearer} ${output.incident}`) as number)
      : (guards.get(`${output.amount} ${output.incident}`)?.[output.piece] as number),
  );
  const outcomes = nodes.map(() => new Uint8Array(situations.length));
  const amounts = new Map<string, { outcome: string; value?: string | undefined }[]>();
  situations.forEach((situation, row) => {
    const facts = assignFacts(rulebook, circuit, situation);
    const values = evaluateNodes(circuit, assignView(circuit, facts, plan.view));
    nodes.forEach((node, output) => {
      (outcomes[output] as Uint8Array)[row] = values[node] as number;
    });
    if (!withAmounts) return;
    for (const root of circuit.amounts) {
      const name = `${root.amount}${root.incident === undefined ? '' : `#${root.incident + 1}`}`;
      const list = amounts.get(name) ?? [];
      const { outcome, value } = evaluateAmount(rulebook, circuit, values, situation, root);
      list.push({ outcome, value });
      amounts.set(name, list);
    }
  });
  return { outcomes, amounts };
}

function expectOutcomes(plan: Plan, found: readonly Uint8Array[], expected: readonly Uint8Array[]): void {
  plan.outputs.forEach((output, index) => {
    const [mine, theirs] = [found[index] as Uint8Array, expected[index] as Uint8Array];
    // Said only where they differ: thousands of findings are compared.
    if (Buffer.compare(mine, theirs) !== 0)
      expect({ output: outputName(output), values: [...mine] }).toEqual({
        output: outputName(output),
        values: [...theirs],
      });
  });
}

function conforms(
  plan: Plan,
  circuit: Circuit,
  situations: readonly Situation[],
  subjects = evaluators,
): void {
  const batch = batchOf(rulebook, plan, situations);
  const { outcomes } = interpreted(circuit, plan, situations);
  for (const make of subjects) {
    const findings = make(plan).evaluate(batch);
    expectOutcomes(
      plan,
      plan.outputs.map((_, output) => findings.bytes(output)),
      outcomes,
    );
  }
}

describe('the real library, in every evaluator', () => {
  test('all precedents of one incident, each under the law of its own date, in every view', () => {
    const circuit = ofOne();
    for (const view of some(views(), 2)) {
      const situations = some(group().situations, view === 'all' ? 100 : 20);
      const plan = planOf(view, circuit);
      conforms(plan, circuit, situations, view === 'all' ? evaluators : [evaluators[0] as Make]);
    }
  });

  test('all precedents of two to four incidents, and every precedent that asks what was known', () => {
    const small = groups.filter(
      ({ incidents, known }) => incidents <= MOST_INCIDENTS && (incidents > 1 || known !== undefined),
    );
    for (const [incidents, sized] of Map.groupBy(some(small, 2), (each) => each.incidents)) {
      const circuit = compileCircuit(rulebook, { incidents });
      for (const { known, situations } of sized) {
        const one = situations.length === 1 ? { on: situations[0]?.on } : {};
        const plan = compilePlan(rulebook, { circuit, knownOn: known, ...one });
        conforms(
          plan,
          circuit,
          situations,
          known === undefined ? [evaluators[0] as Make] : evaluators.slice(0, 2),
        );
      }
    }
  });

  test('a sample of four precedents with more incidents, up to the most, each under the law of its day', () => {
    const large = groups
      .filter(({ incidents }) => incidents > MOST_INCIDENTS)
      .flatMap(({ situations }) => situations)
      .sort((a, b) => b.incidents.length - a.incidents.length);
    for (const situation of some(large, 1, 4)) {
      const circuit = compileCircuit(rulebook, { incidents: situation.incidents.length });
      const plan = compilePlan(rulebook, { circuit, on: situation.on, knownOn: situation.known });
      conforms(plan, circuit, [situation], evaluators.slice(0, 2));
    }
  });

  test('the reading of every holder alone, on days spread over the precedents (a sample of 40 situations each)', () => {
    const { situations } = group();
    const circuit = ofOne();
    const days = sample([...new Set(situations.map(({ on }) => on))].sort(), holders().length);
    some(holders(), 4).forEach((view, index) => {
      const on = days[index % days.length] as string;
      const plan = compilePlan(rulebook, { circuit, view, on, amounts: true });
      const few = some(situations, 10, 40).map((situation) => ({ ...situation, on }));
      conforms(plan, circuit, few, evaluators.slice(0, 2));
    });
  });
});

/** Runs statements and answers the rows of the last one. */
type Database = (statements: readonly string[]) => Promise<readonly (readonly unknown[])[]>;

async function sqlConforms(
  run: Database,
  dialect: (typeof dialects)['duckdb' | 'postgres'],
  situations: readonly Situation[],
  view: string,
  circuit: Circuit,
): Promise<void> {
  const plan = planOf(view, circuit);
  const batch = batchOf(rulebook, plan, situations);
  const { outcomes, amounts } = interpreted(circuit, plan, situations, true);
  const names = [...amounts.keys()];
  const quoted = names.flatMap((name) => [
    `CAST(${dialect.quote(shorten(name, dialect.longestName))} AS ${dialect.types.text})`,
    dialect.quote(shorten(`${name} (outcome)`, dialect.longestName)),
  ]);
  const query = generateView(rulebook, plan, { dialect, source: 'situations', keep: [ROW_COLUMN] });
  const findings = plan.outputs.flatMap((output, index) => (output.kind === 'finding' ? [index] : []));
  const rows = await run([
    'DROP TABLE IF EXISTS situations CASCADE',
    'DROP TABLE IF EXISTS findings CASCADE',
    ...tableStatements(rulebook, plan, batch, dialect, 'situations'),
    `CREATE TABLE findings AS ${query}`,
    `SELECT * FROM findings ORDER BY ${ROW_COLUMN}`,
  ]);
  expectOutcomes(
    { ...plan, outputs: findings.map((index) => plan.outputs[index] as Plan['outputs'][number]) },
    findings.map((_, column) =>
      Uint8Array.from(rows, (row) => (row[column + 1] === null ? 2 : row[column + 1] === true ? 1 : 0)),
    ),
    findings.map((index) => outcomes[index] as Uint8Array),
  );
  const answers = await run([`SELECT ${quoted.join(', ')} FROM findings ORDER BY ${ROW_COLUMN}`]);
  names.forEach((name, index) => {
    const isDate = rulebook.amounts.find(({ id }) => name.split('#')[0] === id)?.unit === 'date';
    const found = answers.map((row) => ({
      outcome: String(row[2 * index + 1]),
      value: row[2 * index] === null ? undefined : plainValue(String(row[2 * index]), isDate),
    }));
    const expected = (amounts.get(name) ?? []).map(({ outcome, value }) => ({
      outcome,
      value: value === undefined ? undefined : plainValue(value, isDate),
    }));
    expect({ name, values: found }).toEqual({ name, values: expected });
  });
}

/** Numbers to the twelve decimal places that the columns have; fractions are written `n/d` by the engine. */
function plainValue(text: string, isDate: boolean): string {
  if (isDate) return text.slice(0, 10);
  const [over = '', under = '1'] = text.split('/');
  const [whole = '', decimals = ''] = over.split('.');
  const units = BigInt(whole + decimals.slice(0, 12).padEnd(12, '0'));
  return String((units * 2n + BigInt(under)) / (BigInt(under) * 2n));
}

describe('the real library, in SQL', () => {
  test('DuckDB: findings and amounts of all precedents of one incident in the view of all, of 40 in the others', async () => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    const circuit = ofOne();
    try {
      for (const view of some(views(), 2)) {
        await sqlConforms(
          async (statements) => {
            for (const statement of statements.slice(0, -1)) await connection.run(statement);
            return (await connection.runAndReadAll(statements.at(-1) as string)).getRows();
          },
          dialects.duckdb,
          // The table of literals is the dearest part; other views take every fifteenth precedent or so.
          view === 'all' ? some(group().situations, 40) : some(group().situations, 5, 40),
          view,
          circuit,
        );
      }
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  });

  test('PostgreSQL: findings and amounts of a sample of 100 precedents in the view of all, 15 in the others', async () => {
    const server = await startPostgres();
    const circuit = ofOne();
    try {
      for (const view of some(views(), 2)) {
        await sqlConforms(
          async (statements) => {
            let rows: unknown[][] = [];
            for (const text of statements)
              ({ rows } = (await server.client.query({ text, rowMode: 'array' })) as { rows: unknown[][] });
            return rows;
          },
          dialects.postgres,
          view === 'all' ? some(group().situations, 20, 100) : some(group().situations, 5, 15),
          view,
          circuit,
        );
      }
    } finally {
      await server.close();
    }
  });
});
