/**
 * Cuts the gates of a plan into functions: the runtime optimizes none beyond 60 KB of bytecode. What one function
 * makes and another reads has to pass between them.
 */
import { firstGate, nodeOf, type Plan } from '../plan/plan.ts';

export interface GateFunctions {
  /** The function of each gate. */
  readonly functionOf: Int32Array;
  readonly count: number;
  /** The gates that another function reads. */
  readonly shared: ReadonlySet<number>;
}

/** `most` is the number of operands after which a function ends. */
export function cutGates(plan: Plan, most: number): GateFunctions {
  const gateStart = firstGate(plan);
  const functionOf = new Int32Array(plan.gates.length);
  const shared = new Set<number>();
  let [part, operands] = [0, 0];
  plan.gates.forEach((gate, index) => {
    if (operands > most) {
      part++;
      operands = 0;
    }
    functionOf[index] = part;
    operands += gate.length;
    for (const literal of gate) {
      const child = nodeOf(literal) - gateStart;
      if (child >= 0 && functionOf[child] !== part) shared.add(child);
    }
  });
  return { functionOf, count: part + 1, shared };
}
