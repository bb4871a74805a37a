/**
 * One situation, or all, across alliances: the findings of several instruments side by side, act by act, and
 * where two of them part, described as differences are.
 */
import type { FindingRoot } from '../circuit/circuit.ts';
import type { Law } from '../diagram/law.ts';
import { ALWAYS, type Diagram, NEVER, not } from '../diagram/manager.ts';
import type { Scene } from '../diagram/scene.ts';
import { canHold } from '../diagram/walk.ts';
import type { Norm, Outcome } from '../rulebook/schema.ts';
import { type Description, describe } from './describe.ts';
import type { Givens } from './given.ts';
import { settleNode } from './settle.ts';
import { completeWorld, type ExampleSituation, exampleSituation } from './world.ts';

export interface ComparedFinding {
  readonly norm: string;
  readonly bearer: string;
  readonly incident?: number | undefined;
  readonly outcome: Outcome;
}

/** One kind of norm on one act: what each instrument says of it. */
export interface ComparedAct {
  readonly act: string;
  readonly kind: Norm['kind'];
  readonly instruments: readonly {
    readonly instrument: string;
    /** Empty: the instrument has no such norm. Silence is no permission. */
    readonly findings: readonly ComparedFinding[];
  }[];
}

/** The findings of one situation, side by side. */
export function compareFindings(
  law: Law,
  instruments: readonly string[],
  givens: Givens,
): readonly ComparedAct[] {
  const groups = groupRoots(law, instruments);
  return [...groups.values()].map(({ act, kind, roots }) => ({
    act,
    kind,
    instruments: instruments.map((instrument) => ({
      instrument,
      findings: (roots.get(instrument) ?? []).map((root) => ({
        norm: root.norm,
        bearer: root.bearer,
        ...(root.incident === undefined ? {} : { incident: root.incident }),
        outcome: settleNode(law, root.node, givens).outcome,
      })),
    })),
  }));
}

/** Where two instruments part on one kind of norm on one act. */
export interface Parting {
  readonly act: string;
  readonly kind: Norm['kind'];
  /** Absent: some bearer, where the two instruments bind nobody in common. */
  readonly bearer?: string | undefined;
  readonly instrument: string;
  readonly other: string;
  /** Where only the first binds; absent where it never binds alone. */
  readonly onlyHere?: {
    readonly description?: Description | undefined;
    readonly example?: ExampleSituation | undefined;
  };
  readonly decided: boolean;
}

/** Where one instrument binds and the other does not, over all situations within the givens. */
export function partingsOf(law: Law, instrument: string, other: string, givens: Givens): readonly Parting[] {
  const groups = groupRoots(law, [instrument, other]);
  return [...groups.values()].flatMap(({ act, kind, roots }) => {
    const [here, there] = [roots.get(instrument) ?? [], roots.get(other) ?? []];
    const common = [...new Set(here.map(({ bearer }) => bearer))].filter((bearer) =>
      there.some((root) => root.bearer === bearer),
    );
    const bearers: readonly (string | undefined)[] = common.length > 0 ? common : [undefined];
    return bearers.flatMap((bearer) => {
      const meant = (root: FindingRoot): boolean => bearer === undefined || root.bearer === bearer;
      return [
        ...partingOf(
          law,
          { act, kind, bearer, instrument, other },
          here.filter(meant),
          there.filter(meant),
          givens,
        ),
        ...partingOf(
          law,
          { act, kind, bearer, instrument: other, other: instrument },
          there.filter(meant),
          here.filter(meant),
          givens,
        ),
      ];
    });
  });
}

function partingOf(
  law: Law,
  names: Omit<Parting, 'onlyHere' | 'decided'>,
  here: readonly FindingRoot[],
  there: readonly FindingRoot[],
  givens: Givens,
): Parting[] {
  const { manager } = law;
  const [binds, bindsThere] = [anyOf(law, here), anyOf(law, there)];
  if (binds === NEVER) return [];
  if (binds === undefined || bindsThere === undefined) return [{ ...names, decided: false }];
  const alone = law.attempt(() => manager.and(binds, not(bindsThere)));
  const possible = alone === undefined ? undefined : law.possible([alone]);
  const worlds =
    possible === undefined ? undefined : law.attempt(() => manager.and(alone as Diagram, possible));
  if (worlds === undefined) return [{ ...names, decided: false }];
  if (!canHold(manager, worlds, givens.allowed)) return [];
  const nodes = [...here, ...there].map(({ node }) => law.restricted(node));
  const world = completeWorld(law, worlds, nodes, givens.allowed);
  const onlyHere = {
    description: describe(law, alone as Diagram, possible ?? ALWAYS, givens.allowed),
    example: world && exampleSituation(law, world),
  };
  return [{ ...names, onlyHere, decided: true }];
}

function anyOf(law: Law, roots: readonly FindingRoot[]): Diagram | undefined {
  const diagrams = roots.map(({ node }) => law.diagram(node));
  if (diagrams.includes(undefined)) return undefined;
  return law.attempt(() => law.manager.any(diagrams as Diagram[]));
}

interface Group {
  readonly act: string;
  readonly kind: Norm['kind'];
  readonly roots: Map<string, FindingRoot[]>;
}

function groupRoots(law: Law, instruments: readonly string[]): Map<string, Group> {
  const { rulebook, circuit } = law.scenes[0] as Scene;
  const norms = new Map(rulebook.norms.map((norm) => [norm.id, norm]));
  const groups = new Map<string, Group>();
  for (const root of circuit.findings) {
    const norm = norms.get(root.norm) as Norm;
    if (!instruments.includes(norm.instrument)) continue;
    const key = `${norm.kind} ${norm.act}`;
    const group = groups.get(key) ?? { act: norm.act, kind: norm.kind, roots: new Map() };
    group.roots.set(norm.instrument, [...(group.roots.get(norm.instrument) ?? []), root]);
    groups.set(key, group);
  }
  return groups;
}
