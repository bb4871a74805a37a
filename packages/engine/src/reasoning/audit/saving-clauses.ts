/**
 * Duties under a provision that only says what it leaves alone: a clause that saves other rights and obligations
 * ("is not affected") lays nothing new on anybody.
 */
import type { AuditContext } from './context.ts';

export interface SavingDuty {
  readonly norm: string;
  readonly bearers: readonly string[];
  readonly provision: string;
}

/** How a gist says so of all that it tells, and not in passing. */
const saving =
  /^[^;]*\b(is|are) not (affected|impaired|altered|prejudiced)\b|^nothing (affects|impairs|alters|prejudices)\b/i;

export function findSavingDuties({ rulebook }: AuditContext): SavingDuty[] {
  return rulebook.provisions
    .filter(({ gist }) => saving.test(gist.en))
    .flatMap(({ id }) =>
      rulebook.norms
        .filter(({ kind, provision }) => kind === 'duty' && provision === id)
        .map((norm) => ({ norm: norm.id, bearers: norm.bearers.map((bearer) => bearer.id), provision: id })),
    );
}
