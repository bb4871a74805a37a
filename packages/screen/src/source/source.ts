/** What is read: files, globs and standard input, as relations that DuckDB reads. */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { literal, quoted } from '@anpo/columns/sql';
import { ComplaintError } from '@anpo/engine';
import { complain } from '@anpo/engine/complaint';
import type { DuckDBConnection } from '@duckdb/node-api';
import { screenComplaint } from '../words/codes.ts';
import { spoolArrow } from './arrow-file.ts';
import { kindOf } from './kinds.ts';
import { type Aside, prepareText, type TextForm } from './text.ts';

export interface SourceFile {
  /** As the user named it. */
  readonly name: string;
  readonly format: 'csv' | 'parquet';
  /** Where it is read: elsewhere for what had to be spooled first. */
  readonly path: string;
  readonly bytes: number;
  /** Tells this content from another under the same name. */
  readonly stamp?: string | undefined;
  /** Options of DuckDB's reader. */
  readonly options?: readonly string[] | undefined;
  /** Records that are in no encoding that can be read, and are left out of the file at `path`. */
  readonly aside?: Aside | undefined;
}

export interface Source {
  readonly files: readonly SourceFile[];
  /** Removes what was spooled. */
  dispose(): Promise<void>;
}

/** `standardInput` is read where the data is `-`. */
export async function openSource(
  connection: DuckDBConnection,
  data: string,
  standardInput: (() => AsyncIterable<Uint8Array>) | undefined,
  form: TextForm = {},
): Promise<Source> {
  let directory: string | undefined;
  let spooled = 0;
  const spool = async (name: string): Promise<string> => {
    directory ??= await mkdtemp(join(tmpdir(), 'anpo-screen-'));
    return join(directory, `${spooled++}-${name}`);
  };
  const dispose = async (): Promise<void> => {
    if (directory) await rm(directory, { recursive: true, force: true });
  };
  try {
    const found: Given[] = [];
    if (data === '-') {
      const path = await spool('standard-input');
      if (!standardInput) throw new TypeError('the data is `-`: give `standardInput`');
      const hash = createHash('sha256');
      await pipeline(standardInput(), hashing(hash), createWriteStream(path));
      found.push({ name: '-', path, stamp: hash.digest('hex') });
    } else {
      const result = await connection.runAndReadAll(`SELECT file FROM glob(${literal(data)}) ORDER BY file`);
      for (const [file] of result.getRows()) {
        const path = String(file);
        const { size, mtimeMs } = statSync(path);
        found.push({ name: path, path, stamp: `${size} ${mtimeMs}` });
      }
    }
    if (found.length === 0) complain(screenComplaint('data-missing', { data }));
    const files: SourceFile[] = [];
    for (const each of found)
      files.push(await asData(each.name, () => openFile(connection, each, form, spool)));
    return { files, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

interface Given {
  readonly name: string;
  readonly path: string;
  readonly stamp: string;
}

async function openFile(
  connection: DuckDBConnection,
  given: Given,
  form: TextForm,
  spool: (name: string) => Promise<string>,
): Promise<SourceFile> {
  const { name, path, stamp } = given;
  const kind = await kindOf(path, name);
  switch (kind.kind) {
    case 'arrow': {
      const target = await spool('arrow.parquet');
      await spoolArrow(connection, createReadStream(path), target);
      return { name, path: target, format: 'parquet', bytes: statSync(target).size, stamp };
    }
    case 'parquet':
      return { name, path, format: 'parquet', bytes: statSync(path).size, stamp };
    case 'gzip':
    case 'zstd': {
      const target = await spool('unpacked');
      const unpack = kind.kind === 'gzip' ? createGunzip() : createZstdDecompress();
      await pipeline(createReadStream(path), unpack, createWriteStream(target));
      return openFile(
        connection,
        { name: name.replace(/\.(?:gz|zst)$/i, ''), path: target, stamp },
        form,
        spool,
      ).then((file) => ({ ...file, name }));
    }
    case 'other':
      return complain(screenComplaint('data-other-format', { file: name, format: kind.format }));
    case 'utf-16':
    case 'text': {
      const encoding = kind.kind === 'utf-16' ? kind.encoding : form.encoding;
      const text = await prepareText(path, name, { ...form, encoding }, spool);
      return { name, format: 'csv', bytes: statSync(text.path).size, stamp, ...text };
    }
  }
}

const hashing = (hash: Hash): Transform =>
  new Transform({
    transform(bytes: Uint8Array, _, done) {
      hash.update(bytes);
      done(null, bytes);
    },
  });

/** Says of an error in which file of data it is. */
export async function asData<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ComplaintError) throw error;
    const detail = String((error as Error).message).split('\n')[0] as string;
    return complain(screenComplaint('data-unreadable', { file, detail }));
  }
}

/** Lines of CSV from which the types of its columns are told. */
export const SAMPLE_LINES = 20_480;

/**
 * The relation of a file. Lines of CSV that cannot be read are set aside with their numbers, or passed over. `whole`
 * are the columns that are read of every row, asked for or not: which rows can be read must not hang on the question.
 */
export function relation(
  file: SourceFile,
  { parquet = [], whole = [], passOver = false }: RelationOptions = {},
): string {
  if (file.format === 'parquet') return `read_parquet(${[literal(file.path), ...parquet].join(', ')})`;
  const rejects = passOver ? ['ignore_errors = true'] : ['store_rejects = true', 'rejects_limit = 0'];
  const options = [...rejects, `sample_size = ${SAMPLE_LINES}`, ...(file.options ?? [])];
  const reader = `read_csv(${[literal(file.path), ...options].join(', ')})`;
  if (whole.length === 0) return reader;
  return `(SELECT * FROM ${reader} WHERE hash(${whole.map(quoted).join(', ')}) IS NOT NULL)`;
}

export interface RelationOptions {
  /** Options of the reader of Parquet. */
  readonly parquet?: readonly string[] | undefined;
  readonly whole?: readonly string[] | undefined;
  readonly passOver?: boolean | undefined;
}

/** Forgets the lines that a connection set aside. */
export async function dropAside(connection: DuckDBConnection): Promise<void> {
  await connection.run('DROP TABLE IF EXISTS reject_errors');
  await connection.run('DROP TABLE IF EXISTS reject_scans');
}
