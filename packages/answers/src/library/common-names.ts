/**
 * Gives a Rulebook the names that only another one knows, so that one situation can be put to both: facts and
 * answers that no rule of its own asks for, and places that lie in their regions and have no entries there.
 */
import type { Rulebook } from '@anpo/engine';
import type { Fact, Place } from '@anpo/engine/rulebook';

export function withNamesOf(rulebook: Rulebook, other: Rulebook): Rulebook {
  if (rulebook === other) return rulebook;
  return {
    ...rulebook,
    facts: [
      ...rulebook.facts.map((fact) => withChoicesOf(fact, other.facts)),
      ...missing(rulebook.facts, other.facts),
    ],
    parties: [...rulebook.parties, ...missing(rulebook.parties, other.parties)],
    organs: [...rulebook.organs, ...missing(rulebook.organs, other.organs)],
    holders: [...rulebook.holders, ...missing(rulebook.holders, other.holders)],
    places: [...rulebook.places, ...missing(rulebook.places, other.places).map(withoutEntries)],
  };
}

function missing<T extends { readonly id: string }>(own: readonly T[], others: readonly T[]): readonly T[] {
  const known = new Set(own.map(({ id }) => id));
  return others.filter(({ id }) => !known.has(id));
}

function withChoicesOf(fact: Fact, others: readonly Fact[]): Fact {
  const same = others.find(({ id }) => id === fact.id);
  const choices = same === undefined ? [] : missing(fact.choices, same.choices);
  return choices.length === 0 ? fact : { ...fact, choices: [...fact.choices, ...choices] };
}

/** Whoever administers the region around it administers it. */
const withoutEntries = (place: Place): Place => ({ ...place, relations: [] });
