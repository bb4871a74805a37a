/**
 * What an expression may speak of. Only a norm has a bearer; the life of an instrument is about the whole
 * situation, so a fact of one incident cannot bring it about.
 */
import type { Rulebook } from '@anpo/engine';
import type { Expression, Norm } from '@anpo/engine/rulebook';
import { complaintAt, type RulebookComplaint } from './complaint.ts';
import { expressionsOf, meaningsOf, type PlacedExpression, partsOf } from './walk.ts';

type Wanted = 'bearer' | 'incident';

/** Checks the expressions of the Rulebook, or others that are written with its names. */
export function checkFrames(
  rulebook: Rulebook,
  placed: readonly PlacedExpression[] = expressionsOf(rulebook),
): RulebookComplaint[] {
  const finder = new Finder(rulebook);
  return placed.flatMap(({ expression, position, what, within }) => {
    const complaints: RulebookComplaint[] = [];
    if (within !== 'term' && within !== 'norm') {
      const path = finder.find('bearer', expression);
      if (path) {
        complaints.push(complaintAt(position, 'no-bearer-here', { path, ...what }));
      }
    }
    if (within === 'instrument') {
      const path = finder.find('incident', expression);
      if (path) {
        const fact = path.at(-1) as string;
        complaints.push(complaintAt(position, 'hangs-on-incident', { fact, ...what }));
      }
    }
    return complaints;
  });
}

/** Finds what speaks of a bearer or of one incident, with the path of terms and norms that leads there. */
class Finder {
  readonly #incidental: ReadonlySet<string>;
  readonly #terms: ReadonlyMap<string, readonly Expression[]>;
  readonly #norms: ReadonlyMap<string, readonly Expression[]>;
  readonly #known = new Map<string, readonly string[] | undefined>();

  constructor(rulebook: Rulebook) {
    this.#incidental = new Set(
      rulebook.facts.filter((fact) => fact.scope === 'incident').map((fact) => fact.id),
    );
    this.#terms = new Map(rulebook.terms.map((term) => [term.id, meaningsOf(term.definition)]));
    const over = new Map<string, Expression[]>();
    for (const norm of rulebook.norms)
      for (const id of norm.prevails)
        over.set(id, [...(over.get(id) ?? []), { kind: 'applies', norm: norm.id }]);
    this.#norms = new Map(
      rulebook.norms.map((norm) => [norm.id, [...partsOfNorm(norm), ...(over.get(norm.id) ?? [])]]),
    );
  }

  find(wanted: Wanted, expression: Expression): readonly string[] | undefined {
    if (wanted === 'incident' && expression.kind === 'some-incident') return undefined;
    const own = wanted === 'bearer' ? speaksOfBearer(expression) : this.#ofIncident(expression);
    if (own !== undefined) return [own];
    if (expression.kind === 'term') return this.#within(wanted, expression.term, this.#terms);
    // A norm that is asked whether it applies brings its own bearer with it.
    if (expression.kind === 'applies' && wanted === 'incident')
      return this.#within(wanted, expression.norm, this.#norms);
    return this.#first(wanted, partsOf(expression));
  }

  #first(wanted: Wanted, expressions: readonly Expression[]): readonly string[] | undefined {
    for (const expression of expressions) {
      const path = this.find(wanted, expression);
      if (path) return path;
    }
    return undefined;
  }

  #within(
    wanted: Wanted,
    id: string,
    of: ReadonlyMap<string, readonly Expression[]>,
  ): readonly string[] | undefined {
    const key = `${wanted} ${id}`;
    if (!this.#known.has(key)) {
      this.#known.set(key, undefined);
      const path = this.#first(wanted, of.get(id) ?? []);
      this.#known.set(key, path && [id, ...path]);
    }
    return this.#known.get(key);
  }

  #ofIncident(expression: Expression): string | undefined {
    return 'fact' in expression && expression.fact !== undefined && this.#incidental.has(expression.fact)
      ? expression.fact
      : undefined;
  }
}

function partsOfNorm(norm: Norm): readonly Expression[] {
  return [
    ...(norm.territory ? [norm.territory] : []),
    ...(norm.condition ? [norm.condition] : []),
    ...norm.exceptions.map((exception) => exception.when),
    ...meaningsOf(norm.standing),
  ];
}

function speaksOfBearer(expression: Expression): string | undefined {
  const speaks =
    expression.kind === 'bearer' ||
    (expression.kind === 'member' && expression.fact === undefined) ||
    (expression.kind === 'value' && expression.bearer === true) ||
    (expression.kind === 'fact' && expression.organ?.kind === 'bearer') ||
    (expression.kind === 'relation' && expression.party.kind === 'bearer') ||
    (expression.kind === 'applies' && expression.bearer?.kind === 'bearer');
  return speaks ? 'bearer' : undefined;
}
