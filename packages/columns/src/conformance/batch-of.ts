/** Situations as a batch of columns, in any of the storages that a slot may have. */
import type { Rulebook, Situation } from '@anpo/engine';
import { parseDay } from '@anpo/engine/calendar';
import type { Fact } from '@anpo/engine/rulebook';
import { type Batch, type Column, UNKNOWN_INT32, UNKNOWN_INT64 } from '../data/column.ts';
import { firstUnit } from '../data/decimal.ts';
import { type Plan, parseKey, type Slot } from '../plan/plan.ts';
import { amountFacts } from '../sql/amounts.ts';

/** Which of the storages a type allows; cycled through, so that a suite meets all of them. */
export interface Storage {
  readonly yesNo: 'yes-no' | 'bits';
  readonly codes: 'Uint8' | 'Uint16' | 'Int32';
  readonly numbers: 'int32' | 'int64' | 'float64';
}

export const storages: readonly Storage[] = [
  { yesNo: 'yes-no', codes: 'Uint8', numbers: 'float64' },
  { yesNo: 'bits', codes: 'Int32', numbers: 'int64' },
  { yesNo: 'yes-no', codes: 'Uint16', numbers: 'int32' },
];

/** Decimal places that the numbers of test situations have at most. */
const SCALE = 1;

export function batchOf(
  rulebook: Rulebook,
  plan: Plan,
  situations: readonly Situation[],
  storage: Storage = storages[0] as Storage,
): Batch {
  const slots = [...plan.slots, ...amountSlots(rulebook, plan)];
  const texts = slots.map((slot) => situations.map((situation) => valueIn(rulebook, slot, situation)));
  return {
    rows: situations.length,
    on: Int32Array.from(situations, (situation) => parseDay(situation.on) as number),
    columns: Object.fromEntries(
      slots.map((slot, index) => [slot.key, columnOf(slot, texts[index] as (string | undefined)[], storage)]),
    ),
  };
}

/** Facts that no test of the plan reads, but the values of amounts do: the SQL has columns for them. */
function amountSlots(rulebook: Rulebook, plan: Plan): readonly Slot[] {
  return amountFacts(rulebook, plan)
    .filter((key) => !plan.slots.some((slot) => slot.key === key))
    .map((key) => {
      const { fact, incident } = parseKey(key);
      const { type } = rulebook.facts.find((each) => each.id === fact) as Fact;
      return { key, fact, type, ...(incident === undefined ? {} : { incident }) };
    });
}

/** The value of a slot by the rules of the engine: own incident over the whole, given over assumed. */
export function valueIn(rulebook: Rulebook, slot: Slot, situation: Situation): string | undefined {
  const fact = rulebook.facts.find((candidate) => candidate.id === slot.fact);
  const given = [...situation.given]
    .sort((a, b) => (a.incident ?? -1) - (b.incident ?? -1))
    .findLast(
      (each) =>
        each.fact === slot.fact &&
        (each.incident === undefined || each.incident === slot.incident) &&
        (each.organ === undefined || each.organ === slot.organ),
    );
  const value = given ? given.value : fact?.default;
  return value === 'unknown' ? undefined : value;
}

function columnOf(slot: Slot, texts: readonly (string | undefined)[], storage: Storage): Column {
  switch (slot.type) {
    case 'yes-no':
      return storage.yesNo === 'bits'
        ? bitsOf(texts)
        : { kind: 'yes-no', values: Uint8Array.from(texts, yesNo) };
    case 'date':
      return {
        kind: 'int32',
        values: Int32Array.from(texts, (text) =>
          text === undefined ? UNKNOWN_INT32 : (parseDay(text) as number),
        ),
      };
    case 'number':
    case 'amount':
      return numbersOf(texts, storage.numbers);
    default: {
      const dictionary = [null, ...(slot.domain ?? [])];
      const positions = texts.map((text) => (text === undefined ? 0 : dictionary.indexOf(text)));
      const Type = { Uint8: Uint8Array, Uint16: Uint16Array, Int32: Int32Array }[storage.codes];
      return { kind: 'codes', values: Type.from(positions), dictionary };
    }
  }
}

const yesNo = (text: string | undefined): number =>
  text === undefined ? 2 : text === 'yes' || text === 'true' ? 1 : 0;

function bitsOf(texts: readonly (string | undefined)[]): Column {
  const values = new Uint8Array(Math.ceil(texts.length / 8));
  const validity = new Uint8Array(values.length);
  texts.forEach((text, row) => {
    const bit = 1 << (row & 7);
    // Under an unknown the value bit may be anything: it is set here, so that a reader that trusts it fails.
    if (yesNo(text) !== 0) values[row >> 3] = (values[row >> 3] as number) | bit;
    if (text !== undefined) validity[row >> 3] = (validity[row >> 3] as number) | bit;
  });
  return { kind: 'bits', values, validity };
}

function numbersOf(texts: readonly (string | undefined)[], storage: Storage['numbers']): Column {
  switch (storage) {
    case 'float64':
      return {
        kind: 'float64',
        values: Float64Array.from(texts, (text) => (text === undefined ? Number.NaN : Number(text))),
      };
    case 'int64':
      return {
        kind: 'int64',
        scale: SCALE,
        values: BigInt64Array.from(texts, (text) =>
          text === undefined ? UNKNOWN_INT64 : firstUnit(text, SCALE),
        ),
      };
    case 'int32':
      return {
        kind: 'int32',
        scale: SCALE,
        values: Int32Array.from(texts, (text) =>
          text === undefined ? UNKNOWN_INT32 : Number(firstUnit(text, SCALE)),
        ),
      };
  }
}
