import { describe, expect, test } from 'vitest';
import type { Claim, Query } from '../rulebook/schema.ts';
import { makeItem } from '../testing/make.ts';
import { and, fact, not, smallRulebook, term } from '../testing/small-rulebook.ts';
import { checkClaims } from './claims.ts';

const claim = (id: string, verdicts: Claim['verdicts'], query: Partial<Query>): Claim => ({
  ...makeItem(id),
  says: { en: id, ja: id },
  citations: [],
  verdicts,
  evidence: [],
  query: {
    quantifier: 'always',
    left: { kind: 'norm', norm: 'consult-first', bearers: ['US'] },
    period: { from: '1960-06-23' },
    text: id,
    ...query,
  },
});

describe('claims', () => {
  test('get their verdicts by proof, view by view', () => {
    const noNotice = not({ kind: 'elapsed', fact: 'notice', duration: { count: 1, unit: 'years' } });
    const rulebook = smallRulebook({
      claims: [
        claim(
          'a mission needs consultation',
          [{ verdict: 'contested' }, { verdict: 'holds', view: 'tokyo' }],
          {
            when: and(fact('mission'), not(fact('survival')), noNotice),
          },
        ),
        claim('whatever is a combat operation needs consultation', [{ verdict: 'holds' }], {
          when: and(term('combat-operation'), not(fact('survival')), noNotice),
        }),
        claim('only a mission needs consultation', [{ verdict: 'holds' }], {
          quantifier: 'implies',
          right: fact('mission'),
        }),
        claim('it always needs consultation', [{ verdict: 'holds-in-part' }], {}),
      ],
    });
    const found = checkClaims(rulebook).map(({ verdicts }) =>
      verdicts.map(({ found, agrees }) => [found, agrees]),
    );
    expect(found).toEqual([
      [
        ['contested', true],
        ['holds', true],
      ],
      [['holds', true]],
      [['contested', false]],
      [['fails', true]],
    ]);
  });
});
