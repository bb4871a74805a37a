/** Walks the expressions of a Rulebook: each with its position and with whose it is. */
import type { Query, Rulebook } from '@anpo/engine';
import type { Definition, Expression, Position } from '@anpo/engine/rulebook';
import type { What } from '../words/what.ts';

/** Where an expression stands decides whether it can speak of the bearer of a norm. */
export interface PlacedExpression {
  readonly expression: Expression;
  readonly position: Position;
  readonly what: What;
  readonly within: 'term' | 'norm' | 'instrument' | 'amount' | 'constraint' | 'case' | 'claim';
}

export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'not':
    case 'some-incident':
      return [expression.of];
    case 'and':
    case 'or':
      return expression.of;
    default:
      return [];
  }
}

export const meaningsOf = (definition: Definition | undefined): readonly Expression[] =>
  definition
    ? [
        ...(definition.meaning ? [definition.meaning] : []),
        ...definition.readings.map((reading) => reading.meaning),
      ]
    : [];

export function expressionsOf(rulebook: Rulebook): readonly PlacedExpression[] {
  const all: PlacedExpression[] = [];
  const add = (
    within: PlacedExpression['within'],
    what: What,
    position: Position,
    expressions: readonly (Expression | undefined)[],
  ): void => {
    for (const expression of expressions) if (expression) all.push({ expression, position, what, within });
  };
  for (const term of rulebook.terms)
    add('term', { kind: 'term', name: term.id }, term.position, meaningsOf(term.definition));
  for (const norm of rulebook.norms) {
    add('norm', { kind: 'norm', name: norm.id }, norm.position, [
      norm.territory,
      norm.condition,
      ...meaningsOf(norm.standing),
    ]);
    for (const exception of norm.exceptions)
      add('norm', { kind: 'norm', name: norm.id }, exception.position, [exception.when]);
  }
  for (const instrument of rulebook.instruments) {
    add('instrument', { kind: 'instrument', name: instrument.id, part: 'end' }, instrument.position, [
      instrument.ends,
    ]);
    add('amount', { kind: 'instrument', name: instrument.id, part: 'territory' }, instrument.position, [
      instrument.territory,
    ]);
    for (const reading of instrument.standing?.readings ?? [])
      add('instrument', { kind: 'instrument', name: instrument.id, part: 'standing' }, reading.position, [
        reading.meaning,
      ]);
  }
  for (const amount of rulebook.amounts)
    add('amount', { kind: 'amount', name: amount.id }, amount.position, [
      amount.territory,
      ...amount.pieces.map((piece) => piece.when),
    ]);
  for (const constraint of rulebook.constraints)
    add('constraint', { kind: 'constraint', name: constraint.id }, constraint.position, [constraint.always]);
  for (const precedent of rulebook.precedents) {
    const expectation: What = { kind: 'expectation', name: precedent.id };
    for (const { subject, because, position } of precedent.expectations) {
      if (subject.kind === 'expression') add('case', expectation, position, [subject.expression]);
      // The reasons of a norm are asked for its bearers.
      add(subject.kind === 'norm' ? 'norm' : 'case', { ...expectation, part: 'because' }, position, because);
    }
  }
  for (const { id, query, position } of rulebook.claims) {
    if (query) all.push(...expressionsOfQuery({ kind: 'claim', name: id }, position, query));
  }
  return all;
}

export function expressionsOfQuery(what: What, position: Position, query: Query): PlacedExpression[] {
  const own = query.left.kind === 'expression' ? [query.left.expression] : [];
  return [...own, query.right, query.when].flatMap((expression) =>
    expression ? [{ expression, position, what, within: query.left.kind === 'norm' ? 'norm' : 'claim' }] : [],
  );
}
