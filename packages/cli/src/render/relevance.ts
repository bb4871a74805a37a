/** Which findings a reader meant to ask about: those that the given facts or the law of the day speak to. */
import { type Finding, periodHolds, type Rulebook, type Situation, toDay } from '@anpo/engine';
import { dependencyFacts, type Reference } from '../rulebook/dependencies.ts';
import { leavesOf } from './reason.ts';

/** A rule that does not apply is worth a line where its instrument was in force and something given, or the law, blocks it. */
export function isBlockedHere(finding: Finding, rulebook: Rulebook, situation: Situation): boolean {
  const day = toDay(situation.on);
  const norm = rulebook.norms.find(({ id }) => id === finding.norm);
  if (norm && !periodHolds(norm.period, day)) return false;
  const notInForce = finding.reason.children.some(
    ({ item, value }) => item === finding.instrument && value === 'false',
  );
  if (notInForce) return false;
  return leavesOf(finding.reason).some(
    ({ basis }) => basis !== undefined && basis !== 'assumed' && basis !== 'missing',
  );
}

/** True where the rule hangs on a fact that was given, or on whose reading is taken. */
export function isTouched(finding: Finding, rulebook: Rulebook, situation: Situation): boolean {
  const asks = finding.pending.some(({ kind }) => kind !== 'reading');
  if (!asks && finding.agreement.kind !== 'no-reading-recorded') return true;
  return speaksTo({ collection: 'norms', id: finding.norm }, finding.incident, rulebook, situation);
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
