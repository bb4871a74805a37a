/** Every way to change up to two answers of a situation, one by one: what the search for flips is held to. */
import type { Law } from '../../diagram/law.ts';
import { canHold } from '../../diagram/walk.ts';
import { type Givens, openClasses } from '../given.ts';

export function* changedGivens(law: Law, givens: Givens, size: number): Generator<Givens> {
  const possible = law.everythingPossible();
  if (possible === undefined) throw new Error('the constraints of a small Rulebook pass the allowance');
  for (const changed of anyChange(law, givens, size))
    if (canHold(law.manager, possible, changed.allowed)) yield changed;
}

function* anyChange(law: Law, givens: Givens, size: number): Generator<Givens> {
  if (size <= 0) return;
  const singles: (readonly [number, number])[] = law.variables.flatMap((variable, level) =>
    variable.question.kind === 'unread'
      ? []
      : openClasses(law, level).map((value) => [level, value] as const),
  );
  const withChanges = (changes: readonly (readonly [number, number])[]): Givens => {
    const allowed = givens.allowed.slice();
    for (const [level, value] of changes) allowed[level] = [value];
    return { settled: givens.settled, allowed };
  };
  for (const first of singles) {
    yield withChanges([first]);
    if (size < 2) continue;
    for (const second of singles) if (second[0] > first[0]) yield withChanges([first, second]);
  }
}
