/**
 * Proofs over every situation, on every day of the period asked, in one view or in all readings. Either no
 * jointly possible situation contradicts the query, and one in which its premises hold is shown; or a full
 * situation that contradicts it is. Nothing is proved from premises that cannot hold.
 */
import type { CompiledQueries } from '../query.ts';
import { proofAgreement } from './agreement.ts';
import { AskedQuery } from './asked-query.ts';
import { proveByDiagram } from './by-diagram.ts';
import { proveBySolver } from './by-solver.ts';
import type { Proof, ProofOptions } from './proof.ts';

/** One proof a bearer. The query holds where all of them do. */
export function prove(
  compiled: CompiledQueries,
  index: number,
  options: ProofOptions = {},
): readonly Proof[] {
  return (compiled.parts[index] ?? []).map((part) => {
    const inView = (view: ProofOptions['view']): Proof => {
      const asked = new AskedQuery(compiled, part, { ...options, view });
      return proveByDiagram(asked) ?? proveBySolver(asked);
    };
    const proof = inView(options.view);
    return proof.outcome === 'contested'
      ? { ...proof, agreement: proofAgreement(compiled, part, proof, inView) }
      : proof;
  });
}
