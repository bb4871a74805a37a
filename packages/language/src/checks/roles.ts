/** The place in question and the party attacked: one fact each, of the type that can say it. */
import type { Fact, Rulebook } from '@anpo/engine';
import type { RulebookComplaint } from './complaint.ts';

const roles = [
  { role: 'place', type: 'place', words: 'the place in question' },
  { role: 'attacked', type: 'party', words: 'the party attacked' },
] as const;

export function checkRoles(rulebook: Rulebook): RulebookComplaint[] {
  return roles.flatMap(({ role, type, words }) => {
    const facts = rulebook.facts.filter((fact) => fact.role === role);
    const [first, ...others] = facts;
    return [
      ...facts
        .filter((fact) => fact.type !== type)
        .map((fact) =>
          complaint(
            fact,
            `is said to be ${words} and is no ${type}`,
            `make it a ${type}, or name another fact`,
          ),
        ),
      ...others.map((fact) =>
        complaint(fact, `is ${words}, as "${first?.id}" is already`, 'say it of one fact alone'),
      ),
    ];
  });
}

const complaint = (fact: Fact, what: string, mend: string): RulebookComplaint => ({
  position: fact.position,
  message: `the fact "${fact.id}" ${what}`,
  mend,
});
