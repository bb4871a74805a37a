/** Terms, norms and instruments must not lead back to themselves, nor in chains longer than any law has. */
import type { Rulebook } from '@anpo/engine';
import type { Expression, Norm, Position } from '@anpo/engine/rulebook';
import { complaintAt, type RulebookComplaint } from './complaint.ts';
import { partsOf } from './walk.ts';

/** Longer chains of definitions would pass the limits of those who follow them by recursion. */
export const LONGEST_CHAIN = 100;

/** Each cycle is reported once, with its path. */
export function findCycles(rulebook: Rulebook): RulebookComplaint[] {
  const edges = new Map<string, readonly string[]>();
  const positions = new Map<string, Position>();
  const prevailing = new Map<string, string[]>();
  for (const norm of rulebook.norms)
    for (const id of norm.prevails) prevailing.set(id, [...(prevailing.get(id) ?? []), norm.id]);
  const add = (
    id: string,
    position: Position,
    expressions: readonly (Expression | undefined)[],
    more: readonly string[] = [],
  ): void => {
    positions.set(id, position);
    edges.set(id, [
      ...expressions.flatMap((expression) => (expression ? mentioned(expression) : [])),
      ...more,
    ]);
  };
  for (const term of rulebook.terms) {
    add(term.id, term.position, [
      term.definition.meaning,
      ...term.definition.readings.map((reading) => reading.meaning),
    ]);
  }
  for (const norm of rulebook.norms)
    add(norm.id, norm.position, expressionsOf(norm), [...(prevailing.get(norm.id) ?? []), norm.instrument]);
  for (const instrument of rulebook.instruments) {
    add(instrument.id, instrument.position, [
      instrument.ends,
      ...(instrument.standing?.readings.map((reading) => reading.meaning) ?? []),
    ]);
  }
  const state = new Map<string, 'open' | 'done'>();
  const heights = new Map<string, number>();
  let tooLong = false;
  const path: string[] = [];
  const complaints: RulebookComplaint[] = [];
  const visit = (id: string): void => {
    const known = state.get(id);
    if (known === 'done') return;
    if (known === 'open') {
      const cycle = [...path.slice(path.indexOf(id)), id];
      const data = { name: id, path: cycle };
      complaints.push(complaintAt(positions.get(id) as Position, 'defined-by-itself', data));
      return;
    }
    state.set(id, 'open');
    path.push(id);
    let height = 1;
    if (path.length <= LONGEST_CHAIN) {
      for (const next of edges.get(id) ?? []) {
        if (tooLong || !edges.has(next)) continue;
        visit(next);
        height = Math.max(height, 1 + (heights.get(next) ?? 0));
      }
    }
    heights.set(id, height);
    if (!tooLong && Math.max(height, path.length) > LONGEST_CHAIN) {
      tooLong = true;
      const first = path[0] as string;
      const data = { name: first, most: LONGEST_CHAIN };
      complaints.push(complaintAt(positions.get(first) as Position, 'chain-too-long', data));
    }
    path.pop();
    state.set(id, 'done');
  };
  for (const id of edges.keys()) if (!tooLong) visit(id);
  return complaints;
}

function expressionsOf(norm: Norm): readonly (Expression | undefined)[] {
  return [
    norm.territory,
    norm.condition,
    ...norm.exceptions.map((exception) => exception.when),
    ...(norm.standing?.readings.map((reading) => reading.meaning) ?? []),
  ];
}

function mentioned(expression: Expression): string[] {
  switch (expression.kind) {
    case 'term':
      return [expression.term];
    case 'applies':
      return [expression.norm];
    case 'in-force':
      return [expression.instrument];
    default:
      return partsOf(expression).flatMap(mentioned);
  }
}
