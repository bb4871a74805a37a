/**
 * What an expression depends on besides the situation: the incident it is asked about, and the bearer it is
 * asked for. Terms and norms that depend on neither are compiled once, others once for each.
 */
import type { RulebookIndex } from '../rulebook/index.ts';
import type { Amount, Definition, Expression, Norm, ValueExpression } from '../rulebook/schema.ts';
import { defeats } from './precedence.ts';

export interface Dependence {
  readonly incident: boolean;
  readonly bearer: boolean;
}

const none: Dependence = { incident: false, bearer: false };

const join = (a: Dependence, b: Dependence): Dependence => ({
  incident: a.incident || b.incident,
  bearer: a.bearer || b.bearer,
});

export class Dependences {
  readonly #index: RulebookIndex;
  readonly #memo = new Map<string, Dependence>();
  /** The amounts being looked at, to notice one that needs itself. */
  readonly #amounts = new Set<string>();

  constructor(index: RulebookIndex) {
    this.#index = index;
  }

  ofTerm(id: string): Dependence {
    return this.#once(`term ${id}`, () => this.ofDefinition(this.#index.term(id).definition));
  }

  /** For a norm, `bearer` is always true: it is compiled for each bearer. */
  ofNorm(norm: Norm): Dependence {
    return this.#once(`norm ${norm.id}`, () =>
      [
        norm.territory ? this.ofExpression(norm.territory) : none,
        norm.condition ? this.ofExpression(norm.condition) : none,
        ...norm.exceptions.map((exception) => this.ofExpression(exception.when)),
        norm.standing ? this.ofDefinition(norm.standing) : none,
        ...this.#prevailingOver(norm).map((other) => this.ofNorm(other)),
      ].reduce(join, { incident: false, bearer: true }),
    );
  }

  ofAmount({ id, territory, pieces }: Amount): Dependence {
    if (this.#amounts.has(id)) throw new RangeError(`the amount "${id}" depends on itself`);
    this.#amounts.add(id);
    const dependence = pieces
      .flatMap(({ when, value }) => [when ? this.ofExpression(when) : none, this.#ofValue(value)])
      .reduce(join, territory ? this.ofExpression(territory) : none);
    this.#amounts.delete(id);
    return dependence;
  }

  ofDefinition(definition: Definition): Dependence {
    const meanings = [
      ...(definition.meaning ? [definition.meaning] : []),
      ...definition.readings.map((reading) => reading.meaning),
    ];
    return meanings.map((meaning) => this.ofExpression(meaning)).reduce(join, none);
  }

  ofExpression(expression: Expression): Dependence {
    switch (expression.kind) {
      case 'constant':
      case 'date':
        return none;
      case 'in-force':
        return none;
      case 'not':
        return this.ofExpression(expression.of);
      case 'and':
      case 'or':
        return expression.of.map((part) => this.ofExpression(part)).reduce(join, none);
      case 'some-incident':
        return { incident: false, bearer: this.ofExpression(expression.of).bearer };
      case 'term':
        return this.ofTerm(expression.term);
      case 'bearer':
        return { incident: false, bearer: true };
      case 'fact':
        return join(this.#ofFact(expression.fact), {
          incident: false,
          bearer: expression.organ?.kind === 'bearer',
        });
      case 'relation':
        return join(this.#ofFact(expression.fact), {
          incident: false,
          bearer: expression.party.kind === 'bearer',
        });
      case 'value':
        return join(this.#ofFact(expression.fact), { incident: false, bearer: expression.bearer === true });
      case 'member':
        return expression.fact === undefined
          ? { incident: false, bearer: true }
          : this.#ofFact(expression.fact);
      case 'place':
      case 'threshold':
      case 'elapsed':
        return this.#ofFact(expression.fact);
      case 'applies': {
        const { incident } = this.ofNorm(this.#index.norm(expression.norm));
        return { incident, bearer: expression.bearer?.kind === 'bearer' };
      }
    }
  }

  #ofValue(value: ValueExpression): Dependence {
    switch (value.kind) {
      case 'number':
      case 'date':
        return none;
      case 'fact':
        return this.#ofFact(value.fact);
      case 'amount':
        return this.ofAmount(this.#index.amount(value.amount));
      case 'after':
        return this.#ofValue(value.of);
      default:
        return join(this.#ofValue(value.left), this.#ofValue(value.right));
    }
  }

  /** A norm is asked for each incident where a norm that defeats it is. */
  #prevailingOver(norm: Norm): readonly Norm[] {
    return this.#index.rulebook.norms.filter(
      (other) => other.prevails.includes(norm.id) && defeats(other, norm),
    );
  }

  #ofFact(id: string): Dependence {
    return { incident: this.#index.fact(id).scope === 'incident', bearer: false };
  }

  #once(key: string, compute: () => Dependence): Dependence {
    const known = this.#memo.get(key);
    if (known) return known;
    const value = compute();
    this.#memo.set(key, value);
    return value;
  }
}
