/**
 * Amounts as columns: the value of the piece whose guard holds, and whether it is known, undetermined or none.
 * Only facts of number, amount and date type and other amounts occur in values; all is exact decimal arithmetic
 * of the engine, except that fractions which no decimal can write are rounded to twelve places.
 */
import type { Rulebook } from '@anpo/engine';
import { toDay } from '@anpo/engine/calendar';
import { indexRulebook, type ValueExpression } from '@anpo/engine/rulebook';
import { type Plan, slotKey } from '../plan/plan.ts';
import type { Dialect } from './dialect.ts';
import { date } from './values.ts';

export interface AmountColumn {
  /** The amount, with `#2` for the second incident. */
  readonly name: string;
  readonly value: string;
  readonly outcome: string;
}

interface Root {
  readonly amount: string;
  readonly incident: number | undefined;
  /** Columns of the guards, one a piece. */
  readonly guards: readonly string[];
}

/** The amounts of a plan that was compiled with them; `guard` names the column of an output. */
function rootsOf(plan: Plan, guard: (output: number) => string): readonly Root[] {
  const roots = new Map<string, { amount: string; incident: number | undefined; guards: string[] }>();
  plan.outputs.forEach((output, index) => {
    if (output.kind !== 'guard') return;
    const key = `${output.amount} ${output.incident ?? ''}`;
    let root = roots.get(key);
    if (!root) {
      root = { amount: output.amount, incident: output.incident, guards: [] };
      roots.set(key, root);
    }
    root.guards[output.piece] = guard(index);
  });
  return [...roots.values()];
}

/** Keys of the facts that the values of amounts need as columns. */
export function amountFacts(rulebook: Rulebook, plan: Plan): readonly string[] {
  const keys = new Set<string>();
  const visit = (value: ValueExpression, incident: number | undefined): void => {
    if (value.kind === 'fact') keys.add(factKey(rulebook, value.fact, incident));
    else if (value.kind === 'after') visit(value.of, incident);
    else if ('left' in value) {
      visit(value.left, incident);
      visit(value.right, incident);
    }
  };
  for (const root of rootsOf(plan, String)) {
    for (const piece of indexRulebook(rulebook).amount(root.amount).pieces) visit(piece.value, root.incident);
  }
  return [...keys];
}

function factKey(rulebook: Rulebook, fact: string, incident: number | undefined): string {
  const { scope } = indexRulebook(rulebook).fact(fact);
  return slotKey(fact, scope === 'incident' ? incident : undefined, undefined);
}

export function amountColumns(
  rulebook: Rulebook,
  plan: Plan,
  dialect: Dialect,
  guard: (output: number) => string,
): readonly AmountColumn[] {
  const roots = rootsOf(plan, guard);
  const index = indexRulebook(rulebook);

  const typeOf = (value: ValueExpression): 'date' | 'number' => {
    switch (value.kind) {
      case 'number':
        return 'number';
      case 'date':
      case 'after':
        return 'date';
      case 'fact':
        return index.fact(value.fact).type === 'date' ? 'date' : 'number';
      case 'amount':
        return index.amount(value.amount).unit === 'date' ? 'date' : 'number';
      default:
        return typeOf(value.left) === 'date' && typeOf(value.right) === 'number' ? 'date' : 'number';
    }
  };
  const rootFor = (amount: string, incident: number | undefined): Root | undefined =>
    roots.find((each) => each.amount === amount && each.incident === incident) ??
    roots.find((each) => each.amount === amount && each.incident === undefined);
  const write = (value: ValueExpression, incident: number | undefined): string => {
    switch (value.kind) {
      case 'number': {
        const [over, under] = value.value.split('/');
        return under === undefined ? `(${over})` : `(CAST(${over} AS DECIMAL(38, 12)) / ${under})`;
      }
      case 'date':
        return date(toDay(value.value));
      case 'fact':
        return dialect.quote(factKey(rulebook, value.fact, incident));
      case 'amount': {
        const root = rootFor(value.amount, incident);
        return root ? column(root).value : 'NULL';
      }
      case 'after':
        return dialect.after(write(value.of, incident), value.duration);
      default: {
        const [left, right] = [write(value.left, incident), write(value.right, incident)];
        if (typeOf(value.left) === 'date') {
          if (typeOf(value.right) === 'date') return dialect.daysBetween(left, right);
          return dialect.plusDays(left, value.kind === 'sum' ? right : `-(${right})`);
        }
        return `(${left} ${{ sum: '+', difference: '-', product: '*' }[value.kind]} ${right})`;
      }
    }
  };
  /** Whether a value has no piece to come from: that of an amount of which none holds. */
  const isNone = (value: ValueExpression, incident: number | undefined): string | undefined => {
    if (value.kind === 'amount') {
      const root = rootFor(value.amount, incident);
      return root ? `(${column(root).outcome} = 'none')` : 'TRUE';
    }
    if (value.kind === 'after') return isNone(value.of, incident);
    if (!('left' in value)) return undefined;
    const sides = [isNone(value.left, incident), isNone(value.right, incident)].filter(
      (each) => each !== undefined,
    );
    return sides.length === 0 ? undefined : `(${sides.join(' OR ')})`;
  };
  const column = (root: Root): AmountColumn => {
    const { pieces, unit } = index.amount(root.amount);
    const type = unit === 'date' ? dialect.types.date : dialect.types.number;
    const values = pieces.map((piece) => `CAST(${write(piece.value, root.incident)} AS ${type})`);
    const clashes = root.guards.flatMap((one, first) =>
      root.guards.slice(first + 1).flatMap((other, offset) => {
        const second = first + 1 + offset;
        if (one === 'FALSE' || other === 'FALSE' || disjoint(pieces[first]?.period, pieces[second]?.period))
          return [];
        return [`WHEN ${one} AND ${other} AND ${values[first]} IS DISTINCT FROM ${values[second]} THEN NULL`];
      }),
    );
    const held = root.guards.flatMap((each, piece) =>
      each === 'FALSE' ? [] : [`WHEN ${each} THEN ${values[piece]}`],
    );
    const value = held.length === 0 ? `CAST(NULL AS ${type})` : `CASE ${[...clashes, ...held].join(' ')} END`;
    const some = root.guards.length === 0 ? 'FALSE' : `(${root.guards.join(' OR ')})`;
    const missing = pieces.map((piece) => isNone(piece.value, root.incident));
    const composed = missing.every((each) => each === undefined)
      ? ''
      : root.guards
          .map(
            (each, piece) =>
              `WHEN ${each} AND ${missing[piece] ?? 'FALSE'} THEN 'none' WHEN ${each} THEN 'undetermined' `,
          )
          .join('');
    const outcome = `CASE WHEN ${value} IS NOT NULL THEN 'known' WHEN NOT ${some} THEN 'none' ${composed}ELSE 'undetermined' END`;
    const place = root.incident === undefined ? '' : `#${root.incident + 1}`;
    return { name: `${root.amount}${place}`, value, outcome };
  };
  return roots.map(column);
}

type Dated = { readonly from?: string | undefined; readonly until?: string | undefined } | undefined;

/** Most pieces of an amount follow each other in time. */
const disjoint = (one: Dated, other: Dated): boolean =>
  (one?.until !== undefined && other?.from !== undefined && one.until <= other.from) ||
  (other?.until !== undefined && one?.from !== undefined && other.until <= one.from);
