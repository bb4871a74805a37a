/**
 * Exact values of amounts: the piece whose guard holds, reckoned in whole-number fractions and calendar days.
 * A guard or a fact that is unknown leaves the amount undetermined.
 */
import { addDuration, type Day, formatDay, toDay } from '../calendar/date.ts';
import type { AmountRoot, Circuit } from '../circuit/circuit.ts';
import { indexRulebook, type RulebookIndex } from '../rulebook/index.ts';
import type { Citation, Rulebook, ValueExpression } from '../rulebook/schema.ts';
import { type ResolvedSituation, resolveSituation } from '../situation/resolved.ts';
import type { Situation } from '../situation/situation.ts';
import { TRUE, UNKNOWN } from './kleene.ts';
import {
  add,
  formatRational,
  multiply,
  parseRational,
  type Rational,
  rational,
  subtract,
} from './rational.ts';

export interface AmountResult {
  readonly outcome: 'known' | 'undetermined' | 'none';
  /** A whole number, a fraction `n/d` in lowest terms, or a date. */
  readonly value?: string | undefined;
  /** Of the piece that gave the value. */
  readonly citations: readonly Citation[];
}

type Quantity = { kind: 'number'; value: Rational } | { kind: 'day'; value: Day };

/** What an amount came to, or why it came to nothing. */
type Found = { quantity: Quantity; citations: readonly Citation[] } | 'undetermined' | 'none';

export function evaluateAmount(
  rulebook: Rulebook,
  circuit: Circuit,
  values: Uint8Array,
  situation: Situation,
  root: AmountRoot,
): AmountResult {
  return amountIn(circuit, values, resolveSituation(rulebook, situation), root);
}

/** The same for a situation that is resolved already. */
export function amountIn(
  circuit: Circuit,
  values: Uint8Array,
  resolved: ResolvedSituation,
  root: AmountRoot,
): AmountResult {
  const found = new AmountEvaluator(circuit, values, resolved).amount(root);
  if (found === 'undetermined' || found === 'none') return { outcome: found, citations: [] };
  const { quantity, citations } = found;
  const value = quantity.kind === 'day' ? formatDay(quantity.value) : formatRational(quantity.value);
  return { outcome: 'known', value, citations };
}

class AmountEvaluator {
  readonly #index: RulebookIndex;
  readonly #circuit: Circuit;
  readonly #values: Uint8Array;
  readonly #resolved: ResolvedSituation;

  constructor(circuit: Circuit, values: Uint8Array, resolved: ResolvedSituation) {
    this.#index = indexRulebook(resolved.rulebook);
    this.#circuit = circuit;
    this.#values = values;
    this.#resolved = resolved;
  }

  amount(root: AmountRoot): Found {
    const { pieces } = this.#index.amount(root.amount);
    const guards = root.guards.map((guard) => this.#values[guard]);
    const holding = pieces.filter((_, index) => guards[index] === TRUE);
    if (holding.length === 0) return guards.includes(UNKNOWN) ? 'undetermined' : 'none';
    const found = holding.map((piece) => this.#value(piece.value, root));
    const [first] = found;
    if (first === undefined || typeof first === 'string') return first ?? 'none';
    // Pieces that hold together must say the same; if they do not, the library does not say which is meant.
    const same = found.every((other) => typeof other !== 'string' && textOf(other) === textOf(first));
    if (!same) return 'undetermined';
    return { quantity: first, citations: holding.flatMap((piece) => piece.citations) };
  }

  #value(value: ValueExpression, root: AmountRoot): Quantity | 'undetermined' | 'none' {
    switch (value.kind) {
      case 'number':
        return { kind: 'number', value: parseRational(value.value) };
      case 'date':
        return { kind: 'day', value: toDay(value.value) };
      case 'fact':
        return this.#fact(value.fact, root.incident);
      case 'amount': {
        const other = this.#rootOf(value.amount, root.incident);
        const found = other === undefined ? 'none' : this.amount(other);
        return typeof found === 'string' ? found : found.quantity;
      }
      case 'after': {
        const of = this.#value(value.of, root);
        if (typeof of === 'string') return of;
        if (of.kind !== 'day') throw mismatch(root.amount);
        return { kind: 'day', value: addDuration(of.value, value.duration) };
      }
      default: {
        const left = this.#value(value.left, root);
        const right = this.#value(value.right, root);
        if (left === 'none' || right === 'none') return 'none';
        if (left === 'undetermined' || right === 'undetermined') return 'undetermined';
        return combine(value.kind, left, right, root.amount);
      }
    }
  }

  #fact(id: string, incident: number | undefined): Quantity | 'undetermined' {
    const asked = this.#index.fact(id).scope === 'incident' ? incident : undefined;
    const value = this.#resolved.value(id, asked);
    if (value?.kind === 'date') return { kind: 'day', value: value.value };
    return value?.kind === 'number' ? { kind: 'number', value: parseRational(value.value) } : 'undetermined';
  }

  #rootOf(amount: string, incident: number | undefined): AmountRoot | undefined {
    const roots = this.#circuit.amounts.filter((root) => root.amount === amount);
    return (
      roots.find((root) => root.incident === incident) ?? roots.find((root) => root.incident === undefined)
    );
  }
}

function combine(
  kind: 'sum' | 'difference' | 'product',
  left: Quantity,
  right: Quantity,
  amount: string,
): Quantity {
  if (left.kind === 'number' && right.kind === 'number') {
    const reckon = { sum: add, difference: subtract, product: multiply }[kind];
    return { kind: 'number', value: reckon(left.value, right.value) };
  }
  if (left.kind === 'day' && right.kind === 'day' && kind === 'difference') {
    return { kind: 'number', value: rational(BigInt(left.value - right.value)) };
  }
  if (
    left.kind === 'day' &&
    right.kind === 'number' &&
    right.value.denominator === 1n &&
    kind !== 'product'
  ) {
    const days = Number(right.value.numerator);
    return { kind: 'day', value: kind === 'sum' ? left.value + days : left.value - days };
  }
  throw mismatch(amount);
}

const textOf = (quantity: Quantity): string =>
  quantity.kind === 'day' ? formatDay(quantity.value) : formatRational(quantity.value);

const mismatch = (amount: string): RangeError =>
  new RangeError(`the amount "${amount}" mixes dates and numbers in a way that has no meaning`);
