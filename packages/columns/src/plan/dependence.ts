/** Which outputs of a plan hang on what is given to it, beyond the date. */
import { FIRST_INPUT, firstGate, firstUniform, type Literal, nodeOf, outputName, type Plan } from './plan.ts';

const known = new WeakMap<Plan, ReadonlySet<string>>();

/** The names ({@link outputName}) of the outputs that some column of the input bears on. */
export function dependentOutputs(plan: Plan): ReadonlySet<string> {
  let found = known.get(plan);
  if (!found) {
    const gateStart = firstGate(plan);
    const gates: boolean[] = [];
    const isTouched = (literal: Literal): boolean => {
      const node = nodeOf(literal);
      if (node < FIRST_INPUT) return false;
      return node < firstUniform(plan) || (node >= gateStart && gates[node - gateStart] === true);
    };
    // A gate stands after those that it reads.
    for (const gate of plan.gates) gates.push(gate.some(isTouched));
    found = new Set(plan.outputs.filter(({ literal }) => isTouched(literal)).map(outputName));
    known.set(plan, found);
  }
  return found;
}
