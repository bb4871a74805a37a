/**
 * The `as` clause of an expectation: what a norm must be besides applying. It lets a precedent notice that a
 * duty has become a permission, that the text left something open, or that it set a deadline.
 */
import type { Deadline, ExpectedForm, Norm } from '../rulebook/schema.ts';

/** One way in which a norm is not what was expected; both sides as plain words of the Rulebook. */
export interface FormDifference {
  readonly aspect: 'kind' | 'act' | 'force' | 'order' | 'open' | 'deadline';
  readonly expected: string;
  readonly found: string;
}

/** Empty where the norm is as expected. Force and order are compared only where the clause names them. */
export function formDifferences(norm: Norm, form: ExpectedForm): readonly FormDifference[] {
  const pairs: FormDifference[] = [
    { aspect: 'kind', expected: form.kind, found: norm.kind },
    { aspect: 'act', expected: form.act, found: norm.act },
    { aspect: 'force', expected: form.force ?? norm.force, found: norm.force },
    { aspect: 'order', expected: form.order ?? norm.order, found: norm.order },
    { aspect: 'open', expected: listed(form.open), found: listed(norm.open) },
    { aspect: 'deadline', expected: deadlineText(form.deadline), found: deadlineText(norm.deadline) },
  ];
  return pairs.filter(({ expected, found }) => expected !== found);
}

const listed = (words: readonly string[]): string => [...new Set(words)].sort().join(', ') || 'nothing';

function deadlineText(deadline: Deadline | undefined): string {
  if (!deadline) return 'none';
  if (deadline.immediately) return 'immediately';
  const { duration, after } = deadline;
  const length = duration ? `within ${duration.count} ${duration.unit}` : 'within no stated time';
  return after === undefined ? length : `${length} after ${after}`;
}
