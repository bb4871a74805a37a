/**
 * Explains the value of a node as a short tree of lines, made from the nodes that carry names. Of a false
 * conjunction it shows what blocks, of a true disjunction the simplest part that holds, of the unknown only
 * what is unknown.
 */

import type { Circuit, CircuitNode, NodeId } from '../circuit/circuit.ts';
import { TRUE } from '../evaluate/kleene.ts';
import type { Reason } from '../findings/reason.ts';
import type { ResolvedSituation } from '../situation/resolved.ts';
import { bilingual } from '../wording/languages.ts';
import { choiceReasons } from './choice-lines.ts';
import { type ExplainContext, explainContext } from './context.ts';
import { leafReason } from './leaf.ts';
import { namedReason } from './named.ts';
import { capDepth, collapse, distinctGroups, simplest } from './shape.ts';
import { reasonValue } from './truth.ts';

const MOST_LEVELS = 7;

/** The reason for the value of a node: of a norm's finding, or of any expression. */
export function explain(
  circuit: Circuit,
  values: Uint8Array,
  assignment: Uint8Array,
  resolved: ResolvedSituation,
  node: NodeId,
): Reason {
  return explainer(circuit, values, assignment, resolved)(node);
}

/** Explains many nodes of one evaluation; what they share is explained once. */
export function explainer(
  circuit: Circuit,
  values: Uint8Array,
  assignment: Uint8Array,
  resolved: ResolvedSituation,
): (node: NodeId) => Reason {
  const shared = new Explainer(explainContext(circuit, values, assignment, resolved));
  return (node) => capDepth(shared.root(node), MOST_LEVELS);
}

class Explainer {
  readonly #context: ExplainContext;
  readonly #memo = new Map<string, readonly Reason[]>();

  constructor(context: ExplainContext) {
    this.#context = context;
  }

  root(id: NodeId): Reason {
    const node = this.#node(id);
    const value = reasonValue(this.#context.values[id]);
    if (node.kind === 'named' && node.origin.kind === 'norm') {
      return {
        text: bilingual((wording) => wording.rule(value)),
        value,
        item: node.origin.norm,
        citations: [],
        children: this.lines(node.of, true, true),
      };
    }
    const lines = this.lines(id, true, true);
    if (lines.length === 1) return lines[0] as Reason;
    return {
      text: bilingual((wording) =>
        lines.length === 0 ? wording.constant(value === 'true') : wording.rule(value),
      ),
      value,
      citations: [],
      children: lines,
    };
  }

  /**
   * The lines that explain a node. `positive` is false below a negation; `top` is true as long as all that
   * blocks is wanted, not only the simplest.
   */
  lines(id: NodeId, positive: boolean, top: boolean): readonly Reason[] {
    const key = `${id} ${positive} ${top}`;
    let lines = this.#memo.get(key);
    if (!lines) {
      lines = this.#explain(this.#node(id), id, positive, top);
      this.#memo.set(key, lines);
    }
    return lines;
  }

  #explain(node: CircuitNode, id: NodeId, positive: boolean, top: boolean): readonly Reason[] {
    switch (node.kind) {
      case 'true':
      case 'false':
        return [];
      case 'atom':
        return [leafReason(this.#context, node.atom, positive)];
      case 'not':
        return this.lines(node.of, !positive, top);
      case 'and':
      case 'or':
        return this.#junction(node.of, id, (node.kind === 'and') === positive, positive, top);
      case 'named':
        return this.#named(node, id, positive, top);
    }
  }

  /** By De Morgan, a negated AND is explained as an OR of negations, and the reverse. */
  #junction(
    children: readonly NodeId[],
    id: NodeId,
    conjunction: boolean,
    positive: boolean,
    top: boolean,
  ): readonly Reason[] {
    const { values } = this.#context;
    const value = reasonValue(values[id], positive);
    const alike = children.filter((child) => reasonValue(values[child], positive) === value);
    const groups = alike.map((child) => this.lines(child, positive, top && conjunction));
    if (conjunction) return value === 'false' && !top ? simplest(groups) : groups.flat();
    if (value === 'true') return simplest(groups);
    const told = distinctGroups(groups.filter((group) => group.length > 0));
    const [only] = told;
    if (told.length < 2) return only ?? [];
    return [
      {
        text: bilingual((wording) => wording.anyOf(value)),
        value,
        citations: [],
        group: 'any',
        children: told.flatMap((group) => this.#alternative(group, value)),
      },
    ];
  }

  /** One way among several: what it needs at once stays together, lest each part read as a way of its own. */
  #alternative(group: readonly Reason[], value: Reason['value']): readonly Reason[] {
    if (group.length < 2 || value === 'false') return group;
    const text = bilingual((wording) => wording.allOf());
    return [{ text, value, citations: [], group: 'all', children: group }];
  }

  #named(
    node: Extract<CircuitNode, { kind: 'named' }>,
    id: NodeId,
    positive: boolean,
    top: boolean,
  ): readonly Reason[] {
    const { origin } = node;
    if (origin.kind === 'condition') return this.lines(node.of, positive, top);
    if (origin.kind === 'choice') {
      return choiceReasons(this.#context, origin.index, (meaning) => this.#below(meaning, false));
    }
    const below = (): readonly Reason[] =>
      origin.kind === 'relation' || (origin.kind === 'in-force' && this.#context.values[id] === TRUE)
        ? this.#choices(node.of)
        : this.#below(node.of, origin.kind === 'in-force');
    const line = namedReason(this.#context, origin, this.#context.values[id] as number, positive, below);
    return [this.#isFact(node.of) ? collapse(line) : line];
  }

  /** The lines below a named line: a sole group that says "none of these holds" needs no line of its own. */
  #below(id: NodeId, top: boolean): readonly Reason[] {
    const lines = this.lines(id, true, top);
    const sole = lines.length === 1 ? lines[0] : undefined;
    return sole?.item === undefined && sole?.basis === undefined && sole?.value === 'false'
      ? sole.children
      : lines;
  }

  /** Only the readings that bear on a node: its other parts are told by the line itself. */
  #choices(id: NodeId): readonly Reason[] {
    const { values } = this.#context;
    const found: Reason[] = [];
    const visit = (at: NodeId): void => {
      const node = this.#node(at);
      if (node.kind === 'named') {
        if (node.origin.kind === 'choice') found.push(...this.lines(at, true, false));
        else visit(node.of);
      } else if (node.kind === 'not') visit(node.of);
      else if (node.kind === 'and' || node.kind === 'or') {
        // A reading of another place, or for another stretch of time, has no bearing.
        const elsewhere = node.of.some((child) => values[child] !== TRUE && this.#isPlain(child));
        if (node.kind === 'and' && elsewhere) return;
        for (const child of node.of) visit(child);
      }
    };
    visit(id);
    return found;
  }

  /** True for a node without readings of its own: an atom, or a stretch of dates. */
  #isPlain(id: NodeId): boolean {
    const node = this.#node(id);
    if (node.kind === 'not') return this.#isPlain(node.of);
    if (node.kind === 'and') return node.of.every((child) => this.#isPlain(child));
    return node.kind === 'atom' || node.kind === 'false' || node.kind === 'true';
  }

  /** True for a fact, whatever terms stand around it. */
  #isFact(id: NodeId): boolean {
    const node = this.#node(id);
    if (node.kind === 'named') return node.origin.kind === 'term' && this.#isFact(node.of);
    return node.kind === 'atom';
  }

  #node(id: NodeId): CircuitNode {
    return this.#context.circuit.nodes[id] as CircuitNode;
  }
}
