/** The place in question and the party attacked: one fact each, of the type that can say it. */
import type { Rulebook } from '@anpo/engine';
import { complaintAt, type RulebookComplaint } from './complaint.ts';

const roles = [
  { role: 'place', type: 'place' },
  { role: 'attacked', type: 'party' },
] as const;

export function checkRoles(rulebook: Rulebook): RulebookComplaint[] {
  return roles.flatMap(({ role, type }) => {
    const facts = rulebook.facts.filter((fact) => fact.role === role);
    const [first, ...others] = facts;
    return [
      ...facts
        .filter((fact) => fact.type !== type)
        .map(({ id, position }) => complaintAt(position, 'role-of-wrong-type', { fact: id, role, type })),
      ...others.map(({ id, position }) =>
        complaintAt(position, 'role-of-two', { fact: id, role, other: first?.id ?? '' }),
      ),
    ];
  });
}
