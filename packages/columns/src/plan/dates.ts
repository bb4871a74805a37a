/** Cuts time where the law that a set of nodes speaks of changes. */
import type { Rulebook } from '@anpo/engine';
import { addDuration, type Day, toDay } from '@anpo/engine/calendar';
import type { Circuit } from '@anpo/engine/circuit';
import type { Duration } from '@anpo/engine/rulebook';

/** A first cut: stretches between all days at which an atom or the place register changes. */
export interface Stretches {
  /** The one day meant; absent where rows have days of their own. */
  readonly on?: Day | undefined;
  readonly boundaries: readonly Day[];
  /** A day within each stretch. */
  readonly days: readonly Day[];
}

export function oneDay(day: Day): Stretches {
  return { on: day, boundaries: [], days: [day] };
}

/** The stretches that rows with dates in `[from, until)` may fall into. */
export function stretchesOf(
  circuit: Circuit,
  rulebook: Rulebook,
  from: Day | undefined,
  until: Day | undefined,
): Stretches {
  const found = new Set<Day>();
  for (const atom of circuit.atoms) if (atom.kind === 'date') found.add(atom.at);
  for (const place of rulebook.places) {
    for (const { period } of place.partOf) {
      if (period.from !== undefined) found.add(toDay(period.from));
      if (period.until !== undefined) found.add(toDay(period.until));
    }
  }
  const boundaries = [...found]
    .filter((day) => (from === undefined || day > from) && (until === undefined || day < until))
    .sort((a, b) => a - b);
  const first = boundaries[0];
  const start = from ?? (first === undefined ? (until ?? 1) - 1 : first - 1);
  return { boundaries, days: [start, ...boundaries] };
}

/** The last day from which the duration has run by `on`. */
export function latestStart(on: Day, duration: Duration): Day {
  let day = on - (addDuration(on, duration) - on);
  while (addDuration(day, duration) <= on) day++;
  while (addDuration(day, duration) > on) day--;
  return day;
}
