/** Whether a statement holds over every situation, day and reading it asks about. */
import { overAll, type Proof, type Query } from '@anpo/engine';
import { checkView, refuse } from '@anpo/engine/complaint';
import { verdictOf } from '@anpo/engine/reasoning';
import { presentNames } from '@anpo/engine/situation';
import { sayProofs } from '../said/proof.ts';
import { speakerFor } from '../speaker.ts';
import type { Operation } from './operation.ts';

export interface ProveInput {
  /** Made of a text by the language, with the library's names. */
  readonly query: Query;
  readonly view?: string | undefined;
}

export interface ProveData {
  readonly library: string;
  readonly query: Query;
  readonly view: string;
  readonly verdict: ReturnType<typeof verdictOf>;
  readonly proofs: readonly Proof[];
}

export const prove: Operation<ProveInput, ProveData> = (
  library,
  { query, view: written = 'all' },
  { language, full = false },
) => {
  const { rulebook } = library;
  const view = presentNames(rulebook).item(written);
  refuse(checkView(rulebook, view, { input: 'view' }));
  const proofs = overAll.prove(library, query, { view });
  return {
    data: { library: rulebook.hash, query, view, verdict: verdictOf(proofs), proofs },
    answer: sayProofs(query, view, proofs, full, speakerFor(rulebook, language)),
  };
};
