/**
 * The map from columns to facts, a YAML file:
 *
 *     on: { year: year, month: month, day: day }   # the day of a row, or the days that it may have been: {@link daySchema}
 *     id: dispnum                           # columns to carry into the output, by their names
 *     where: year >= 1952                   # rows to take
 *     party: opponent                       # the fact whose values the summary is grouped by
 *     header: no                            # the first line of CSV is a row
 *     encoding: shift_jis                   # of CSV that is not UTF-8
 *     facts:
 *       armed-attack: hostlev_target >= 4   # SQL, as it stands
 *       opponent: { sql: target, values: { 710: CN, 365: RU }, otherwise: unknown }
 *       place: { value: okinawa-island }    # the same for all rows
 *
 * A fact may be given for one organ (`finding@cabinet`) or incident (`2.armed-attack`).
 */
import { parseKey } from '@anpo/columns/plan';
import type { Where } from '@anpo/engine/complaint';
import { z } from 'zod';
import { daySchema } from './day.ts';

const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const sql = z.string().min(1);

const factSchema = z.union([
  sql.transform((text) => ({ sql: text })),
  z.strictObject({
    sql,
    values: z.record(z.string(), cell).optional(),
    /** What a value not listed means: unknown, or a row that cannot be read. */
    otherwise: z.enum(['unknown', 'reject']).optional(),
  }),
  z.strictObject({ value: cell }),
  z.boolean().transform((value) => ({ value: value ? 'yes' : 'no' })),
]) as unknown as z.ZodType<MappedFact>;

/** What a fact of the map is: an expression, perhaps with a table of values, or one value for all rows. */
export type MappedFact =
  | {
      readonly sql: string;
      readonly values?: Readonly<Record<string, string>> | undefined;
      readonly otherwise?: 'unknown' | 'reject' | undefined;
    }
  | { readonly value: string };

const header = z.union([
  z.boolean(),
  z.enum(['yes', 'no']).transform((value) => value === 'yes'),
  z.array(sql).min(1),
]) as unknown as z.ZodType<boolean | readonly string[]>;

export const mapSchema = z.strictObject({
  on: daySchema.optional(),
  id: z.union([sql, z.array(sql)]).optional(),
  where: sql.optional(),
  party: z.string().min(1).optional(),
  header: header.optional(),
  encoding: z.string().min(1).optional(),
  facts: z.record(z.string().min(1), factSchema),
});

export const mapKeys = Object.keys(mapSchema.shape);

export type ScreenMap = z.infer<typeof mapSchema>;

/** Where a part of a map stands, by the keys that lead to it: the last key itself, or what is written under it. */
export type MapPlaces = (path: readonly string[], of?: 'key' | 'value') => Where | undefined;

/** For a map that no file holds. */
export const nowhere: MapPlaces = () => undefined;

export const incidentsIn = (map: ScreenMap): number =>
  Math.max(1, ...Object.keys(map.facts).map((key) => (parseKey(key).incident ?? 0) + 1));
