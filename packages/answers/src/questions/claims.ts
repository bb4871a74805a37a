/** Holds claims of a library against their proofs. */
import { type CheckedClaim, type Library, overAll } from '@anpo/engine';
import { checkClaim } from '@anpo/engine/reasoning';
import type { Claim } from '@anpo/engine/rulebook';

/** Claims without a query are left out. `progress` is told before each how many are done, and of how many. */
export function verifyClaims(
  library: Library,
  claims: readonly Claim[],
  progress: (done: number, of: number) => void = () => {},
): ReadonlyMap<string, CheckedClaim> {
  const asked = claims.flatMap((claim) => (claim.query === undefined ? [] : [{ claim, query: claim.query }]));
  if (asked.length === 0) return new Map();
  const compiled = overAll.compile(
    library,
    asked.map(({ query }) => query),
  );
  return new Map(
    asked.map(({ claim }, index) => {
      progress(index, asked.length);
      return [claim.id, checkClaim(compiled, claim, index)] as const;
    }),
  );
}
