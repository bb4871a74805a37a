/** An item of the library with its text, dates, sources and what depends on it. */
import type { Rulebook } from '@anpo/engine';
import { complain } from '@anpo/engine/complaint';
import type { Reading } from '@anpo/engine/rulebook';
import { answersComplaint } from '../complaints/codes.ts';
import { type Collection, dependentsOf } from '../library/dependencies.ts';
import { type Found, findItems, nearestItems } from '../library/find.ts';
import { sayItems } from '../said/item.ts';
import { speakerFor } from '../speaker.ts';
import type { Operation } from './operation.ts';

export interface ShowInput {
  /** An id, the end of a provision's id, or `term@holder` for readings. */
  readonly item: string;
}

export type ShownItem =
  | {
      readonly kind: Collection;
      readonly item: unknown;
      readonly dependents: ReturnType<typeof dependentsOf>;
    }
  | { readonly kind: 'readings'; readonly of: string; readonly readings: readonly Reading[] };

export const show: Operation<ShowInput, readonly ShownItem[]> = (library, { item: name }, { language }) => {
  const { rulebook } = library;
  const found = findItems(rulebook, name);
  if (found.length === 0) {
    const nearest = nearestItems(rulebook, name);
    return complain(answersComplaint('unknown-item', { item: name }, { nearest }));
  }
  const items = [...new Set(found.map(idOf))];
  if (items.length > 1) return complain(answersComplaint('several-items', { item: name, items }));
  return {
    data: found.map((each) => shown(each, rulebook)),
    answer: sayItems(found, speakerFor(rulebook, language)),
  };
};

const idOf = (found: Found): string => (found.kind === 'item' ? found.id : found.of.id);

function shown(found: Found, rulebook: Rulebook): ShownItem {
  if (found.kind === 'reading') return { kind: 'readings', of: found.of.id, readings: found.readings };
  const { collection, id } = found;
  const items = rulebook[collection] as readonly { id: string }[];
  return {
    kind: collection,
    item: items.find((candidate) => candidate.id === id),
    dependents: dependentsOf(rulebook, collection, id),
  };
}
