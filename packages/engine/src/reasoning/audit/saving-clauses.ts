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

/** How gists say so; a provision is found where either language does. */
const saving = {
  en: /\b(is|are) not (affected|impaired|altered|prejudiced)\b|\bnothing (affects|impairs|alters|prejudices)\b/i,
  ja: /影響を(及ぼさ|受け)ない|害するものではない/,
};

export function findSavingDuties({ rulebook }: AuditContext): SavingDuty[] {
  return rulebook.provisions
    .filter(({ gist }) => saving.en.test(gist.en) || saving.ja.test(gist.ja))
    .flatMap(({ id }) =>
      rulebook.norms
        .filter(({ kind, provision }) => kind === 'duty' && provision === id)
        .map((norm) => ({ norm: norm.id, bearers: norm.bearers.map((bearer) => bearer.id), provision: id })),
    );
}
