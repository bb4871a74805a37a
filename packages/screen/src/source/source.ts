/** What is read: files, globs and standard input, as relations that DuckDB reads. */
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { literal } from '@anpo/columns/sql';
import { ComplaintError } from '@anpo/engine';
import { complain } from '@anpo/engine/complaint';
import type { DuckDBConnection } from '@duckdb/node-api';
import { screenComplaint } from '../words/codes.ts';
import { spoolArrow } from './arrow-file.ts';

export interface SourceFile {
  /** As the user named it. */
  readonly name: string;
  readonly format: 'csv' | 'parquet';
  /** Where it is read: elsewhere for standard input and Arrow files, which are spooled first. */
  readonly path: string;
  readonly bytes: number;
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
): Promise<Source> {
  let directory: string | undefined;
  const spool = async (): Promise<string> => {
    directory ??= await mkdtemp(join(tmpdir(), 'anpo-screen-'));
    return directory;
  };
  const dispose = async (): Promise<void> => {
    if (directory) await rm(directory, { recursive: true, force: true });
  };
  try {
    const found: { name: string; path: string }[] = [];
    if (data === '-') {
      const path = join(await spool(), 'standard-input');
      if (!standardInput) throw new TypeError('the data is `-`: give `standardInput`');
      await pipeline(standardInput(), createWriteStream(path));
      found.push({ name: '-', path });
    } else {
      const result = await connection.runAndReadAll(`SELECT file FROM glob(${literal(data)}) ORDER BY file`);
      for (const [file] of result.getRows()) found.push({ name: String(file), path: String(file) });
    }
    if (found.length === 0) complain(screenComplaint('data-missing', { data }));
    const files: SourceFile[] = [];
    for (const { name, path } of found) {
      const magic = await firstBytes(path);
      if (magic.startsWith('ARROW1')) {
        const target = join(await spool(), `${files.length}.parquet`);
        await asData(name, () => spoolArrow(connection, createReadStream(path), target));
        files.push({ name, path: target, format: 'parquet', bytes: statSync(target).size });
      } else {
        const format = magic.startsWith('PAR1') ? 'parquet' : 'csv';
        files.push({ name, path, format, bytes: statSync(path).size });
      }
    }
    return { files, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

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

async function firstBytes(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Lines of CSV from which the types of its columns are told. */
export const SAMPLE_LINES = 20_480;

/** The relation of a file. Lines of CSV that cannot be read are set aside with their numbers, or passed over. */
export function relation(file: SourceFile, options: readonly string[] = [], passOver = false): string {
  const rejects = passOver ? ['ignore_errors = true'] : ['store_rejects = true', 'rejects_limit = 0'];
  const [reader, own] =
    file.format === 'parquet'
      ? ['read_parquet', []]
      : ['read_csv', [...rejects, `sample_size = ${SAMPLE_LINES}`]];
  return `${reader}(${[literal(file.path), ...own, ...options].join(', ')})`;
}
