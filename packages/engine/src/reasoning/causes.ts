/**
 * What made a norm change between two laws: the innermost named parts of its cone that came out otherwise, with
 * the instrument they belong to, the sources and the dates on which they turned.
 */

import { type Day, formatDay } from '../calendar/date.ts';
import { CircuitBuilder } from '../circuit/builder.ts';
import type { Choice, Circuit, CircuitNode, NodeId, Origin } from '../circuit/circuit.ts';
import type { Law } from '../diagram/law.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import type { DifferenceSide } from './difference-side.ts';
import { rulesUsed } from './rules-used.ts';

export interface Cause {
  readonly kind:
    | 'in-force'
    | 'period'
    | 'membership'
    | 'member'
    | 'reading'
    | 'relation'
    | 'place'
    | 'term'
    | 'norm'
    | 'view'
    | 'rule-changed';
  /** The item of the Rulebook: an instrument, norm, term, choice, or the places. */
  readonly id: string;
  readonly instrument?: string | undefined;
  /** For readings and views: whose. */
  readonly holders?: readonly string[] | undefined;
  readonly sources: readonly string[];
  /** The days within the time compared on which it turned. */
  readonly dates: readonly string[];
}

export function causesOf(
  law: Law,
  sides: readonly [DifferenceSide, DifferenceSide],
  before: NodeId | undefined,
  after: NodeId | undefined,
): readonly Cause[] {
  const [from, to] = sides;
  const causes = new Map<string, Cause>();
  const add = (cause: Cause): void => {
    causes.set(`${cause.kind} ${cause.id}`, cause);
  };
  if (from.circuit !== to.circuit) {
    for (const cause of changedRules(sides, before, after)) add(cause);
    return [...causes.values()];
  }
  const roots = new Set([before, after].filter((root) => root !== undefined));
  for (const root of roots) for (const cause of turned(law, from, to, root)) add(cause);
  for (const cause of adoptedOtherwise(law, sides, [...roots])) add(cause);
  return [...causes.values()];
}

/** The innermost named nodes that are another node on the other side. */
function turned(law: Law, from: DifferenceSide, to: DifferenceSide, root: NodeId): Cause[] {
  const { circuit, rulebook } = to;
  const seen = new Map<NodeId, boolean>();
  const causes: Cause[] = [];
  const span = [from.on, to.on].sort() as [string, string];
  const visit = (id: NodeId): boolean => {
    const known = seen.get(id);
    if (known !== undefined) return known;
    seen.set(id, false);
    if (law.restricted(id, 0) === law.restricted(id, 1)) return false;
    const node = circuit.nodes[id] as CircuitNode;
    let below = false;
    if (node.kind === 'not' || node.kind === 'named') below = visit(node.of);
    else if (node.kind === 'and' || node.kind === 'or')
      for (const part of decisive(node)) below = visit(part) || below;
    if (!below && node.kind === 'named') {
      causes.push(causeOf(rulebook, circuit, law, node.origin, datesBelow(circuit, id, span)));
      below = true;
    }
    seen.set(id, below);
    return below;
  };
  /** Where a conjunction fails (an alternative holds) on one side, only the parts that make it so count. */
  const decisive = ({ kind, of }: { kind: 'and' | 'or'; of: readonly NodeId[] }): readonly NodeId[] => {
    const deciding = kind === 'and' ? CircuitBuilder.false : CircuitBuilder.true;
    const found = of.filter(
      (part) => (law.restricted(part, 0) === deciding) !== (law.restricted(part, 1) === deciding),
    );
    return found.length > 0 ? found : of;
  };
  visit(root);
  return causes;
}

function causeOf(
  rulebook: Rulebook,
  circuit: Circuit,
  law: Law,
  origin: Origin,
  dates: readonly string[],
): Cause {
  const normInstrument = (id: string): string | undefined =>
    indexRulebook(rulebook).find('norm', id)?.instrument;
  const provisionInstrument = (provision: string | undefined): string | undefined =>
    indexRulebook(rulebook).find('provision', provision)?.instrument;
  switch (origin.kind) {
    case 'in-force': {
      const instrument = indexRulebook(rulebook).find('instrument', origin.instrument);
      const sources = (instrument?.citations ?? []).map(({ source }) => source);
      return { kind: 'in-force', id: origin.instrument, instrument: origin.instrument, sources, dates };
    }
    case 'member':
      return { kind: 'member', id: origin.instrument, instrument: origin.instrument, sources: [], dates };
    case 'period':
    case 'membership': {
      const instrument = normInstrument(origin.norm);
      return { kind: origin.kind, id: origin.norm, instrument, sources: [], dates };
    }
    case 'relation': {
      const entries = rulebook.places.flatMap((place) =>
        place.relations
          .filter(({ relation, period }) => relation === origin.relation && turnsOn(period, dates))
          .map((entry) => ({ place: place.id, sources: entry.citations.map(({ source }) => source) })),
      );
      const id = [...new Set(entries.map(({ place }) => place))].join('+') || origin.fact;
      return {
        kind: 'relation',
        id,
        sources: [...new Set(entries.flatMap(({ sources }) => sources))],
        dates,
      };
    }
    case 'place':
      return { kind: 'place', id: origin.places.join('+'), sources: [], dates };
    case 'choice':
      return readingCause(rulebook, law, circuit.choices[origin.index] as Choice, dates);
    case 'term': {
      const term = indexRulebook(rulebook).find('term', origin.term);
      const instrument = provisionInstrument(term?.provision);
      return { kind: 'term', id: origin.term, instrument, sources: [], dates };
    }
    case 'some-incident':
      return { kind: 'term', id: 'some-incident', sources: [], dates };
    default:
      return { kind: 'norm', id: origin.norm, instrument: normInstrument(origin.norm), sources: [], dates };
  }
}

