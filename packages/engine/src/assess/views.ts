/** Which holders' readings a view follows. */

import { checkView, refuse } from '../check/check.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { presentNames } from '../situation/former-names.ts';

/** Every reading side by side: none is adopted. */
export const ALL_VIEWS = 'all';

/**
 * The holders of a view in their order; a holder's own name is the view of that holder alone. Names of before are
 * understood.
 */
export function holdersOfView(rulebook: Rulebook, view: string): readonly string[] {
  if (view === ALL_VIEWS) return [];
  refuse(checkView(rulebook, view));
  const name = presentNames(rulebook).item(view);
  return indexRulebook(rulebook).find('view', name)?.holders ?? [name];
}
