/** What the entries of a column's dictionary come to under each test of a slot. */
import type { Plan } from '../plan/plan.ts';

/** For an input with a code test: 0, 1 or 2 for each entry of the dictionary, in a date class. */
export function dictionaryTruth(
  plan: Plan,
  inputId: number,
  dictionary: readonly (string | null)[],
  dateClass: number,
): Uint8Array {
  const input = plan.inputs[inputId] as Plan['inputs'][number];
  if (input.test.kind !== 'code') throw new TypeError('only code tests have tables');
  const table = input.test.tables[input.test.byClass[dateClass] as number] as string;
  const domain = positions(plan, input.slot);
  return Uint8Array.from(dictionary, (name) => {
    const position = name === null ? undefined : domain.get(name);
    return position === undefined ? 2 : Number(table[position]);
  });
}

const known = new WeakMap<Plan, Map<number, Map<string, number>>>();

function positions(plan: Plan, slot: number): Map<string, number> {
  let ofPlan = known.get(plan);
  if (!ofPlan) {
    ofPlan = new Map();
    known.set(plan, ofPlan);
  }
  let found = ofPlan.get(slot);
  if (!found) {
    found = new Map(plan.slots[slot]?.domain?.map((name, index) => [name, index]));
    ofPlan.set(slot, found);
  }
  return found;
}
