/**
 * Norms that pull one bearer both ways, in situations that can occur: on one act, or on an act that is a way to do
 * the other. What binds a state binds its organs. No assumption hides a conflict but those of the frame.
 */
import type { FindingRoot } from '../../circuit/circuit.ts';
import { excludes } from '../../circuit/precedence.ts';
import { indexRulebook } from '../../rulebook/index.ts';
import type { Norm } from '../../rulebook/schema.ts';
import type { Description } from '../describe.ts';
import type { ExampleSituation } from '../world.ts';
import type { AuditContext } from './context.ts';
import { actsDone } from './ways.ts';

export interface Conflict {
  readonly left: string;
  readonly right: string;
  readonly bearer: string;
  /** Whom the second binds, where it is the state of which the first binds an organ, or the reverse. */
  readonly otherBearer?: string | undefined;
  readonly incident?: number | undefined;
  /** The act that the one forbids or frees from; the other's act is that one or a way to it. */
  readonly act: string;
  /** `must-and-must-not`, or a permission, power or immunity against a duty or prohibition. */
  readonly kind: 'must-and-must-not' | 'may-and-must-not' | 'must-and-need-not';
  /** Across legal orders both stand: domestic law does not excuse breach. */
  readonly sameOrder: boolean;
  readonly description?: Description | undefined;
  readonly example?: ExampleSituation | undefined;
}

export function findConflicts(context: AuditContext, undecided: (what: string) => void): Conflict[] {
  const done = actsDone(context.rulebook);
  const byAct = new Map<string, FindingRoot[]>();
  for (const root of context.circuit.findings)
    for (const act of done(context.norm(root).act)) byAct.set(act, [...(byAct.get(act) ?? []), root]);
  const conflicts: Conflict[] = [];
  for (const [act, roots] of byAct) {
    for (const [at, left] of roots.entries()) {
      for (const right of roots.slice(at + 1)) {
        if (!meet(left, right) || !sameBearer(context, left, right)) continue;
        if (!areOpposed(act, context.norm(left), context.norm(right))) continue;
        const conflict = conflictOf(context, act, left, right);
        if (conflict === 'undecided') undecided(`${left.norm} against ${right.norm}`);
        else if (conflict) conflicts.push(conflict);
      }
    }
  }
  return conflicts;
}

const meet = (left: FindingRoot, right: FindingRoot): boolean =>
  left.incident === undefined || right.incident === undefined || left.incident === right.incident;

/** One forbids the act, or frees from it; the other has its bearer do it. */
const areOpposed = (act: string, left: Norm, right: Norm): boolean =>
  (left.act === act && excludes(left, right)) || (right.act === act && excludes(right, left));

function sameBearer({ rulebook }: AuditContext, left: FindingRoot, right: FindingRoot): boolean {
  const stateOf = (id: string): string => indexRulebook(rulebook).find('organ', id)?.party ?? id;
  return (
    left.bearer === right.bearer ||
    stateOf(left.bearer) === right.bearer ||
    left.bearer === stateOf(right.bearer)
  );
}

function conflictOf(
  context: AuditContext,
  act: string,
  left: FindingRoot,
  right: FindingRoot,
): Conflict | undefined | 'undecided' {
  const two = [left, right].some((root) => context.needsTwo(root));
  const within = two ? context.two : context;
  const roots = two ? [left, right].map((root) => context.amongTwo(root)) : [left, right];
  const meeting = within.meeting(roots, within.free);
  if (meeting === 'undecided' || meeting === undefined) return meeting;
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
    ...(left.bearer === right.bearer ? {} : { otherBearer: right.bearer }),
    incident: left.incident ?? right.incident,
    act,
    kind,
    sameOrder: first.order === second.order,
    ...meeting,
  };
}
