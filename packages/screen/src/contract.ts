/** What a screening is asked, and what it gives. */
import type { Plan, PlanOptions } from '@anpo/columns/plan';
import type { Language, Rulebook } from '@anpo/engine';
import type { SummaryRow, UncertainDays } from './count/summary.ts';
import type { MapPlaces, ScreenMap } from './map/map.ts';
import type { SeemingEncoding } from './source/encoding.ts';

export interface ScreenOptions {
  /** A file, a glob, or `-` for standard input. */
  readonly data: string;
  /** Needed where the data is `-`. */
  readonly standardInput?: (() => AsyncIterable<Uint8Array>) | undefined;
  readonly map: ScreenMap;
  /** Where parts of the map stand, so that complaints can tell. */
  readonly places?: MapPlaces | undefined;
  readonly view?: string | undefined;
  /** One day for all rows, instead of the map's. */
  readonly on?: string | undefined;
  readonly knownOn?: string | undefined;
  readonly norms?: readonly string[] | undefined;
  /** Where findings go, row by row: `.parquet` or `.csv`. */
  readonly out?: string | undefined;
  readonly rejects: string;
  /** Where the counts go by norm, year and party, for spreadsheets. */
  readonly summary?: string | undefined;
  /** In which the reasons of rejects are told; absent: English. Their codes are the same in every language. */
  readonly language?: Language | undefined;
  readonly settle?: boolean | undefined;
  readonly threads?: number | undefined;
  /** Bytes of data for which another thread is worth its start. */
  readonly bytesInThread?: number | undefined;
  /** Keeps where the run stands, so that it can be interrupted. */
  readonly checkpoint?: string | undefined;
  /** Compiles a plan, or gives one that was kept; absent: {@link compilePlan}. */
  readonly compile?: ((rulebook: Rulebook, options: PlanOptions) => Plan) | undefined;
  readonly progress?: ((progress: Progress) => void) | undefined;
  /** Asks between batches whether to stop; what is done is kept. */
  readonly stopped?: (() => boolean) | undefined;
}

export interface Progress {
  readonly rows: number;
  readonly rejected: number;
  readonly seconds: number;
  /** Share of the input that is read, from 0 to 1; absent where it is not known. */
  readonly share?: number | undefined;
}

/** Plain data. */
export interface ScreenResult {
  /** Hash of the library. */
  readonly library: string;
  /** The holders that the view stands for; none for all. */
  readonly view: readonly string[];
  readonly rows: number;
  readonly rejected: number;
  /** The file of rejected rows; there is none where none was rejected. */
  readonly rejects: string;
  readonly files: number;
  readonly logic: 'kleene' | 'exact';
  readonly finished: boolean;
  readonly resumed: boolean;
  readonly summary: readonly SummaryRow[];
  /** Findings (`norm@bearer`) that some fact of the map bears on. */
  readonly dependent: readonly string[];
  readonly days: UncertainDays;
  /** The time zone that made days of moments, where any were. */
  readonly zone?: string | undefined;
  /** Files with records that are not UTF-8, and what they seem to be instead. */
  readonly notUtf8: readonly {
    readonly file: string;
    readonly records: number;
    readonly seems?: SeemingEncoding | undefined;
  }[];
  /** Assumptions that bear on the findings and that the map does not give, at their default in every row. */
  readonly assumed: readonly { readonly fact: string; readonly value: string }[];
}
