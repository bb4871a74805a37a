/** A reason: a short tree of lines, each with what it came to and the sources that bear it. */
import type { Citation, Text } from '../rulebook/schema.ts';

/** What a node of a reason came to. */
export type ReasonValue = 'true' | 'false' | 'unknown';

/** A citation with what a reader needs to check it. */
export interface CitedSource extends Citation {
  readonly title: Text;
  readonly address?: string | undefined;
}

/** One line of a reason tree: a condition in words, what it came to, and what that rests on. */
export interface Reason {
  readonly text: Text;
  readonly value: ReasonValue;
  /** The item of the Rulebook the line speaks of, for `anpo show`. */
  readonly item?: string | undefined;
  /** For facts: how the value is known. `assumed` is a default; `missing` was not given. */
  readonly basis?:
    | 'observed'
    | 'alleged'
    | 'found'
    | 'stipulated'
    | 'assumed'
    | 'missing'
    /** Where a place lies or who stands in a relation to it: what the registers say of what was given. */
    | 'register'
    | 'law'
    | undefined;
  /** The organ that decides, where the line is a determination. */
  readonly organ?: string | undefined;
  readonly citations: readonly CitedSource[];
  /** A line that only holds others together: any one of its children suffices, or all are needed at once. */
  readonly group?: 'any' | 'all' | undefined;
  readonly children: readonly Reason[];
}
