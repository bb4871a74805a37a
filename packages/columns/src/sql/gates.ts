/**
 * The gates of a plan as nested common table expressions: a gate used once is written where it is used; a gate
 * used again is a column of the level after those that it needs. SQL's AND, OR and NOT are strong Kleene logic.
 */
import {
  FALSE_LITERAL,
  FIRST_INPUT,
  firstGate,
  firstUniform,
  isNegated,
  type Literal,
  nodeOf,
  type Plan,
  TRUE_LITERAL,
  UNKNOWN_LITERAL,
} from '../plan/plan.ts';

/** Longest expression, in literals, that is written in place. */
const MOST_IN_PLACE = 40;

export interface GateColumns {
  /** For each level the gates that become its columns. */
  readonly levels: readonly (readonly number[])[];
  /** Columns (inputs `i`, uniforms `u`, gates `g`) that are still needed after a level. */
  readonly neededAfter: readonly ReadonlySet<string>[];
  /** A literal as an expression over columns. */
  expression(literal: Literal): string;
  /** A gate as an expression over its children. */
  definition(gate: number): string;
}

export function gateColumns(plan: Plan): GateColumns {
  const uniformStart = firstUniform(plan);
  const gateStart = firstGate(plan);
  const uses = new Uint32Array(plan.gates.length);
  const use = (literal: Literal): void => {
    const gate = nodeOf(literal) - gateStart;
    if (gate >= 0) uses[gate] = (uses[gate] as number) + 1;
  };
  for (const gate of plan.gates) gate.forEach(use);
  for (const { literal } of plan.outputs) use(literal);

  const size: number[] = [];
  const level: number[] = [];
  const isColumn: boolean[] = [];
  plan.gates.forEach((gate, index) => {
    size[index] = 0;
    level[index] = 0;
    for (const literal of gate) {
      const child = nodeOf(literal) - gateStart;
      if (child < 0) size[index]++;
      else {
        size[index] += isColumn[child] ? 1 : (size[child] as number);
        level[index] = Math.max(level[index] as number, (level[child] as number) + (isColumn[child] ? 1 : 0));
      }
    }
    isColumn[index] = (uses[index] as number) > 1 || (size[index] as number) > MOST_IN_PLACE;
  });

  const name = (node: number): string =>
    node < uniformStart
      ? `i${node - FIRST_INPUT}`
      : node < gateStart
        ? `u${node - uniformStart}`
        : `g${node - gateStart}`;

  const expression = (literal: Literal, negated = false): string => {
    if (literal === UNKNOWN_LITERAL) return 'CAST(NULL AS BOOLEAN)';
    const turned = isNegated(literal) !== negated;
    if (literal === TRUE_LITERAL || literal === FALSE_LITERAL) return turned ? 'FALSE' : 'TRUE';
    const node = nodeOf(literal);
    const gate = node - gateStart;
    if (gate < 0 || isColumn[gate]) return turned ? `NOT ${name(node)}` : name(node);
    return junction(gate, turned);
  };
  /** A gate, or by De Morgan its negation. */
  const junction = (gate: number, negated: boolean): string =>
    `(${(plan.gates[gate] as readonly Literal[]).map((literal) => expression(literal, negated)).join(negated ? ' OR ' : ' AND ')})`;

  const columns = (literal: Literal, into: Set<string>): void => {
    const node = nodeOf(literal);
    const gate = node - gateStart;
    if (node < FIRST_INPUT) return;
    if (gate < 0 || isColumn[gate]) into.add(name(node));
    else for (const child of plan.gates[gate] as readonly Literal[]) columns(child, into);
  };

  const levels: number[][] = [];
  plan.gates.forEach((_, gate) => {
    if (!isColumn[gate]) return;
    const at = level[gate] as number;
    levels[at] ??= [];
    levels[at]?.push(gate);
  });
  for (let at = 0; at < levels.length; at++) levels[at] ??= [];
  const needed = new Set<string>();
  for (const { literal } of plan.outputs) columns(literal, needed);
  const neededAfter: Set<string>[] = [];
  for (let at = levels.length - 1; at >= 0; at--) {
    neededAfter[at] = new Set(needed);
    for (const gate of levels[at] as number[]) {
      needed.delete(`g${gate}`);
      for (const child of plan.gates[gate] as readonly Literal[]) columns(child, needed);
    }
  }
  return { levels, neededAfter, expression, definition: (gate) => junction(gate, false) };
}
