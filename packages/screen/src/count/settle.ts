/** Re-examines undetermined findings exactly: each different combination of date and cells is settled once. */

import { type Batch, type Column, UNKNOWN_INT32, UNKNOWN_INT64 } from '@anpo/columns/data';
import { type Plan, parseKey } from '@anpo/columns/plan';
import { type GivenFact, type Library, openLibrary, type Rulebook } from '@anpo/engine';
import { type Day, formatDay, toDay } from '@anpo/engine/calendar';
import type { FindingRoot } from '@anpo/engine/circuit';
import { decisiveDays } from '@anpo/engine/diagram';
import { settleFindings } from '@anpo/engine/reasoning';

export class Settler {
  readonly #library: Library;
  readonly #plan: Plan;
  readonly #known = new Map<string, ReadonlyMap<string, number>>();

  /**
   * The first days of stretches over which what is settled stays the same. There are more of them than the plan has
   * boundaries: what is open to Kleene logic on both of two days may be settled on one of them.
   */
  readonly days: readonly Day[];

  constructor(rulebook: Rulebook, plan: Plan) {
    this.#library = openLibrary(rulebook);
    this.#plan = plan;
    const circuit = this.#library.circuit(plan.incidents);
    const roots = [...circuit.findings.map(({ node }) => node), ...[...circuit.constraints.values()].flat()];
    const places = rulebook.places.flatMap(({ partOf }) =>
      partOf.flatMap(({ period: { from, until } }) =>
        [from, until].flatMap((day) => (day === undefined ? [] : [toDay(day)])),
      ),
    );
    this.days = plan.dates.on === undefined ? decisiveDays(circuit, roots, {}, undefined, places) : [];
  }

  /** Settles what is undetermined in place; tells each change. */
  settle(
    batch: Batch,
    findings: readonly Uint8Array[],
    changed: (output: number, row: number, outcome: 0 | 1) => void,
  ): void {
    const { outputs } = this.#plan;
    for (let row = 0; row < batch.rows; row++) {
      let outcomes: ReadonlyMap<string, number> | undefined;
      outputs.forEach((output, index) => {
        const finding = findings[index] as Uint8Array;
        if (finding[row] !== 2 || output.kind !== 'finding') return;
        outcomes ??= this.#outcomes(batch, row);
        const outcome = outcomes.get(rootKey(output));
        if (outcome === 0 || outcome === 1) {
          finding[row] = outcome;
          changed(index, row, outcome);
        }
      });
    }
  }

  #outcomes(batch: Batch, row: number): ReadonlyMap<string, number> {
    const on = formatDay(this.#plan.dates.on ?? (batch.on?.[row] as number));
    const given = Object.entries(batch.columns).map(
      ([key, column]): GivenFact => ({
        ...parseKey(key),
        value: textOf(column, row, this.#library.index.fact(parseKey(key).fact).type === 'date'),
        asserted: 'stipulated',
      }),
    );
    const key = `${on} ${JSON.stringify(given.map(({ value }) => value))}`;
    let outcomes = this.#known.get(key);
    if (!outcomes) {
      const incidents = Array.from({ length: this.#plan.incidents }, (_, index) => String(index + 1));
      const { known, view } = this.#plan;
      const knownOn = known === undefined ? undefined : formatDay(known);
      const law = this.#library.law(on, knownOn, this.#plan.incidents);
      const situation = { on, known: knownOn, incidents, given };
      outcomes = new Map(
        [...settleFindings(law, situation, view)].map(([root, { outcome }]) => [
          rootKey(root),
          outcome === 'applies' ? 1 : outcome === 'does-not-apply' ? 0 : 2,
        ]),
      );
      this.#known.set(key, outcomes);
    }
    return outcomes;
  }
}

const rootKey = (root: Pick<FindingRoot, 'norm' | 'bearer' | 'incident'>): string =>
  `${root.norm} ${root.bearer} ${root.incident ?? ''}`;

function textOf(column: Column, row: number, isDate: boolean): string {
  switch (column.kind) {
    case 'yes-no':
      return ['no', 'yes'][column.values[row] as number] ?? 'unknown';
    case 'codes':
      return column.dictionary[column.values[row] as number] ?? 'unknown';
    case 'int32': {
      const value = column.values[row] as number;
      return value === UNKNOWN_INT32 ? 'unknown' : isDate ? formatDay(value) : String(value);
    }
    case 'int64': {
      const value = column.values[row] as bigint;
      return value === UNKNOWN_INT64 ? 'unknown' : decimalText(value, column.scale ?? 0);
    }
    case 'float64': {
      const value = column.values[row] as number;
      return Number.isNaN(value) ? 'unknown' : String(value);
    }
    case 'bits':
      return 'unknown';
  }
}

function decimalText(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
