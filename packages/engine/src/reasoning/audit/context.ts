/** What the checks of an audit share: the law of a day, examples, and the steps that are left. */

import { Budget } from '../../budget/budget.ts';
import { toDay } from '../../calendar/date.ts';
import type { Circuit, FindingRoot, NodeId } from '../../circuit/circuit.ts';
import { forIncidents, nodesAcrossIncidents } from '../../circuit/incidents.ts';
import { Law } from '../../diagram/law.ts';
import { ALWAYS, type Diagram, NEVER } from '../../diagram/manager.ts';
import type { Allowed } from '../../diagram/quantify.ts';
import { canHold } from '../../diagram/walk.ts';
import type { Norm, Rulebook } from '../../rulebook/schema.ts';
import { type Description, describe } from '../describe.ts';
import { assumedGivens, isFrame, type Settled, viewGivens } from '../given.ts';
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
  /** What the view, the frame and deeds not yet done leave possible. */
  readonly allowed: Allowed;
  /** The same with every assumption open but those of the frame: what can occur at all. */
  readonly free: Allowed;
  readonly #norms: ReadonlyMap<string, Norm>;
  readonly budget: Budget;
  readonly #options: AuditOptions;
  #two: AuditContext | undefined;
  #across: Uint8Array | undefined;

  constructor(rulebook: Rulebook, circuit: Circuit, options: AuditOptions, budget?: Budget) {
    this.rulebook = rulebook;
    this.circuit = circuit;
    this.#options = options;
    this.budget = budget ?? new Budget(options.steps ?? AUDIT_STEPS);
    // A law of its own: what others asked of a shared one before would change what a step does.
    this.law = new Law([{ scene: { rulebook, circuit, day: toDay(options.on) } }], { budget: this.budget });
    const view = viewGivens(this.law, options.view ?? []);
    const allow = (settled: readonly Settled[]): Allowed =>
      this.law.allowed([...view, ...settled].map(({ level, classes }) => [level, classes]));
    this.allowed = allow(assumedGivens(this.law));
    this.free = allow(assumedGivens(this.law, 0, isFrame));
    this.#norms = new Map(rulebook.norms.map((norm) => [norm.id, norm]));
  }

  norm(root: FindingRoot): Norm {
    return this.#norms.get(root.norm) as Norm;
  }

  /** The function of a finding; undefined where it passes the allowance. */
  function(root: FindingRoot): Diagram | undefined {
    return this.law.diagram(root.node);
  }

  /** The part of the function that can occur within what is allowed; NEVER where it cannot. */
  occurring(of: Diagram, allowed: Allowed = this.allowed): Diagram | undefined {
    if (of === NEVER) return NEVER;
    const possible = this.law.possible([of]);
    if (possible === undefined) return undefined;
    const worlds = this.law.attempt(() => this.law.manager.and(of, possible));
    if (worlds === undefined) return undefined;
    return canHold(this.law.manager, worlds, allowed) ? worlds : NEVER;
  }

  /** One situation of those, with every fact that the nodes ask for. */
  example(
    worlds: Diagram,
    nodes: readonly NodeId[],
    allowed: Allowed = this.allowed,
  ): ExampleSituation | undefined {
    const restricted = nodes.map((node) => this.law.restricted(node));
    const world = completeWorld(this.law, worlds, restricted, allowed);
    return world && exampleSituation(this.law, world);
  }

  describe(of: Diagram, allowed: Allowed = this.allowed): Description | undefined {
    return describe(this.law, of, this.law.possible([of]) ?? ALWAYS, allowed);
  }

  /** Situations of the roots together, with an example; undefined where there are none. */
  meeting(
    roots: readonly FindingRoot[],
    allowed: Allowed = this.allowed,
  ):
    | { readonly description?: Description | undefined; readonly example: ExampleSituation }
    | undefined
    | 'undecided' {
    const functions = roots.map((root) => this.function(root));
    if (this.budget.isSpent || functions.includes(undefined)) return 'undecided';
    const both = this.law.attempt(() => this.law.manager.all(functions as Diagram[]));
    const worlds = both === undefined ? undefined : this.occurring(both, allowed);
    if (both === undefined || worlds === undefined) return 'undecided';
    const nodes = roots.map(({ node }) => node);
    const example = this.example(worlds, nodes, allowed);
    return example && { description: this.describe(both, allowed), example };
  }

  /** The same library for two incidents, within the same steps: rules that need two are asked of it. */
  get two(): AuditContext {
    this.#two ??= new AuditContext(this.rulebook, forIncidents(this.circuit, 2), this.#options, this.budget);
    return this.#two;
  }

  /** Whether several incidents bear on the finding at once. */
  needsTwo(root: FindingRoot): boolean {
    this.#across ??= nodesAcrossIncidents(this.circuit);
    return this.#across[root.node] === 1;
  }

  /** A finding of one incident as it stands among two: that of the first. */
  amongTwo(root: FindingRoot): FindingRoot {
    const found = this.two.circuit.findings.find(
      ({ norm, bearer, incident }) =>
        norm === root.norm && bearer === root.bearer && incident === root.incident,
    );
    return found as FindingRoot;
  }
}
