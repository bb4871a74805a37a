/** What the library leaves without an answer: determinations for nobody, and attacks that no norm meets. */
import type { CircuitNode, NodeId } from '../../circuit/circuit.ts';
import { not } from '../../diagram/manager.ts';
import type { Description } from '../describe.ts';
import type { ExampleSituation } from '../world.ts';
import type { AuditContext } from './context.ts';

export type Gap =
  /** A determination that no organ may make. */
  | { readonly kind: 'nobody-determines'; readonly fact: string }
  /** Situations of the term in which no norm that speaks of it applies. */
  | {
      readonly kind: 'no-norm';
      readonly term: string;
      readonly incident?: number | undefined;
      readonly description?: Description | undefined;
      readonly example?: ExampleSituation | undefined;
    };

export function findGaps(context: AuditContext, undecided: (what: string) => void): Gap[] {
  const gaps: Gap[] = context.rulebook.facts.flatMap((fact) =>
    fact.kind === 'determination' && fact.organs.length === 0
      ? [{ kind: 'nobody-determines', fact: fact.id }]
      : [],
  );
  const attacks = context.rulebook.terms.filter((term) => term.attack);
  return [...gaps, ...attacks.flatMap(({ id }) => unmetAttacks(context, id, undecided))];
}

/** Situations of the term in which nothing that speaks of it applies, incident by incident. */
function unmetAttacks(context: AuditContext, attack: string, undecided: (what: string) => void): Gap[] {
  const gaps: Gap[] = [];
  const roots = context.circuit.terms.get(attack) ?? [];
  for (const [index, root] of roots.entries()) {
    const speaking = context.circuit.findings.filter(({ node }) => isBelow(context, node, root));
    const diagrams = [root, ...speaking.map(({ node }) => node)].map((node) => context.law.diagram(node));
    if (context.budget.isSpent || diagrams.includes(undefined)) {
      undecided(`situations of ${attack}`);
      continue;
    }
    const { law } = context;
    const unmet = law.attempt(() =>
      law.manager.all((diagrams as number[]).map((each, at) => (at === 0 ? each : not(each)))),
    );
    const worlds = unmet === undefined ? undefined : context.occurring(unmet);
    if (unmet === undefined || worlds === undefined) {
      undecided(`situations of ${attack}`);
      continue;
    }
    const example = context.example(worlds, [root]);
    if (!example) continue;
    const incident = roots.length > 1 ? { incident: index } : {};
    gaps.push({ kind: 'no-norm', term: attack, ...incident, description: context.describe(unmet), example });
  }
  return gaps;
}

function isBelow({ circuit }: AuditContext, root: NodeId, wanted: NodeId): boolean {
  const seen = new Set<NodeId>();
  const pending = [root];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (id === wanted) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const node = circuit.nodes[id] as CircuitNode;
    if (node.kind === 'not' || node.kind === 'named') pending.push(node.of);
    else if (node.kind === 'and' || node.kind === 'or') pending.push(...node.of);
  }
  return false;
}
