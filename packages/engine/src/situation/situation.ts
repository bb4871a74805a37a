/** A situation: a date and the facts given, some about the whole, some about its incidents. What is not given is unknown. */
import type { Given } from '../rulebook/schema.ts';

/** A fact that is given: of one incident (an index into the incidents of the situation), or of the whole situation. */
export interface GivenFact extends Given {
  readonly incident?: number | undefined;
}

/** What is the case on a day (YYYY-MM-DD), as far as it is given. What is not given is unknown, never false. */
export interface Situation {
  readonly title?: { en: string; ja: string } | undefined;
  readonly on: string;
  /** Only what was public on this day is used; absent: everything the library knows. */
  readonly known?: string | undefined;
  readonly incidents: readonly string[];
  readonly given: readonly GivenFact[];
}
