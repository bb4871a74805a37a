/** Counts by norm, year and party, kept small however many rows there are. */
import { formatDay } from '@anpo/engine';
import type { Batch } from '../data/column.ts';
import type { Piece, WasmEvaluator } from '../evaluators/wasm/evaluator.ts';
import { type Output, outputName, type Plan } from '../plan/plan.ts';

export interface SummaryRow {
  readonly finding: string;
  readonly year: number | null;
  readonly party: string | null;
  readonly applies: number;
  readonly doesNotApply: number;
  readonly undetermined: number;
}

/** By output, then by `year party`: applies, does not apply, undetermined. */
export type SummaryState = Record<string, Record<string, [number, number, number]>>;

export class Summary {
  /** What was counted before a run was resumed, and what settling moved. */
  readonly #base: SummaryState;
  /** By `year party`: the rows, and for each leader those to which it applies and does not. */
  readonly #totals = new Map<string, { rows: number; counts: Float64Array }>();
  readonly #plan: Plan;
  readonly #names: readonly string[];
  /** Outputs that are the same function are counted once: the first of each, and where an output's stands there. */
  readonly #leaders: readonly number[];
  readonly #leaderOf: readonly number[];
  readonly #partyKey: string | undefined;

  constructor(plan: Plan, partyKey: string | undefined, state: SummaryState = {}) {
    this.#plan = plan;
    this.#partyKey = partyKey;
    this.#base = state;
    this.#names = plan.outputs.map((output: Output) => outputName(output));
    const places = new Map<number, number>();
    const leaders: number[] = [];
    this.#leaderOf = plan.outputs.map(({ literal }, index) => {
      let place = places.get(literal);
      if (place === undefined) {
        place = leaders.push(index) - 1;
        places.set(literal, place);
      }
      return place;
    });
    this.#leaders = leaders;
  }

  /** Evaluates a batch and counts it; `visit` sees each piece besides. */
  add(evaluator: WasmEvaluator, batch: Batch, visit: (piece: Piece) => void): void {
    const { of, labels } = this.#group(batch);
    const totals = labels.map((label) => {
      const known = this.#totals.get(label) ?? {
        rows: 0,
        counts: new Float64Array(this.#leaders.length * 2),
      };
      this.#totals.set(label, known);
      return known;
    });
    evaluator.process(
      batch,
      (piece) => {
        piece.tally(this.#leaders, (group, rows, counts) => {
          const total = totals[group] as { rows: number; counts: Float64Array };
          total.rows += rows;
          for (let index = 0; index < counts.length; index++)
            total.counts[index] = (total.counts[index] as number) + (counts[index] as number);
        });
        visit(piece);
      },
      { of, count: labels.length },
    );
  }

  /** All counts, as they can be kept. */
  get state(): SummaryState {
    const state: SummaryState = {};
    this.#names.forEach((name, output) => {
      const groups = { ...this.#base[name] };
      const at = (this.#leaderOf[output] as number) * 2;
      for (const [label, { rows, counts }] of this.#totals) {
        const [applies, doesNotApply] = [counts[at] as number, counts[at + 1] as number];
        const sum = groups[label] ?? [0, 0, 0];
        groups[label] = [sum[0] + applies, sum[1] + doesNotApply, sum[2] + rows - applies - doesNotApply];
      }
      state[name] = groups;
    });
    return state;
  }

  /** Moves rows of an output from undetermined to what they were settled as. */
  settle(output: number, batch: Batch, row: number, outcome: 0 | 1): void {
    const { of, labels } = this.#group(batch);
    const label = labels[of[row] as number] as string;
    this.#count(output, label, outcome === 1 ? 1 : 0, outcome === 0 ? 1 : 0, -1);
  }

  #count(output: number, label: string, applies: number, doesNotApply: number, undetermined: number): void {
    const name = this.#names[output] as string;
    this.#base[name] ??= {};
    const groups = this.#base[name] as Record<string, [number, number, number]>;
    const sum = groups[label] ?? [0, 0, 0];
    groups[label] = [sum[0] + applies, sum[1] + doesNotApply, sum[2] + undetermined];
  }

  #grouped: { batch: Batch; of: Int32Array; labels: readonly string[] } | undefined;

  /** Numbers the combinations of year and party in a batch. */
  #group(batch: Batch): { of: Int32Array; labels: readonly string[] } {
    if (this.#grouped?.batch === batch) return this.#grouped;
    const column = this.#partyKey === undefined ? undefined : batch.columns[this.#partyKey];
    const codes = column?.kind === 'codes' ? column : undefined;
    const width = (codes?.dictionary.length ?? 0) + 1;
    const { on } = batch;
    const of = new Int32Array(batch.rows);
    const labels: string[] = [];
    const known = new Map<number, number>();
    const yearOf = yearTable();
    let [lastKey, lastGroup] = [Number.NaN, 0];
    for (let row = 0; row < batch.rows; row++) {
      const year = on ? yearOf(on[row] as number) : 0;
      const party = codes ? Math.min(codes.values[row] as number, width - 1) : width - 1;
      const key = year * width + party;
      if (key !== lastKey) {
        let group = known.get(key);
        if (group === undefined) {
          group = labels.length;
          labels.push(`${on ? year : ''} ${codes?.dictionary[party] ?? ''}`);
          known.set(key, group);
        }
        [lastKey, lastGroup] = [key, group];
      }
      of[row] = lastGroup;
    }
    this.#grouped = { batch, of, labels };
    return this.#grouped;
  }

  rows(): readonly SummaryRow[] {
    const { state } = this;
    return this.#names.flatMap((finding) =>
      Object.entries(state[finding] ?? {})
        .map(([label, [applies, doesNotApply, undetermined]]) => {
          const space = label.indexOf(' ');
          const year = label.slice(0, space);
          return {
            finding,
            year: year === '' ? null : Number(year),
            party: label.slice(space + 1) || null,
            applies,
            doesNotApply,
            undetermined,
          };
        })
        .sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.party ?? '').localeCompare(b.party ?? '')),
    );
  }

  get plan(): Plan {
    return this.#plan;
  }
}

const FIRST = -60_000;
const LAST = 60_000;
let years: Int16Array | undefined;

/** The year of a day, by table for the centuries that data are about. */
function yearTable(): (day: number) => number {
  const direct = (day: number): number => Number(formatDay(day).slice(0, -6));
  years ??= Int16Array.from({ length: LAST - FIRST }, (_, index) => direct(index + FIRST));
  const table = years;
  return (day) => (day >= FIRST && day < LAST ? (table[day - FIRST] as number) : direct(day));
}
