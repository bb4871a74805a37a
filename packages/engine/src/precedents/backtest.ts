/** Tests the model against recorded answers. A disagreement is declared by the library or it is a failure. */
import type { Circuit } from '../circuit/circuit.ts';
import { type CompileOptions, compileCircuit } from '../circuit/compile.ts';
import { plain } from '../explain/labels.ts';
import type { Expectation, Precedent, Rulebook } from '../rulebook/schema.ts';
import { bilingual } from '../wording/languages.ts';
import { checkExpectation, type Evaluated, type ExpectationNodes } from './expectation.ts';
import type { BacktestReport, BacktestRow, BacktestStatus } from './report.ts';

export function backtest(rulebook: Rulebook): BacktestReport {
  const rows: BacktestRow[] = [];
  for (const [circuit, prepared] of prepare(rulebook)) {
    for (const { precedent, expectations } of prepared) {
      rows.push(...precedentRows(rulebook, circuit, precedent, expectations));
    }
  }
  const order = new Map(rulebook.precedents.map((precedent, index) => [precedent.id, index]));
  rows.sort((a, b) => (order.get(a.precedent) ?? 0) - (order.get(b.precedent) ?? 0));
  const count = (status: BacktestStatus): number => rows.filter((row) => row.status === status).length;
  return {
    rows,
    totals: {
      precedents: rulebook.precedents.length,
      reproduced: count('reproduced'),
      failed: count('failed'),
      disagreement: count('disagreement'),
    },
  };
}

function precedentRows(
  rulebook: Rulebook,
  circuit: Circuit,
  precedent: Precedent,
  expectations: readonly ExpectationNodes[],
): readonly BacktestRow[] {
  const { disagreement } = precedent;
  const about = (reason: BacktestRow['reason']): BacktestRow => ({
    precedent: precedent.id,
    title: precedent.title,
    on: precedent.on,
    position: precedent.position,
    subject: precedent.title,
    expected: plain(''),
    found: plain(''),
    status: 'failed',
    reason,
  });
  if (expectations.length === 0) return [about(bilingual((wording) => wording.backtest.noExpectations()))];
  const evaluated: Evaluated = new Map();
  const rows = precedent.expectations.flatMap((expectation, index) => {
    const nodes = expectations[index] as ExpectationNodes;
    return checkExpectation(rulebook, circuit, precedent, expectation, nodes, evaluated).map(
      (row): BacktestRow => ({ ...row, expectation: index }),
    );
  });
  if (!disagreement) return rows;
  if (rows.every((row) => row.status === 'reproduced')) {
    return [...rows, about(bilingual((wording) => wording.backtest.noLongerDisagrees()))];
  }
  return rows.map((row) =>
    row.status === 'failed'
      ? {
          ...row,
          status: 'disagreement',
          reason: bilingual((wording, say) => wording.backtest.declared(say(disagreement))),
        }
      : row,
  );
}

interface Prepared {
  readonly precedent: Precedent;
  readonly expectations: readonly ExpectationNodes[];
}

type Extra = NonNullable<CompileOptions['extra']>[number];

/** One Circuit for all precedents with the same number of incidents, with their expressions compiled in. */
function prepare(rulebook: Rulebook): ReadonlyMap<Circuit, readonly Prepared[]> {
  const byIncidents = Map.groupBy(rulebook.precedents, ({ incidents }) => Math.max(1, incidents.length));
  const result = new Map<Circuit, readonly Prepared[]>();
  for (const [incidents, precedents] of byIncidents) {
    const extra: Extra[] = [];
    const slots = precedents.map((precedent) => ({
      precedent,
      slots: precedent.expectations.map((expectation) => request(precedent, expectation, extra)),
    }));
    const circuit = compileCircuit(rulebook, { incidents, extra });
    const node = (slot: number): number => circuit.extra[slot] as number;
    result.set(
      circuit,
      slots.map(({ precedent, slots: requested }) => ({
        precedent,
        expectations: requested.map((slot) => ({
          ...(slot.subject === undefined ? {} : { subject: node(slot.subject) }),
          because: new Map([...slot.because].map(([bearer, each]) => [bearer, each.map(node)])),
        })),
      })),
    );
  }
  return result;
}

/** Asks for an expectation's expressions to be compiled; returns where they will stand. */
function request(
  precedent: Precedent,
  expectation: Expectation,
  extra: Extra[],
): { subject?: number; because: ReadonlyMap<string, readonly number[]> } {
  const incident = Math.max(
    0,
    precedent.incidents.findIndex(({ name }) => name === expectation.incident),
  );
  const { subject } = expectation;
  const bearers = subject.kind === 'norm' ? subject.bearers : [''];
  const because = new Map(
    bearers.map((bearer) => [
      bearer,
      expectation.because.map(
        (expression) => extra.push({ expression, incident, ...(bearer === '' ? {} : { bearer }) }) - 1,
      ),
    ]),
  );
  if (subject.kind !== 'expression') return { because };
  return { because, subject: extra.push({ expression: subject.expression, incident }) - 1 };
}
