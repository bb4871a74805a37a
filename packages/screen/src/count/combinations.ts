/**
 * Counts rows by all that their findings depend on: the stretch of days in which neither law nor year changes, and
 * what each cell comes to under the tests of the plan. However many rows there are, only the different combinations
 * need be evaluated.
 */

import type { Batch, Column } from '@anpo/columns/data';
import { bindColumns } from '@anpo/columns/data';
import { classOfDay, type Plan } from '@anpo/columns/plan';
import { type Day, formatDay } from '@anpo/engine/calendar';
import { type CellClasses, cellClasses } from './classes.ts';

/** Combinations in a batch and how many rows each stands for. */
export interface Counted {
  readonly batch: Batch;
  readonly rows: Float64Array;
}

/** Combinations counted in an array; with more the rows are better evaluated one by one. */
const MOST_COMBINATIONS = 1 << 22;
/** Days that are looked up in a table; rows with others are evaluated one by one. */
const FIRST_DAY = -60_000;
const LAST_DAY = 60_000;

export class Combinations {
  readonly #plan: Plan;
  readonly #party: string | undefined;
  /** What the columns of batches are like: files of one data set may have other types. Settled by the first batch. */
  #shape: string | undefined;
  /** By column of the batches: what its cells come to. */
  #classes: readonly (readonly [string, CellClasses])[] | undefined;
  #count: Count | undefined;
  #counts = new Float64Array(0);
  #key = new Int32Array(0);
  readonly #stretches: Stretches | undefined;

  /** `days`: further days on which what rows come to may change. */
  constructor(plan: Plan, party: string | undefined, days: readonly Day[] = []) {
    this.#plan = plan;
    this.#party = party;
    this.#stretches = plan.dates.on === undefined ? stretches(plan, days) : undefined;
  }

  /** False for a batch whose columns are not like those that were counted: take what was, and begin anew. */
  fits(batch: Batch): boolean {
    const shape = shapeOf(batch);
    this.#shape ??= shape;
    return shape === this.#shape;
  }

  /** Counts a batch that fits. False: its rows must be evaluated one by one, and none was counted. */
  add(batch: Batch): boolean {
    this.#classes ??= this.#columns(batch);
    const places = this.#classes.reduce(
      (product, [, { count }]) => product * count,
      this.#stretches?.first.length ?? 1,
    );
    if (places > MOST_COMBINATIONS) return false;
    if (this.#counts.length === 0) this.#counts = new Float64Array(places);
    const { rows, on } = batch;
    if (on && !withinTable(on, rows)) return false;
    if (this.#key.length < rows) this.#key = new Int32Array(rows);
    const key = this.#key.fill(0, 0, rows);
    const columns: (readonly [Uint8Array, Uint8Array, number])[] = [];
    for (const [name, { table, count, addTo }] of this.#classes) {
      const column = batch.columns[name] as Column;
      if (table) columns.push([column.values as Uint8Array, table, count]);
      else addTo?.(key, column, rows);
    }
    this.#count ??= countFunction(columns.length, this.#stretches !== undefined);
    this.#count(rows, key, on, this.#stretches?.byDay, columns, this.#counts);
    return true;
  }

  /** What was counted since the last time. */
  take(): Counted {
    const classes = this.#classes ?? [];
    const places: number[] = [];
    this.#counts.forEach((count, place) => {
      if (count > 0) places.push(place);
    });
    const rows = Float64Array.from(places, (place) => this.#counts[place] as number);
    this.#counts.fill(0);
    let rest = Int32Array.from(places);
    const columns: [string, Column][] = [];
    const take = (count: number): Int32Array => {
      const classesOfPlaces = rest.map((place) => place % count);
      rest = rest.map((place) => Math.floor(place / count));
      return classesOfPlaces;
    };
    // The last that was taken into a place comes out first: the bytes, then the days, then all others.
    const ofBytes = classes.filter(([, { table }]) => table).reverse();
    for (const [name, { count, column }] of ofBytes) columns.push([name, column(take(count))]);
    const first = this.#stretches?.first;
    const stretchesOfPlaces = first && take(first.length);
    const others = classes.filter(([, { table }]) => !table).reverse();
    for (const [name, { count, column }] of others) columns.push([name, column(take(count))]);
    return {
      batch: {
        rows: places.length,
        ...(first && stretchesOfPlaces
          ? { on: stretchesOfPlaces.map((stretch) => first[stretch] as number) }
          : {}),
        columns: Object.fromEntries(columns),
      },
      rows,
    };
  }

