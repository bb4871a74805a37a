/** Which findings a reader meant to ask about: those that the given facts or the law of the day speak to. */
import { type Finding, periodHolds, type Rulebook, type Situation, toDay } from '@anpo/engine';
import { dependencyFacts, type Reference } from '../rulebook/dependencies.ts';
import { leavesOf } from './reason.ts';

const givenBases: readonly string[] = ['observed', 'alleged', 'found', 'stipulated'];

/** A rule that does not apply is worth a line where its instrument was in force and something given, or the law, blocks it. */
export function isBlockedHere(finding: Finding, rulebook: Rulebook, situation: Situation): boolean {
  const day = toDay(situation.on);
  const norm = rulebook.norms.find(({ id }) => id === finding.norm);
  if (norm && !periodHolds(norm.period, day)) return false;
  if (restsOnGiven(finding)) return true;
  const notInForce = finding.reason.children.some(
    ({ item, value }) => item === finding.instrument && value === 'false',
  );
  if (notInForce || !isTouched(finding, rulebook, situation)) return false;
  return leavesOf(finding.reason).some(({ basis }) => basis === 'law');
}

/**
 * True where the finding deserves its full form: it rests on something given, or its condition, or a term of
 * the provision it stands under, asks for it.
 */
export function isTouched(finding: Finding, rulebook: Rulebook, situation: Situation): boolean {
  if (restsOnGiven(finding)) return true;
  const terms = rulebook.terms.filter(({ provision }) => provision === finding.provision);
  return [
    { collection: 'norms' as const, id: finding.norm },
    ...terms.map(({ id }) => ({ collection: 'terms' as const, id })),
  ].some((item) => speaksTo(item, finding.incident, rulebook, situation));
}

/**
 * True where the finding is worth its full form: something given bears on it, and it is settled, or at most one
 * more fact or determination would settle it. A rule that lacks several facts was hardly what was asked about.
 */
export function isNear(finding: Finding, rulebook: Rulebook, situation: Situation): boolean {
  if (!isTouched(finding, rulebook, situation)) return false;
  return finding.pending.filter(({ kind }) => kind !== 'reading').length <= 1;
}

/** The two parties whose treaties these are; any other is of interest where the situation names it. */
const homeParties: readonly string[] = ['US', 'JP'];

/** True where the one who is bound is a home party, or one that was given, or an organ of theirs. */
export function isConcerned(bearer: string, rulebook: Rulebook, situation: Situation): boolean {
  const party = rulebook.organs.find(({ id }) => id === bearer)?.party ?? bearer;
  return homeParties.includes(party) || situation.given.some(({ value }) => value === party);
}

/** True for what the situation gives, as against what is assumed, missing, or law. */
export const isGiven = (basis: string | undefined): boolean =>
  basis !== undefined && givenBases.includes(basis);

const restsOnGiven = ({ reason }: Finding): boolean => leavesOf(reason).some(({ basis }) => isGiven(basis));

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
