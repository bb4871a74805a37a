/** SQL that turns the value of a map's expression into a code ready for evaluation, and that tells what a fact cannot be. */

import type { Column } from '@anpo/columns/data';
import { domainOf } from '@anpo/columns/plan';
import { literal } from '@anpo/columns/sql';
import type { Rulebook } from '@anpo/engine';
import { complain } from '@anpo/engine/complaint';
import type { Fact } from '@anpo/engine/rulebook';
import type { MappedFact } from '../map/map.ts';
import { screenComplaint } from '../words/codes.ts';

/** What the codes of a column mean. */
export interface CodeColumn {
  readonly key: string;
  readonly kind: Column['kind'];
  readonly scale: number;
  readonly dictionary: readonly (string | null)[];
}

/** How a value becomes a code. */
export interface Coding {
  readonly column: CodeColumn;
  /** SQL of the code, never NULL where the value is possible. */
  readonly sql: string;
  /** SQL that is true where the value cannot be; absent where every value can. */
  readonly fails?: string | undefined;
}

/** The code of unknown in columns of bytes. */
export const UNKNOWN_CODE = 255;
const DECIMALS = 6;

const integers: ReadonlySet<string> = new Set([
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
]);

/** The coding of a fact's value, which stands under a name and has a type of DuckDB's. */
export function codingOf(
  rulebook: Rulebook,
  fact: Fact,
  key: string,
  mapped: MappedFact,
  name: string,
  type: string,
): Coding {
  const coded = (names: readonly string[], kind: 'codes' | 'yes-no'): Coding => {
    const pairs = pairsOf(mapped, names, kind);
    // Integers are compared as integers: making texts of them is most of the work of reading.
    const plain = integers.has(type) && [...pairs.keys()].every((cell) => /^(0|-?[1-9]\d{0,8})$/.test(cell));
    const write = plain ? (cell: string) => cell : literal;
    const whens = [...pairs].map(([cell, value]) => `WHEN ${write(cell)} THEN ${value}`);
    const asWritten = `CAST(${name} AS VARCHAR)`;
    // Cells that say yes or no themselves may say it in any case; what a map lists is compared as it stands.
    const anyCase = kind === 'yes-no' && !('values' in mapped && mapped.values);
    const text = plain ? `CAST(${name} AS BIGINT)` : anyCase ? `lower(${asWritten})` : asWritten;
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
        // The units of a decimal as an integer; it was checked to fit, but needs room on the way.
        sql: `coalesce(CAST(CAST(${decimal} AS DECIMAL(38, ${DECIMALS})) * 1000000 AS BIGINT), -9223372036854775808)`,
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
        return complain(screenComplaint('map-values-needed', { fact: key }));
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
): ReadonlyMap<string, number> {
  const codeOf = (value: string): number => {
    const code = names.indexOf(value);
    return code < 0 ? UNKNOWN_CODE : code;
  };
  if ('values' in mapped && mapped.values)
    return new Map(Object.entries(mapped.values).map(([cell, value]) => [cell, codeOf(value)]));
  const own = new Map([...names, 'unknown'].map((value) => [value, codeOf(value)]));
  return kind === 'yes-no' ? new Map([...own, ['true', codeOf('yes')], ['false', codeOf('no')]]) : own;
}
