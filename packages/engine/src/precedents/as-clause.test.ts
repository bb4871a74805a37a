import { describe, expect, it } from 'vitest';
import type { ExpectedForm, Norm } from '../rulebook/schema.ts';
import { formDifferences } from './as-clause.ts';

const norm: Norm = {
  id: 'meet-danger',
  position: { file: 'a.anpo.md', line: 1, column: 1 },
  kind: 'duty',
  provision: 'treaty/V',
  instrument: 'treaty',
  order: 'international',
  force: 'binding',
  bearers: [{ kind: 'party', id: 'US', period: {} }],
  act: 'act',
  exceptions: [],
  open: ['kind', 'amount'],
  accordance: [],
  subject: [],
  notwithstanding: [],
  prevails: [],
  deadline: { immediately: true },
  period: {},
  review: ['nobody'],
  continues: [],
  replaces: [],
  citations: [],
};
const form: ExpectedForm = {
  kind: 'duty',
  act: 'act',
  open: ['amount', 'kind'],
  deadline: { immediately: true },
};

describe('the as clause', () => {
  it('finds nothing where the norm is as expected, in whatever order the open aspects stand', () => {
    expect(formDifferences(norm, form)).toEqual([]);
    expect(formDifferences(norm, { ...form, force: 'binding', order: 'international' })).toEqual([]);
  });

  it('compares force and order only where they are named', () => {
    const changed: Norm = { ...norm, force: 'policy', order: 'japan' };
    expect(formDifferences(changed, form)).toEqual([]);
    expect(formDifferences(changed, { ...form, force: 'binding', order: 'international' })).toEqual([
      { aspect: 'force', expected: 'binding', found: 'policy' },
      { aspect: 'order', expected: 'international', found: 'japan' },
    ]);
  });

  it.each([
    ['kind', { kind: 'permission' }, 'duty', 'permission'],
    ['act', { act: 'other' }, 'act', 'other'],
    ['open', { open: [] }, 'amount, kind', 'nothing'],
    ['open', { open: ['kind'] }, 'amount, kind', 'kind'],
    ['deadline', { deadline: undefined }, 'immediately', 'none'],
    [
      'deadline',
      { deadline: { immediately: false, duration: { count: 2, unit: 'months' }, after: 'notice' } },
      'immediately',
      'within 2 months after notice',
    ],
  ] as const)('notices another %s', (aspect, change, expected, found) => {
    const changed = { ...norm, ...change } as Norm;
    expect(formDifferences(changed, form)).toEqual([{ aspect, expected, found }]);
  });

  it('expects no openness and no deadline where the clause says nothing of them', () => {
    const bare: ExpectedForm = { kind: 'duty', act: 'act', open: [] };
    expect(formDifferences(norm, bare).map(({ aspect }) => aspect)).toEqual(['open', 'deadline']);
  });
});
