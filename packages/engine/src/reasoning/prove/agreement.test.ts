/** What is contested of a finding is contested of the query that asks the same, and by the same holders. */
import { expect, it } from 'vitest';
import { openLibrary } from '../../library.ts';
import type { Expression, Query } from '../../rulebook/schema.ts';
import { fact, smallRulebook } from '../../testing/small-rulebook.ts';
import { compileQueries } from '../query.ts';
import { prove } from './prove.ts';

const NAMES = ['mission', 'leaves'] as const;
const DAY = { from: '1975-06-01', until: '1975-06-02' };

function asked(values: readonly boolean[]): Query {
  const when: Expression = {
    kind: 'and',
    of: [
      ...NAMES.map((name, at): Expression => (values[at] ? fact(name) : { kind: 'not', of: fact(name) })),
      // The treaty has not ended.
      {
        kind: 'not',
        of: { kind: 'elapsed', fact: 'notice', duration: { count: 1, unit: 'years' } },
      },
    ],
  };
  const left: Query['left'] = { kind: 'norm', norm: 'consult-first', bearers: ['US'] };
  return { quantifier: 'never', left, when, period: DAY, text: 'asked' };
}

it.each([
  [true, true],
  [true, false],
  [false, true],
  [false, false],
])('with mission %s and leaves %s', (...values) => {
  const rulebook = smallRulebook();
  const [proof] = prove(compileQueries(rulebook, [asked(values)]), 0);
  const given = [
    { fact: 'notice', value: '2090-01-01', asserted: 'observed' as const },
    { fact: 'survival', value: 'no', asserted: 'observed' as const },
    ...NAMES.map((name, at) => ({
      fact: name,
      value: values[at] ? 'yes' : 'no',
      asserted: 'observed' as const,
    })),
  ];
  const found = openLibrary(rulebook)
    .assess({ on: DAY.from, incidents: [], given })
    .findings.find(({ norm, bearer }) => norm === 'consult-first' && bearer === 'US');
  const { agreement } = found ?? {};
  if (agreement === undefined || agreement.kind === 'no-reading-recorded') throw new Error('nobody reads it');
  const parted = new Set(agreement.positions.map(({ outcome }) => outcome)).size > 1;
  expect(agreement.kind).toBe(parted ? 'agreed-between-parties' : 'agreed');
  expect(proof?.outcome === 'contested').toBe(parted);
  if (parted)
    expect(proof?.agreement).toMatchObject({ kind: agreement.kind, contestedBy: agreement.contestedBy });
});
