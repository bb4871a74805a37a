/** All checks of the Rulebook as a whole, in the order in which a reader would want to mend. */
import type { Position, Query, Rulebook } from '@anpo/engine';
import { checkAmounts } from './amounts.ts';
import type { RulebookComplaint } from './complaint.ts';
import { checkConfirmation } from './confirmation.ts';
import { findCycles } from './cycles.ts';
import { checkDefinitions } from './definitions.ts';
import { checkFacts } from './facts.ts';
import { checkFormerNames } from './former-names.ts';
import { checkFrames } from './frames.ts';
import { checkBound, checkNorms } from './norms.ts';
import { checkPlaces } from './places.ts';
import { checkPrecedence } from './precedence.ts';
import { checkProvisions } from './provisions.ts';
import { checkRoles } from './roles.ts';
import { expressionsOfQuery } from './walk.ts';

/** What follows definitions would not end in a cycle: where there is one, it is reported alone. */
export function checkRulebook(rulebook: Rulebook): RulebookComplaint[] {
  const cycles = findCycles(rulebook);
  return [
    ...checkFormerNames(rulebook),
    ...checkProvisions(rulebook),
    ...checkConfirmation(rulebook),
    ...checkPrecedence(rulebook),
    ...checkPlaces(rulebook),
    ...checkFacts(rulebook),
    ...checkRoles(rulebook),
    ...checkDefinitions(rulebook),
    ...checkAmounts(rulebook),
    ...(cycles.length > 0 ? cycles : [...checkNorms(rulebook), ...checkFrames(rulebook)]),
  ];
}

/** The checks of a query that is written with the names of a sound Rulebook. */
export function checkQuery(rulebook: Rulebook, query: Query, position: Position): RulebookComplaint[] {
  const placed = expressionsOfQuery({ kind: 'query', name: '' }, position, query);
  return [...checkBound(rulebook, placed), ...checkFrames(rulebook, placed)];
}
