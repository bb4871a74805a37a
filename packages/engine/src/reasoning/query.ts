/** Queries compiled: the nodes that a claim speaks of, all claims of a library in one Circuit. */

import type { Circuit, NodeId } from '../circuit/circuit.ts';
import { compileCircuit } from '../circuit/compile.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Expression, Query, Rulebook } from '../rulebook/schema.ts';

/** A query about one bearer (or about none, where it speaks of an expression). */
export interface CompiledQuery {
  readonly query: Query;
  readonly bearer?: string | undefined;
  readonly left: NodeId;
  readonly right?: NodeId | undefined;
  readonly when?: NodeId | undefined;
}

export interface CompiledQueries {
  readonly rulebook: Rulebook;
  readonly circuit: Circuit;
  /** For each query, in order: one part a bearer. A query holds where all its parts do. */
  readonly parts: readonly (readonly CompiledQuery[])[];
}

/** `made` gives the Circuit of the Rulebook for one incident, if that was made or kept: to go on from it takes less. */
export function compileQueries(
  rulebook: Rulebook,
  queries: readonly Query[],
  made?: Circuit,
): CompiledQueries {
  const extra: { expression: Expression; bearer?: string }[] = [];
  const add = (expression: Expression | undefined, bearer: string | undefined): number | undefined => {
    if (expression === undefined) return undefined;
    return extra.push(bearer === undefined ? { expression } : { expression, bearer }) - 1;
  };
  const drafts = queries.map((query) =>
    bearersOf(rulebook, query).map((bearer) => ({
      query,
      bearer,
      left: query.left.kind === 'expression' ? add(query.left.expression, undefined) : undefined,
      right: add(query.right, bearer),
      when: add(query.when, bearer),
    })),
  );
  const circuit = compileCircuit(rulebook, { extra, made });
  const node = (index: number | undefined): NodeId | undefined =>
    index === undefined ? undefined : circuit.extra[index];
  const parts = drafts.map((bearers) =>
    bearers.map(({ query, bearer, left, right, when }) => ({
      query,
      bearer,
      left: left === undefined ? findingNode(circuit, query, bearer) : (node(left) as NodeId),
      right: node(right),
      when: node(when),
    })),
  );
  return { rulebook, circuit, parts };
}

function bearersOf(rulebook: Rulebook, { left }: Query): readonly (string | undefined)[] {
  if (left.kind === 'expression') return [undefined];
  if (left.bearers.length > 0) return left.bearers;
  const norm = indexRulebook(rulebook).find('norm', left.norm);
  return (norm?.bearers ?? []).map(({ id }) => id);
}

function findingNode(circuit: Circuit, { left }: Query, bearer: string | undefined): NodeId {
  const norm = left.kind === 'norm' ? left.norm : '';
  const root = circuit.findings.find((finding) => finding.norm === norm && finding.bearer === bearer);
  if (!root) throw new RangeError(`the norm "${norm}" does not bind "${bearer}"`);
  return root.node;
}

/** The facts that a query names itself, not through terms. */
export function factsNamed({ left, right, when }: Query): ReadonlySet<string> {
  const facts = new Set<string>();
  const visit = (expression: Expression | undefined): void => {
    if (!expression) return;
    if ('fact' in expression && expression.fact !== undefined) facts.add(expression.fact);
    if (expression.kind === 'not' || expression.kind === 'some-incident') visit(expression.of);
    if (expression.kind === 'and' || expression.kind === 'or') expression.of.forEach(visit);
  };
  visit(right);
  visit(when);
  if (left.kind === 'expression') visit(left.expression);
  return facts;
}
