/** The register of places: one answer a day to who administers or controls a place, and no place within itself. */
import type { Place, Rulebook } from '@anpo/engine';
import { overlap } from '../transform/terms.ts';
import type { RulebookComplaint } from './complaint.ts';

/** The engine's own name for everywhere that the register does not name. */
const RESERVED = 'elsewhere';

export function checkPlaces(rulebook: Rulebook): RulebookComplaint[] {
  return [...checkReserved(rulebook), ...checkRelations(rulebook), ...checkParts(rulebook)];
}

function checkReserved(rulebook: Rulebook): RulebookComplaint[] {
  return rulebook.places
    .filter((place) => place.id === RESERVED || place.id.startsWith(`${RESERVED}-in`))
    .map((place) => ({
      position: place.position,
      message: `the name "${place.id}" is kept for what the register does not name`,
      mend: 'give the place another name',
    }));
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
            {
              position: place.position,
              message: `"${place.id}" is ${entry.relation} by two parties on one day${entry.holder ? ` in the reading of ${entry.holder}` : ''}`,
              mend: 'end the earlier entry on the day the later one begins, or name the holders whose readings differ',
            },
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
    return [
      {
        position: first.position,
        message: `"${first.id}" is part of itself${day === '' ? '' : ` on ${day}`}: ${cycle.join(' → ')}`,
        mend: 'leave out one of the parts, or give it an end',
      },
    ];
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
