/** Cuts a CSV file into records: where lines end outside of quotes, however lines end in it. */
import { createReadStream } from 'node:fs';

const [NEWLINE, RETURN, QUOTE] = [10, 13, 34];
const DELIMITERS = new Set([...',;|\t'].map((each) => each.charCodeAt(0)));

export interface CsvRecord {
  /** On which line it begins, counted from 1. A line ends with a line feed, a carriage return, or both. */
  readonly line: number;
  /** The line after it. */
  readonly next: number;
  /** Bytes of the file before it. */
  readonly at: number;
  /** True for an empty line. */
  readonly empty: boolean;
  /** The record and the end of its line, where bytes were asked for. */
  readonly bytes: Uint8Array;
}

const NONE = new Uint8Array(0);

/** `quotes`: a line break between quotes ends no record. */
export async function* records(path: string, quotes: boolean, withBytes = false): AsyncGenerator<CsvRecord> {
  const state = new Cutter(quotes);
  let [offset, line, at] = [0, 1, 0];
  let kept: Uint8Array[] = [];
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = piece as Uint8Array;
    let from = 0;
    for (const end of state.ends(bytes)) {
      if (withBytes) kept.push(bytes.subarray(from, end));
      yield { line, next: state.line, at, empty: state.empty, bytes: withBytes ? joined(kept) : NONE };
      state.begin();
      [line, at, from, kept] = [state.line, offset + end, end, []];
    }
    if (withBytes && from < bytes.length) kept.push(Uint8Array.from(bytes.subarray(from)));
    offset += bytes.length;
  }
  if (offset > at) yield { line, next: state.line, at, empty: state.empty, bytes: joined(kept) };
}

const joined = (pieces: readonly Uint8Array[]): Uint8Array =>
  pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces);

class Cutter {
  readonly #quotes: boolean;
  line = 1;
  empty = true;
  #quoted = false;
  #fieldBegins = true;
  /** The last byte was a carriage return: a line feed after it ends the same line. */
  #returned = false;
  /** What ends records in this file, by the first that ended one. */
  #terminator: 'line feed' | 'carriage return' | undefined;

  constructor(quotes: boolean) {
    this.#quotes = quotes;
  }

  /** Begins the next record. */
  begin(): void {
    [this.empty, this.#quoted, this.#fieldBegins] = [true, false, true];
  }

  /** Where records end in the next bytes of the file: the place after the end of their line. */
  *ends(bytes: Uint8Array): Generator<number> {
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index] as number;
      if (this.#returned && byte !== NEWLINE) {
        // A carriage return by itself: a line ended before this byte.
        this.#returned = false;
        this.line++;
        if (!this.#quoted && this.#terminator !== 'line feed') {
          this.#terminator = 'carriage return';
          yield index;
        }
      }
      if (byte === RETURN) this.#returned = true;
      else if (byte === NEWLINE) {
        this.#returned = false;
        this.line++;
        if (this.#quoted || this.#terminator === 'carriage return') continue;
        this.#terminator = 'line feed';
        yield index + 1;
      } else {
        this.empty = false;
        if (this.#quotes && byte === QUOTE && (this.#quoted || this.#fieldBegins))
          this.#quoted = !this.#quoted;
        // A quote that is doubled ends the value and begins it again.
        this.#fieldBegins = byte === QUOTE ? this.#fieldBegins || this.#quotes : DELIMITERS.has(byte);
      }
    }
  }
}
