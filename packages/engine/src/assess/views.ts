/** Which holders' readings a view follows. */
import { nearest } from '../names/nearest.ts';
import type { Rulebook } from '../rulebook/schema.ts';

/** Every reading side by side: none is adopted. */
export const ALL_VIEWS = 'all';

/** A view that the Rulebook does not know. The message names the nearest ones. */
export class ViewError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ViewError';
  }
}

/** The holders of a view in their order; a holder's own name is the view of that holder alone. */
export function holdersOfView(rulebook: Rulebook, view: string): readonly string[] {
  if (view === ALL_VIEWS) return [];
  const found = rulebook.views.find((each) => each.id === view);
  if (found) return found.holders;
  if (rulebook.holders.some((holder) => holder.id === view)) return [view];
  const names = [ALL_VIEWS, ...rulebook.views.map(({ id }) => id), ...rulebook.holders.map(({ id }) => id)];
  const near = nearest(view, names, 3);
  const hint = near.length === 0 ? '' : ` (did you mean ${near.join(' or ')}?)`;
  throw new ViewError(`there is no view or holder "${view}"${hint}; views are ${names.join(', ')}`);
}
