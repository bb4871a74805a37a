/** The two sides of a difference: two days, two views or two libraries, each with the law it stands for. */
import { type Library, openLibrary } from '@anpo/engine';
import { checkDay, checkView, complain, holdersOfView, refuse } from '@anpo/engine/complaint';
import type { DifferenceSide } from '@anpo/engine/reasoning';
import { presentNames } from '@anpo/engine/situation';
import { answersComplaint } from '../complaints/codes.ts';
import { withNamesOf } from '../library/common-names.ts';

export type SideKind = 'date' | 'view' | 'directory' | 'revision';

/** A side as somebody named it. */
export interface WrittenSide {
  readonly text: string;
  readonly kind: SideKind;
}

/** A side with the law that it names. */
export interface NamedSide extends WrittenSide {
  readonly side: DifferenceSide;
  readonly view: string;
}

/** What both sides have in common. Days are YYYY-MM-DD. */
export interface SharedByBoth {
  readonly on?: string | undefined;
  readonly known?: string | undefined;
  readonly view?: string | undefined;
  readonly today: string;
}

const isLibrary = ({ kind }: WrittenSide): boolean => kind === 'directory' || kind === 'revision';

/** Refuses sides of different kinds, and what two of a kind say themselves. */
export function checkSides(
  [from, to]: readonly [WrittenSide, WrittenSide],
  { on, known, view }: SharedByBoth,
): void {
  refuse([
    ...(on === undefined ? [] : checkDay(on, { input: 'on' })),
    ...(known === undefined ? [] : checkDay(known, { input: 'known-on' })),
  ]);
  if (from.kind !== to.kind && !(isLibrary(from) && isLibrary(to))) {
    // A slip in a name reads as a revision.
    const slip = [from, to].find(({ kind }) => kind === 'revision');
    complain(
      slip === undefined
        ? answersComplaint('sides-differ', {})
        : answersComplaint('side-unknown', { side: slip.text }),
    );
  }
  if (from.kind === 'date' && on !== undefined)
    complain(answersComplaint('dates-clash', {}, { where: { input: 'on' } }));
  if (from.kind === 'view' && view !== undefined)
    complain(answersComplaint('views-clash', {}, { where: { input: 'view' } }));
}

/** The law of each side; names that only one library has are lent to the other, so that both can be spoken of. */
export function namedSides(
  sides: readonly [WrittenSide, WrittenSide],
  libraries: readonly [Library, Library],
  shared: SharedByBoth,
): readonly [NamedSide, NamedSide] {
  const sideOf = (index: 0 | 1): NamedSide => {
    const { text, kind } = sides[index];
    const own = libraries[index];
    const rulebook = withNamesOf(own.rulebook, libraries[index === 0 ? 1 : 0].rulebook);
    if (kind === 'date') refuse(checkDay(text));
    const { item } = presentNames(rulebook);
    const view = item(kind === 'view' ? text : (shared.view ?? 'all'));
    refuse(checkView(rulebook, view, { input: 'view' }));
    const side: DifferenceSide = {
      rulebook,
      circuit: rulebook === own.rulebook ? own.circuit() : openLibrary(rulebook).circuit(),
      on: kind === 'date' ? text : (shared.on ?? shared.today),
      known: shared.known,
      view: holdersOfView(rulebook, view),
    };
    return { side, view, text: kind === 'view' ? view : text, kind };
  };
  return [sideOf(0), sideOf(1)];
}
