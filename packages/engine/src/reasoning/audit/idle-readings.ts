/** Readings between which no finding can tell: whichever is adopted, every norm applies in the same situations. */

import { type Diagram, NEVER, not } from '../../diagram/manager.ts';
import { fix } from '../../diagram/quantify.ts';
import type { Variable } from '../../diagram/variables.ts';
import { supportOf } from '../../diagram/walk.ts';
import { openClasses } from '../given.ts';
import type { AuditContext } from './context.ts';

export interface IdleReadings {
  readonly choice: string;
  /** Holders whose readings come to the same in every norm. */
  readonly holders: readonly string[];
}

export function findIdleReadings(context: AuditContext, undecided: (what: string) => void): IdleReadings[] {
  const { law, circuit } = context;
  const functions = new Set<Diagram>();
  for (const { node } of circuit.findings) {
    const diagram = law.diagram(node);
    if (diagram !== undefined) functions.add(diagram);
  }
  const byLevel = new Map<number, Diagram[]>();
  for (const diagram of functions)
    for (const level of supportOf(law.manager, diagram))
      byLevel.set(level, [...(byLevel.get(level) ?? []), diagram]);
  return law.variables.flatMap(({ question, classes }, level) => {
    if (question.kind !== 'reading') return [];
    const open = openClasses(law, level);
    if (open.length < 2) return [];
    if (context.budget.isSpent) {
      undecided(`readings of ${question.choice}`);
      return [];
    }
    const asking = byLevel.get(level) ?? [];
    const groups = groupBySame(open, (one, other) =>
      asking.every((of) => isSame(context, of, level, one, other)),
    );
    return groups
      .filter((group) => group.length > 1)
      .map((group) => ({ choice: question.choice, holders: group.map((value) => holderOf(classes[value])) }));
  });
}

function isSame(context: AuditContext, of: Diagram, level: number, one: number, other: number): boolean {
  const { law } = context;
  const [left, right] = [one, other].map((value) => fix(law.manager, of, law.allowed([[level, [value]]])));
  if (left === right) return true;
  const difference = law.attempt(() =>
    law.manager.ite(left as Diagram, not(right as Diagram), right as Diagram),
  );
  return difference !== undefined && context.occurring(difference) === NEVER;
}

function groupBySame(values: readonly number[], same: (one: number, other: number) => boolean): number[][] {
  const groups: number[][] = [];
  for (const value of values) {
    const group = groups.find((each) => same(each[0] as number, value));
    if (group) group.push(value);
    else groups.push([value]);
  }
  return groups;
}

const holderOf = (each: Variable['classes'][number] | undefined): string =>
  each?.kind === 'reading' ? (each.holder ?? '') : '';
