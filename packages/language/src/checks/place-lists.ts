/**
 * Lists of places: a term that names places and is false of every other decides of places that nobody thought of.
 * Each place of the register must be named by it, be left to a fact, or be left out by a source.
 */
import type { Rulebook } from '@anpo/engine';
import type { Expression, Term } from '@anpo/engine/rulebook';
import { complaintAt, type RulebookComplaint } from './complaint.ts';
import { partsOf } from './walk.ts';

export function checkPlaceLists(rulebook: Rulebook): RulebookComplaint[] {
  return rulebook.terms.flatMap((term) => {
    const places = undecidedPlaces(rulebook, term);
    return places.length === 0
      ? []
      : [complaintAt(term.position, 'places-undecided', { term: term.id, places })];
  });
}

/** The places of which a list of places is false, though neither the list nor its source names them. */
export function undecidedPlaces(rulebook: Rulebook, term: Term): readonly string[] {
  const meanings = [
    ...(term.definition.meaning ? [term.definition.meaning] : []),
    ...term.definition.readings.map(({ meaning }) => meaning),
  ];
  const facts = new Set(meanings.flatMap(listedFacts));
  if (facts.size === 0 || term.places?.complete) return [];
  const denied = new Set(rulebook.facts.flatMap((each) => (each.default === 'no' ? [each.id] : [])));
  const whole = new Map(rulebook.places.map(({ id, partOf }) => [id, partOf.map(({ place }) => place)]));
  const lies = (place: string, regions: readonly string[], seen: readonly string[] = []): boolean =>
    regions.includes(place) ||
    (whole.get(place) ?? []).some((next) => !seen.includes(next) && lies(next, regions, [...seen, place]));
  const undecided = rulebook.places.filter(
    ({ id }) =>
      !lies(id, term.places?.outside ?? []) &&
      [...facts].some((fact) =>
        meanings.some((expression) =>
          isFalse({ expression, fact, lies: (regions) => lies(id, regions), denied }),
        ),
      ),
  );
  return undecided.map(({ id }) => id);
}

/** The facts of which an expression asks whether they are one of several places. */
function listedFacts(expression: Expression): readonly string[] {
  const own = expression.kind === 'place' && expression.places.length > 1 ? [expression.fact] : [];
  return [...own, ...partsOf(expression).flatMap(listedFacts)];
}

interface Asked {
  readonly expression: Expression;
  readonly fact: string;
  readonly lies: (regions: readonly string[]) => boolean;
  /** Facts that are assumed not to be. */
  readonly denied: ReadonlySet<string>;
}

/** True where the place alone, with what is assumed, makes the expression false, whatever else holds, on every day. */
function isFalse({ expression, fact, lies, denied }: Asked): boolean {
  const part = (of: Expression): boolean => isFalse({ expression: of, fact, lies, denied });
  switch (expression.kind) {
    case 'constant':
      return !expression.value;
    case 'place':
      return expression.fact === fact && !lies(expression.places);
    case 'and':
      return expression.of.some(part);
    case 'or':
      return expression.of.every(part);
    case 'fact':
      return denied.has(expression.fact);
    default:
      return false;
  }
}
