import { smallRulebook } from '@anpo/engine/testing';
import { describe, expect, it } from 'vitest';
import { compilePlan } from './compile.ts';
import { dependentOutputs } from './dependence.ts';

describe('dependentOutputs', () => {
  const names = (facts: readonly string[]): readonly string[] => [
    ...dependentOutputs(compilePlan(smallRulebook(), { facts, view: 'GOJ' })),
  ];

  it('names what the columns given bear on, through gates', () => {
    expect(names(['attack'])).toEqual(['answer-attack@US#1', 'answer-attack@JP#1']);
    expect(names(['mission'])).toEqual(['consult-first@US']);
  });

  it('names nothing where only the date matters', () => {
    expect(names([])).toEqual([]);
  });
});
