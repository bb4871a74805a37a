/** What a rule or an expectation rests on: terms, norms, instruments, and relations of places. */
import type { Rulebook } from '@anpo/engine';
import type { Definition, Expectation, Expression, Precedent, ValueExpression } from '@anpo/engine/rulebook';

export class Reach {
  readonly #parts = new Map<string, readonly string[]>();

  constructor(rulebook: Rulebook) {
    for (const { id, definition } of rulebook.terms) this.#parts.set(id, ofDefinition(definition));
    const over = new Map<string, string[]>();
    for (const norm of rulebook.norms)
      for (const id of norm.prevails) over.set(id, [...(over.get(id) ?? []), norm.id]);
    for (const norm of rulebook.norms) {
      this.#parts.set(norm.id, [
        norm.instrument,
        ...(over.get(norm.id) ?? []),
        ...(norm.territory ? ofExpression(norm.territory) : []),
        ...(norm.condition ? ofExpression(norm.condition) : []),
        ...norm.exceptions.flatMap((exception) => ofExpression(exception.when)),
        ...ofDefinition(norm.standing),
      ]);
    }
    for (const { id, ends, standing } of rulebook.instruments)
      this.#parts.set(id, [...(ends ? ofExpression(ends) : []), ...ofDefinition(standing)]);
    for (const { id, instrument, territory, pieces } of rulebook.amounts) {
      this.#parts.set(id, [
        ...(territory ? ofExpression(territory) : []),
        ...(instrument === undefined ? [] : [instrument]),
        ...pieces.flatMap((piece) => [
          ...(piece.when ? ofExpression(piece.when) : []),
          ...ofValue(piece.value),
        ]),
      ]);
    }
  }

  from(names: readonly string[]): ReadonlySet<string> {
    const found = new Set<string>();
    const open = [...names];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (found.has(name)) continue;
      found.add(name);
      open.push(...(this.#parts.get(name) ?? []));
    }
    return found;
  }

  ofPrecedent(precedent: Precedent): ReadonlySet<string> {
    return this.from(precedent.expectations.flatMap(ofExpectation));
  }
}

function ofExpectation({ subject, because }: Expectation): string[] {
  const reasons = because.flatMap(ofExpression);
  switch (subject.kind) {
    case 'norm':
      return [subject.norm, ...reasons];
    case 'expression':
      return [...ofExpression(subject.expression), ...reasons];
    case 'reading':
      return [subject.term, ...reasons];
    case 'amount':
      return [subject.amount, ...reasons];
  }
}

/** Places are reached by what is asked of them, not by name: a change of one may matter to any that is asked. */
export const relationName = (relation: string): string => `relation ${relation}`;

function ofExpression(expression: Expression): string[] {
  switch (expression.kind) {
    case 'not':
    case 'some-incident':
      return ofExpression(expression.of);
    case 'and':
    case 'or':
      return expression.of.flatMap(ofExpression);
    case 'term':
      return [expression.term];
    case 'applies':
      return [expression.norm];
    case 'in-force':
    case 'member':
      return [expression.instrument];
    case 'relation':
      return [relationName(expression.relation)];
    default:
      return [];
  }
}

const ofDefinition = (definition: Definition | undefined): string[] =>
  definition
    ? [
        ...(definition.meaning ? ofExpression(definition.meaning) : []),
        ...definition.readings.flatMap((reading) => ofExpression(reading.meaning)),
      ]
    : [];

function ofValue(value: ValueExpression): string[] {
  switch (value.kind) {
    case 'amount':
      return [value.amount];
    case 'after':
      return ofValue(value.of);
    case 'sum':
    case 'difference':
    case 'product':
      return [...ofValue(value.left), ...ofValue(value.right)];
    default:
      return [];
  }
}
