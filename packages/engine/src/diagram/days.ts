/**
 * The days that have to be looked at so that all days have been: one for each stretch over which the law of a
 * cone, and what worlds are possible in it, stay the same.
 */
import { addDuration, type Day } from '../calendar/date.ts';
import type { Atom, Circuit, CircuitNode, NodeId } from '../circuit/circuit.ts';
import type { Duration } from '../rulebook/schema.ts';
import { lastStart } from './scene.ts';

/** Every pattern of month lengths occurs within this many days. */
const CALENDAR_CYCLE = 8 * 366;

export interface DaySpan {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
}

/** The first day of each stretch within the span; `known` gives the days of date facts that are given. */
export function decisiveDays(
  circuit: Circuit,
  roots: readonly NodeId[],
  span: DaySpan = {},
  known?: (fact: string, incident: number | undefined) => Day | undefined,
  further: readonly Day[] = [],
): Day[] {
  const cuts = new Set<Day>(further);
  const thresholds = new Map<string, Day[]>();
  const elapsed = new Map<string, { durations: Duration[]; given: Day | undefined }>();
  for (const atom of datedAtoms(circuit, roots)) {
    if (atom.kind === 'date') cuts.add(atom.at);
    if (atom.kind === 'threshold') append(thresholds, factKey(atom), Number(atom.at));
    if (atom.kind !== 'elapsed') continue;
    const key = factKey(atom);
    const group = elapsed.get(key) ?? { durations: [], given: known?.(atom.fact, atom.incident) };
    group.durations.push(atom.duration);
    elapsed.set(key, group);
  }
  for (const [key, { durations, given }] of elapsed) {
    for (const duration of durations) {
      // Where a date fact is compared with a day too, the order of both changes around that day.
      const starts =
        given === undefined ? (thresholds.get(key) ?? []).flatMap((at) => [at - 1, at]) : [given];
      for (const start of starts) cuts.add(addDuration(start, duration));
    }
  }
  for (const { durations, given } of elapsed.values())
    if (given === undefined && mixed(durations)) addOrderChanges(cuts, durations, span);
  return withinSpan(cuts, span);
}

function withinSpan(cuts: ReadonlySet<Day>, { from, until }: DaySpan): Day[] {
  const sorted = [...cuts].sort((a, b) => a - b);
  const first = from ?? (sorted[0] ?? 1) - 1;
  const days = [first, ...sorted.filter((day) => day > first)];
  return days.filter((day) => until === undefined || day < until);
}

/** Months and days run at a changing rate: adds the days on which the order of their last starts changes. */
function addOrderChanges(cuts: Set<Day>, durations: readonly Duration[], span: DaySpan): void {
  const stretches = withinSpan(cuts, span);
  stretches.forEach((start, index) => {
    const end = Math.min(stretches[index + 1] ?? Number.POSITIVE_INFINITY, start + CALENDAR_CYCLE);
    let before = '';
    for (let day = start; day < end; day++) {
      if (span.until !== undefined && day >= span.until) break;
      const starts = durations.map((duration) => lastStart(day, duration));
      const order = starts.map((one) => starts.map((other) => Math.sign(one - other)).join()).join();
      if (before !== '' && order !== before) cuts.add(day);
      before = order;
    }
  });
}

function mixed(durations: readonly Duration[]): boolean {
  const inMonths = durations.map(({ unit }) => unit === 'months' || unit === 'years');
  return inMonths.includes(true) && inMonths.includes(false);
}

/** The atoms below the roots, including those that say when a reading is held. */
function datedAtoms(circuit: Circuit, roots: readonly NodeId[]): Atom[] {
  const seen = new Set<NodeId>();
  const atoms: Atom[] = [];
  const pending = [...roots];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = circuit.nodes[id] as CircuitNode;
    if (node.kind === 'atom') atoms.push(circuit.atoms[node.atom] as Atom);
    else if (node.kind === 'not' || node.kind === 'named') pending.push(node.of);
    else if (node.kind === 'and' || node.kind === 'or') pending.push(...node.of);
    if (node.kind === 'named' && node.origin.kind === 'choice')
      for (const option of circuit.choices[node.origin.index]?.options ?? []) pending.push(option.valid);
  }
  return atoms;
}

const factKey = (atom: { fact: string; incident?: number | undefined }): string =>
  `${atom.fact} ${atom.incident ?? ''}`;

function append(map: Map<string, Day[]>, key: string, day: Day): void {
  const list = map.get(key);
  if (list) list.push(day);
  else map.set(key, [day]);
}