  /** The columns that matter, and what their cells come to. */
  #columns(batch: Batch): readonly (readonly [string, CellClasses])[] {
    const plan = this.#plan;
    const bound = bindColumns(plan, batch);
    return Object.entries(batch.columns).flatMap(([name, column]) => {
      const slots = bound.flatMap((each, slot) => (each === column ? [slot] : []));
      const whole = name === this.#party;
      return slots.length === 0 && !whole ? [] : [[name, cellClasses(plan, slots, column, whole)] as const];
    });
  }
}

const shapeOf = ({ columns }: Batch): string =>
  JSON.stringify(
    Object.entries(columns).map(([name, column]) => [
      name,
      column.kind,
      column.kind === 'codes' ? column.dictionary : 'scale' in column ? column.scale : undefined,
    ]),
  );

interface Stretches {
  readonly byDay: Int16Array;
  /** The first day of each stretch. */
  readonly first: readonly number[];
}

/** Cuts the days at every change of the law and of the year, and at further days. */
function stretches(plan: Plan, days: readonly Day[]): Stretches {
  const cuts = new Set(days);
  const first: number[] = [];
  const byDay = new Int16Array(LAST_DAY - FIRST_DAY);
  let last = '';
  for (let day = FIRST_DAY; day < LAST_DAY; day++) {
    const key = `${yearOf(day)} ${classOfDay(plan.dates, day)}`;
    if (key !== last || cuts.has(day)) first.push(day);
    last = key;
    byDay[day - FIRST_DAY] = first.length - 1;
  }
  return { byDay, first };
}

/** True where all days stand in the table. */
function withinTable(on: Int32Array, rows: number): boolean {
  let beyond = 0;
  for (let row = 0; row < rows; row++) {
    const day = on[row] as number;
    beyond |= (day - FIRST_DAY) | (LAST_DAY - 1 - day);
  }
  return beyond >= 0;
}

type Count = (
  rows: number,
  key: Int32Array,
  on: Int32Array | undefined,
  byDay: Int16Array | undefined,
  columns: readonly (readonly [values: Uint8Array, table: Uint8Array, count: number])[],
  counts: Float64Array,
) => void;

/** Generates the loop that counts rows, so that one pass does all. */
function countFunction(columns: number, days: boolean): Count {
  const numbers = Array.from({ length: columns }, (_, column) => column);
  const start = days ? `key[row] * stretches + byDay[on[row] - ${FIRST_DAY}]` : 'key[row]';
  const place = numbers.reduce((sum, column) => `(${sum}) * c${column} + t${column}[v${column}[row]]`, start);
  return new Function(
    'rows',
    'key',
    'on',
    'byDay',
    'columns',
    'counts',
    `'use strict';
    ${numbers.map((column) => `const [v${column}, t${column}, c${column}] = columns[${column}];`).join('\n')}
    ${days ? 'const stretches = byDay[byDay.length - 1] + 1;' : ''}
    for (let row = 0; row < rows; row++) counts[${place}]++;`,
  ) as Count;
}

let years: Int16Array | undefined;

/** The year of a day, by table for the centuries that data are about. */
export function yearOf(day: number): number {
  const direct = (each: number): number => Number(formatDay(each).slice(0, -6));
  years ??= Int16Array.from({ length: LAST_DAY - FIRST_DAY }, (_, index) => direct(index + FIRST_DAY));
  return day >= FIRST_DAY && day < LAST_DAY ? (years[day - FIRST_DAY] as number) : direct(day);
}
