/**
 * What a law of one incident can answer about each of several, and how its findings correspond to those of their
 * Circuit. All of it is the same for every situation, and kept with the Circuit or the law.
 */
import type { Circuit, FindingRoot, NodeId } from '../circuit/circuit.ts';
import { nodesAcrossIncidents } from '../circuit/incidents.ts';
import type { Law } from '../diagram/law.ts';
import type { Question, Variable } from '../diagram/variables.ts';
import { supportOf } from '../diagram/walk.ts';

/** The findings of a Circuit of several incidents, by their nodes. */
export interface Apart {
  /** The node in the Circuit of one incident, where an incident can be asked alone; else -1. */
  readonly nodes: Int32Array;
  /** Which incident it is then; the first for what is of none. */
  readonly incidents: Uint8Array;
  /** The findings on which several incidents bear at once. */
  readonly together: readonly NodeId[];
}

const kept = new WeakMap<Circuit, Apart>();

export function apartOf(circuit: Circuit, one: Circuit): Apart {
  let apart = kept.get(circuit);
  if (!apart) {
    apart = partFindings(circuit, one);
    kept.set(circuit, apart);
  }
  return apart;
}

function partFindings(circuit: Circuit, one: Circuit): Apart {
  const across = nodesAcrossIncidents(one);
  const nodes = new Int32Array(circuit.nodes.length).fill(-1);
  const incidents = new Uint8Array(circuit.nodes.length);
  const together: NodeId[] = [];
  const roots = one.findings.flatMap((root) =>
    root.incident === undefined ? [root] : Array.from({ length: circuit.incidents }, () => root),
  );
  circuit.findings.forEach(({ node, incident = 0 }, at) => {
    const root = roots[at] as FindingRoot;
    if (across[root.node] === 1) together.push(node);
    else {
      nodes[node] = root.node;
      incidents[node] = incident;
    }
  });
  return { nodes, incidents, together };
}

/** Whether what can occur in one incident is independent of what occurs in the others. */
export function isApart(law: Law): boolean {
  const restraints = law.restraints();
  if (restraints.length === 0) return true;
  const { circuit } = law.scenes[0] as Law['scenes'][number];
  const across = nodesAcrossIncidents(circuit);
  if ([...circuit.constraints.values()].flat().some((node) => across[node] === 1)) return false;
  return restraints.every(({ levels }) => {
    const own = [...levels].filter((level) => isOfIncident((law.variables[level] as Variable).question));
    return own.length === 0 || own.length === levels.size;
  });
}

type FactQuestion = Extract<Question, { kind: 'fact' }>;

export const isOfIncident = (question: Question): question is FactQuestion =>
  question.kind === 'fact' && question.incident !== undefined;

const bearings = new WeakMap<Law, Map<NodeId, readonly number[]>>();

/**
 * The levels that bear on what a node comes to: those on which its function depends, and those that constraints
 * tie to them, directly or through others. Undefined where it passes the allowance.
 */
export function bearingOn(law: Law, node: NodeId): readonly number[] | undefined {
  let known = bearings.get(law);
  if (!known) {
    known = new Map();
    bearings.set(law, known);
  }
  let bearing = known.get(node);
  if (!bearing) {
    const diagram = law.diagram(node);
    if (diagram === undefined) return undefined;
    bearing = [...law.tiedTo(supportOf(law.manager, diagram))];
    known.set(node, bearing);
  }
  return bearing;
}
