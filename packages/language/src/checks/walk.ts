/** Walks the expressions of a Rulebook: each with its position and a phrase that says whose it is. */
import type { Definition, Expression, Position, Rulebook } from '@anpo/engine';

/** Where an expression stands decides whether it can speak of the bearer of a norm. */
export interface PlacedExpression {
  readonly expression: Expression;
  readonly position: Position;
  readonly what: string;
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
    what: string,
    position: Position,
    expressions: readonly (Expression | undefined)[],
  ): void => {
    for (const expression of expressions) if (expression) all.push({ expression, position, what, within });
  };
  for (const term of rulebook.terms)
    add('term', `the term "${term.id}"`, term.position, meaningsOf(term.definition));
  for (const norm of rulebook.norms) {
    add('norm', `the norm "${norm.id}"`, norm.position, [norm.condition, ...meaningsOf(norm.standing)]);
    for (const exception of norm.exceptions)
      add('norm', `the norm "${norm.id}"`, exception.position, [exception.when]);
  }
  for (const instrument of rulebook.instruments) {
    add('instrument', `the end of "${instrument.id}"`, instrument.position, [instrument.ends]);
    for (const reading of instrument.standing?.readings ?? [])
      add('instrument', `the standing of "${instrument.id}"`, reading.position, [reading.meaning]);
  }
  for (const amount of rulebook.amounts)
    add(
      'amount',
      `the amount "${amount.id}"`,
      amount.position,
      amount.pieces.map((piece) => piece.when),
    );
  for (const constraint of rulebook.constraints)
    add('constraint', `the constraint "${constraint.id}"`, constraint.position, [constraint.always]);
  for (const precedent of rulebook.precedents) {
    for (const { subject, because, position } of precedent.expectations) {
      if (subject.kind === 'expression') add('case', 'what is expected', position, [subject.expression]);
      // The reasons of a norm are asked for its bearers.
      add(subject.kind === 'norm' ? 'norm' : 'case', 'the reason of an expectation', position, because);
    }
  }
  for (const { id, query, position } of rulebook.claims) {
    if (!query) continue;
    const own = query.left.kind === 'expression' ? [query.left.expression] : [];
    add(query.left.kind === 'norm' ? 'norm' : 'claim', `the claim "${id}"`, position, [
      ...own,
      query.right,
      query.when,
    ]);
  }
  return all;
}