/** Which holders came to have a reading, or other readings, or none. */
function readingCause(rulebook: Rulebook, law: Law, choice: Choice, dates: readonly string[]): Cause {
  const turnedOptions = choice.options.filter(
    (option) => law.restricted(option.valid, 0) !== law.restricted(option.valid, 1),
  );
  const [kind, id = ''] = choice.key.split(/:(.*)/s);
  const definition =
    kind === 'term'
      ? indexRulebook(rulebook).find('term', id)?.definition
      : kind === 'instrument'
        ? indexRulebook(rulebook).find('instrument', id)?.standing
        : indexRulebook(rulebook).find('norm', id)?.standing;
  const sources = turnedOptions.flatMap(
    (option) =>
      (option.place === undefined ? definition?.readings[option.reading]?.citations : [])?.map(
        ({ source }) => source,
      ) ?? [],
  );
  return {
    kind: 'reading',
    id: choice.key,
    holders: [...new Set(turnedOptions.map((option) => option.holder))],
    sources: [...new Set(sources)],
    dates,
  };
}

/** Two views of one law differ by the readings that they adopt. */
function adoptedOtherwise(
  law: Law,
  sides: readonly [DifferenceSide, DifferenceSide],
  roots: readonly NodeId[],
): Cause[] {
  const [from, to] = sides;
  if (from.view?.join() === to.view?.join()) return [];
  const adopted = (choice: string, scene: 0 | 1): string | undefined =>
    sides[scene].view?.find((holder) => law.holdersOf(choice, scene).includes(holder));
  return rulesUsed(to.circuit, roots, () => false).flatMap(({ kind, id }) => {
    if (kind !== 'choice') return [];
    const holders = [adopted(id, 0), adopted(id, 1)];
    if (holders[0] === holders[1]) return [];
    return [{ kind: 'view', id, holders: holders.map((each) => each ?? ''), sources: [], dates: [] }];
  });
}

/** Two libraries differ by the text of the rules in the cones. */
function changedRules(
  [from, to]: readonly [DifferenceSide, DifferenceSide],
  before: NodeId | undefined,
  after: NodeId | undefined,
): Cause[] {
  const used = [
    ...(before === undefined ? [] : rulesUsed(from.circuit, [before], () => false)),
    ...(after === undefined ? [] : rulesUsed(to.circuit, [after], () => false)),
  ];
  const text = (rulebook: Rulebook, kind: string, id: string): string => {
    const items = { term: rulebook.terms, norm: rulebook.norms, instrument: rulebook.instruments }[kind];
    const item = items?.find((each) => each.id === id);
    return JSON.stringify(item, (name, value) => (name === 'position' ? undefined : value)) ?? '';
  };
  return used.flatMap(({ kind, id }) => {
    if (kind === 'choice' || text(from.rulebook, kind, id) === text(to.rulebook, kind, id)) return [];
    return [{ kind: 'rule-changed', id, sources: [], dates: [] }];
  });
}

/** The days within (from, to] at which something below the node turns. */
function datesBelow(circuit: Circuit, root: NodeId, [from, to]: readonly [string, string]): string[] {
  const seen = new Set<NodeId>();
  const days = new Set<Day>();
  const pending = [root];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = circuit.nodes[id] as CircuitNode;
    if (node.kind === 'atom') {
      const atom = circuit.atoms[node.atom];
      if (atom?.kind === 'date') days.add(atom.at);
    } else if (node.kind === 'not' || node.kind === 'named') pending.push(node.of);
    else if (node.kind === 'and' || node.kind === 'or') pending.push(...node.of);
  }
  return [...days]
    .map(formatDay)
    .filter((day) => day > from && day <= to)
    .sort();
}

const turnsOn = (
  period: { from?: string | undefined; until?: string | undefined },
  dates: readonly string[],
) => dates.some((day) => day === period.from || day === period.until);
