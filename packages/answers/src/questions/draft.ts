/** A situation as its author wrote it, before it is held against the Rulebook. Every piece knows where it stands. */
import type { Where } from '@anpo/engine/complaint';
import type { Given } from '@anpo/engine/rulebook';

export interface Placed {
  /** Where it was written. */
  readonly where: Where;
}

export interface DraftGiven extends Placed {
  readonly fact: string;
  readonly organ?: string | undefined;
  /** The name of an incident of the draft. */
  readonly incident?: string | undefined;
  /** As written. */
  readonly value: string;
  readonly asserted: Given['asserted'];
}

export interface PlacedText extends Placed {
  readonly text: string;
}

export interface Draft {
  readonly title?: { readonly en: string; readonly ja: string } | undefined;
  readonly on?: PlacedText | undefined;
  readonly known?: PlacedText | undefined;
  readonly view?: PlacedText | undefined;
  readonly incidents: readonly string[];
  readonly given: readonly DraftGiven[];
}

export const emptyDraft: Draft = { incidents: [], given: [] };
