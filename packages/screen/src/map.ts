/**
 * The map from columns to facts, a YAML file:
 *
 *     on: make_date(year, month, day)       # the day of a row: SQL over the columns
 *     id: dispnum                           # columns to carry into the output
 *     where: year >= 1952                   # rows to take
 *     party: opponent                       # the fact whose values the summary is grouped by
 *     facts:
 *       armed-attack: hostlev_target >= 4   # SQL, as it stands
 *       opponent: { sql: target, values: { 710: CN, 365: RU }, otherwise: unknown }
 *       place: { value: okinawa-island }    # the same for all rows
 *
 * A fact may be given for one organ (`finding@cabinet`) or incident (`2.armed-attack`).
 */
import { parseKey } from '@anpo/columns/plan';
import { nearest, parseValue, type Rulebook } from '@anpo/engine';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { complain, ScreenError, type Words } from './error.ts';

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

const mapSchema = z.strictObject({
  on: sql.optional(),
  id: z.union([sql, z.array(sql)]).optional(),
  where: sql.optional(),
  party: z.string().min(1).optional(),
  facts: z.record(z.string().min(1), factSchema),
});

export type ScreenMap = z.infer<typeof mapSchema>;

/** Reads a map. Throws a ScreenError that lists every problem. */
export function readMap(text: string): ScreenMap {
  const document = parseDocument(text, { uniqueKeys: true });
  const [first] = document.errors;
  if (first) {
    return complain(
      `the map is not YAML: ${first.message}`,
      `対応表はYAMLとして読めません：${first.message}`,
    );
  }
  const parsed = mapSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return parsed.data;
  throw new ScreenError(
    parsed.error.issues.map((issue) => {
      const where = issue.path.join('.') || 'map';
      return {
        en: `${where}: ${issue.message} (a map has on, id, where, party and facts; a fact is SQL text, {sql, values, otherwise} or {value})`,
        ja: `${where}：${issue.message}（対応表の項目は on・id・where・party・facts。事実はSQL式、{sql, values, otherwise}、{value} のいずれか）`,
      };
    }),
  );
}

/** Refuses what the Rulebook does not know: facts, organs, and values that a fact cannot have. */
export function checkMap(map: ScreenMap, rulebook: Rulebook): void {
  const problems: Words[] = [];
  const ids = rulebook.facts.map((fact) => fact.id);
  for (const [key, mapped] of Object.entries(map.facts)) {
    const { fact: id, organ, incident } = parseKey(key);
    const fact = rulebook.facts.find((candidate) => candidate.id === id);
    if (!fact) {
      const close = nearest(id, ids, 3);
      problems.push({
        en: `there is no fact "${id}"${close.length > 0 ? ` (did you mean ${close.join(' or ')}?)` : ''}; \`anpo facts\` lists them all`,
        ja: `「${id}」という事実はありません${close.length > 0 ? `（${close.join('、')} のことですか）` : ''}。一覧は \`anpo facts\``,
      });
      continue;
    }
    if (organ !== undefined && !fact.organs.includes(organ)) {
      problems.push({
        en: `"${organ}" does not determine the fact "${id}"${fact.organs.length > 0 ? `: it is for ${fact.organs.join(', ')}` : ''}`,
        ja: `「${organ}」は事実「${id}」を認定する機関ではありません${fact.organs.length > 0 ? `（${fact.organs.join('、')}）` : ''}`,
      });
    }
    if (incident !== undefined && (incident < 0 || fact.scope === 'situation')) {
      problems.push({
        en: `the fact "${id}" is about the whole situation, or incidents are counted from 1: "${key}"`,
        ja: `事実「${id}」は事態全体についてのものか、事案番号が1未満です：「${key}」`,
      });
    }
    const values = 'value' in mapped ? [mapped.value] : Object.values(mapped.values ?? {});
    for (const value of values) {
      if (value === 'unknown') continue;
      try {
        parseValue(rulebook, fact, value, 0);
      } catch (error) {
        const { message } = error as Error;
        problems.push({ en: `${key}: ${message}`, ja: `${key}：${message}` });
      }
    }
  }
  if (map.party !== undefined && !Object.hasOwn(map.facts, map.party)) {
    problems.push({
      en: `party names "${map.party}", which is not among the facts of the map`,
      ja: `party の「${map.party}」は対応表の事実にありません`,
    });
  }
  if (problems.length > 0) throw new ScreenError(problems);
}

export const incidentsIn = (map: ScreenMap): number =>
  Math.max(1, ...Object.keys(map.facts).map((key) => (parseKey(key).incident ?? 0) + 1));
