/** Which findings a reader meant to ask about: those that the given facts or the law of the day speak to. */
import { type Finding, parseDay, periodHolds, type Rulebook, type Situation, toDay } from '@anpo/engine';
import { dependencyFacts, type Reference } from '../rulebook/dependencies.ts';
import { leavesOf } from './reason.ts';

/** A rule that does not apply is worth a line where its instrument was in force and something given, or the law, blocks it. */
export function isBlockedHere(finding: Finding, rulebook: Rulebook, situation: Situation): boolean {
  const day = toDay(situation.on);
  const instrument = rulebook.instruments.find(({ id }) => id === finding.instrument);
  const norm = rulebook.norms.find(({ id }) => id === finding.norm);
  if (instrument && !periodHolds(instrument.period, day)) return false;
  if (norm && !periodHolds(norm.period, day)) return false;
  const known = situation.known === undefined ? undefined : parseDay(situation.known);
  if (known !== undefined && instrument?.known !== undefined && known < toDay(instrument.known)) return false;
  return leavesOf(finding.reason).some(
    ({ basis }) => basis !== undefined && basis !== 'assumed' && basis !== 'missing',
  );
}

/** True where some fact that was given has a part in the rule, or where only a choice of reading is open. */
export function isTouched(finding: Finding, rulebook: Rulebook, situation: Situation): boolean {
  const asks = finding.pending.some(({ kind }) => kind !== 'reading');
  return !asks || speaksTo({ collection: 'norms', id: finding.norm }, finding.incident, rulebook, situation);
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
