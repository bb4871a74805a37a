/** What an expression is worth whatever the facts, on every day of a period; undefined where that depends. */
import type { Rulebook } from '@anpo/engine';
import type { Expression, Period } from '@anpo/engine/rulebook';
import { meaningsOf } from './walk.ts';

export function constantOf(
  rulebook: Rulebook,
  { from, until }: { [K in keyof Period]: Period[K] | undefined },
): (expression: Expression) => boolean | undefined {
  const terms = new Map(rulebook.terms.map((term) => [term.id, term.definition]));
  const known = new Map<string, boolean | undefined>();
  const ofTerm = (id: string): boolean | undefined => {
    if (!known.has(id)) {
      known.set(id, undefined);
      const values = new Set(meaningsOf(terms.get(id)).map(constant));
      known.set(id, values.size === 1 && terms.get(id)?.meaning ? [...values][0] : undefined);
    }
    return known.get(id);
  };
  const constant = (expression: Expression): boolean | undefined => {
    switch (expression.kind) {
      case 'constant':
        return expression.value;
      case 'not': {
        const value = constant(expression.of);
        return value === undefined ? undefined : !value;
      }
      case 'and':
      case 'or': {
        const values = expression.of.map(constant);
        const decisive = expression.kind === 'or';
        if (values.includes(decisive)) return decisive;
        return values.includes(undefined) ? undefined : !decisive;
      }
      case 'term':
        return ofTerm(expression.term);
      case 'date':
        if (from !== undefined && expression.at <= from) return true;
        return until !== undefined && expression.at >= until ? false : undefined;
      case 'some-incident':
        return constant(expression.of);
      default:
        return undefined;
    }
  };
  return constant;
}
