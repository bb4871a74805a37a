/**
 * The geography a Circuit needs: the leaves of the place register (every region has an "elsewhere"), which
 * leaves a region covers on a date, and who administers, claims or controls them, by date and by reading.
 * A leaf without an entry of its own takes the entry of the nearest region that it is part of.
 */
import { type Day, toDay } from '../calendar/date.ts';
import type { Period, Place, Relation } from '../rulebook/schema.ts';

/** The leaf for everywhere that the register does not name. */
export const ELSEWHERE = 'elsewhere';

export const elsewhereIn = (place: string): string => `elsewhere-in:${place}`;

/** A half-open stretch of days; `undefined` is without end on that side. */
export interface Stretch {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
}

export interface DatedLeaves extends Stretch {
  readonly leaves: readonly string[];
}

/** Who stands in a relation to a leaf during a stretch, and in whose reading (undefined: everybody's). */
export interface RelationEntry {
  readonly party: string;
  readonly holder?: string | undefined;
  /** The place whose register entry this is: the leaf's own or a region around it. */
  readonly place: string;
  readonly index: number;
}

export interface DatedRelation extends Stretch {
  readonly value: ReadonlyMap<string, readonly RelationEntry[]>;
}

interface Dated {
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

const dated = (period: Period): Dated => ({
  from: period.from === undefined ? undefined : toDay(period.from),
  until: period.until === undefined ? undefined : toDay(period.until),
});

const holds = (period: Dated, day: Day): boolean =>
  (period.from === undefined || day >= period.from) && (period.until === undefined || day < period.until);

interface Entry extends Dated {
  readonly index: number;
  readonly relation: Relation;
  readonly party: string;
  readonly holder: string | undefined;
}

export class Geography {
  readonly leaves: readonly string[];
  readonly #parts = new Map<string, { place: string; period: Dated }[]>();
  readonly #wholes = new Map<string, { place: string; period: Dated }[]>();
  readonly #entries = new Map<string, Entry[]>();
  readonly #names: ReadonlySet<string>;
  readonly #partBoundaries: readonly Day[];
  readonly #relations = new Map<Relation, readonly DatedRelation[]>();

  constructor(places: readonly Place[]) {
    this.#names = new Set(places.map((place) => place.id));
    const boundaries = new Set<Day>();
    for (const place of places) {
      for (const part of place.partOf) {
        const period = dated(part.period);
        if (period.from !== undefined) boundaries.add(period.from);
        if (period.until !== undefined) boundaries.add(period.until);
        append(this.#parts, part.place, { place: place.id, period });
        append(this.#wholes, place.id, { place: part.place, period });
      }
      this.#entries.set(
        place.id,
        place.relations.map((entry, index) => ({
          index,
          relation: entry.relation,
          party: entry.party,
          holder: entry.holder,
          ...dated(entry.period),
        })),
      );
    }
    this.#partBoundaries = [...boundaries].sort((a, b) => a - b);
    this.leaves = [
      ...places.map((place) => (this.#parts.has(place.id) ? elsewhereIn(place.id) : place.id)),
      ELSEWHERE,
    ];
  }

  /** True where the name is a place of the register or one of its leaves. */
  knows(name: string): boolean {
    return this.#names.has(name) || this.leaves.includes(name);
  }

  /** The leaves that a region covers on a day; a leaf covers itself. */
  leavesOf(place: string, day: Day): readonly string[] {
    const found = new Set<string>();
    const visit = (name: string): void => {
      if (!this.#names.has(name)) {
        found.add(name);
        return;
      }
      const parts = this.#parts.get(name);
      found.add(parts ? elsewhereIn(name) : name);
      for (const part of parts ?? []) if (holds(part.period, day)) visit(part.place);
    };
    visit(place);
    return [...found].sort();
  }

  /** The leaves covered by any of the regions, stretch by stretch. */
  covered(places: readonly string[]): readonly DatedLeaves[] {
    return stretches(this.#partBoundaries, (day) =>
      [...new Set(places.flatMap((place) => this.leavesOf(place, day)))].sort(),
    ).map(({ value, ...stretch }) => ({ ...stretch, leaves: value }));
  }

  /** For one relation: stretch by stretch, the entries that hold for each leaf. */
  relations(relation: Relation): readonly DatedRelation[] {
    let table = this.#relations.get(relation);
    if (!table) {
      table = this.#relationTable(relation);
      this.#relations.set(relation, table);
    }
    return table;
  }

  #relationTable(relation: Relation): readonly DatedRelation[] {
    const boundaries = new Set(this.#partBoundaries);
    for (const entries of this.#entries.values()) {
      for (const entry of entries) {
        if (entry.relation !== relation) continue;
        if (entry.from !== undefined) boundaries.add(entry.from);
        if (entry.until !== undefined) boundaries.add(entry.until);
      }
    }
    return stretches(
      [...boundaries].sort((a, b) => a - b),
      (day) => {
        const table = new Map<string, readonly RelationEntry[]>();
        for (const leaf of this.leaves) table.set(leaf, this.relationAt(leaf, relation, day));
        return table;
      },
    );
  }

  /** The entries that hold for a leaf or place on a day: its own, or those of the nearest region around it. */
  relationAt(name: string, relation: Relation, day: Day): readonly RelationEntry[] {
    const start = name.startsWith('elsewhere-in:') ? name.slice('elsewhere-in:'.length) : name;
    let level = [start];
    const seen = new Set<string>();
    while (level.length > 0) {
      const found: RelationEntry[] = [];
      const next: string[] = [];
      for (const place of level) {
        if (seen.has(place)) continue;
        seen.add(place);
        for (const entry of this.#entries.get(place) ?? []) {
          if (entry.relation === relation && holds(entry, day)) {
            found.push({ party: entry.party, holder: entry.holder, place, index: entry.index });
          }
        }
        for (const whole of this.#wholes.get(place) ?? [])
          if (holds(whole.period, day)) next.push(whole.place);
      }
      if (found.length > 0) return found;
      level = next;
    }
    return [];
  }
}

/** Cuts time at the boundaries, values each piece at its first day, and joins neighbours of equal value. */
function stretches<T>(boundaries: readonly Day[], valueAt: (day: Day) => T): (Stretch & { value: T })[] {
  const result: (Stretch & { value: T })[] = [];
  const first = boundaries[0];
  const starts: (Day | undefined)[] = [undefined, ...boundaries];
  let lastKey: string | undefined;
  starts.forEach((from, index) => {
    const value = valueAt(from ?? (first === undefined ? 0 : first - 1));
    const key = JSON.stringify(value instanceof Map ? [...value] : value);
    const last = result.at(-1);
    const until = boundaries[index];
    if (last && key === lastKey) result[result.length - 1] = { ...last, until };
    else result.push({ from, until, value });
    lastKey = key;
  });
  return result;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
