/** What changed between two days, two views or two libraries. */
import type { Difference, Library } from '@anpo/engine';
import { differenceOf } from '@anpo/engine/reasoning';
import {
  checkSides,
  type NamedSide,
  namedSides,
  type SharedByBoth,
  type WrittenSide,
} from '../questions/sides.ts';
import { sayDifference } from '../said/difference/difference.ts';
import type { Answered, Reader } from './operation.ts';

export interface DiffInput extends SharedByBoth {
  readonly sides: readonly [WrittenSide, WrittenSide];
}

interface SideData {
  readonly library: string;
  readonly on: string;
  readonly known: string | undefined;
  readonly view: string;
}

export type DiffData = { readonly from: SideData; readonly to: SideData } & Difference;

/** The libraries of the two sides are one and the same where days or views are compared. */
export function diff(
  libraries: readonly [Library, Library],
  input: DiffInput,
  { language, full = false }: Reader,
): Answered<DiffData> {
  checkSides(input.sides, input);
  const sides = namedSides(input.sides, libraries, input);
  const difference = differenceOf(sides[0].side, sides[1].side, full ? 'all' : 'causes');
  return {
    data: { from: sideData(sides[0]), to: sideData(sides[1]), ...difference },
    answer: sayDifference(difference, sides, full, language),
  };
}

const sideData = ({ side, view }: NamedSide): SideData => ({
  library: side.rulebook.hash,
  on: side.on,
  known: side.known,
  view,
});
