/** Norms that pull one bearer both ways on one act, in situations that can occur. */
import type { FindingRoot } from '../../circuit/circuit.ts';
import { opposed } from '../../circuit/precedence.ts';
import type { Description } from '../describe.ts';
import type { ExampleSituation } from '../world.ts';
import type { AuditContext } from './context.ts';

export interface Conflict {
  readonly left: string;
  readonly right: string;
  readonly bearer: string;
  readonly incident?: number | undefined;
  readonly act: string;
  /** `must-and-must-not`, or a permission, power or immunity against a duty or prohibition. */
  readonly kind: 'must-and-must-not' | 'may-and-must-not' | 'must-and-need-not';
  /** Across legal orders both stand: domestic law does not excuse breach. */
  readonly sameOrder: boolean;
  readonly description?: Description | undefined;
  readonly example?: ExampleSituation | undefined;
}

export function findConflicts(context: AuditContext, undecided: (what: string) => void): Conflict[] {
  const groups = Map.groupBy(context.circuit.findings, (root) => `${context.norm(root).act} ${root.bearer}`);
  const conflicts: Conflict[] = [];
  for (const roots of groups.values()) {
    for (const [at, left] of roots.entries()) {
      for (const right of roots.slice(at + 1)) {
        if (!meet(left, right) || !opposed(context.norm(left), context.norm(right))) continue;
        const conflict = conflictOf(context, left, right);
        if (conflict === 'undecided') undecided(`${left.norm} against ${right.norm}`);
        else if (conflict) conflicts.push(conflict);
      }
    }
  }
  return conflicts;
}

const meet = (left: FindingRoot, right: FindingRoot): boolean =>
  left.incident === undefined || right.incident === undefined || left.incident === right.incident;

function conflictOf(
  context: AuditContext,
  left: FindingRoot,
  right: FindingRoot,
): Conflict | undefined | 'undecided' {
  const [one, other] = [context.function(left), context.function(right)];
  if (one === undefined || other === undefined || context.budget.isSpent) return 'undecided';
  const both = context.law.attempt(() => context.law.manager.and(one, other));
  const worlds = both === undefined ? undefined : context.occurring(both);
  if (both === undefined || worlds === undefined) return 'undecided';
  const example = context.example(worlds, [left.node, right.node]);
  if (!example) return undefined;
  const [first, second] = [context.norm(left), context.norm(right)];
  const kinds = [first.kind, second.kind];
  const kind = kinds.includes('immunity')
    ? 'must-and-need-not'
    : kinds.includes('duty')
      ? 'must-and-must-not'
      : 'may-and-must-not';
  return {
    left: left.norm,
    right: right.norm,
    bearer: left.bearer,
    incident: left.incident ?? right.incident,
    act: first.act,
    kind,
    sameOrder: first.order === second.order,
    description: context.describe(both),
    example,
  };
}
