/** Holds the claims of a library against their proofs, and says how far it has come. */
import { type CheckedClaim, checkClaim, compileQueries, type Rulebook } from '@anpo/engine';
import type { Context } from '../context.ts';
import { progressCounter } from '../render/progress.ts';

export function verifyClaims(rulebook: Rulebook, context: Context): ReadonlyMap<string, CheckedClaim> {
  const asked = rulebook.claims.flatMap((claim) =>
    claim.query === undefined ? [] : [{ claim, query: claim.query }],
  );
  if (asked.length === 0) return new Map();
  const compiled = compileQueries(
    rulebook,
    asked.map(({ query }) => query),
  );
  const progress = progressCounter(context);
  const checked = asked.map(({ claim }, index) => {
    progress.step(index, asked.length);
    return [claim.id, checkClaim(compiled, claim, index)] as const;
  });
  progress.end();
  return new Map(checked);
}
