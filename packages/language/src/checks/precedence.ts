/** Precedence stands only where it means something: within one legal order, between norms that conflict. */
import { defeats, type Rulebook } from '@anpo/engine';
import type { RulebookComplaint } from './complaint.ts';

export function checkPrecedence(rulebook: Rulebook): RulebookComplaint[] {
  const norms = new Map(rulebook.norms.map((norm) => [norm.id, norm]));
  return rulebook.norms.flatMap((norm) =>
    norm.prevails.flatMap((id): RulebookComplaint[] => {
      const other = norms.get(id);
      if (!other) return [];
      if (norm.order !== other.order) {
        return [
          {
            position: norm.position,
            message: `"${norm.id}" (${norm.order}) cannot prevail over "${id}" (${other.order}): precedence works within one legal order`,
            mend: 'leave it out: both findings stand, and the clash is shown',
          },
        ];
      }
      if (
        !defeats(norm, other) ||
        !norm.bearers.some((bearer) => other.bearers.some((candidate) => candidate.id === bearer.id))
      ) {
        return [
          {
            position: norm.position,
            message: `"${norm.id}" does not conflict with "${id}", so it cannot prevail over it`,
            mend: 'precedence needs the same bearer and act, and kinds that cannot both be followed',
          },
        ];
      }
      return [];
    }),
  );
}
