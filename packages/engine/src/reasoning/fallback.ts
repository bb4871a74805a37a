/**
 * What is done where a diagram passes its allowance: the SAT solver decides; where it gives up, sampled worlds
 * can still show that a finding is open; else the answer is that it was not decided within the limit.
 */
import type { Atom, CircuitNode, NodeId } from '../circuit/circuit.ts';
import type { Law } from '../diagram/law.ts';
import type { Allowed } from '../diagram/quantify.ts';
import { Clauses, type World } from '../diagram/satisfy.ts';
import { classSatisfies, questionOf, variableKey } from '../diagram/variables.ts';
import type { Outcome } from '../rulebook/schema.ts';

/** What an answer rests on. */
export type Decision = 'diagram' | 'solver' | 'sampling' | 'not-decided';

const SAMPLES = 200;

/** The outcome of a node without its diagram. */
export function decideOtherwise(
  law: Law,
  root: NodeId,
  allowed: Allowed,
  scene = 0,
): { outcome: Outcome; decidedBy: Decision } {
  const node = law.restricted(root, scene);
  const clauses = new Clauses(law);
  const constraints = law.restraints(scene).map((restraint) => [restraint.node, true] as const);
  const holds = clauses.world([...constraints, [node, true]], allowed);
  const fails = clauses.world([...constraints, [node, false]], allowed);
  if (holds === 'none' && fails !== 'none') return { outcome: 'does-not-apply', decidedBy: 'solver' };
  if (fails === 'none' && holds !== 'none') return { outcome: 'applies', decidedBy: 'solver' };
  if (holds && fails && holds !== 'none') return { outcome: 'undetermined', decidedBy: 'solver' };
  return { outcome: 'undetermined', decidedBy: sampled(law, node, allowed, scene) };
}

/** Whether a node can come out as wanted, with a world in which it does. */
export function findWorld(
  law: Law,
  wanted: readonly (readonly [node: NodeId, value: boolean])[],
  allowed: Allowed,
  scene = 0,
): World | 'none' | undefined {
  const constraints = law.restraints(scene).map((restraint) => [restraint.node, true] as const);
  return new Clauses(law).world([...constraints, ...wanted], allowed);
}

function sampled(law: Law, node: NodeId, allowed: Allowed, scene: number): Decision {
  const random = sequence(1);
  const constraints = law.restraints(scene).map((restraint) => restraint.node);
  let seen = 0;
  for (let sample = 0; sample < SAMPLES && seen !== 3; sample++) {
    const world = law.variables.map(({ classes }, level) => {
      const among = allowed[level] ?? [...classes.keys()];
      return among[Math.floor(random() * among.length)] as number;
    });
    const values = valuesIn(law, [node, ...constraints], world);
    law.charge(values.size);
    if (constraints.every((constraint) => values.get(constraint))) seen |= values.get(node) ? 1 : 2;
  }
  return seen === 3 ? 'sampling' : 'not-decided';
}

/** The values of restricted nodes in one world: a class for every level. */
function valuesIn(
  law: Law,
  roots: readonly NodeId[],
  world: readonly number[],
): ReadonlyMap<NodeId, boolean> {
  const memo = new Map<NodeId, boolean>();
  const value = (id: NodeId): boolean => {
    const known = memo.get(id);
    if (known !== undefined) return known;
    const result = compute(law.nodes[id] as CircuitNode);
    memo.set(id, result);
    return result;
  };
  const compute = (node: CircuitNode): boolean => {
    switch (node.kind) {
      case 'false':
      case 'true':
        return node.kind === 'true';
      case 'not':
        return !value(node.of);
      case 'named':
        return value(node.of);
      case 'and':
        return node.of.every(value);
      case 'or':
        return node.of.some(value);
      case 'atom': {
        const atom = law.atoms[node.atom] as Atom;
        const level = law.levelOf(variableKey(questionOf(atom))) as number;
        const { classes } = law.variables[level] as Law['variables'][number];
        return classSatisfies(classes[world[level] as number] as never, atom);
      }
    }
  };
  for (const root of roots) value(root);
  return memo;
}

/** A repeatable sequence of numbers from 0 up to 1. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
