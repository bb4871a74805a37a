/**
 * The query that turns the rows of a file into codes ready for evaluation: DuckDB computes the map's expressions;
 * what a fact cannot be makes the row a reject, with the column that is to blame.
 */
import { type Fact, type Rulebook, toDay } from '@anpo/engine';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Column } from '../data/column.ts';
import { domainOf } from '../plan/tests.ts';
import { literal } from '../sql/values.ts';
import { complain } from './error.ts';
import { type MappedFact, parseKey, type ScreenMap } from './map.ts';
import { relation, type SourceFile } from './source.ts';

/** A column of codes that the query yields, in the order of the query. */
export interface CodeColumn {
  readonly key: string;
  readonly kind: Column['kind'];
  readonly scale: number;
  readonly dictionary: readonly (string | null)[];
}

export interface ScreenQuery {
  readonly sql: string;
  readonly columns: readonly CodeColumn[];
  /** What the number of a reject's check stands for; the check before the first is none. */
  readonly checks: readonly string[];
  /** Names of the columns carried into the output. */
  readonly ids: readonly string[];
}

/** The code of unknown in columns of bytes. */
export const UNKNOWN_CODE = 255;
const DECIMALS = 6;

export async function screenQuery(
  connection: DuckDBConnection,
  rulebook: Rulebook,
  map: ScreenMap,
  file: SourceFile,
  on: string | undefined,
  /** Texts are the dearest thing to read: identifying columns are read only where they are written. */
  withIds: boolean,
): Promise<ScreenQuery> {
  const from = relation(file);
  const ids = map.id === undefined || !withIds ? [] : typeof map.id === 'string' ? [map.id] : map.id;
  const expressions = Object.entries(map.facts).flatMap(([key, mapped]) =>
    'sql' in mapped ? [{ key, sql: mapped.sql }] : [],
  );
  const typed = await typesOf(connection, from, [
    ...(on === undefined && map.on !== undefined ? [{ key: 'on', sql: map.on }] : []),
    ...(map.where === undefined ? [] : [{ key: 'where', sql: map.where }]),
    ...ids.map((sql) => ({ key: 'id', sql })),
    ...expressions,
  ]);
  const inner: string[] = [];
  // What the map's expressions come to, and which rows they fail in: a struct around the value tells NULL from failure.
  const middle: string[] = [];
  const computed = (sql: string, name: string, check: string): void => {
    if (isPlain(sql)) {
      inner.push(`(${sql}) AS ${name}`);
      middle.push(name);
      return;
    }
    inner.push(`TRY({'v': (${sql})}) AS ${name}_tried`);
    middle.push(`${name}_tried.v AS ${name}`, `${name}_tried IS NULL AS ${name}_failed`);
    failing.push({ check, when: `${name}_failed`, value: `'(the expression failed)'` });
  };
  const outer: string[] = [];
  const failing: { check: string; when: string; value: string }[] = [];
  const columns: CodeColumn[] = [];

  if (on === undefined) {
    if (map.on === undefined) {
      complain(
        'the map has no `on`: say which SQL expression is the day of a row, or give one day for all with --on DATE',
        '対応表に on がありません。各行の日付となるSQL式を書くか、--on DATE で全行の日付を指定してください',
      );
    }
    computed(map.on as string, 'day', 'on');
    outer.push(`coalesce(TRY_CAST(day AS DATE), DATE '1970-01-01') AS day`);
    failing.push({ check: 'on', when: 'TRY_CAST(day AS DATE) IS NULL', value: 'CAST(day AS VARCHAR)' });
  } else {
    toDay(on);
  }
  Object.entries(map.facts).forEach(([key, mapped], index) => {
    const fact = rulebook.facts.find((each) => each.id === parseKey(key).fact) as Fact;
    const name = `f${index}`;
    const type = typed.get(key) ?? 'VARCHAR';
    computed('sql' in mapped ? mapped.sql : literal(mapped.value), name, key);
    const code = codeOf(rulebook, fact, key, mapped, name, type);
    columns.push(code.column);
    outer.push(`${code.sql} AS ${name}`);
    if (code.fails !== undefined) {
      failing.push({ check: key, when: code.fails, value: `CAST(${name} AS VARCHAR)` });
    }
  });
  ids.forEach((sql, index) => {
    inner.push(`${isPlain(sql) ? '' : 'TRY'}(CAST((${sql}) AS VARCHAR)) AS id${index}`);
    middle.push(`id${index}`);
  });
  const bad =
    failing.length === 0
      ? 'CAST(0 AS UTINYINT)'
      : `CAST(CASE ${failing.map(({ when }, index) => `WHEN ${when} THEN ${index + 1}`).join(' ')} ELSE 0 END AS UTINYINT)`;
  const reason =
    failing.length === 0
      ? 'NULL'
      : `CASE ${failing.map(({ when, value }) => `WHEN ${when} THEN ${value}`).join(' ')} END`;
  const where = map.where === undefined ? '' : ` WHERE (${map.where})`;
  return {
    sql: `SELECT ${[...outer, `${bad} AS bad`, `CAST(${reason} AS VARCHAR) AS reason`, ...ids.map((_, index) => `id${index}`)].join(', ')} FROM (SELECT ${middle.join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${from}${where}))`,
    columns,
    checks: failing.map(({ check }) => check),
    ids,
  };
}

/** A column, a number or a text as it stands: reading it cannot fail. */
const isPlain = (sql: string): boolean => /^\s*(?:\w+|"[^"]+"|'[^']*')\s*$/.test(sql);

