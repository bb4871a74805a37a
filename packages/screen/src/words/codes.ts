/** What this package may complain of: each code with the data that its words need. */
import { complaintsOf } from '@anpo/engine/complaint';
import type { SeemingEncoding } from '../source/encoding.ts';
import type { OtherFormat } from '../source/kinds.ts';

/** The parts of a map that may be written wrongly. */
export type MapPart = 'map' | 'on' | 'id' | 'where' | 'party' | 'header' | 'encoding' | 'facts' | 'fact';

/** Why a row was left out, in the column `code` of the file of rejects. */
export type RejectCodes = {
  'row-without-date': Record<string, never>;
  /** The value is none of the fact's. */
  'row-not-a-value': { fact: string };
  /** The map's expression failed in this row. */
  'row-expression-failed': { fact: string };
  'line-wrong-type': { column: string };
  'line-too-few-values': Record<string, never>;
  'line-too-many-values': Record<string, never>;
  'line-quote-open': Record<string, never>;
  'line-too-long': Record<string, never>;
  'line-wrong-encoding': Record<string, never>;
  'line-unreadable': Record<string, never>;
};

// A type and not an interface: only a type fits an index signature.
export type ScreenCodes = RejectCodes & {
  /** `detail` is the YAML reader's. */
  'map-not-yaml': { detail: string };
  'map-alias': Record<string, never>;
  'map-unknown-key': { key: string; keys: readonly string[] };
  'map-wrong-part': { part: MapPart; fact: string | undefined };
  'map-facts-missing': Record<string, never>;
  /** One fact by its name of today and by a former one. */
  'map-fact-twice': { fact: string };
  /** An `id` that is no column of the data; `columns` are those that there are. */
  'map-column-missing': { column: string; file: string; columns: readonly string[] };
  'map-encoding-unknown': { encoding: string };
  'map-party-missing': { party: string };
  'map-day-missing': Record<string, never>;
  /** More values than a byte counts: the map must list those that occur. */
  'map-values-needed': { fact: string };
  /** `part` is `on`, `where`, `id` or a fact; `detail` is DuckDB's. */
  'map-expression-wrong': { part: string; sql: string; detail: string };
  'map-expression-many': { part: string; sql: string };
  'data-missing': { data: string };
  'data-other-format': { file: string; format: OtherFormat };
  /** The names of its columns cannot be read. */
  'data-header-wrong-encoding': { file: string; seems: SeemingEncoding };
  'data-unreadable': { file: string; detail: string };
  /** Reading stopped at a row. */
  'data-reading-failed': { file: string; detail: string };
  'file-unwritable': { file: string; reason: string };
};

export const screenComplaint = complaintsOf<ScreenCodes>();
