/** How the value of a fact in a situation is known: given and by whom asserted, assumed, or missing. */
import { indexRulebook } from '../rulebook/index.ts';
import type { Given, Rulebook } from '../rulebook/schema.ts';
import type { GivenFact, Situation } from './situation.ts';

export interface Basis {
  readonly basis: Given['asserted'] | 'assumed' | 'missing';
  readonly value?: string | undefined;
}

/** The basis of a fact, for an incident and for the organ that determines it. An incident's own value wins. */
export function basisOf(
  rulebook: Rulebook,
  situation: Situation,
  factId: string,
  incident: number | undefined,
  organ: string | undefined,
): Basis {
  const fact = indexRulebook(rulebook).fact(factId);
  const meant = (given: GivenFact): boolean =>
    given.fact === factId &&
    (given.incident === undefined || given.incident === incident) &&
    (given.organ === undefined || given.organ === organ);
  const candidates = situation.given.filter(meant);
  const given =
    candidates.findLast((candidate) => candidate.incident !== undefined) ??
    candidates.findLast((candidate) => candidate.incident === undefined);
  if (given) {
    return given.value === 'unknown' ? { basis: 'missing' } : { basis: given.asserted, value: given.value };
  }
  return fact.default === undefined ? { basis: 'missing' } : { basis: 'assumed', value: fact.default };
}
