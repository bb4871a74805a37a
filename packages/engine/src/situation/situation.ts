/** A situation: a date and the facts given, some about the whole, some about its incidents. What is not given is unknown. */
import type { Given } from '../rulebook/schema.ts';

export interface GivenFact extends Given {
  readonly incident?: number | undefined;
}

export interface Situation {
  readonly title?: { en: string; ja: string } | undefined;
  readonly on: string;
  /** Only what was public on this day is used; absent: everything the library knows. */
  readonly known?: string | undefined;
  readonly incidents: readonly string[];
  readonly given: readonly GivenFact[];
}
