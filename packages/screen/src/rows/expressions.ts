/**
 * The expressions of a map: what they are made of and how their values become codes. An expression that depends on
 * nothing but some cells of its own row need be evaluated only once for each different combination of these cells.
 */

import { parseKey } from '@anpo/columns/plan';
import { literal } from '@anpo/columns/sql';
import type { Rulebook } from '@anpo/engine';
import { complain } from '@anpo/engine/complaint';
import { indexRulebook } from '@anpo/engine/rulebook';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type MapPlaces, type MappedFact, nowhere, type ScreenMap } from '../map/map.ts';
import { screenComplaint } from '../words/codes.ts';
import { type Coding, codingOf } from './codes.ts';

/** Something that is computed for each row: its day, whether it is taken, or a fact. */
export interface Expression extends Coding {
  readonly role: 'day' | 'condition' | 'fact';
  /** `on`, `where` or the key of a fact. */
  readonly check: string;
  /** The map's SQL over the columns of the data. */
  readonly source: string;
  /** The name under which `sql` and `fails` find the value. */
  readonly name: string;
  /** The columns it reads; absent where it may depend on more than these cells, so that DuckDB evaluates each row. */
  readonly reads?: readonly string[] | undefined;
}

export interface SourceColumn {
  readonly name: string;
  /** As DuckDB writes it. */
  readonly type: string;
}

export interface Expressions {
  readonly all: readonly Expression[];
  /** The columns of the data. */
  readonly columns: readonly SourceColumn[];
  /** SQL of the columns carried into the output. */
  readonly ids: readonly string[];
  /** False where an expression looks beyond its own row, so that the data must not be read in parts. */
  readonly local: boolean;
}

/** A map, and the one day for all rows if there is one. */
export interface AskedMap {
  readonly map: ScreenMap;
  readonly places?: MapPlaces | undefined;
  readonly on?: string | undefined;
}

/** Reads the expressions of a map against a relation. Throws a ComplaintError that names an expression that cannot be. */
export async function expressionsOf(
  connection: DuckDBConnection,
  rulebook: Rulebook,
  { map, places = nowhere, on }: AskedMap,
  from: string,
  /** Texts are the dearest thing to read: identifying columns are read only where they are written. */
  withIds: boolean,
): Promise<Expressions> {
  if (on === undefined && map.on === undefined)
    complain(screenComplaint('map-day-missing', {}, { where: places([]) }));
  const ids = map.id === undefined || !withIds ? [] : typeof map.id === 'string' ? [map.id] : map.id;
  const asked: readonly Asked[] = [
    ...(on === undefined
      ? [{ role: 'day' as const, check: 'on', source: map.on as string, path: ['on'] }]
      : []),
    ...(map.where === undefined
      ? []
      : [{ role: 'condition' as const, check: 'where', source: map.where, path: ['where'] }]),
    ...Object.entries(map.facts).map(([key, mapped]) => ({
      role: 'fact' as const,
      check: key,
      source: 'sql' in mapped ? mapped.sql : literal(mapped.value),
      path: ['facts', key],
      mapped,
    })),
  ];
  const carried = ids.map((source) => ({ role: 'id' as const, check: 'id', source, path: ['id'] }));
  const { columns, types } = await describe(connection, from, [...asked, ...carried], places);
  const { reads, local } = await dependencies(connection, asked, columns);
  const all = asked.map((each, index): Expression => {
    const name = `"anpo:${index}"`;
    const { role, check, source } = each;
    return {
      role,
      check,
      source,
      ...coding(rulebook, each, name, types[index] as string),
      name,
      reads: reads[index],
    };
  });
  return { all, columns, ids, local };
}

/** An expression and where the map has it. */
interface Placed {
  readonly check: string;
  readonly source: string;
  readonly path: readonly string[];
}

interface Asked extends Placed {
  readonly role: Expression['role'];
  readonly mapped?: MappedFact | undefined;
}

function coding(rulebook: Rulebook, { role, check, mapped }: Asked, name: string, type: string): Coding {
  if (role === 'day') return dayCoding(name);
  if (role === 'condition') return conditionCoding(name);
  const fact = indexRulebook(rulebook).fact(parseKey(check).fact);
  return codingOf(rulebook, fact, check, mapped as MappedFact, name, type);
}

