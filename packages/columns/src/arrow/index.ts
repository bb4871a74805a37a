/** Arrow record batches as batches of columns, without copying where Arrow's layout is ours. */
import { formatDay } from '@anpo/engine';
import { type Data, DataType, type RecordBatch, type Vector } from 'apache-arrow';
import { type Batch, type Column, UNKNOWN_INT32, UNKNOWN_INT64 } from '../data/column.ts';
import { DAY_COLUMN } from '../sql/names.ts';

/** Columns by name: each for the fact of that key; `on` holds the days of the rows. */
export function batchFromArrow(batch: RecordBatch): Batch {
  const columns: Record<string, Column> = {};
  let on: Int32Array | undefined;
  batch.schema.fields.forEach((field, index) => {
    const data = batch.data.children[index] as Data;
    const vector = batch.getChildAt(index) as Vector;
    if (field.name === DAY_COLUMN) on = daysOf(vector, data);
    else columns[field.name] = columnFromArrow(field.name, vector, data);
  });
  return { rows: batch.numRows, ...(on ? { on } : {}), columns };
}

function columnFromArrow(name: string, vector: Vector, data: Data): Column {
  const type = data.type as DataType;
  if (DataType.isBool(type)) {
    // Bitmaps may begin within a byte, where the batch is a slice.
    if (data.offset % 8 === 0) {
      const start = data.offset / 8;
      const validity = data.nullCount > 0 ? data.nullBitmap : undefined;
      return {
        kind: 'bits',
        values: data.values.subarray(start),
        ...(validity ? { validity: validity.subarray(start) } : {}),
      };
    }
    return {
      kind: 'yes-no',
      values: Uint8Array.from({ length: data.length }, (_, row) => yesNo(vector.get(row))),
    };
  }
  if (DataType.isDictionary(type)) {
    const dictionary = Array.from(data.dictionary as Vector, (value) =>
      value === null ? null : String(value),
    );
    if (dictionary.length < 255 || data.nullCount === 0) {
      const values = Int32Array.from(data.values.subarray(0, data.length) as Iterable<number>);
      if (data.nullCount > 0)
        for (let row = 0; row < values.length; row++) if (!vector.isValid(row)) values[row] = -1;
      return { kind: 'codes', values, dictionary };
    }
  }
  if (DataType.isDictionary(type) || DataType.isUtf8(type) || DataType.isLargeUtf8(type))
    return namesOf(vector);
  if (DataType.isDate(type)) return { kind: 'int32', values: daysOf(vector, data) };
  if (DataType.isFloat(type)) {
    return {
      kind: 'float64',
      values: Float64Array.from({ length: data.length }, (_, row) => {
        const value = vector.get(row);
        return value === null ? Number.NaN : Number(value);
      }),
    };
  }
  if (DataType.isInt(type)) {
    return {
      kind: 'int64',
      values: BigInt64Array.from({ length: data.length }, (_, row) => {
        const value = vector.get(row);
        return value === null ? UNKNOWN_INT64 : BigInt(value);
      }),
    };
  }
  throw new TypeError(`the Arrow column "${name}" has the type ${type}, which no fact has`);
}

const yesNo = (value: boolean | null): number => (value === null ? 2 : value ? 1 : 0);

function namesOf(vector: Vector): Column {
  const positions = new Map<string, number>();
  const values = new Int32Array(vector.length);
  for (let row = 0; row < vector.length; row++) {
    const value = vector.get(row);
    if (value === null) {
      values[row] = -1;
      continue;
    }
    const name = String(value);
    let position = positions.get(name);
    if (position === undefined) {
      position = positions.size;
      positions.set(name, position);
    }
    values[row] = position;
  }
  return { kind: 'codes', values, dictionary: [...positions.keys()] };
}

/** Arrow gives dates as milliseconds, whatever their unit. */
function daysOf(vector: Vector, data: Data): Int32Array {
  if (!DataType.isDate(data.type as DataType)) {
    throw new TypeError(`days must be an Arrow date column, such as one that holds ${formatDay(0)}`);
  }
  return Int32Array.from({ length: vector.length }, (_, row) => {
    const value = vector.get(row);
    return value === null ? UNKNOWN_INT32 : Math.floor(Number(value) / 86_400_000);
  });
}
