/** Streams the rows of a query as batches of typed columns. Rejected rows are left out and handed over apart. */
import type { DuckDBConnection } from '@duckdb/node-api';
import duckdb, { type DataChunk } from '@duckdb/node-bindings';
import type { Batch, Column } from '../data/column.ts';
import type { CodeColumn, ScreenQuery } from './query.ts';

export interface RejectedRow {
  /** Counted from 1 among the rows read from the file. */
  readonly row: number;
  readonly check: string;
  readonly value: string;
  readonly ids: readonly (string | null)[];
}

export interface ReadBatch {
  readonly batch: Batch;
  /** For each row of the batch its number in the file, counted from 1. */
  readonly rowNumbers: Float64Array;
  /** For each carried column the texts, if any are carried. */
  readonly ids: readonly (readonly (string | null)[])[];
  readonly rejects: readonly RejectedRow[];
  /** Rows taken from the file so far, rejected ones included. */
  readonly read: number;
}

type Store = Uint8Array | Int32Array | BigInt64Array | Float64Array;

interface Target {
  readonly column: CodeColumn;
  readonly store: Store;
}

const newStore = (kind: Column['kind'], rows: number): Store =>
  kind === 'int32'
    ? new Int32Array(rows)
    : kind === 'int64'
      ? new BigInt64Array(rows)
      : kind === 'float64'
        ? new Float64Array(rows)
        : new Uint8Array(rows);

const asColumn = ({ column, store }: Target, rows: number): Column => {
  const values = store.subarray(0, rows) as never;
  switch (column.kind) {
    case 'codes':
      return { kind: 'codes', values, dictionary: column.dictionary };
    case 'int32':
    case 'int64':
      return { kind: column.kind, values, scale: column.scale } as Column;
    default:
      return { kind: column.kind, values } as Column;
  }
};

/** Reads from row `skip` on. A batch holds until the next is asked for. */
export async function* readBatches(
  connection: DuckDBConnection,
  query: ScreenQuery,
  hasDay: boolean,
  rowsInBatch: number,
  skip: number,
): AsyncGenerator<ReadBatch> {
  const stream = await connection.stream(skip > 0 ? `${query.sql} OFFSET ${skip}` : query.sql);
  const days = hasDay ? new Int32Array(rowsInBatch) : undefined;
  const targets = query.columns.map((column) => ({ column, store: newStore(column.kind, rowsInBatch) }));
  const rowNumbers = new Float64Array(rowsInBatch);
  const badColumn = (hasDay ? 1 : 0) + targets.length;
  let ids: (string | null)[][] = query.ids.map(() => []);
  let rejects: RejectedRow[] = [];
  let [read, rows] = [skip, 0];
  const take = (): ReadBatch => ({
    batch: {
      rows,
      ...(days ? { on: days.subarray(0, rows) } : {}),
      columns: Object.fromEntries(targets.map((target) => [target.column.key, asColumn(target, rows)])),
    },
    rowNumbers: rowNumbers.subarray(0, rows),
    ids,
    rejects,
    read,
  });
  for (;;) {
    const chunk = await stream.fetchChunk();
    const size = chunk?.rowCount ?? 0;
    if (!chunk || size === 0) break;
    if (rows + size > rowsInBatch) {
      yield take();
      rows = 0;
      rejects = [];
      ids = query.ids.map(() => []);
    }
    const raw = (chunk as unknown as { chunk: DataChunk }).chunk;
    const bytes = (column: number, width: number): Uint8Array =>
      duckdb.vector_get_data(duckdb.data_chunk_get_vector(raw, column), size * width);
    const bad = bytes(badColumn, 1);
    const clean = bad.every((value) => value === 0);
    const kept = clean ? undefined : keptRows(bad);
    if (days) copy(bytes(0, 4), days, rows, kept);
    targets.forEach(({ store }, index) => {
      copy(bytes(index + (hasDay ? 1 : 0), store.BYTES_PER_ELEMENT), store, rows, kept);
    });
    const texts = (column: number): (string | null)[] =>
      chunk.getColumnValues(column).map((value) => (value === null ? null : String(value)));
    const carried = query.ids.map((_, index) => texts(badColumn + 2 + index));
    if (!clean) {
      const reasons = texts(badColumn + 1);
      bad.forEach((check, row) => {
        if (check === 0) return;
        rejects.push({
          row: read + row + 1,
          check: query.checks[check - 1] as string,
          value: reasons[row] ?? '',
          ids: carried.map((column) => column[row] ?? null),
        });
      });
    }
    const count = kept?.length ?? size;
    for (let index = 0; index < count; index++)
      rowNumbers[rows + index] = read + (kept ? (kept[index] as number) : index) + 1;
    carried.forEach((column, index) => {
      if (kept) for (const row of kept) ids[index]?.push(column[row] ?? null);
      else for (const value of column) ids[index]?.push(value);
    });
    rows += count;
    read += size;
  }
  yield take();
}

function keptRows(bad: Uint8Array): Uint32Array {
  const kept: number[] = [];
  bad.forEach((check, row) => {
    if (check === 0) kept.push(row);
  });
  return Uint32Array.from(kept);
}

function copy(bytes: Uint8Array, store: Store, at: number, kept: Uint32Array | undefined): void {
  const Type = store.constructor as new (buffer: ArrayBufferLike, offset: number, length: number) => Store;
  const aligned = bytes.byteOffset % store.BYTES_PER_ELEMENT === 0 ? bytes : Uint8Array.from(bytes);
  const values = new Type(aligned.buffer, aligned.byteOffset, aligned.byteLength / store.BYTES_PER_ELEMENT);
  if (!kept) (store as Uint8Array).set(values as Uint8Array, at);
  else
    for (let index = 0; index < kept.length; index++)
      store[at + index] = values[kept[index] as number] as never;
}
