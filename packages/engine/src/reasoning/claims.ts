/** Verdicts of claims by proof, and whether the library states them rightly. */
import { indexRulebook } from '../rulebook/index.ts';
import type { Claim, Rulebook } from '../rulebook/schema.ts';
import type { Proof } from './prove/proof.ts';
import { prove } from './prove/prove.ts';
import { type CompiledQueries, compileQueries } from './query.ts';

export type ClaimVerdict = Claim['verdicts'][number]['verdict'];

export interface CheckedVerdict {
  readonly view?: string | undefined;
  readonly stated: ClaimVerdict;
  /** What the proofs come to; absent where the claim has no query or lies outside the system. */
  readonly found?: Exclude<ClaimVerdict, 'outside'> | 'not-decided' | undefined;
  readonly agrees: boolean;
  readonly proofs: readonly Proof[];
}

/** A claim with what its proofs come to in each view that it states a verdict for. */
export interface CheckedClaim {
  readonly claim: string;
  readonly verdicts: readonly CheckedVerdict[];
}

/** Proves every claim of the library that has a query. */
export function checkClaims(rulebook: Rulebook): readonly CheckedClaim[] {
  const claims = rulebook.claims.filter((claim) => claim.query !== undefined);
  const compiled = compileQueries(
    rulebook,
    claims.flatMap((claim) => claim.query ?? []),
  );
  return claims.map((claim, index) => checkClaim(compiled, claim, index));
}

/** `index` is the place of the claim's query among those compiled. */
export function checkClaim(compiled: CompiledQueries, claim: Claim, index: number): CheckedClaim {
  return {
    claim: claim.id,
    verdicts: claim.verdicts.map(({ verdict, view }) => {
      if (verdict === 'outside') return { view, stated: verdict, agrees: true, proofs: [] };
      const holders = indexRulebook(compiled.rulebook).find('view', view)?.holders ?? [];
      const proofs = prove(compiled, index, { view: holders });
      const found = verdictOf(proofs);
      return { view, stated: verdict, found, agrees: agrees(verdict, found, proofs), proofs };
    }),
  };
}

/** A claim about several bearers holds where it holds for each; where only for some, it holds in part. */
export function verdictOf(proofs: readonly Proof[]): NonNullable<CheckedVerdict['found']> {
  const outcomes = new Set(proofs.map((proof) => proof.outcome));
  if (outcomes.has('not-decided')) return 'not-decided';
  if (outcomes.size === 1 && outcomes.has('holds')) return 'holds';
  if (outcomes.has('holds')) return 'holds-in-part';
  if (outcomes.has('contested')) return 'contested';
  return 'fails';
}

/** What fails somewhere and holds elsewhere may be stated either way: as failing, or as holding in part. */
function agrees(stated: ClaimVerdict, found: CheckedVerdict['found'], proofs: readonly Proof[]): boolean {
  if (stated === found) return true;
  return stated === 'holds-in-part' && found === 'fails' && proofs.some((proof) => proof.inPart);
}
