/** Asks the SAT solver whether a node of the law can be true or false, for cones too large for a diagram. */
import { STEPS_A_CONFLICT } from '../budget/budget.ts';
import type { Atom, CircuitNode, NodeId } from '../circuit/circuit.ts';
import type { Law } from './law.ts';
import type { Allowed } from './quantify.ts';
import { type Literal, negated, Solver } from './solver.ts';
import { classSatisfies, questionOf, variableKey } from './variables.ts';

/** Conflicts after which a question is left undecided. */
const CONFLICTS_ALLOWED = 20_000;

/** One class for each level that the question speaks of. */
export type World = ReadonlyMap<number, number>;

/** Clauses for nodes of a law; each variable is one solver variable a class, of which exactly one is true. */
export class Clauses {
  readonly #law: Law;
  readonly #solver = new Solver();
  readonly #literals = new Map<NodeId, Literal>();
  readonly #classes = new Map<number, readonly number[]>();

  constructor(law: Law) {
    this.#law = law;
  }

  /** A world within the classes allowed that makes each node as wanted; `none`; or undefined: not decided. */
  world(
    wanted: readonly (readonly [node: NodeId, value: boolean])[],
    allowed: Allowed,
    conflicts = CONFLICTS_ALLOWED,
  ): World | 'none' | undefined {
    const before = { nodes: this.#literals.size, conflicts: this.#solver.conflicts };
    const assumptions = wanted.map(([node, value]) => {
      const literal = this.#node(node);
      return value ? literal : negated(literal);
    });
    for (const [level, variables] of this.#classes) {
      const classes = allowed[level];
      if (!classes) continue;
      variables.forEach((variable, value) => {
        if (!classes.includes(value)) assumptions.push(variable * 2 + 1);
      });
    }
    const found = this.#solver.solve(assumptions, conflicts);
    this.#law.charge(
      this.#literals.size - before.nodes + (this.#solver.conflicts - before.conflicts) * STEPS_A_CONFLICT,
    );
    if (found !== true) return found === false ? 'none' : undefined;
    return new Map(
      [...this.#classes].map(([level, variables]) => [
        level,
        variables.findIndex((variable) => this.#solver.isTrue(variable)),
      ]),
    );
  }

  #node(id: NodeId): Literal {
    const known = this.#literals.get(id);
    if (known !== undefined) return known;
    const node = this.#law.nodes[id] as CircuitNode;
    const literal = this.#encode(node);
    this.#literals.set(id, literal);
    return literal;
  }

  #encode(node: CircuitNode): Literal {
    switch (node.kind) {
      case 'named':
        return this.#node(node.of);
      case 'not':
        return negated(this.#node(node.of));
      case 'false':
      case 'true': {
        const literal = this.#solver.newVariable(false) * 2;
        this.#solver.add([literal]);
        return node.kind === 'true' ? literal : negated(literal);
      }
      case 'atom':
        return this.#atom(this.#law.atoms[node.atom] as Atom);
      case 'and':
        return this.#conjunction(node.of.map((part) => this.#node(part)));
      case 'or':
        return negated(this.#conjunction(node.of.map((part) => negated(this.#node(part)))));
    }
  }

  #conjunction(parts: readonly Literal[]): Literal {
    const literal = this.#solver.newVariable(false) * 2;
    for (const part of parts) this.#solver.add([negated(literal), part]);
    this.#solver.add([literal, ...parts.map(negated)]);
    return literal;
  }

  #atom(atom: Atom): Literal {
    const level = this.#law.levelOf(variableKey(questionOf(atom))) as number;
    const variables = this.#variables(level);
    const { classes } = this.#law.variables[level] as Law['variables'][number];
    const inside = variables.filter((_, value) => classSatisfies(classes[value] as never, atom));
    const literal = this.#solver.newVariable(false) * 2;
    for (const variable of inside) this.#solver.add([variable * 2 + 1, literal]);
    this.#solver.add([negated(literal), ...inside.map((variable) => variable * 2)]);
    return literal;
  }

  #variables(level: number): readonly number[] {
    let variables = this.#classes.get(level);
    if (!variables) {
      const { classes } = this.#law.variables[level] as Law['variables'][number];
      variables = classes.map(() => this.#solver.newVariable());
      this.#classes.set(level, variables);
      this.#solver.add(variables.map((variable) => variable * 2));
      variables.forEach((left, at) => {
        for (const right of (variables as readonly number[]).slice(at + 1))
          this.#solver.add([left * 2 + 1, right * 2 + 1]);
      });
    }
    return variables;
  }
}
