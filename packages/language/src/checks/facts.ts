/** The defaults of assumptions: a value that the fact can have. */
import { compareDecimal, type Fact, nearest, parseDay, type Rulebook } from '@anpo/engine';
import type { RulebookComplaint } from './complaint.ts';

export function checkFacts(rulebook: Rulebook): RulebookComplaint[] {
  const places = rulebook.places.map((place) => place.id);
  const parties = rulebook.parties.map((party) => party.id);
  return rulebook.facts.flatMap((fact): RulebookComplaint[] => {
    if (fact.default === undefined) return [];
    switch (fact.type) {
      case 'place':
        return oneOf(fact, fact.default, places);
      case 'party':
        return oneOf(fact, fact.default, parties);
      case 'number':
      case 'amount':
        return number(fact, fact.default);
      case 'date':
        return parseDay(fact.default) === undefined
          ? [
              complaint(
                fact,
                `assumes "${fact.default}", which is no day of the calendar`,
                'write YYYY-MM-DD',
              ),
            ]
          : [];
      default:
        return [];
    }
  });
}

function oneOf(fact: Fact, value: string, candidates: readonly string[]): RulebookComplaint[] {
  if (candidates.includes(value)) return [];
  const near = nearest(value, candidates, 3);
  const mend = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `name a ${fact.type} of the register`;
  return [{ ...complaint(fact, `assumes "${value}", which is no ${fact.type}`, mend), candidates }];
}

function number(fact: Fact, value: string): RulebookComplaint[] {
  if (!/^\d+(\.\d+)?$/.test(value))
    return [complaint(fact, `is a number and assumes "${value}"`, 'write a number')];
  const low = fact.minimum !== undefined && compareDecimal(value, fact.minimum) < 0;
  const high = fact.maximum !== undefined && compareDecimal(value, fact.maximum) > 0;
  return low || high
    ? [complaint(fact, `assumes ${value}, which is outside its own bounds`, 'mend the default or the bounds')]
    : [];
}

const complaint = (fact: Fact, what: string, mend: string): RulebookComplaint => ({
  position: fact.position,
  message: `the fact "${fact.id}" ${what}`,
  mend,
});
