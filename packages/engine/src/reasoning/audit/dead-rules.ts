/** Norms that can never apply, on no day; and exceptions that never change anything. */
import { CircuitBuilder } from '../../circuit/builder.ts';
import type { CircuitNode, FindingRoot, NodeId } from '../../circuit/circuit.ts';
import { decisiveDays } from '../../diagram/days.ts';
import { Law } from '../../diagram/law.ts';
import { NEVER } from '../../diagram/manager.ts';
import { settleNode } from '../settle.ts';
import type { AuditContext } from './context.ts';

export interface DeadNorm {
  readonly norm: string;
  readonly bearer: string;
}

/** Norms that no possible situation makes apply, whatever the day and the reading. */
export function findDeadNorms(context: AuditContext, undecided: (what: string) => void): DeadNorm[] {
  const dead = new Map<string, DeadNorm>();
  for (const root of context.circuit.findings) {
    const diagram = context.function(root);
    if (diagram !== undefined && diagram !== NEVER && context.occurring(diagram) !== NEVER) continue;
    if (context.budget.isSpent) {
      undecided(root.norm);
      continue;
    }
    if (
      !canEverApply(context, root) &&
      !(context.needsTwo(root) && canEverApply(context.two, context.amongTwo(root)))
    )
      dead.set(`${root.norm} ${root.bearer}`, { norm: root.norm, bearer: root.bearer });
  }
  return [...dead.values()];
}

function canEverApply({ rulebook, circuit, budget }: AuditContext, root: FindingRoot): boolean {
  const days = decisiveDays(circuit, [root.node, ...[...circuit.constraints.values()].flat()]);
  const law = new Law(
    days.map((day) => ({ scene: { rulebook, circuit, day }, roots: [root.node] })),
    { budget },
  );
  const allowed = law.allowed([]);
  return days.some(
    (_, scene) =>
      settleNode(law, root.node, { settled: new Map(), allowed }, scene).outcome !== 'does-not-apply',
  );
}

export interface IdleException {
  readonly norm: string;
  readonly bearer: string;
  readonly index: number;
}

/** Exceptions that exclude no situation, whatever deed is done, in which the norm would otherwise apply on the day. */
export function findIdleExceptions(
  context: AuditContext,
  undecided: (what: string) => void,
): IdleException[] {
  const idle = new Map<string, IdleException>();
  const biting = new Set<string>();
  for (const root of context.circuit.findings) {
    for (const { index, exception, rest } of exceptionsOf(context, root)) {
      const key = `${root.norm} ${root.bearer} ${index}`;
      const bites = doesBite(context, exception, rest);
      if (bites === undefined) undecided(`exception ${index + 1} of ${root.norm}`);
      else if (bites) biting.add(key);
      else if (bites === false) idle.set(key, { norm: root.norm, bearer: root.bearer, index });
    }
  }
  return [...idle].flatMap(([key, each]) => (biting.has(key) ? [] : [each]));
}

/** Undefined: not decided; otherwise whether some situation meets the exception and the rest of the norm. */
function doesBite(context: AuditContext, exception: NodeId, rest: readonly NodeId[]): boolean | undefined {
  const { law } = context;
  // A norm that is not in force on the day has no exceptions to speak of.
  if (rest.some((node) => law.restricted(node) === CircuitBuilder.false)) return true;
  const restricted = law.restricted(exception);
  if (restricted <= CircuitBuilder.true) return restricted === CircuitBuilder.true;
  const diagrams = [exception, ...rest].map((node) => law.diagram(node));
  if (context.budget.isSpent || diagrams.includes(undefined)) return undefined;
  const both = law.attempt(() => law.manager.all(diagrams as number[]));
  const worlds = both === undefined ? undefined : context.occurring(both, context.free);
  return worlds === undefined ? undefined : worlds !== NEVER;
}

function exceptionsOf(
  { circuit }: AuditContext,
  root: FindingRoot,
): { index: number; exception: NodeId; rest: readonly NodeId[] }[] {
  const top = circuit.nodes[root.node] as CircuitNode;
  const body = top.kind === 'named' ? (circuit.nodes[top.of] as CircuitNode) : top;
  const parts = body.kind === 'and' ? body.of : top.kind === 'named' ? [top.of] : [];
  return parts.flatMap((part) => {
    const node = circuit.nodes[part] as CircuitNode;
    const inner = node.kind === 'not' ? (circuit.nodes[node.of] as CircuitNode) : undefined;
    if (node.kind !== 'not' || inner?.kind !== 'named' || inner.origin.kind !== 'exception') return [];
    return [{ index: inner.origin.index, exception: node.of, rest: parts.filter((other) => other !== part) }];
  });
}
