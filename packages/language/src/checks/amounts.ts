/** Amounts: calculated from numbers or from dates, never from both, and never from themselves. */
import type { Rulebook } from '@anpo/engine';
import type { Amount, Fact, ValueExpression } from '@anpo/engine/rulebook';
import type { LanguageCodes } from '../words/codes.ts';
import { complaintAt, type RulebookComplaint } from './complaint.ts';
import { LONGEST_CHAIN } from './cycles.ts';

type Sort = 'number' | 'date';

export function checkAmounts(rulebook: Rulebook): RulebookComplaint[] {
  const amounts = new Map(rulebook.amounts.map((amount) => [amount.id, amount]));
  const facts = new Map(rulebook.facts.map((fact) => [fact.id, fact]));
  const cycles = rulebook.amounts.flatMap((amount) => checkCycle(amount, amounts));
  if (cycles.length > 0) return cycles;
  return rulebook.amounts.flatMap((amount) =>
    amount.pieces.flatMap((piece) => {
      const problem = sortProblem(amount, piece.value, sortOf(amount), amounts, facts);
      return problem ? [problem] : [];
    }),
  );
}

const sortOf = (amount: Amount | undefined): Sort => (amount?.unit === 'date' ? 'date' : 'number');

function sortProblem(
  amount: Amount,
  value: ValueExpression,
  wanted: Sort,
  amounts: ReadonlyMap<string, Amount>,
  facts: ReadonlyMap<string, Fact>,
): RulebookComplaint | undefined {
  const { position } = amount;
  const own = { amount: amount.id, unit: amount.unit };
  const mixed = (
    part: LanguageCodes['numbers-and-dates']['part'],
    text: string,
    sort: Sort,
  ): RulebookComplaint | undefined =>
    sort === wanted ? undefined : complaintAt(position, 'numbers-and-dates', { ...own, part, text, sort });
  const within = (inner: ValueExpression, sort: Sort): RulebookComplaint | undefined =>
    sortProblem(amount, inner, sort, amounts, facts);
  switch (value.kind) {
    case 'number':
      if (/\/0*(\.0*)?$/.test(value.value))
        return complaintAt(position, 'divides-by-nothing', { ...own, value: value.value });
      return mixed('value', value.value, 'number');
    case 'date':
      return mixed('value', value.value, 'date');
    case 'fact': {
      const type = facts.get(value.fact)?.type ?? 'yes-no';
      if (type !== 'date' && type !== 'number' && type !== 'amount')
        return complaintAt(position, 'fact-without-amount', { ...own, fact: value.fact, type });
      return mixed('fact', value.fact, type === 'date' ? 'date' : 'number');
    }
    case 'amount':
      return mixed('amount', value.amount, sortOf(amounts.get(value.amount)));
    case 'after':
      return mixed('day-after', '', 'date') ?? within(value.of, 'date');
    default:
      return (
        mixed('calculation', '', 'number') ?? within(value.left, 'number') ?? within(value.right, 'number')
      );
  }
}

function checkCycle(amount: Amount, amounts: ReadonlyMap<string, Amount>): RulebookComplaint[] {
  const seen = new Set<string>();
  let level = mentioned(amount);
  for (let depth = 1; level.length > 0; depth++) {
    if (level.includes(amount.id) || depth > LONGEST_CHAIN) {
      const own = { amount: amount.id };
      return [
        level.includes(amount.id)
          ? complaintAt(amount.position, 'amount-of-itself', own)
          : complaintAt(amount.position, 'amount-chain-too-long', { ...own, most: LONGEST_CHAIN }),
      ];
    }
    const next = level.filter((id) => !seen.has(id));
    for (const id of next) seen.add(id);
    level = [...new Set(next.flatMap((id) => mentioned(amounts.get(id) as Amount)))];
  }
  return [];
}

function mentioned(amount: Amount): string[] {
  const of = (value: ValueExpression): string[] => {
    switch (value.kind) {
      case 'amount':
        return [value.amount];
      case 'after':
        return of(value.of);
      case 'sum':
      case 'difference':
      case 'product':
        return [...of(value.left), ...of(value.right)];
      default:
        return [];
    }
  };
  return amount.pieces.flatMap((piece) => of(piece.value));
}
