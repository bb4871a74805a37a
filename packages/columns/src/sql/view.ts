/**
 * Writes a plan as one SQL view: a column for each finding, TRUE, FALSE or NULL for undetermined, and two for
 * each amount. The source has a column for each fact that matters, named by its key, and `on`, the day of a row.
 */
import type { Rulebook } from '@anpo/engine';
import { complain } from '@anpo/engine/complaint';
import { indexRulebook } from '@anpo/engine/rulebook';
import { type Plan, parseKey, type Slot } from '../plan/plan.ts';
import { columnsComplaint } from '../words/codes.ts';
import { amountColumns, amountFacts } from './amounts.ts';
import type { Dialect } from './dialect.ts';
import { gateColumns } from './gates.ts';
import { DAY_COLUMN, findingColumn, shorten } from './names.ts';
import { cleaned, dateClass, tested, uniform } from './values.ts';

export interface ViewOptions {
  readonly dialect: Dialect;
  /** The table or view with the facts, as SQL writes it. */
  readonly source: string;
  /** The name of the view; absent: only the query. */
  readonly view?: string | undefined;
  /** Columns of the source that the view keeps, besides the findings. */
  readonly keep?: readonly string[] | undefined;
}

/** A column that the source must have, and its type. */
export interface SourceColumn {
  readonly name: string;
  readonly type: string;
}

export function sourceColumns(rulebook: Rulebook, plan: Plan, dialect: Dialect): readonly SourceColumn[] {
  const slots = plan.slots.map((slot) => ({ name: slot.key, type: typeOf(slot.type, dialect) }));
  const more = amountFacts(rulebook, plan)
    .filter((key) => !plan.slots.some((slot) => slot.key === key))
    .map((key) => ({
      name: key,
      type: typeOf(indexRulebook(rulebook).fact(parseKey(key).fact).type, dialect),
    }));
  const day = plan.dates.on === undefined ? [{ name: DAY_COLUMN, type: dialect.types.date }] : [];
  return [...day, ...slots, ...more];
}

function typeOf(type: string, { types }: Dialect): string {
  if (type === 'yes-no') return types.boolean;
  if (type === 'date') return types.date;
  return type === 'number' || type === 'amount' ? types.number : types.text;
}

export function generateView(rulebook: Rulebook, plan: Plan, options: ViewOptions): string {
  const { dialect, source, keep = [] } = options;
  const { quote } = dialect;
  const gates = gateColumns(plan);
  const facts = sourceColumns(rulebook, plan, dialect).map((column) => column.name);
  const carried = [...new Set([...keep, ...(plan.dates.on === undefined ? [DAY_COLUMN] : [])])];
  const amountKeys = amountFacts(rulebook, plan);
  // What amounts read passes through all levels; every other fact ends in its tests.
  const passed = [...new Set([...carried, ...amountKeys])];
  const steps: { name: string; columns: readonly string[]; from: string }[] = [];

  const slotIds = new Map(plan.slots.map((slot, index) => [slot.key, index]));
  const cells = facts
    .filter((key) => key !== DAY_COLUMN)
    .flatMap((key) => {
      const index = slotIds.get(key);
      const cell = index === undefined ? [] : [`${cleaned(plan.slots[index] as Slot, dialect)} AS c${index}`];
      // The values of amounts read a fact within its limits too.
      const value =
        index === undefined || plan.slots[index]?.domain
          ? quote(key)
          : cleaned(plan.slots[index] as Slot, dialect);
      return amountKeys.includes(key) && !carried.includes(key)
        ? [...cell, `${value} AS ${quote(key)}`]
        : cell;
    });
  const classColumn =
    plan.dates.on === undefined && plan.dates.count > 1 ? [`${dateClass(plan, dialect)} AS date_class`] : [];
  steps.push({
    name: 'facts',
    columns: [...carried.map(quote), ...cells, ...classColumn],
    from: source,
  });
  const classOf = classColumn.length > 0 ? 'date_class' : '0';
  steps.push({
    name: 'tests',
    columns: [
      ...passed.map(quote),
      ...plan.inputs.map((input, index) => {
        const slot = plan.slots[input.slot] as Plan['slots'][number];
        return `${tested(input, slot, `c${input.slot}`, classOf, dialect)} AS i${index}`;
      }),
      ...plan.uniforms.map((digits, index) => `${uniform(digits, classOf)} AS u${index}`),
    ],
    from: 'facts',
  });
  gates.levels.forEach((members, level) => {
    const own = new Set(members.map((gate) => `g${gate}`));
    steps.push({
      name: `level_${level + 1}`,
      columns: [
        ...passed.map(quote),
        ...[...(gates.neededAfter[level] as ReadonlySet<string>)].filter((column) => !own.has(column)),
        ...members.map((gate) => `${gates.definition(gate)} AS g${gate}`),
      ],
      from: steps.at(-1)?.name as string,
    });
  });
  const findings = plan.outputs.flatMap((output) =>
    output.kind === 'finding'
      ? [`${gates.expression(output.literal)} AS ${quote(findingColumn(output, dialect))}`]
      : [],
  );
  const amounts = amountColumns(rulebook, plan, dialect, (output) =>
    gates.expression((plan.outputs[output] as Plan['outputs'][number]).literal),
  ).flatMap(({ name, value, outcome }) => [
    `${value} AS ${quote(shorten(name, dialect.longestName))}`,
    `${outcome} AS ${quote(shorten(`${name} (outcome)`, dialect.longestName))}`,
  ]);
  const widest = Math.max(
    keep.length + findings.length + amounts.length,
    ...steps.map(({ columns }) => columns.length),
  );
  if (widest > dialect.mostColumns) {
    complain(
      columnsComplaint('view-too-wide', { dialect: dialect.name, most: dialect.mostColumns, needed: widest }),
    );
  }
  const body = steps
    .map(
      ({ name, columns, from }) =>
        `${name} AS ${dialect.materialized}(\n  SELECT\n    ${listed(columns, '    ')}\n  FROM ${from}\n)`,
    )
    .join(',\n');
  const head = options.view === undefined ? '' : `CREATE OR REPLACE VIEW ${options.view} AS\n`;
  return `${head}WITH ${body}\nSELECT\n  ${listed([...keep.map(quote), ...findings, ...amounts], '  ')}\nFROM ${steps.at(-1)?.name}`;
}

/** A step without columns (a plan whose findings need no fact) still has its rows. */
const listed = (columns: readonly string[], indent: string): string =>
  columns.length === 0 ? '1 AS one' : columns.join(`,\n${indent}`);
