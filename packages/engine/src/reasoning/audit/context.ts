/** What the checks of an audit share: the law of a day, examples, and the steps that are left. */

import { Budget } from '../../budget/budget.ts';
import { toDay } from '../../calendar/date.ts';
import type { Circuit, FindingRoot, NodeId } from '../../circuit/circuit.ts';
import { Law } from '../../diagram/law.ts';
import { ALWAYS, type Diagram, NEVER } from '../../diagram/manager.ts';
import type { Allowed } from '../../diagram/quantify.ts';
import { canHold } from '../../diagram/walk.ts';
import type { Norm, Rulebook } from '../../rulebook/schema.ts';
import { type Description, describe } from '../describe.ts';
import { assumedGivens, viewGivens } from '../given.ts';
import { completeWorld, type ExampleSituation, exampleSituation } from '../world.ts';

export interface AuditOptions {
  readonly on: string;
  readonly view?: readonly string[];
  /** What the audit may take, in steps of a {@link Budget}; what is left then is reported as not decided. */
  readonly steps?: number;
}

/** Some hundred times what a library of 500 norms takes: all of it is decided. */
const AUDIT_STEPS = 20_000_000;

export class AuditContext {
  readonly rulebook: Rulebook;
  readonly circuit: Circuit;
  readonly law: Law;
  readonly allowed: Allowed;
  readonly #norms: ReadonlyMap<string, Norm>;
  readonly budget: Budget;

  constructor(rulebook: Rulebook, circuit: Circuit, options: AuditOptions) {
    this.rulebook = rulebook;
    this.circuit = circuit;
    this.budget = new Budget(options.steps ?? AUDIT_STEPS);
    // A law of its own: what others asked of a shared one before would change what a step does.
    this.law = new Law([{ scene: { rulebook, circuit, day: toDay(options.on) } }], { budget: this.budget });
    const settled = [...viewGivens(this.law, options.view ?? []), ...assumedGivens(this.law)];
    this.allowed = this.law.allowed(settled.map(({ level, classes }) => [level, classes]));
    this.#norms = new Map(rulebook.norms.map((norm) => [norm.id, norm]));
  }

  norm(root: FindingRoot): Norm {
    return this.#norms.get(root.norm) as Norm;
  }

  /** The function of a finding; undefined where it passes the allowance. */
  function(root: FindingRoot): Diagram | undefined {
    return this.law.diagram(root.node);
  }

  /** The part of the function that can occur, under the view and the assumptions; NEVER where it cannot. */
  occurring(of: Diagram): Diagram | undefined {
    if (of === NEVER) return NEVER;
    const possible = this.law.possible([of]);
    if (possible === undefined) return undefined;
    const worlds = this.law.attempt(() => this.law.manager.and(of, possible));
    if (worlds === undefined) return undefined;
    return canHold(this.law.manager, worlds, this.allowed) ? worlds : NEVER;
  }

  /** One situation of those, with every fact that the nodes ask for. */
  example(worlds: Diagram, nodes: readonly NodeId[]): ExampleSituation | undefined {
    const restricted = nodes.map((node) => this.law.restricted(node));
    const world = completeWorld(this.law, worlds, restricted, this.allowed);
    return world && exampleSituation(this.law, world);
  }

  describe(of: Diagram): Description | undefined {
    return describe(this.law, of, this.law.possible([of]) ?? ALWAYS, this.allowed);
  }
}
