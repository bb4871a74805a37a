/** Builds the gates of a plan with hash-consing, folding only what strong Kleene logic allows. */
import {
  FALSE_LITERAL,
  FIRST_INPUT,
  isNegated,
  type Literal,
  nodeOf,
  TRUE_LITERAL,
  UNKNOWN_LITERAL,
} from './plan.ts';

export type Draft =
  | { readonly kind: 'input'; readonly input: number }
  | { readonly kind: 'uniform'; readonly uniform: number }
  | { readonly kind: 'gate'; readonly of: readonly Literal[] };

export class GateBuilder {
  readonly drafts: Draft[] = [];
  readonly #known = new Map<string, number>();

  input(input: number): Literal {
    return this.#intern(`i${input}`, { kind: 'input', input });
  }

  uniform(uniform: number): Literal {
    return this.#intern(`u${uniform}`, { kind: 'uniform', uniform });
  }

  draft(node: number): Draft {
    return this.drafts[node - FIRST_INPUT] as Draft;
  }

  and(literals: Iterable<Literal>): Literal {
    const members = new Set<Literal>();
    for (const literal of literals) {
      if (literal === FALSE_LITERAL) return FALSE_LITERAL;
      if (literal !== TRUE_LITERAL) members.add(literal);
    }
    // a and (a or b) is a: absorption is a law of lattices, so it holds for three values too.
    if (members.size > 1) {
      for (const literal of members) {
        if (!isNegated(literal) || literal === UNKNOWN_LITERAL) continue;
        const draft = this.draft(nodeOf(literal));
        if (draft.kind === 'gate' && draft.of.some((child) => members.has(negate(child)))) {
          members.delete(literal);
        }
      }
    }
    if (members.size === 0) return TRUE_LITERAL;
    const sorted = [...members].sort((a, b) => a - b);
    if (sorted.length === 1) return sorted[0] as Literal;
    return this.#intern(`&${sorted.join(',')}`, { kind: 'gate', of: sorted });
  }

  #intern(key: string, draft: Draft): Literal {
    let node = this.#known.get(key);
    if (node === undefined) {
      node = this.drafts.length + FIRST_INPUT;
      this.drafts.push(draft);
      this.#known.set(key, node);
    }
    return node * 2;
  }
}

export const negate = (literal: Literal): Literal => (literal === UNKNOWN_LITERAL ? literal : literal ^ 1);
