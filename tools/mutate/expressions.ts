/** Every way to change one place of an expression. */
import type { Expression } from '@anpo/engine/rulebook';
import { shiftedYear } from './dates.ts';

export interface Variant {
  readonly what: string;
  readonly expression: Expression;
}

export function variantsOf(expression: Expression): Variant[] {
  return [{ what: 'negated', expression: negated(expression) }, ...inner(expression)];
}

/** Without the doubling that the Circuit would only undo. */
export const negated = (expression: Expression): Expression =>
  expression.kind === 'not' ? expression.of : { kind: 'not', of: expression };

function inner(expression: Expression): Variant[] {
  switch (expression.kind) {
    case 'not':
    case 'some-incident':
      return inner(expression.of).map(({ what, expression: of }) => ({
        what,
        expression: { ...expression, of },
      }));
    case 'and':
    case 'or':
      return expression.of.flatMap((part, index) => [
        {
          what: `without ${named(part)}`,
          expression: { ...expression, of: expression.of.filter((_, other) => other !== index) },
        },
        { what: `${named(part)} negated`, expression: replaced(expression, index, negated(part)) },
        ...inner(part).map(({ what, expression: changed }) => ({
          what,
          expression: replaced(expression, index, changed),
        })),
      ]);
    case 'value':
      return withoutEach(expression.values).map(([value, values]) => ({
        what: `${expression.fact} without ${value}`,
        expression: { ...expression, values },
      }));
    case 'bearer':
      return withoutEach(expression.values).map(([value, values]) => ({
        what: `bearer without ${value}`,
        expression: { ...expression, values },
      }));
    case 'place':
      return withoutEach(expression.places).map(([place, places]) => ({
        what: `${expression.fact} without ${place}`,
        expression: { ...expression, places },
      }));
    case 'date':
      return [-1, 1].map((years) => ({
        what: `date ${years < 0 ? 'earlier' : 'later'}`,
        expression: { ...expression, at: shiftedYear(expression.at, years) },
      }));
    case 'threshold': {
      const { fact, at } = expression;
      const isDate = /^\d{4}-\d{2}-\d{2}$/.test(at);
      return [
        {
          what: `${fact} from later or more`,
          expression: { ...expression, at: isDate ? shiftedYear(at, 1) : String(Number(at) + 1) },
        },
      ];
    }
    case 'elapsed':
      return [
        {
          what: `one of ${expression.duration.unit} more after ${expression.fact}`,
          expression: {
            ...expression,
            duration: { ...expression.duration, count: expression.duration.count + 1 },
          },
        },
      ];
    default:
      return [];
  }
}

function replaced(
  expression: Extract<Expression, { kind: 'and' | 'or' }>,
  index: number,
  by: Expression,
): Expression {
  return { ...expression, of: expression.of.map((part, other) => (other === index ? by : part)) };
}

/** Only lists: a single value has nothing to lose that negation does not take. */
const withoutEach = (values: readonly string[]): [string, string[]][] =>
  values.length < 2 ? [] : values.map((value) => [value, values.filter((other) => other !== value)]);

function named(expression: Expression): string {
  switch (expression.kind) {
    case 'not':
      return `not ${named(expression.of)}`;
    case 'term':
      return expression.term;
    case 'applies':
      return expression.norm;
    case 'in-force':
      return `${expression.instrument} in force`;
    case 'and':
    case 'or':
      return `(${expression.of.map(named).join(` ${expression.kind} `)})`;
    case 'some-incident':
      return `some incident has ${named(expression.of)}`;
    case 'relation':
      return `${expression.fact} ${expression.relation} by ${expression.party.id ?? 'bearer'}`;
    default:
      return 'fact' in expression && expression.fact !== undefined ? expression.fact : expression.kind;
  }
}
