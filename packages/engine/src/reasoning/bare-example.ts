/**
 * Leaves out of an example the answers that do not matter: without them it still shows what it is to show, and a
 * plain evaluator still comes to the same values.
 */
import type { Atom, CircuitNode, NodeId } from '../circuit/circuit.ts';
import type { Law } from '../diagram/law.ts';
import { type Diagram, not } from '../diagram/manager.ts';
import type { Allowed } from '../diagram/quantify.ts';
import {
  classSatisfies,
  questionOf,
  type ValueClass,
  type Variable,
  variableKey,
} from '../diagram/variables.ts';
import { canHold } from '../diagram/walk.ts';
import { FALSE, type Kleene, TRUE, UNKNOWN } from '../evaluate/kleene.ts';

/** What the example is to show. */
export interface Shows {
  /** Holds wherever it is shown, or where nothing possible is left. */
  readonly certain: Diagram;
  /** Restricted nodes whose values stay as they are. */
  readonly nodes: readonly NodeId[];
  readonly allowed: Allowed;
}

/** The world without the answers that do not matter; those that rules ask first are kept first. */
export function withoutIdle(
  law: Law,
  world: ReadonlyMap<number, number>,
  { certain, nodes, allowed }: Shows,
): Map<number, number> {
  const { manager } = law;
  const bare = new Map(world);
  const against = not(certain);
  const confined = law.variables.map((_, level) => {
    const value = world.get(level);
    return value === undefined ? allowed[level] : [value];
  });
  const full = valuesIn(law, nodes, bare);
  // What is read stays: an example says whose readings it adopts.
  const idle = [...world.keys()].filter(
    (level) => (law.variables[level] as Variable).question.kind !== 'reading',
  );
  for (const level of idle.sort((one, other) => other - one)) {
    const value = bare.get(level) as number;
    confined[level] = allowed[level];
    bare.delete(level);
    const stands =
      !canHold(manager, against, confined) &&
      valuesIn(law, nodes, bare).every((each, at) => each === full[at]);
    if (stands) continue;
    confined[level] = [value];
    bare.set(level, value);
  }
  return bare;
}

/** The values of restricted nodes where some questions have answers: unknown where the others matter. */
function valuesIn(law: Law, roots: readonly NodeId[], world: ReadonlyMap<number, number>): readonly Kleene[] {
  const memo = new Map<NodeId, Kleene>();
  const value = (id: NodeId): Kleene => {
    const known = memo.get(id);
    if (known !== undefined) return known;
    const result = compute(law.nodes[id] as CircuitNode);
    memo.set(id, result);
    return result;
  };
  const any = (of: readonly NodeId[], absorbing: Kleene, otherwise: Kleene): Kleene => {
    let result = otherwise;
    for (const part of of) {
      const each = value(part);
      if (each === absorbing) return absorbing;
      if (each === UNKNOWN) result = UNKNOWN;
    }
    return result;
  };
  const compute = (node: CircuitNode): Kleene => {
    switch (node.kind) {
      case 'false':
        return FALSE;
      case 'true':
        return TRUE;
      case 'not': {
        const of = value(node.of);
        return of === UNKNOWN ? UNKNOWN : of === TRUE ? FALSE : TRUE;
      }
      case 'named':
        return value(node.of);
      case 'and':
        return any(node.of, FALSE, TRUE);
      case 'or':
        return any(node.of, TRUE, FALSE);
      case 'atom': {
        const atom = law.atoms[node.atom] as Atom;
        const level = law.levelOf(variableKey(questionOf(atom))) as number;
        const index = world.get(level);
        if (index === undefined) return UNKNOWN;
        const { classes } = law.variables[level] as Variable;
        return classSatisfies(classes[index] as ValueClass, atom) ? TRUE : FALSE;
      }
    }
  };
  return roots.map(value);
}
