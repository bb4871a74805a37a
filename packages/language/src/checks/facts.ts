/** The defaults of assumptions: a value that the fact can have. */
import type { Rulebook } from '@anpo/engine';
import { parseDay } from '@anpo/engine/calendar';
import { nearest } from '@anpo/engine/complaint';
import type { Fact } from '@anpo/engine/rulebook';
import { compareDecimal } from '@anpo/engine/situation';
import type { UnreadNames } from '../unread.ts';
import { complaintAt, type RulebookComplaint } from './complaint.ts';

export function checkFacts(rulebook: Rulebook, unread: UnreadNames): RulebookComplaint[] {
  const places = rulebook.places.map((place) => place.id);
  const parties = rulebook.parties.map((party) => party.id);
  return rulebook.facts.flatMap((fact): RulebookComplaint[] => {
    const { id, type, default: value, position } = fact;
    if (value === undefined || unread.mayDeclare(value)) return [];
    switch (type) {
      case 'place':
        return oneOf(fact, value, type, places);
      case 'party':
        return oneOf(fact, value, type, parties);
      case 'number':
      case 'amount':
        return number(fact, value);
      case 'date':
        return parseDay(value) === undefined
          ? [complaintAt(position, 'default-no-day', { fact: id, value })]
          : [];
      default:
        return [];
    }
  });
}

function oneOf(
  fact: Fact,
  value: string,
  type: 'place' | 'party',
  candidates: readonly string[],
): RulebookComplaint[] {
  if (candidates.includes(value)) return [];
  const near = nearest(value, candidates, 3);
  const data = { fact: fact.id, value, type, near, candidates };
  return [{ ...complaintAt(fact.position, 'default-not-in-register', data), nearest: near }];
}

function number(fact: Fact, value: string): RulebookComplaint[] {
  const data = { fact: fact.id, value };
  if (!/^\d+(\.\d+)?$/.test(value)) return [complaintAt(fact.position, 'default-no-number', data)];
  const low = fact.minimum !== undefined && compareDecimal(value, fact.minimum) < 0;
  const high = fact.maximum !== undefined && compareDecimal(value, fact.maximum) > 0;
  return low || high ? [complaintAt(fact.position, 'default-out-of-bounds', data)] : [];
}
