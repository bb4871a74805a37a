/**
 * Who stands where on a contested query: what each holder's readings make of it, and how the parties and others stand
 * to each other, told apart as for findings.
 */

import { toDay } from '../../calendar/date.ts';
import { partiesOf, speaksFor } from '../../explain/parties.ts';
import { agreementOf } from '../../findings/agreement.ts';
import { indexRulebook } from '../../rulebook/index.ts';
import type { CompiledQueries, CompiledQuery } from '../query.ts';
import type { Proof, ProofAgreement } from './proof.ts';

/** `proveIn` proves the query in a view. */
export function proofAgreement(
  { rulebook, circuit }: CompiledQueries,
  { query }: CompiledQuery,
  proof: Proof,
  proveIn: (view: readonly string[]) => Proof,
): ProofAgreement {
  const read = new Set(proof.rules.flatMap(({ kind, id }) => (kind === 'choice' ? [id] : [])));
  const readers = new Set(
    circuit.choices.flatMap(({ key, options }) => (read.has(key) ? options.map(({ holder }) => holder) : [])),
  );
  const { left } = query;
  const instrument =
    left.kind === 'norm' ? indexRulebook(rulebook).find('norm', left.norm)?.instrument : undefined;
  const on = (proof.counterexample ?? proof.witness)?.on;
  const parties = partiesOf(rulebook, instrument, on === undefined ? 0 : toDay(on));
  const positions = rulebook.holders
    .filter(({ id }) => readers.has(id))
    .map(({ id }) => {
      const { outcome, counterexample } = proveIn([id]);
      const unread = outcome === 'fails' ? (counterexample?.unread ?? []).map(({ choice }) => choice) : [];
      return { holder: id, party: speaksFor(rulebook, id, parties), outcome, unread };
    });
  const same = (one: string, other: string): boolean =>
    proveIn([one, other]).outcome === proveIn([other, one]).outcome;
  return { ...agreementOf(positions, same), positions };
}
