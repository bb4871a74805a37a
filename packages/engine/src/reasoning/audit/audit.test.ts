import { describe, expect, test } from 'vitest';
import { compileCircuit } from '../../circuit/compile.ts';
import { makeNorm } from '../../testing/make.ts';
import { and, fact, not, smallRulebook } from '../../testing/small-rulebook.ts';
import { audit } from './audit.ts';

const treaty = { provision: 'treaty/V', instrument: 'treaty' };
const us = [{ kind: 'party' as const, id: 'US', period: {} }];

describe('audit', () => {
  const base = smallRulebook();
  const rulebook = smallRulebook({
    terms: base.terms.map((each) =>
      each.id === 'attack-under-V' ? { ...each, attack: true as const } : each,
    ),
    norms: [
      ...base.norms,
      makeNorm({
        id: 'dead',
        ...treaty,
        bearers: us,
        act: 'act',
        condition: and(fact('mission'), not(fact('mission'))),
      }),
      makeNorm({
        id: 'idle',
        ...treaty,
        bearers: us,
        act: 'consult',
        condition: fact('mission'),
        exceptions: [
          { when: not(fact('mission')), citations: [], position: { file: 'test', line: 1, column: 1 } },
          { when: fact('leaves'), citations: [], position: { file: 'test', line: 1, column: 1 } },
        ],
      }),
    ],
  });
  const result = audit(rulebook, compileCircuit(rulebook), { on: '1998-01-01' });

  test('finds norms that pull both ways, with a situation', () => {
    const conflict = result.conflicts.find(({ left }) => left === 'answer-attack');
    expect(conflict).toMatchObject({
      right: 'no-action',
      bearer: 'JP',
      kind: 'must-and-must-not',
      sameOrder: false,
    });
    expect(conflict?.example?.given).toContainEqual(
      expect.objectContaining({ fact: 'attack', incident: 0, value: 'yes' }),
    );
    // The same for the United States never meets: the statute binds Japan alone.
    expect(result.conflicts.some(({ left, bearer }) => left === 'answer-attack' && bearer === 'US')).toBe(
      false,
    );
  });

  test('ends after the steps allowed, and says what it did not get to', () => {
    const short = audit(rulebook, compileCircuit(rulebook), { on: '1998-01-01', steps: 0 });
    expect(short.conflicts).toEqual([]);
    expect(short.notDecided).toContain('answer-attack against no-action');
  });

  test('finds what never applies and what never bites', () => {
    expect(result.deadNorms).toEqual([{ norm: 'dead', bearer: 'US' }]);
    expect(result.idleExceptions).toEqual([{ norm: 'idle', bearer: 'US', index: 0 }]);
  });

  test('finds attacks that no norm meets, and duties of one party', () => {
    // One year after a notice the treaty binds nobody.
    const gap = result.gaps.find(({ kind }) => kind === 'no-norm');
    expect(
      gap?.kind === 'no-norm' && gap.description?.anyOf[0]?.allOf.map(({ question }) => question),
    ).toContainEqual({
      kind: 'fact',
      fact: 'notice',
    });
    expect(result.oneSidedDuties.map(({ norm, bound }) => [norm, bound])).toContainEqual([
      'consult-first',
      'US',
    ]);
    expect(result.oneSidedDuties.some(({ norm }) => norm === 'answer-attack')).toBe(false);
  });

  test('finds no fault in amounts that are disjoint and complete', () => {
    expect(result.amountFaults).toEqual([]);
    expect(result.notDecided).toEqual([]);
  });
});