const dayCoding = (name: string): Coding => ({
  column: { key: 'on', kind: 'int32', scale: 0, dictionary: [] },
  sql: `coalesce(date_diff('day', DATE '1970-01-01', TRY_CAST(${name} AS DATE))::INTEGER, 0)`,
  fails: `NOT coalesce(isfinite(TRY_CAST(${name} AS DATE)), false)`,
});

const conditionCoding = (name: string): Coding => ({
  column: { key: 'where', kind: 'yes-no', scale: 0, dictionary: [] },
  sql: `CAST(coalesce(CAST(${name} AS BOOLEAN), false) AS UTINYINT)`,
});

/** The columns of a relation and the types of expressions over it, found without reading rows. */
async function describe(
  connection: DuckDBConnection,
  from: string,
  expressions: readonly Placed[],
  places: MapPlaces,
): Promise<{ columns: readonly SourceColumn[]; types: readonly string[] }> {
  const typesOf = async (list: readonly Placed[]): Promise<readonly SourceColumn[]> => {
    const items = list.map(({ source }, index) => `, (${source}) AS "anpo:${index}"`).join('');
    const result = await connection.runAndReadAll(`DESCRIBE SELECT *${items} FROM ${from}`);
    return result.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
  };
  const columns = await typesOf([]);
  const described = await typesOf(expressions).catch(() => undefined);
  const types = described?.slice(columns.length);
  if (types?.every(({ name }, index) => name === `anpo:${index}`) && types.length === expressions.length)
    return { columns, types: types.map(({ type }) => type) };
  // Each by itself tells which of them cannot be.
  for (const each of expressions) {
    const { check: part, source: sql } = each;
    const where = places(each.path);
    const alone = await typesOf([each]).catch((error: Error) => {
      const detail = error.message.split('\n').slice(0, 3).join(' ');
      return complain(screenComplaint('map-expression-wrong', { part, sql, detail }, { where }));
    });
    if (alone.length !== columns.length + 1 || alone.at(-1)?.name !== 'anpo:0')
      complain(screenComplaint('map-expression-many', { part, sql }, { where }));
  }
  throw new Error('the expressions of the map can be asked one by one, but not together');
}

/** Which columns each expression reads, and whether all of them look at nothing but their own row. */
async function dependencies(
  connection: DuckDBConnection,
  expressions: readonly { source: string }[],
  columns: readonly SourceColumn[],
): Promise<{ reads: readonly (readonly string[] | undefined)[]; local: boolean }> {
  const result = await connection.runAndReadAll(
    `SELECT ${expressions.map(({ source }) => `json_serialize_sql(${literal(`SELECT (${source})`)})`).join(', ')}`,
  );
  const changing = await changingFunctions(connection);
  const byName = new Map(columns.map(({ name }) => [name.toLowerCase(), name]));
  let local = true;
  const reads = (result.getRows()[0] ?? []).map((text) => {
    const names = new Set<string>();
    let known = true;
    visit(JSON.parse(String(text)), (node) => {
      if (node.class === 'WINDOW' || node.class === 'SUBQUERY') local = false;
      if (node.class === 'FUNCTION' && changing.has(String(node.function_name))) local = false;
      if (node.class !== 'COLUMN_REF') {
        if (elsewhere.has(String(node.class))) known = false;
        return;
      }
      const path = node.column_names as readonly string[];
      const name = path.length === 1 ? byName.get((path[0] as string).toLowerCase()) : undefined;
      if (name === undefined) known = false;
      else names.add(name);
    });
    return known ? [...names] : undefined;
  });
  // What looks beyond its row, or may come out otherwise the next time, is left to DuckDB, and so is all beside it.
  return { reads: local ? reads : reads.map(() => undefined), local };
}

/** Parts of an expression that name what is not a column, or more than one. */
const elsewhere: ReadonlySet<string> = new Set(['STAR', 'LAMBDA', 'POSITIONAL_REFERENCE', 'PARAMETER']);

async function changingFunctions(connection: DuckDBConnection): Promise<ReadonlySet<string>> {
  const result = await connection.runAndReadAll(
    `SELECT DISTINCT function_name FROM duckdb_functions() WHERE stability <> 'CONSISTENT' OR function_type IN ('aggregate', 'table')`,
  );
  return new Set(result.getRows().map(([name]) => String(name)));
}

type SyntaxNode = Readonly<Record<string, unknown>>;

function visit(value: unknown, seen: (node: SyntaxNode) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) seen(value as SyntaxNode);
  for (const part of Object.values(value)) visit(part, seen);
}
