/**
 * How those who read something stand to each other, for findings and for proofs alike: the parties of the instrument
 * first, everybody else beside them.
 */
import type { Agreement } from './finding.ts';

export interface Stand {
  readonly holder: string;
  /** Speaks for a party of the instrument. */
  readonly party: boolean;
}

export interface Agreed {
  readonly kind: Agreement['kind'];
  /** Holders that are no party and come to something else than a party does. */
  readonly contestedBy: readonly string[];
}

/**
 * `same` tells whether two holders come to the same, each by its own readings and, where it has none, by the other's:
 * so whoever reads a part alone is heard on that part, and is not taken to oppose the rest.
 */
export function agreementOf(stands: readonly Stand[], same: (one: string, other: string) => boolean): Agreed {
  if (stands.length === 0) return { kind: 'no-reading-recorded', contestedBy: [] };
  const parties = stands.flatMap(({ holder, party }) => (party ? [holder] : []));
  if (parties.length === 0) return { kind: 'no-party-reads', contestedBy: [] };
  const contestedBy = stands.flatMap(({ holder, party }) =>
    !party && parties.some((each) => !same(each, holder)) ? [holder] : [],
  );
  const agreed = parties.every((one, at) => parties.slice(at + 1).every((other) => same(one, other)));
  if (!agreed) return { kind: 'contested-between-parties', contestedBy };
  return { kind: contestedBy.length > 0 ? 'agreed-between-parties' : 'agreed', contestedBy };
}
