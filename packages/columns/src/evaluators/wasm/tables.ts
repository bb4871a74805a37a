/**
 * Lookup tables for code columns: an entry has eight bits. Tests that are known wherever the cell is known share one
 * bit that says so, and seven of them fill an entry; tests that a wide place may leave open take two bits each.
 * Tables depend on the column's dictionary and, for places, on the date class.
 */
import { complain } from '@anpo/engine/complaint';
import { dictionaryTruth } from '../../data/codes.ts';
import type { Column } from '../../data/column.ts';
import type { Plan } from '../../plan/plan.ts';
import { columnsComplaint } from '../../words/codes.ts';
import { MOST_PAIRS, MOST_SHARED, MOST_TABLES } from './packing.ts';

type CodeColumn = Extract<Column, { kind: 'codes' }>;

export interface CodeGroup {
  readonly slot: number;
  readonly inputs: readonly number[];
  /** Bit 0 says for all tests whether the cell is known; otherwise each has a pair of bits. */
  readonly shared: boolean;
  /** Where the group's table stands among all tables. */
  readonly offset: number;
}

export const MOST_CODES = MOST_TABLES * 16;

export function codeGroups(plan: Plan): { groups: readonly CodeGroup[]; bytes: number } {
  const bySlot = new Map<string, { slot: number; shared: boolean; inputs: number[] }>();
  plan.inputs.forEach(({ slot, test }, input) => {
    if (test.kind !== 'code') return;
    const shared = test.tables.every((table) => !table.includes('2'));
    const key = `${slot} ${shared}`;
    const known = bySlot.get(key);
    if (known) known.inputs.push(input);
    else bySlot.set(key, { slot, shared, inputs: [input] });
  });
  const groups: CodeGroup[] = [];
  for (const { slot, shared, inputs } of bySlot.values()) {
    const most = shared ? MOST_SHARED : MOST_PAIRS;
    for (let start = 0; start < inputs.length; start += most) {
      groups.push({
        slot,
        shared,
        inputs: inputs.slice(start, start + most),
        offset: groups.length * MOST_CODES,
      });
    }
  }
  return { groups, bytes: groups.length * MOST_CODES };
}

/** A dictionary ready for lookup: which function serves it, and how positions are narrowed to a byte. */
export interface PreparedDictionary {
  /** Tables of sixteen entries: a power of two. */
  readonly tables: number;
  /** From position to byte code, where positions do not fit as they are. */
  readonly narrow: Uint8Array | undefined;
  /** The table of a group in a date class. */
  table(group: CodeGroup, dateClass: number): Uint8Array;
}

const prepared = new WeakMap<readonly (string | null)[], WeakMap<Plan, Map<number, PreparedDictionary>>>();

export function prepareDictionary(plan: Plan, slot: number, column: CodeColumn): PreparedDictionary {
  const { dictionary } = column;
  let ofPlans = prepared.get(dictionary);
  if (!ofPlans) {
    ofPlans = new WeakMap();
    prepared.set(dictionary, ofPlans);
  }
  let ofSlots = ofPlans.get(plan);
  if (!ofSlots) {
    ofSlots = new Map();
    ofPlans.set(plan, ofSlots);
  }
  let found = ofSlots.get(slot);
  if (!found) {
    found = prepare(plan, slot, dictionary);
    ofSlots.set(slot, found);
  }
  return found;
}

function prepare(plan: Plan, slot: number, dictionary: readonly (string | null)[]): PreparedDictionary {
  // Dictionaries of a reader may be long; a byte needs only as many codes as there are names that are in use.
  const names: (string | null)[] = [];
  let narrow: Uint8Array | undefined;
  if (dictionary.length < MOST_CODES) names.push(...dictionary);
  else {
    const codes = new Map<string, number>();
    const used = usedNames(plan, slot);
    narrow = Uint8Array.from(dictionary, (name) => {
      const key = name === null ? undefined : used.get(name);
      if (key === undefined) return MOST_CODES - 1;
      let code = codes.get(key);
      if (code === undefined) {
        code = names.length;
        if (code >= MOST_CODES - 1) {
          complain(columnsComplaint('too-many-values-in-column', { fact: plan.slots[slot]?.fact as string }));
        }
        names.push(name);
        codes.set(key, code);
      }
      return code;
    });
  }
  let tables = 1;
  // The last code stands for unknown: it has no entry in any table.
  while (tables * 16 < names.length) tables *= 2;
  const cache = new Map<string, Uint8Array>();
  return {
    tables,
    narrow,
    table(group, dateClass) {
      // Classes of days under which all tests come out alike share a table.
      const key = `${group.offset} ${group.inputs.map((input) => tableOf(plan, input, dateClass))}`;
      let table = cache.get(key);
      if (!table) {
        table = new Uint8Array(tables * 16);
        group.inputs.forEach((input, index) => {
          dictionaryTruth(plan, input, names, dateClass).forEach((truth, code) => {
            if (truth === 2 || !table) return;
            const bits = group.shared ? 1 | (truth << (index + 1)) : 1 << (2 * index + (truth === 1 ? 0 : 1));
            table[code] = (table[code] as number) | bits;
          });
        });
        cache.set(key, table);
      }
      return table;
    },
  };
}

function tableOf(plan: Plan, input: number, dateClass: number): number {
  const { test } = plan.inputs[input] as Plan['inputs'][number];
  return test.kind === 'code' ? (test.byClass[dateClass] as number) : 0;
}

/** Names to what they come to under all tests and date classes; names that come to the same share a code. */
function usedNames(plan: Plan, slot: number): ReadonlyMap<string, string> {
  const tables = plan.inputs.flatMap((input) =>
    input.slot === slot && input.test.kind === 'code' ? input.test.tables : [],
  );
  return new Map(
    plan.slots[slot]?.domain?.map((name, index) => [name, tables.map((table) => table[index]).join('')]),
  );
}
