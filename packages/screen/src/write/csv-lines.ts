/**
 * On which lines of a CSV file its rows stand. DuckDB counts rows, people look for lines: quoted values may go over
 * several, empty lines are no rows, and lines that could not be read are none either.
 */
import { type CsvRecord, records } from '../source/records.ts';
import { type Aside, asideRecords } from '../source/text.ts';

/** What is known of a file that was read. */
export interface CsvFacts {
  readonly path: string;
  readonly columns: number;
  /** Rows that were read. */
  readonly rows: number;
  /** `line_byte_position` of what DuckDB set aside, ascending: see {@link begins}. */
  readonly aside: readonly number[];
  /** Records that the file was given with and is read without. */
  readonly before?: Aside | undefined;
}

export interface CsvLine {
  /** Counted from 1, in the file as it was given. */
  readonly line: number;
  /** False for what DuckDB set aside. */
  readonly isRow: boolean;
}

/**
 * Where rows and what was set aside begin, in their order; undefined if the file cannot be cut into as many as were
 * read, so that no line would be certain.
 */
export async function csvLines(facts: CsvFacts): Promise<AsyncGenerator<CsvLine> | undefined> {
  for (const quotes of [true, false]) {
    let count = 0;
    for await (const _ of read(facts, quotes)) count++;
    // What is more than rows and lines set aside stands before them: a header, and lines before it.
    const before = count - facts.rows - facts.aside.length;
    if (before >= 0 && before <= MOST_BEFORE) return lines(facts, quotes, before);
  }
  return undefined;
}

const MOST_BEFORE = 16;

async function* lines(facts: CsvFacts, quotes: boolean, before: number): AsyncGenerator<CsvLine> {
  const left = asideRecords(facts.before);
  let missing = await left.next();
  let shift = 0;
  let number = 0;
  let next = 0;
  for await (const { line: own, at } of read(facts, quotes)) {
    // Lines that were left out before this one stand between it and the beginning.
    while (!missing.done && missing.value.line <= own + shift) {
      shift += missing.value.lines;
      missing = await left.next();
    }
    if (number++ < before) continue;
    const isRow = next === facts.aside.length || !begins(facts.aside[next] as number, at);
    if (!isRow) next++;
    yield { line: own + shift, isRow };
  }
}

/**
 * Whether what DuckDB set aside at a position is the record with so many bytes before it. DuckDB counts bytes from 1,
 * and begins a line after the first byte of what ends the line before, or after an empty line's: then the position
 * lies a little before the record, and after every other.
 */
const begins = (position: number, at: number): boolean => position - 1 <= at;

/** The records that DuckDB reads. With one column an empty line is a row without a value. */
async function* read({ path, columns }: CsvFacts, quotes: boolean): AsyncGenerator<CsvRecord> {
  for await (const record of records(path, quotes)) if (!record.empty || columns === 1) yield record;
}
