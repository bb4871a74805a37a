/** The register of places: one answer a day to who administers or controls a place, and no place within itself. */
import type { Rulebook } from '@anpo/engine';
import type { Place } from '@anpo/engine/rulebook';
import { overlap } from '../transform/terms.ts';
import { complaintAt, type RulebookComplaint } from './complaint.ts';

/** The engine's own name for everywhere that the register does not name. */
const RESERVED = 'elsewhere';

export function checkPlaces(rulebook: Rulebook): RulebookComplaint[] {
  return [...checkReserved(rulebook), ...checkRelations(rulebook), ...checkParts(rulebook)];
}

function checkReserved(rulebook: Rulebook): RulebookComplaint[] {
  return rulebook.places
    .filter((place) => place.id === RESERVED || place.id.startsWith(`${RESERVED}-in`))
    .map((place) => complaintAt(place.position, 'reserved-place', { place: place.id }));
}

function checkRelations(rulebook: Rulebook): RulebookComplaint[] {
  return rulebook.places.flatMap((place) =>
    place.relations.flatMap((entry, index) => {
      const clash = place.relations
        .slice(0, index)
        .some(
          (other) =>
            other.relation === entry.relation &&
            entry.relation !== 'claimed' &&
            other.holder === entry.holder &&
            overlap(other.period, entry.period),
        );
      return clash
        ? [
            complaintAt(place.position, 'two-holders-of-place', {
              place: place.id,
              relation: entry.relation,
              holder: entry.holder,
            }),
          ]
        : [];
    }),
  );
}

/** No place is part of itself, directly or through others, on any day. */
function checkParts(rulebook: Rulebook): RulebookComplaint[] {
  const days = new Set<string>(['']);
  for (const place of rulebook.places)
    for (const part of place.partOf) if (part.period.from !== undefined) days.add(part.period.from);
  const places = new Map(rulebook.places.map((place) => [place.id, place]));
  const reported = new Set<string>();
  return [...days].sort().flatMap((day) => {
    const cycle = cycleOn(day, places);
    const first = cycle && places.get(cycle[0] as string);
    if (!first || reported.has(first.id)) return [];
    reported.add(first.id);
    const data = { place: first.id, day: day === '' ? undefined : day, path: cycle };
    return [complaintAt(first.position, 'part-of-itself', data)];
  });
}

function cycleOn(day: string, places: ReadonlyMap<string, Place>): readonly string[] | undefined {
  const done = new Set<string>();
  for (const start of places.keys()) {
    const path: string[] = [];
    const stack: { id: string; next: readonly string[] }[] = [];
    const enter = (id: string): void => {
      path.push(id);
      const next = (places.get(id)?.partOf ?? [])
        .filter(
          ({ period }) =>
            (period.from === undefined || period.from <= day) &&
            (period.until === undefined || day < period.until),
        )
        .map((part) => part.place);
      stack.push({ id, next });
    };
    if (!done.has(start)) enter(start);
    while (stack.length > 0) {
      const top = stack.at(-1) as { id: string; next: readonly string[] };
      const [id, ...rest] = top.next;
      if (id === undefined) {
        stack.pop();
        path.pop();
        done.add(top.id);
        continue;
      }
      stack[stack.length - 1] = { id: top.id, next: rest };
      if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
      if (!done.has(id)) enter(id);
    }
  }
  return undefined;
}
