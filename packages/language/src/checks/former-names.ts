/** A former name means one thing for ever: it may be no present name, nor the former name of two. */
import type { Rulebook } from '@anpo/engine';
import type { Position } from '@anpo/engine/rulebook';
import { complaintAt, type RulebookComplaint } from './complaint.ts';

interface Named {
  readonly id: string;
  readonly formerly?: readonly string[] | undefined;
}

/** All elements share one set of names, so a former name of one kind may be no present name of another. */
export function checkFormerNames(rulebook: Rulebook): RulebookComplaint[] {
  const items = Object.values(rulebook).filter(Array.isArray).flat() as readonly (Named & {
    readonly position: Position;
  })[];
  return [
    ...clashes(items, ({ position }) => position),
    ...rulebook.facts.flatMap(({ choices, position }) => clashes(choices, () => position)),
  ];
}

function clashes<T extends Named>(
  items: readonly T[],
  positionOf: (item: T) => Position,
): RulebookComplaint[] {
  const present = new Set(items.map(({ id }) => id));
  const owners = new Map<string, string>();
  return items.flatMap((item) =>
    (item.formerly ?? []).flatMap((former) => {
      const name = item.id;
      const owner = owners.get(former);
      owners.set(former, name);
      if (present.has(former)) return [complaintAt(positionOf(item), 'former-name-in-use', { name, former })];
      if (owner === undefined) return [];
      return owner === name
        ? [complaintAt(positionOf(item), 'former-name-twice', { name, former })]
        : [complaintAt(positionOf(item), 'former-name-of-two', { former, name, other: owner })];
    }),
  );
}
