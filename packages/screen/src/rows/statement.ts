/**
 * The statements that read rows: some columns as they are, and the codes of those expressions that DuckDB evaluates.
 * A struct around the value of an expression tells NULL from failure.
 */
import { literal, quoted } from '@anpo/columns/sql';
import type { Expression, SourceColumn } from './expressions.ts';

/** What is wrong with the value of an expression. */
export const FAILED = 1;
const NOT_A_VALUE = 2;

export interface Statement {
  readonly from: string;
  /** SQL of what is read as it is. */
  readonly cells: readonly string[];
  /** Expressions evaluated here: each yields its code, what is wrong with it, and the value that is to blame. */
  readonly expressions: readonly Expression[];
  /** Columns carried along as they are. */
  readonly ids?: readonly SourceColumn[] | undefined;
  /** Conditions that rows must meet. */
  readonly where?: readonly string[] | undefined;
  /** SQL of the number of a row, where it must be carried along. */
  readonly number?: string | undefined;
}

/** Yields the cells, then three columns for each expression, then the carried columns, then the number. */
export function statementSql({ from, cells, expressions, ids = [], where = [], number }: Statement): string {
  const inner: string[] = [];
  const middle: string[] = [];
  const outer: string[] = [];
  const carry = (sql: string, name: string): void => {
    inner.push(`${sql} AS ${name}`);
    middle.push(name);
    outer.push(name);
  };
  cells.forEach((cell, index) => {
    carry(cell, `"cell:${index}"`);
  });
  for (const { name, source, sql, fails = 'false', mentions } of expressions) {
    const blamed = mentions.map((column, index) => {
      const own = name.replace(/"$/, ` cell ${index}"`);
      inner.push(`${quoted(column)} AS ${own}`);
      middle.push(own);
      return [column, own] as const;
    });
    const [tried, failed] = [name.replace(/"$/, ' tried"'), name.replace(/"$/, ' failed"')];
    if (isPlain(source)) {
      inner.push(`(${source}) AS ${name}`);
      middle.push(name, `false AS ${failed}`);
    } else {
      inner.push(`TRY({'v': (${source})}) AS ${tried}`);
      middle.push(`${tried}.v AS ${name}`, `${tried} IS NULL AS ${failed}`);
    }
    outer.push(
      sql,
      `CAST(CASE WHEN ${failed} THEN ${FAILED} WHEN ${fails} THEN ${NOT_A_VALUE} ELSE 0 END AS UTINYINT)`,
      `CASE WHEN ${failed} THEN ${blame(blamed)} WHEN ${fails} THEN ${shown(name, blamed)} END`,
    );
  }
  ids.forEach(({ name }, index) => {
    carry(quoted(name), `"id:${index}"`);
  });
  if (number !== undefined) carry(`CAST(${number} AS BIGINT)`, '"row number"');
  // A statement of no columns is none: rows alone may be wanted, when nothing in them is read.
  if (outer.length === 0) carry('false', '"row"');
  const conditions = where.length === 0 ? '' : ` WHERE ${where.map((each) => `(${each})`).join(' AND ')}`;
  return `SELECT ${outer.join(', ')} FROM (SELECT ${middle.join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${from}${conditions}))`;
}

type Blamed = readonly (readonly [column: string, sql: string])[];

/** SQL of the cells that an expression names: one as it stands, several with the names of their columns. */
function blame(cells: Blamed): string {
  const [first] = cells;
  if (first === undefined) return 'NULL';
  if (cells.length === 1) return `CAST(${first[1]} AS VARCHAR)`;
  const named = cells.map(
    ([column, sql]) => `${literal(`${column}=`)} || coalesce(CAST(${sql} AS VARCHAR), '')`,
  );
  return `concat_ws(', ', ${named.join(', ')})`;
}

/** SQL of a value that cannot be; where there is none, of the cells that it was made of. */
const shown = (name: string, cells: Blamed): string => `coalesce(CAST(${name} AS VARCHAR), ${blame(cells)})`;

/** A column, a number or a text as it stands: reading it cannot fail. */
const isPlain = (sql: string): boolean => /^\s*(?:\w+|"[^"]+"|'[^']*')\s*$/.test(sql);
