/**
 * Makes of a text file one that can be read as CSV in UTF-8. Records that are not UTF-8 are set aside here, whole and
 * with their lines, whatever columns are read later: DuckDB finds them only in the columns that it is asked for.
 */
import { isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { literal } from '@anpo/columns/sql';
import { complain } from '@anpo/engine/complaint';
import { screenComplaint } from '../words/codes.ts';
import { isUtf8File, type SeemingEncoding, seemingEncoding } from './encoding.ts';
import { records } from './records.ts';

/** What a map says of text files. */
export interface TextForm {
  /** False: the first line is a row. Names: there is none either, and columns are called so. */
  readonly header?: boolean | readonly string[] | undefined;
  /** Absent: UTF-8. */
  readonly encoding?: string | undefined;
}

/** A record that was set aside. */
export interface AsideRecord {
  /** Where it begins in the file as it was given, and how many lines it takes. */
  readonly line: number;
  readonly lines: number;
  readonly text: string;
}

/** Records of a file that are not in its encoding. */
export interface Aside {
  /** A file of {@link AsideRecord}s, a line each. */
  readonly path: string;
  readonly count: number;
  readonly seems: SeemingEncoding | undefined;
}

export interface PreparedText {
  readonly path: string;
  /** Options of DuckDB's reader. */
  readonly options: readonly string[];
  readonly aside?: Aside | undefined;
}

/** `spool` names files that may be written. `name` is told in complaints. */
export async function prepareText(
  given: string,
  name: string,
  { header, encoding }: TextForm,
  spool: (name: string) => Promise<string>,
): Promise<PreparedText> {
  let path = given;
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) {
    path = await spool('utf-8');
    await pipeline(createReadStream(given), decoder(encoding), createWriteStream(path));
  }
  const first = await firstRecord(path);
  const separator = /^\ufeff?sep=(.)\s*$/.exec(first)?.[1];
  const options = [
    ...(separator === undefined ? [] : ['skip = 1', `delim = ${literal(separator)}`]),
    ...(header === undefined ? [] : [`header = ${header === true}`]),
    ...(Array.isArray(header) ? [`names = [${header.map(literal).join(', ')}]`] : []),
  ];
  // What was decoded is UTF-8; where it could not be decoded it has a sign of that.
  if (path === given && (await isUtf8File(path))) return { path, options };
  const wrong = path === given ? notUtf8 : hasReplacement;
  const rest = await setAside(path, wrong, spool, (bytes) => {
    if (header === undefined || header === true)
      complain(screenComplaint('data-header-wrong-encoding', { file: name, seems: seemingEncoding(bytes) }));
  });
  return { ...rest, options };
}

const notUtf8 = (bytes: Uint8Array): boolean => !isUtf8(bytes);
const REPLACEMENT = Buffer.from('\ufffd');
const hasReplacement = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(REPLACEMENT);

function decoder(encoding: string): Transform {
  const decode = new TextDecoder(encoding);
  return new Transform({
    transform(bytes: Uint8Array, _, done) {
      done(null, decode.decode(bytes, { stream: true }));
    },
    flush(done) {
      done(null, decode.decode());
    },
  });
}

async function firstRecord(path: string): Promise<string> {
  for await (const { bytes } of records(path, false, true)) return Buffer.from(bytes).toString('utf8');
  return '';
}

/** Bytes from which an encoding is guessed. */
const GUESSED_FROM = 65_536;
/** A record that is longer has a quote that does not end: DuckDB reads none that is. */
const LONGEST = 2_000_000;

async function setAside(
  path: string,
  wrong: (bytes: Uint8Array) => boolean,
  spool: (name: string) => Promise<string>,
  inHeader: (bytes: Uint8Array) => void,
): Promise<{ readonly path: string; readonly aside?: Aside }> {
  const kept = await spool('kept');
  const aside = await spool('aside');
  for (const quotes of [true, false]) {
    const writers = [kept, aside].map((each) => createWriteStream(each)) as [WriteStream, WriteStream];
    const sample: Uint8Array[] = [];
    let [count, sampled, number, whole] = [0, 0, 0, true];
    for await (const { bytes, line, next } of records(path, quotes, true)) {
      if (quotes && bytes.length > LONGEST) whole = false;
      if (!whole) break;
      number++;
      if (!wrong(bytes)) {
        await write(writers[0], bytes);
        continue;
      }
      if (number === 1) inHeader(bytes);
      count++;
      if (sampled < GUESSED_FROM) sampled += sample.push(Uint8Array.from(bytes)) && bytes.length;
      const text = Buffer.from(bytes)
        .toString('utf8')
        .replace(/[\r\n]+$/, '');
      const record: AsideRecord = { line, lines: next - line, text };
      await write(writers[1], `${JSON.stringify(record)}\n`);
    }
    await Promise.all(writers.map((writer) => new Promise<void>((resolve) => writer.end(resolve))));
    if (!whole) continue;
    if (count === 0) return { path };
    return { path: kept, aside: { path: aside, count, seems: seemingEncoding(Buffer.concat(sample)) } };
  }
  throw new Error('records without quotes are never too long');
}

function write(stream: WriteStream, data: Uint8Array | string): Promise<void> | undefined {
  return stream.write(data) ? undefined : new Promise((resolve) => stream.once('drain', resolve));
}

/** The records that were set aside, in their order. */
export async function* asideRecords(aside: Aside | undefined): AsyncGenerator<AsideRecord> {
  if (!aside) return;
  for await (const line of createInterface({ input: createReadStream(aside.path) }))
    yield JSON.parse(line) as AsideRecord;
}
