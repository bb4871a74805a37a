/**
 * The expressions of a map: what they are made of and how their values become codes. An expression that depends on
 * nothing but some cells of its own row need be evaluated only once for each different combination of these cells.
 */

import { parseKey } from '@anpo/columns/plan';
import { literal } from '@anpo/columns/sql';
import type { Rulebook } from '@anpo/engine';
import { complain, nearest } from '@anpo/engine/complaint';
import { indexRulebook } from '@anpo/engine/rulebook';
import type { DuckDBConnection } from '@duckdb/node-api';
import { daySql, type MappedDay, partsOf } from '../map/day.ts';
import { type MapPlaces, type MappedFact, nowhere, type ScreenMap } from '../map/map.ts';
import { relation, type SourceFile } from '../source/source.ts';
import { screenComplaint } from '../words/codes.ts';
import { type Coding, codingOf } from './codes.ts';

/** Something that is computed for each row: its day (the first and the last that it may be), whether it is taken, or a fact. */
export interface Expression extends Coding {
  readonly role: 'day' | 'last-day' | 'condition' | 'fact';
  /** `on`, `where` or the key of a fact. */
  readonly check: string;
  /** The map's SQL over the columns of the data. */
  readonly source: string;
  /** The name under which `sql` and `fails` find the value. */
  readonly name: string;
  /** The columns it reads; absent where it may depend on more than these cells, so that DuckDB evaluates each row. */
  readonly reads?: readonly string[] | undefined;
  /** The columns that it names, whatever else it may depend on: their cells are to blame where it fails. */
  readonly mentions: readonly string[];
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
  /** The columns carried into the output. */
  readonly ids: readonly SourceColumn[];
  /** True where moments become days, so that the time zone matters. */
  readonly zoned: boolean;
  /** False where an expression looks beyond its own row, so that the data must not be read in parts. */
  readonly local: boolean;
}

/** A map, and the one day for all rows if there is one. */
export interface AskedMap {
  readonly map: ScreenMap;
  readonly places?: MapPlaces | undefined;
  readonly on?: string | undefined;
}

