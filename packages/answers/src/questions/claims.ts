/** Holds the claims of a library against their proofs. */
import type { CheckedClaim, Rulebook } from '@anpo/engine';
import { checkClaim, compileQueries } from '@anpo/engine/reasoning';

/** Claims without a query are left out. `progress` is told before each how many are done, and of how many. */
export function verifyClaims(
  rulebook: Rulebook,
  progress: (done: number, of: number) => void = () => {},
): ReadonlyMap<string, CheckedClaim> {
  const asked = rulebook.claims.flatMap((claim) =>
    claim.query === undefined ? [] : [{ claim, query: claim.query }],
  );
  if (asked.length === 0) return new Map();
  const compiled = compileQueries(
    rulebook,
    asked.map(({ query }) => query),
  );
  return new Map(
    asked.map(({ claim }, index) => {
      progress(index, asked.length);
      return [claim.id, checkClaim(compiled, claim, index)] as const;
    }),
  );
}
