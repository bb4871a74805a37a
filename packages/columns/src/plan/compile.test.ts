import { ComplaintError } from '@anpo/engine';
import { smallRulebook } from '@anpo/engine/testing';
import { describe, expect, it } from 'vitest';
import { compilePlan } from './compile.ts';
import type { PlanOptions } from './options.ts';

const rulebook = smallRulebook();
const codes = (options: PlanOptions): readonly string[] => {
  try {
    compilePlan(rulebook, options);
  } catch (error) {
    if (error instanceof ComplaintError) return error.complaints.map(({ code }) => code);
    throw error;
  }
  return [];
};
const bearers = (options: PlanOptions): readonly string[] =>
  compilePlan(rulebook, options).outputs.flatMap((output) =>
    output.kind === 'finding' ? [`${output.norm}@${output.bearer}`] : [],
  );

describe('compilePlan', () => {
  it('refuses days, views, norms and facts that the Rulebook does not know', () => {
    expect(codes({ on: '2016-13-45' })).toEqual(['not-a-date']);
    expect(codes({ between: { from: '1960', until: '2000-01-01' } })).toEqual(['not-a-date']);
    expect(codes({ view: ['GOJ', 'GOI'] })).toEqual(['unknown-view']);
    expect(codes({ norms: ['nosuch', 'toString'] })).toEqual(['unknown-norm', 'unknown-norm']);
    expect(codes({ facts: ['attack', 'atack', '2.attack'] })).toEqual(['unknown-fact', 'unknown-incident']);
  });

  it('takes one bearer of a norm, or all', () => {
    expect(bearers({ norms: ['answer-attack'] })).toEqual(['answer-attack@US', 'answer-attack@JP']);
    expect(bearers({ norms: ['answer-attack@JP'] })).toEqual(['answer-attack@JP']);
  });

  it('follows a view, a holder, or several in order', () => {
    expect(compilePlan(rulebook, { view: 'tokyo' }).view).toEqual(['GOJ', 'opposition']);
    expect(compilePlan(rulebook, { view: ['USG', 'tokyo'] }).view).toEqual(['USG', 'GOJ', 'opposition']);
    expect(compilePlan(rulebook).view).toEqual([]);
  });
});
