/** Which findings a reader meant to ask about: those that the given facts or the law of the day speak to. */
import type { Finding, Rulebook, Situation } from '@anpo/engine';
import { periodHolds, toDay } from '@anpo/engine/calendar';
import { homeParties, indexRulebook, madeOnce, type Term } from '@anpo/engine/rulebook';
import { dependencyFacts, type Reference } from '../library/dependencies.ts';

/** A rule that does not apply is worth a line where something given bears on it. */
export function isBlockedHere(finding: Finding, rulebook: Rulebook, situation: Situation): boolean {
  const { period } = indexRulebook(rulebook).norm(finding.norm);
  if (!periodHolds(period, toDay(situation.on))) return false;
  return !standsOutside(finding, rulebook, situation) && isTouched(finding, rulebook, situation);
}

/** True where the dates of the instrument alone keep the rule out, whatever is given. */
function standsOutside(finding: Finding, rulebook: Rulebook, situation: Situation): boolean {
  const instrument = indexRulebook(rulebook).instrument(finding.instrument);
  const known =
    situation.known !== undefined && instrument.known !== undefined && situation.known < instrument.known;
  return known || !periodHolds(instrument.period, toDay(situation.on));
}

/**
 * True where something given bears on the finding: on its condition, on a term of the provision it stands
 * under, or on the end of its instrument.
 */
export function isTouched(finding: Finding, rulebook: Rulebook, situation: Situation): boolean {
  let known = touched.get(finding);
  if (known === undefined) {
    known = bearsOn(finding, rulebook, situation);
    touched.set(finding, known);
  }
  return known;
}

/** A finding belongs to one assessment, and so to one situation. */
const touched = new WeakMap<Finding, boolean>();
const termsUnder = madeOnce(
  ({ terms }): ReadonlyMap<string | undefined, readonly Term[]> =>
    Map.groupBy(terms, ({ provision }) => provision),
);

function bearsOn(finding: Finding, rulebook: Rulebook, situation: Situation): boolean {
  const terms = termsUnder(rulebook);
  const items: Reference[] = [
    { collection: 'norms', id: finding.norm },
    ...(terms.get(finding.provision) ?? []).map(({ id }): Reference => ({ collection: 'terms', id })),
    // An end that has come takes the rule away; one that has not come says nothing of it.
    ...(finding.outcome === 'does-not-apply'
      ? [{ collection: 'instruments', id: finding.instrument } as const]
      : []),
  ];
  return items.some((item) => speaksTo(item, finding.incident, rulebook, situation));
}

/**
 * True where the finding is worth its full form: something given bears on it, and it is settled, or at most one
 * more fact or determination would settle it. A rule that lacks several facts was hardly what was asked about.
 */
export function isNear(finding: Finding, rulebook: Rulebook, situation: Situation): boolean {
  if (!isTouched(finding, rulebook, situation)) return false;
  return finding.pending.filter(({ kind }) => kind !== 'reading').length <= 1;
}

/**
 * True where the one who is bound is a home party, or an organ of one; any other is of interest where the
 * situation names it. Where the library has no home, all are at home.
 */
export function isConcerned(bearer: string, rulebook: Rulebook, situation: Situation): boolean {
  const party = indexRulebook(rulebook).partyOf(bearer);
  const home = homeParties(rulebook);
  return home.length === 0 || home.includes(party) || situation.given.some(({ value }) => value === party);
}

/** True where some fact that was given has a part in the item. */
export function speaksTo(
  item: Reference,
  about: number | undefined,
  rulebook: Rulebook,
  situation: Situation,
): boolean {
  const facts = dependencyFacts(rulebook, item);
  return situation.given.some(
    ({ fact, incident }) =>
      facts.has(fact) && (incident === undefined || about === undefined || incident === about),
  );
}
