/** A former name means one thing for ever: it may be no present name, nor the former name of two. */
import type { Position, Rulebook } from '@anpo/engine';
import type { RulebookComplaint } from './complaint.ts';

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
    ...clashes(items).map(({ item, clash }) => ({ position: item.position, ...clash })),
    ...rulebook.facts.flatMap(({ choices, position }) =>
      clashes(choices).map(({ clash }) => ({ position, ...clash })),
    ),
  ];
}

function clashes<T extends Named>(
  items: readonly T[],
): { readonly item: T; readonly clash: { readonly message: string; readonly mend: string } }[] {
  const present = new Set(items.map(({ id }) => id));
  const owners = new Map<string, string>();
  return items.flatMap((item) =>
    (item.formerly ?? []).flatMap((former) => {
      const owner = owners.get(former);
      owners.set(former, item.id);
      if (present.has(former)) {
        const message = `"${item.id}" was formerly "${former}", which is the name of something today`;
        return [
          { item, clash: { message, mend: 'leave the former name out, or name the other thing anew' } },
        ];
      }
      if (owner === undefined) return [];
      const message =
        owner === item.id
          ? `"${item.id}" lists its former name "${former}" twice`
          : `"${former}" is the former name of both "${owner}" and "${item.id}"`;
      return [{ item, clash: { message, mend: 'keep one of them' } }];
    }),
  );
}
