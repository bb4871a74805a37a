/**
 * Terms that have one meaning for everybody though the library itself says whose definition it is: the note of the
 * term, or a source that it cites, speaks of what a holder defines, reads or answers. Whether one meaning serves is
 * for a reader to decide: readings take the meaning's place, or `decided.txt` says why all share it.
 */
import type { Rulebook } from '@anpo/engine';

export interface SharedDefinition {
  readonly term: string;
  /** The words of the library that speak of a holder, or of a definition. */
  readonly says: readonly string[];
}

/** What the organs and courts of states say: an answer, a view, a definition. */
const speaksOfAHolder =
  /\b(?:Government|Cabinet answers?|Supreme Court|unified view|defin(?:es|ed|ition)|meaning of|reads?|interpret\w*|answers? of|view of)\b|政府|統一見解|答弁|定義|解釈|最高裁/gu;

export function sharedDefinitions(rulebook: Rulebook): readonly SharedDefinition[] {
  const sources = new Map(rulebook.sources.map((source) => [source.id, source]));
  return rulebook.terms.flatMap(({ id, definition, note, citations }): SharedDefinition[] => {
    if (!definition.meaning) return [];
    const texts = [
      note?.en,
      note?.ja,
      ...citations.flatMap(({ source }) => {
        const title = sources.get(source)?.title;
        return title ? [title.en, title.ja] : [];
      }),
    ];
    const says = new Set(texts.flatMap((text) => text?.match(speaksOfAHolder) ?? []));
    return says.size > 0 ? [{ term: id, says: [...says] }] : [];
  });
}

/** Of lines `term: why one meaning serves`; `#` begins a remark. */
export const decidedTerms = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map((line) => line.slice(0, line.indexOf(':'))),
  );

/** Terms that nobody has decided, and lines that decide what is no longer found. */
export function undecided(
  rulebook: Rulebook,
  decided: ReadonlySet<string>,
): {
  readonly found: readonly SharedDefinition[];
  readonly open: readonly SharedDefinition[];
  readonly stale: readonly string[];
} {
  const found = sharedDefinitions(rulebook);
  const terms = new Set(found.map(({ term }) => term));
  return {
    found,
    open: found.filter(({ term }) => !decided.has(term)),
    stale: [...decided].filter((term) => !terms.has(term)),
  };
}
