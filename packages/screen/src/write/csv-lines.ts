/**
 * On which lines of a CSV file its rows stand. DuckDB counts rows, people look for lines: quoted values may go over
 * several, empty lines are no rows, and lines that could not be read are none either.
 */
import { createReadStream } from 'node:fs';

const [NEWLINE, RETURN, QUOTE] = [10, 13, 34];
const DELIMITERS = new Set([...',;|\t'].map((each) => each.charCodeAt(0)));

interface CsvRecord {
  /** Counted from 1. */
  readonly line: number;
  /** Bytes of the file before it. */
  readonly at: number;
}

/** What is known of a file that was read. */
export interface CsvFacts {
  readonly path: string;
  readonly columns: number;
  /** Rows that were read. */
  readonly rows: number;
  /** Where lines begin that were set aside; an empty line before one may be taken for its beginning. Ascending. */
  readonly aside: readonly number[];
}

export interface CsvLine {
  /** Counted from 1. */
  readonly line: number;
  /** False for what was set aside. */
  readonly isRow: boolean;
}

/**
 * Where rows and what was set aside begin, in their order; undefined if the file cannot be cut into as many as were
 * read, so that no line would be certain.
 */
export async function csvLines(facts: CsvFacts): Promise<AsyncGenerator<CsvLine> | undefined> {
  for (const quotes of [true, false]) {
    let count = 0;
    for await (const _ of records(facts, quotes)) count++;
    // What is more than rows and lines set aside stands before them: a header, and lines before it.
    const before = count - facts.rows - facts.aside.length;
    if (before >= 0 && before <= MOST_BEFORE) return lines(facts, quotes, before);
  }
  return undefined;
}

const MOST_BEFORE = 16;

async function* lines(facts: CsvFacts, quotes: boolean, before: number): AsyncGenerator<CsvLine> {
  let number = 0;
  let next = 0;
  for await (const { line, at } of records(facts, quotes)) {
    if (number++ < before) continue;
    const isRow = next === facts.aside.length || (facts.aside[next] as number) > at;
    if (!isRow) next++;
    yield { line, isRow };
  }
}

/** Cuts a file where lines end outside of quotes. */
async function* records({ path, columns }: CsvFacts, quotes: boolean): AsyncGenerator<CsvRecord> {
  let [line, offset] = [1, 0];
  let start: CsvRecord = { line, at: 0 };
  let [empty, quoted, fieldBegins] = [true, false, true];
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = piece as Uint8Array;
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index] as number;
      if (byte === NEWLINE) {
        line++;
        if (!quoted) {
          // With one column an empty line is a row without a value.
          if (!empty || columns === 1) yield start;
          start = { line, at: offset + index + 1 };
          [empty, fieldBegins] = [true, true];
        }
      } else if (byte !== RETURN) {
        empty = false;
        if (quotes && byte === QUOTE && (quoted || fieldBegins)) quoted = !quoted;
        // A quote that is doubled ends the value and begins it again.
        fieldBegins = byte === QUOTE ? fieldBegins || quotes : DELIMITERS.has(byte);
      }
    }
    offset += bytes.length;
  }
  if (!empty) yield start;
}
