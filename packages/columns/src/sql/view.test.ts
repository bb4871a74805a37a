import { ComplaintError } from '@anpo/engine';
import { makeAmount, makeFact, smallRulebook } from '@anpo/engine/testing';
import { describe, expect, it } from 'vitest';
import { compilePlan } from '../plan/compile.ts';
import { dialects } from './dialect.ts';
import { generateView, sourceColumns } from './view.ts';

const dialect = dialects.duckdb;

describe('a view', () => {
  it('reads each fact in its own type, though the name of another may end alike', () => {
    const small = smallRulebook();
    const rulebook = {
      ...small,
      facts: [...small.facts, makeFact({ id: 'end-of-ships', type: 'date' })],
      amounts: [
        makeAmount({
          id: 'later',
          unit: 'date',
          pieces: [{ value: { kind: 'fact', fact: 'end-of-ships' }, period: {}, citations: [] }],
        }),
      ],
    };
    const plan = compilePlan(rulebook, { on: '1975-06-01', norms: ['answer-attack'], amounts: true });
    expect(sourceColumns(rulebook, plan, dialect)).toContainEqual({ name: 'end-of-ships', type: 'DATE' });
  });

  it('of no findings still has the rows of its source', () => {
    const rulebook = smallRulebook();
    const plan = compilePlan(rulebook, { on: '1975-06-01', norms: [] });
    expect(generateView(rulebook, plan, { dialect, source: 'situations' })).toMatch(
      /SELECT\n {2}1 AS one\nFROM/,
    );
  });

  it('that is wider than its dialect allows is refused', () => {
    const rulebook = smallRulebook();
    const plan = compilePlan(rulebook, { on: '1975-06-01' });
    const narrow = { ...dialect, mostColumns: 2 };
    expect(() => generateView(rulebook, plan, { dialect: narrow, source: 'situations' })).toThrow(
      ComplaintError,
    );
  });
});
