/** All checks of the Rulebook as a whole, in the order in which a reader would want to mend. */
import type { Query, Rulebook } from '@anpo/engine';
import type { Position } from '@anpo/engine/rulebook';
import { nothingUnread, type UnreadNames } from '../unread.ts';
import { checkAmounts } from './amounts.ts';
import type { RulebookComplaint } from './complaint.ts';
import { checkConfirmation } from './confirmation.ts';
import { findCycles } from './cycles.ts';
import { checkDefinitions } from './definitions.ts';
import { checkFacts } from './facts.ts';
import { checkFormerNames } from './former-names.ts';
import { checkFrames } from './frames.ts';
import { checkBound, checkNorms } from './norms.ts';
import { checkPlaceLists } from './place-lists.ts';
import { checkPlaces } from './places.ts';
import { checkPrecedence } from './precedence.ts';
import { checkProvisions } from './provisions.ts';
import { checkRoles } from './roles.ts';
import { expressionsOfQuery } from './walk.ts';

/**
 * What follows definitions by recursion is not asked where a chain of them is too long for that.
 * `sound` is the part of a Rulebook with errors that can be checked as a Rulebook of its own; `unread` are the names
 * that may stand in texts that are no part of it yet.
 */
export function checkRulebook(
  rulebook: Rulebook,
  sound: Rulebook = rulebook,
  unread: UnreadNames = nothingUnread,
): RulebookComplaint[] {
  const cycles = findCycles(sound);
  const endless = cycles.some(({ code }) => code === 'chain-too-long');
  return [
    ...checkFormerNames(rulebook),
    ...checkProvisions(rulebook),
    ...checkConfirmation(sound),
    ...checkPrecedence(sound),
    ...checkPlaces(sound),
    ...checkPlaceLists(sound),
    ...checkFacts(rulebook, unread),
    ...checkRoles(rulebook),
    ...checkDefinitions(sound),
    ...checkAmounts(sound),
    ...cycles,
    ...(endless ? [] : [...checkNorms(sound), ...checkFrames(sound)]),
  ];
}

/** The checks of a query that is written with the names of a sound Rulebook. */
export function checkQuery(rulebook: Rulebook, query: Query, position: Position): RulebookComplaint[] {
  const placed = expressionsOfQuery({ kind: 'query', name: '' }, position, query);
  return [...checkBound(rulebook, placed), ...checkFrames(rulebook, placed)];
}