/** The types of expressions, found without reading rows. An expression that cannot be is named in the complaint. */
async function typesOf(
  connection: DuckDBConnection,
  from: string,
  expressions: readonly { key: string; sql: string }[],
): Promise<ReadonlyMap<string, string>> {
  const types = new Map<string, string>();
  for (const { key, sql } of expressions) {
    try {
      const result = await connection.runAndReadAll(`DESCRIBE SELECT (${sql}) AS value FROM ${from}`);
      types.set(key, String(result.getRows()[0]?.[1]));
    } catch (error) {
      const detail = (error as Error).message.split('\n').slice(0, 3).join(' ');
      complain(
        `${key}: the data cannot be asked for \`${sql}\`: ${detail}`,
        `${key}：データに対して「${sql}」を評価できません：${detail}`,
      );
    }
  }
  return types;
}

const integers: ReadonlySet<string> = new Set([
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
]);

function codeOf(
  rulebook: Rulebook,
  fact: Fact,
  key: string,
  mapped: MappedFact,
  name: string,
  type: string,
): { sql: string; column: CodeColumn; fails?: string | undefined } {
  const coded = (names: readonly string[], kind: 'codes' | 'yes-no'): ReturnType<typeof codeOf> => {
    const pairs = pairsOf(mapped, names, kind);
    // Integers are compared as integers: making texts of them is most of the work of reading.
    const plain = integers.has(type) && [...pairs.keys()].every((cell) => /^(0|-?[1-9]\d{0,8})$/.test(cell));
    const write = plain ? (cell: string) => cell : literal;
    const whens = [...pairs].map(([cell, value]) => `WHEN ${write(cell)} THEN ${value}`);
    const text = plain ? `CAST(${name} AS BIGINT)` : `CAST(${name} AS VARCHAR)`;
    const otherwise = 'values' in mapped && mapped.otherwise === 'unknown';
    const listed = [...pairs.keys()].map(write).join(', ');
    return {
      sql: `CAST(CASE ${text} ${whens.join(' ')} ELSE ${UNKNOWN_CODE} END AS UTINYINT)`,
      column: { key, kind, scale: 0, dictionary: names },
      fails: otherwise ? undefined : `${name} IS NOT NULL AND ${text} NOT IN (${listed})`,
    };
  };
  const limits = [
    ...(fact.minimum === undefined ? [] : [`${name} < ${fact.minimum}`]),
    ...(fact.maximum === undefined ? [] : [`${name} > ${fact.maximum}`]),
  ];
  switch (fact.type) {
    case 'yes-no':
      if (type === 'BOOLEAN' && !('values' in mapped && mapped.values)) {
        return {
          sql: `coalesce(CAST(${name} AS UTINYINT), ${UNKNOWN_CODE})`,
          column: { key, kind: 'yes-no', scale: 0, dictionary: [] },
        };
      }
      return coded(['no', 'yes'], 'yes-no');
    case 'date':
      return {
        sql: `coalesce(date_diff('day', DATE '1970-01-01', TRY_CAST(${name} AS DATE))::INTEGER, -2147483648)`,
        column: { key, kind: 'int32', scale: 0, dictionary: [] },
        fails: `${name} IS NOT NULL AND TRY_CAST(${name} AS DATE) IS NULL`,
      };
    case 'number':
    case 'amount': {
      if (type === 'DOUBLE' || type === 'FLOAT') {
        return {
          sql: `coalesce(CAST(${name} AS DOUBLE), 'nan'::DOUBLE)`,
          column: { key, kind: 'float64', scale: 0, dictionary: [] },
          fails: [`isinf(${name})`, ...limits].map((limit) => `coalesce(${limit}, false)`).join(' OR '),
        };
      }
      const decimal = `TRY_CAST(${name} AS DECIMAL(18, ${DECIMALS}))`;
      return {
        // The units of a decimal as an integer; it was checked to fit.
        sql: `coalesce(CAST(${decimal} * 1000000 AS BIGINT), -9223372036854775808)`,
        column: { key, kind: 'int64', scale: DECIMALS, dictionary: [] },
        fails: [
          `${name} IS NOT NULL AND ${decimal} IS NULL`,
          ...limits.map((limit) => `coalesce(${limit.replace(name, decimal)}, false)`),
        ].join(' OR '),
      };
    }
    default: {
      const names = domainOf(rulebook, fact);
      if (names.length >= UNKNOWN_CODE) {
        // More names than a byte counts: only those that the map lists have codes.
        const listed = [...new Set(Object.values('values' in mapped ? (mapped.values ?? {}) : {}))].filter(
          (each) => each !== 'unknown',
        );
        if ('value' in mapped) return coded([mapped.value], 'codes');
        if (listed.length > 0) return coded(listed, 'codes');
        return complain(
          `${key}: list the values that occur, as {sql, values: {cell: name, …}}`,
          `${key}：現れる値を {sql, values: {セル: 名前, …}} の形で列挙してください`,
        );
      }
      return coded(names, 'codes');
    }
  }
}

/** From the text of a cell to its code. */
function pairsOf(
  mapped: MappedFact,
  names: readonly string[],
  kind: 'codes' | 'yes-no',
): Map<string, number> {
  const codeOfName = (value: string): number => {
    const plain = kind === 'yes-no' ? ({ true: 'yes', false: 'no' }[value] ?? value) : value;
    const code = names.indexOf(plain);
    return plain === 'unknown' || code < 0 ? UNKNOWN_CODE : code;
  };
  if ('values' in mapped && mapped.values) {
    return new Map(Object.entries(mapped.values).map(([cell, value]) => [cell, codeOfName(value)]));
  }
  const own = kind === 'yes-no' ? ['yes', 'no', 'true', 'false', 'unknown'] : [...names, 'unknown'];
  return new Map(own.map((value) => [value, codeOfName(value)]));
}
