/** Precedence stands only where it means something: within one legal order, between norms that conflict. */
import type { Rulebook } from '@anpo/engine';
import { defeats } from '@anpo/engine/circuit';
import { complaintAt, type RulebookComplaint } from './complaint.ts';

export function checkPrecedence(rulebook: Rulebook): RulebookComplaint[] {
  const norms = new Map(rulebook.norms.map((norm) => [norm.id, norm]));
  return rulebook.norms.flatMap((norm) =>
    norm.prevails.flatMap((id): RulebookComplaint[] => {
      const other = norms.get(id);
      if (!other) return [];
      if (norm.order !== other.order) {
        const data = { norm: norm.id, order: norm.order, other: id, otherOrder: other.order };
        return [complaintAt(norm.position, 'prevails-across-orders', data)];
      }
      if (
        !defeats(norm, other) ||
        !norm.bearers.some((bearer) => other.bearers.some((candidate) => candidate.id === bearer.id))
      ) {
        return [complaintAt(norm.position, 'prevails-without-conflict', { norm: norm.id, other: id })];
      }
      return [];
    }),
  );
}
