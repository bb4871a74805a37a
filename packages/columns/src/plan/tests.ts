/** What the tests of a plan ask of values: which codes lie in a set, and exact comparison of numbers. */
import type { Rulebook } from '@anpo/engine';
import type { Day } from '@anpo/engine/calendar';
import { FALSE, TRUE, UNKNOWN } from '@anpo/engine/circuit';
import { type Fact, madeOnce } from '@anpo/engine/rulebook';
import { compareDecimal, geographyOf } from '@anpo/engine/situation';

const domains = madeOnce(() => new Map<string, readonly string[]>());

/** The values that a cell for a choice, party or place fact may name. */
export function domainOf(rulebook: Rulebook, fact: Fact): readonly string[] {
  const known = domains(rulebook);
  const key = fact.type === 'choice' ? `choice ${fact.id}` : fact.type;
  let domain = known.get(key);
  if (!domain) {
    domain =
      fact.type === 'choice'
        ? fact.choices.map((choice) => choice.id)
        : fact.type === 'party'
          ? rulebook.parties.map((party) => party.id)
          : [...new Set([...rulebook.places.map((place) => place.id), ...geographyOf(rulebook).leaves])];
    known.set(key, domain);
  }
  return domain;
}

/** For each value of the domain whether it lies among `values`, as a table for each stretch of time. */
export function codeTables(
  rulebook: Rulebook,
  fact: Fact,
  domain: readonly string[],
  values: readonly string[],
  days: readonly Day[],
): { tables: readonly string[]; byClass: readonly number[] } {
  const inside = new Set(values);
  const tables: string[] = [];
  const ids = new Map<string, number>();
  let first: number | undefined;
  const byClass = days.map((day) => {
    // Only places change with the date; the other domains have one table.
    if (fact.type !== 'place' && first !== undefined) return first;
    const table = domain
      .map((value) => among(fact.type === 'place' ? leavesOf(rulebook, value, day) : [value], inside))
      .join('');
    let id = ids.get(table);
    if (id === undefined) {
      id = tables.length;
      tables.push(table);
      ids.set(table, id);
    }
    first ??= id;
    return id;
  });
  return { tables, byClass };
}

function among(possible: readonly string[], inside: ReadonlySet<string>): number {
  const hits = possible.filter((value) => inside.has(value)).length;
  if (hits === possible.length) return TRUE;
  return hits === 0 ? FALSE : UNKNOWN;
}

const expansions = madeOnce(() => new Map<string, readonly string[]>());

/** The register is asked for the same places again and again, by every atom and on every day. */
function leavesOf(rulebook: Rulebook, place: string, day: Day): readonly string[] {
  const known = expansions(rulebook);
  const key = `${day} ${place}`;
  let leaves = known.get(key);
  if (!leaves) {
    leaves = geographyOf(rulebook).leavesOf(place, day);
    known.set(key, leaves);
  }
  return leaves;
}

export const atLeast = (value: string, at: string): boolean => compareDecimal(value, at) >= 0;