/** Reads the expressions of a map against a file. Throws a ComplaintError that names an expression that cannot be. */
export async function expressionsOf(
  connection: DuckDBConnection,
  rulebook: Rulebook,
  { map, places = nowhere, on }: AskedMap,
  file: SourceFile,
  /** Texts are the dearest thing to read: identifying columns are read only where they are written. */
  withIds: boolean,
): Promise<Expressions> {
  if (on === undefined && map.on === undefined)
    complain(screenComplaint('map-day-missing', {}, { where: places([]) }));
  const from = relation(file);
  const asked: readonly Asked[] = [
    ...(on === undefined ? daysAsked(map.on as MappedDay) : []),
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
  const { columns, types } = await describe(connection, from, asked, places);
  const ids = idsOf(map, places, file, columns);
  const { reads, mentions, local, zoned } = await dependencies(connection, asked, columns);
  const all = asked.flatMap((each, index): readonly Expression[] => {
    const name = `"anpo:${index}"`;
    const { role, check, source } = each;
    const type = types[index] as string;
    const own = { role, check, source, name, reads: reads[index], mentions: mentions[index] ?? [] };
    const first = { ...own, ...coding(rulebook, each, name, type) };
    // What may be a month or a year has a last day too.
    if (role !== 'day' || asked.some((other) => other.role === 'last-day') || isDay(type)) return [first];
    const last = `"anpo:${index} last"`;
    return [first, { ...own, role: 'last-day', name: last, ...dayCoding(last, type, 'last') }];
  });
  return {
    all,
    columns,
    ids: withIds ? ids : [],
    zoned: zoned || types.some((type) => moments.test(type)),
    local,
  };
}

function daysAsked(on: MappedDay): readonly Asked[] {
  const { from, until } = daySql(on);
  const parts = partsOf(on);
  const first: Asked = { role: 'day', check: 'on', source: from, path: ['on'], parts };
  return until === undefined ? [first] : [first, { ...first, role: 'last-day', source: until }];
}

const moments = /^TIMESTAMP.* WITH TIME ZONE$/;

/** The columns that a map carries along, by their names as they stand; else by their names in any case. */
function idsOf(
  { id = [] }: ScreenMap,
  places: MapPlaces,
  file: SourceFile,
  columns: readonly SourceColumn[],
): readonly SourceColumn[] {
  const names = columns.map(({ name }) => name);
  const found = (typeof id === 'string' ? [id] : id).map((written) => {
    const name = /^".+"$/.test(written) && !names.includes(written) ? written.slice(1, -1) : written;
    const column =
      columns.find((each) => each.name === name) ??
      columns.find((each) => each.name.toLowerCase() === name.toLowerCase());
    return (
      column ??
      complain(
        screenComplaint(
          'map-column-missing',
          { column: written, file: file.name, columns: names },
          { where: places(['id']), nearest: nearest(name, names, 2) },
        ),
      )
    );
  });
  return [...new Set(found)];
}

/** An expression and where the map has it. */
interface Placed {
  readonly check: string;
  readonly source: string;
  readonly path: readonly string[];
  /** What the map says, where the source is made of several such. */
  readonly parts?: readonly string[] | undefined;
}

interface Asked extends Placed {
  readonly role: Expression['role'];
  readonly mapped?: MappedFact | undefined;
}

function coding(rulebook: Rulebook, { role, check, mapped }: Asked, name: string, type: string): Coding {
  if (role === 'day') return dayCoding(name, type, 'first');
  if (role === 'last-day') return dayCoding(name, type, 'last');
  if (role === 'condition') return conditionCoding(name);
  const fact = indexRulebook(rulebook).fact(parseKey(check).fact);
  return codingOf(rulebook, fact, check, mapped as MappedFact, name, type);
}

/** Values of these types are one day each. */
const isDay = (type: string): boolean => /^(?:DATE|TIMESTAMP.*)$/.test(type);

/** The first or the last day of a value: a day, a month (1960-06), a year (1960). */
function dayCoding(name: string, type: string, end: 'first' | 'last'): Coding {
  const day = `TRY_CAST(${name} AS DATE)`;
  const text = `trim(CAST(${name} AS VARCHAR))`;
  const of = (first: string, last: string): string => (end === 'first' ? first : last);
  const spread = `CASE
    WHEN regexp_full_match(${text}, '\\d{4}') THEN TRY_CAST(${text} || '${of('-01-01', '-12-31')}' AS DATE)
    WHEN regexp_full_match(${text}, '\\d{4}-\\d{2}') THEN ${of('', 'last_day')}(TRY_CAST(${text} || '-01' AS DATE))
    ELSE ${type === 'VARCHAR' ? day : 'NULL'} END`;
  const sql = isDay(type) ? day : spread;
  return {
    column: { key: 'on', kind: 'int32', scale: 0, dictionary: [] },
    sql: `coalesce(date_diff('day', DATE '1970-01-01', ${sql})::INTEGER, 0)`,
    fails: `NOT coalesce(isfinite(${sql}), false)`,
  };
}

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
  const single = expressions.flatMap((each) => [
    ...(each.parts ?? []).map((source) => ({ ...each, source })),
    each,
  ]);
  for (const each of single) {
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
): Promise<{
  reads: readonly (readonly string[] | undefined)[];
  mentions: readonly (readonly string[])[];
  local: boolean;
  zoned: boolean;
}> {
  const result = await connection.runAndReadAll(
    `SELECT ${expressions.map(({ source }) => `json_serialize_sql(${literal(`SELECT (${source})`)})`).join(', ')}`,
  );
  const changing = await changingFunctions(connection);
  const byName = new Map(columns.map(({ name }) => [name.toLowerCase(), name]));
  let local = true;
  let zoned = false;
  const mentions: (readonly string[])[] = [];
  const reads = (result.getRows()[0] ?? []).map((text) => {
    const names = new Set<string>();
    let known = true;
    visit(JSON.parse(String(text)), (node) => {
      if (node.class === 'WINDOW' || node.class === 'SUBQUERY') local = false;
      if (node.class === 'CAST' && moments.test(String((node.cast_type as SyntaxNode | undefined)?.id)))
        zoned = true;
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
    mentions.push(columns.flatMap(({ name }) => (names.has(name) ? [name] : [])));
    zoned ||= columns.some(({ name, type }) => names.has(name) && moments.test(type));
    return known ? [...names] : undefined;
  });
  // What looks beyond its row, or may come out otherwise the next time, is left to DuckDB, and so is all beside it.
  return { reads: local ? reads : reads.map(() => undefined), mentions, local, zoned };
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
