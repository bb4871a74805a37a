/** Counts by norm, year and party, kept small however many rows there are. */

import type { WasmEvaluator } from '@anpo/columns';
import type { Batch } from '@anpo/columns/data';
import { dependentOutputs, type Output, outputName, type Plan } from '@anpo/columns/plan';
import type { Day } from '@anpo/engine/calendar';
import { onAllDays, UNDETERMINED } from './all-days.ts';
import { Combinations, yearOf } from './combinations.ts';
import type { Settler } from './settle.ts';
import { rowsOf, Stretches } from './stretch.ts';

export interface SummaryRow {
  readonly finding: string;
  readonly year: number | null;
  readonly party: string | null;
  readonly applies: number;
  readonly doesNotApply: number;
  readonly undetermined: number;
}

/** All counts, as they can be kept. */
export interface SummaryState {
  /** By `year party`: the rows, and for each different finding those to which it applies and does not. */
  readonly totals: Record<string, { rows: number; counts: number[] }>;
  /** By output, then by `year party`: the rows that were settled to apply and not to. */
  readonly settled: Record<string, Record<string, [number, number]>>;
  readonly days: UncertainDays;
}

/** Rows whose day the data do not know exactly. */
export interface UncertainDays {
  readonly rows: number;
  /** Those of them in which a finding that the data bear on comes out otherwise on one of these days than on another. */
  readonly differing: number;
}

interface Total {
  rows: number;
  readonly counts: Float64Array;
}

export class Summary {
  readonly #totals = new Map<string, Total>();
  readonly #settled: SummaryState['settled'] = {};
  readonly #plan: Plan;
  readonly #evaluator: WasmEvaluator;
  readonly #settler: Settler | undefined;
  #combinations: Combinations;
  readonly #names: readonly string[];
  /** Outputs that are the same function are counted once: the first of each, and where an output's stands there. */
  readonly #leaders: readonly number[];
  readonly #leaderOf: readonly number[];
  readonly #partyKey: string | undefined;
  readonly #stretches: Stretches;
  /** By output: whether the data bear on it. */
  readonly #dependent: readonly boolean[];
  #days: UncertainDays = { rows: 0, differing: 0 };

  constructor(
    evaluator: WasmEvaluator,
    partyKey: string | undefined,
    settler?: Settler | undefined,
    before?: SummaryState | undefined,
  ) {
    const { plan } = evaluator;
    this.#plan = plan;
    this.#evaluator = evaluator;
    this.#settler = settler;
    this.#partyKey = partyKey;
    this.#combinations = new Combinations(plan, partyKey, settler?.days);
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
    this.#stretches = new Stretches(plan, settler?.days);
    const dependent = dependentOutputs(plan);
    this.#dependent = this.#names.map((name) => dependent.has(name));
    if (before) this.merge(before);
  }

