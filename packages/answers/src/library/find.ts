/** Finds the items that a name means: by their id or a former one, as `term@holder` for readings, or by the end of an id. */
import type { Rulebook } from '@anpo/engine';
import { nearest } from '@anpo/engine/complaint';
import type { Reading } from '@anpo/engine/rulebook';
import { presentNames } from '@anpo/engine/situation';
import { type Collection, collections } from './dependencies.ts';

export type Found =
  | { readonly kind: 'item'; readonly collection: Collection; readonly id: string }
  | {
      readonly kind: 'reading';
      readonly of: Found & { kind: 'item' };
      readonly readings: readonly Reading[];
    };

export function findItems(rulebook: Rulebook, written: string): readonly Found[] {
  const names = presentNames(rulebook);
  const name = names.reference(names.entry(written));
  const exact = itemsWhere(rulebook, (id) => id === name);
  if (exact.length > 0) return exact;
  const [subject, holder] = splitReading(name);
  if (holder !== undefined) {
    const readings = itemsWhere(rulebook, (id) => id === subject).flatMap((of) => {
      const held = readingsOf(rulebook, of).filter((reading) => reading.holder === holder);
      return held.length === 0 ? [] : [{ kind: 'reading' as const, of, readings: held }];
    });
    if (readings.length > 0) return readings;
  }
  // `V.1` is enough where only one instrument has a provision of that name.
  return itemsWhere(rulebook, (id) => id.endsWith(`/${name}`));
}

export function nearestItems(rulebook: Rulebook, name: string): readonly string[] {
  const ids = new Set<string>();
  for (const collection of collections) {
    for (const { id } of rulebook[collection]) ids.add(id);
  }
  return nearest(name, [...ids], 4);
}

/** The readings recorded of an item: of what a term means, or of how an instrument or norm stands. */
export function readingsOf(
  rulebook: Rulebook,
  { collection, id }: Found & { kind: 'item' },
): readonly Reading[] {
  const item = (rulebook[collection] as readonly { id: string }[]).find((candidate) => candidate.id === id);
  const { definition, standing } = (item ?? {}) as { definition?: unknown; standing?: unknown };
  return [definition, standing].flatMap(
    (part) => (part as { readings?: Reading[] } | undefined)?.readings ?? [],
  );
}

function itemsWhere(
  rulebook: Rulebook,
  test: (id: string) => boolean,
): readonly (Found & { kind: 'item' })[] {
  return collections.flatMap((collection) =>
    (rulebook[collection] as readonly { id: string }[])
      .filter(({ id }) => test(id))
      .map(({ id }) => ({ kind: 'item' as const, collection, id })),
  );
}

function splitReading(name: string): readonly [string, string | undefined] {
  const at = name.lastIndexOf('@');
  return at < 0 ? [name, undefined] : [name.slice(0, at), name.slice(at + 1)];
}
