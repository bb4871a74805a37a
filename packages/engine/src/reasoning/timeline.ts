/** How one finding comes out on every day, the facts being the same: exact, by the days that decide. */
import { type Day, formatDay, toDay } from '../calendar/date.ts';
import type { NodeId } from '../circuit/circuit.ts';
import { decisiveDays } from '../diagram/days.ts';
import { Law } from '../diagram/law.ts';
import type { Scene } from '../diagram/scene.ts';
import type { Outcome } from '../rulebook/schema.ts';
import type { ResolvedSituation } from '../situation/resolved.ts';
import { givensOf } from './given.ts';
import { settleNode } from './settle.ts';

/** A stretch of days with one outcome; without `from` since ever, without `until` for good. */
export interface OutcomeStretch {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly outcome: Outcome;
}

export function timelineOf(
  scene: Scene,
  root: NodeId,
  resolved: ResolvedSituation,
  view: readonly string[],
): readonly OutcomeStretch[] {
  const roots = [root, ...[...scene.circuit.constraints.values()].flat()];
  const known = (fact: string, incident: number | undefined): Day | undefined => {
    const value = resolved.value(fact, incident);
    return value?.kind === 'date' ? value.value : undefined;
  };
  const days = decisiveDays(scene.circuit, roots, {}, known, regionDays(resolved));
  const law = new Law(
    days.map((day) => ({ scene: { ...scene, day }, roots: [root] })),
    { order: scene.circuit.incidents > 1 ? 'by-incident' : 'first-use' },
  );
  const outcomes = days.map((_, at) => settleNode(law, root, givensOf(law, resolved, view, at), at).outcome);
  const stretches: { from?: Day | undefined; until?: Day | undefined; outcome: Outcome }[] = [];
  outcomes.forEach((outcome, at) => {
    const last = stretches.at(-1);
    if (last?.outcome === outcome) return;
    const from = at === 0 ? undefined : (days[at] as Day);
    if (last) last.until = from;
    stretches.push({ from, outcome });
  });
  return stretches.map(({ from, until, outcome }) => ({
    ...(from === undefined ? {} : { from: formatDay(from) }),
    ...(until === undefined ? {} : { until: formatDay(until) }),
    outcome,
  }));
}

/** Days on which a given region gains or loses parts. */
function regionDays({ rulebook, situation }: ResolvedSituation): readonly Day[] {
  const places = new Set(rulebook.facts.flatMap((fact) => (fact.type === 'place' ? [fact.id] : [])));
  if (!situation.given.some((given) => places.has(given.fact))) return [];
  return rulebook.places
    .flatMap((place) => place.partOf.flatMap(({ period }) => [period.from, period.until]))
    .flatMap((day) => (day === undefined ? [] : [toDay(day)]));
}