  /** Adds what was counted elsewhere under the same plan. */
  merge({ totals, settled, days }: SummaryState): void {
    this.#days = {
      rows: this.#days.rows + days.rows,
      differing: this.#days.differing + days.differing,
    };
    for (const [label, { rows, counts }] of Object.entries(totals)) {
      const total = this.#total(label);
      total.rows += rows;
      counts.forEach((count, index) => {
        total.counts[index] = (total.counts[index] as number) + count;
      });
    }
    for (const [finding, labels] of Object.entries(settled))
      for (const [label, [applies, doesNotApply]] of Object.entries(labels))
        this.#settle(finding, label, applies, doesNotApply);
  }

  #total(label: string): Total {
    let total = this.#totals.get(label);
    if (!total) {
      total = { rows: 0, counts: new Float64Array(this.#leaders.length * 2) };
      this.#totals.set(label, total);
    }
    return total;
  }

  #settle(finding: string, label: string, applies: number, doesNotApply: number): void {
    this.#settled[finding] ??= {};
    const labels = this.#settled[finding] as Record<string, [number, number]>;
    const known = labels[label] ?? [0, 0];
    labels[label] = [known[0] + applies, known[1] + doesNotApply];
  }

  /**
   * Counts a batch. Gives the findings, a code a row for each output, where they are wanted. `until` is the last day
   * that each row may have been on, where that may be later than its day.
   */
  add(batch: Batch, wanted: boolean, until?: Int32Array | undefined): readonly Uint8Array[] | undefined {
    if (!until) return this.#addExact(batch, wanted);
    const on = batch.on as Int32Array;
    let without = 0;
    for (let row = 0; row < batch.rows; row++) if ((until[row] as number) > (on[row] as number)) without++;
    if (without === 0) return this.#addExact(batch, wanted);
    this.#days = { ...this.#days, rows: this.#days.rows + without };
    const uncertain = this.#stretches.of(batch, until);
    if (uncertain.size === 0) return this.#addExact(batch, wanted);
    const exact = Int32Array.from(
      Array.from({ length: batch.rows }, (_, row) => row).filter((row) => !uncertain.has(row)),
    );
    const ofExact = this.#addExact(rowsOf(batch, exact), wanted);
    const findings = ofExact && this.#plan.outputs.map(() => new Uint8Array(batch.rows));
    findings?.forEach((finding, output) => {
      exact.forEach((row, index) => {
        finding[row] = ofExact?.[output]?.[index] as number;
      });
    });
    this.#addUncertain(batch, uncertain, findings);
    return findings;
  }

  #addExact(batch: Batch, wanted: boolean): readonly Uint8Array[] | undefined {
    if (!wanted) {
      if (!this.#combinations.fits(batch)) {
        this.#flush();
        this.#combinations = new Combinations(this.#plan, this.#partyKey, this.#settler?.days);
        this.#combinations.fits(batch);
      }
      if (this.#combinations.add(batch)) return undefined;
    }
    return this.#evaluate(batch, undefined, wanted);
  }

  /** Counts rows by what they come to on all of their days, for the year of the first. */
  #addUncertain(
    batch: Batch,
    uncertain: ReadonlyMap<number, readonly Day[]>,
    findings: readonly Uint8Array[] | undefined,
  ): void {
    const { of, labels } = this.#group(batch);
    let differing = 0;
    for (const each of onAllDays(this.#evaluator, this.#settler, batch, uncertain)) {
      const { row, kleene, settled } = each;
      const label = labels[of[row] as number] as string;
      const total = this.#total(label);
      total.rows++;
      this.#leaders.forEach((output, leader) => {
        const outcome = kleene[output] as number;
        if (outcome === UNDETERMINED) return;
        const place = leader * 2 + 1 - outcome;
        total.counts[place] = (total.counts[place] as number) + 1;
      });
      settled.forEach((outcome, output) => {
        const finding = findings?.[output];
        if (finding) finding[row] = outcome;
        if (outcome !== UNDETERMINED && kleene[output] === UNDETERMINED)
          this.#settle(this.#names[output] as string, label, outcome, 1 - outcome);
      });
      if (each.differing.some((output) => this.#dependent[output])) differing++;
    }
    this.#days = { ...this.#days, differing: this.#days.differing + differing };
  }

  /** Evaluates rows; each stands for as many as `weights` says, or for itself. */
  #evaluate(
    batch: Batch,
    weights: Float64Array | undefined,
    wanted: boolean,
  ): readonly Uint8Array[] | undefined {
    const { of, labels } = this.#group(batch);
    const totals = labels.map((label) => this.#total(label));
    const findings =
      wanted || this.#settler ? this.#plan.outputs.map(() => new Uint8Array(batch.rows)) : undefined;
    this.#evaluator.process(
      batch,
      (piece) => {
        findings?.forEach((finding, output) => {
          finding.set(piece.bytes(output), piece.firstRow);
        });
        if (!weights) {
          piece.tally(this.#leaders, (group, rows, counts) => {
            const total = totals[group] as Total;
            total.rows += rows;
            for (let index = 0; index < counts.length; index++)
              total.counts[index] = (total.counts[index] as number) + (counts[index] as number);
          });
          return;
        }
        for (let row = piece.firstRow; row < piece.firstRow + piece.rows; row++)
          (totals[of[row] as number] as Total).rows += weights[row] as number;
        this.#leaders.forEach((output, leader) => {
          const outcomes = piece.bytes(output);
          for (let row = 0; row < piece.rows; row++) {
            const outcome = outcomes[row] as number;
            if (outcome === 2) continue;
            const { counts } = totals[of[piece.firstRow + row] as number] as Total;
            const place = leader * 2 + 1 - outcome;
            counts[place] = (counts[place] as number) + (weights[piece.firstRow + row] as number);
          }
        });
      },
      weights ? undefined : { of, count: labels.length },
    );
    this.#settler?.settle(batch, findings ?? [], (output, row, outcome) => {
      const rows = weights?.[row] ?? 1;
      this.#settle(
        this.#names[output] as string,
        labels[of[row] as number] as string,
        outcome === 1 ? rows : 0,
        outcome === 0 ? rows : 0,
      );
    });
    return findings;
  }

  /** Evaluates what was only counted so far. */
  #flush(): void {
    const { batch, rows } = this.#combinations.take();
    if (batch.rows > 0) this.#evaluate(batch, rows, false);
  }

  get days(): UncertainDays {
    return this.#days;
  }

  get state(): SummaryState {
    this.#flush();
    const totals = [...this.#totals].map(([label, { rows, counts }]) => [
      label,
      { rows, counts: [...counts] },
    ]);
    return { totals: Object.fromEntries(totals), settled: this.#settled, days: this.#days };
  }

  /** Numbers the combinations of year and party in a batch. */
  #group(batch: Batch): { of: Int32Array; labels: readonly string[] } {
    const column = this.#partyKey === undefined ? undefined : batch.columns[this.#partyKey];
    const codes = column?.kind === 'codes' ? column : undefined;
    const width = (codes?.dictionary.length ?? 0) + 1;
    const { on } = batch;
    const of = new Int32Array(batch.rows);
    const labels: string[] = [];
    const known = new Map<number, number>();
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
    return { of, labels };
  }

  rows(): readonly SummaryRow[] {
    this.#flush();
    const groups = [...this.#totals]
      .map(([label, total]) => {
        const space = label.indexOf(' ');
        const year = label.slice(0, space);
        const party = label.slice(space + 1) || null;
        return { label, total, year: year === '' ? null : Number(year), party };
      })
      .sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.party ?? '').localeCompare(b.party ?? ''));
    return this.#names.flatMap((finding, output) => {
      const at = (this.#leaderOf[output] as number) * 2;
      const settled = this.#settled[finding] ?? {};
      return groups.map(({ label, total: { rows, counts }, year, party }) => {
        const [moreApply, moreDoNot] = settled[label] ?? [0, 0];
        const applies = (counts[at] as number) + moreApply;
        const doesNotApply = (counts[at + 1] as number) + moreDoNot;
        return { finding, year, party, applies, doesNotApply, undetermined: rows - applies - doesNotApply };
      });
    });
  }
}
