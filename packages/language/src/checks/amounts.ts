/** Amounts: calculated from numbers or from dates, never from both, and never from themselves. */
import type { Amount, Fact, Rulebook, ValueExpression } from '@anpo/engine';
import { withArticle } from '../nouns.ts';
import type { RulebookComplaint } from './complaint.ts';
import { LONGEST_CHAIN } from './cycles.ts';

type Sort = 'number' | 'date';

export function checkAmounts(rulebook: Rulebook): RulebookComplaint[] {
  const amounts = new Map(rulebook.amounts.map((amount) => [amount.id, amount]));
  const facts = new Map(rulebook.facts.map((fact) => [fact.id, fact]));
  const cycles = rulebook.amounts.flatMap((amount) => checkCycle(amount, amounts));
  if (cycles.length > 0) return cycles;
  return rulebook.amounts.flatMap((amount) =>
    amount.pieces.flatMap((piece): RulebookComplaint[] => {
      const problem = sortProblem(piece.value, amount.unit === 'date' ? 'date' : 'number', amounts, facts);
      if (problem === undefined) return [];
      return [
        {
          position: amount.position,
          message: `the amount "${amount.id}" is in ${amount.unit === 'date' ? 'dates' : amount.unit}: ${problem}`,
          mend: 'calculate dates from dates (DURATION after …) and numbers from numbers',
        },
      ];
    }),
  );
}

function sortProblem(
  value: ValueExpression,
  wanted: Sort,
  amounts: ReadonlyMap<string, Amount>,
  facts: ReadonlyMap<string, Fact>,
): string | undefined {
  const complain = (what: string, sort: Sort): string | undefined =>
    sort === wanted
      ? undefined
      : `${what} is ${sort === 'date' ? 'a date' : 'a number'}, and a ${wanted} is wanted`;
  switch (value.kind) {
    case 'number':
      if (/\/0*(\.0*)?$/.test(value.value)) return `${value.value} divides by nothing`;
      return complain(value.value, 'number');
    case 'date':
      return complain(value.value, 'date');
    case 'fact': {
      const type = facts.get(value.fact)?.type;
      if (type !== 'date' && type !== 'number' && type !== 'amount')
        return `the fact "${value.fact}" is ${withArticle(type ?? '')} and has no value to calculate with`;
      return complain(`the fact "${value.fact}"`, type === 'date' ? 'date' : 'number');
    }
    case 'amount': {
      const unit = amounts.get(value.amount)?.unit;
      return complain(`the amount "${value.amount}"`, unit === 'date' ? 'date' : 'number');
    }
    case 'after':
      return complain('a day after another', 'date') ?? sortProblem(value.of, 'date', amounts, facts);
    default:
      return (
        complain('a calculation', 'number') ??
        sortProblem(value.left, 'number', amounts, facts) ??
        sortProblem(value.right, 'number', amounts, facts)
      );
  }
}

function checkCycle(amount: Amount, amounts: ReadonlyMap<string, Amount>): RulebookComplaint[] {
  const seen = new Set<string>();
  let level = mentioned(amount);
  for (let depth = 1; level.length > 0; depth++) {
    if (level.includes(amount.id) || depth > LONGEST_CHAIN) {
      return [
        {
          position: amount.position,
          message: level.includes(amount.id)
            ? `the amount "${amount.id}" is calculated from itself`
            : `the amount "${amount.id}" rests on more than ${LONGEST_CHAIN} others in a row`,
          mend: 'give one of the amounts a value of its own',
        },
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
