import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compilePlan } from '@anpo/columns';
import { makeRulebook } from '@anpo/engine/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptPlan } from './plans.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'anpo-plans-test-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

it('keeps a plan by library and question, and compiles anew what was altered', () => {
  const rulebook = makeRulebook({ hash: 'one' });
  const environment = { variables: { ANPO_CACHE: directory } };
  const options = { on: '2016-03-29' };
  const plan = keptPlan(rulebook, options, environment);
  expect(plan).toEqual(compilePlan(rulebook, options));
  expect(keptPlan(rulebook, options, environment)).toEqual(plan);
  expect(readdirSync(directory)).toHaveLength(1);
  keptPlan(rulebook, { on: '2017-01-01' }, environment);
  keptPlan(makeRulebook({ hash: 'two' }), options, environment);
  expect(readdirSync(directory)).toHaveLength(3);
  for (const name of readdirSync(directory)) {
    const file = join(directory, name, 'plan.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"incidents":1', '"incidents":2'));
  }
  expect(keptPlan(rulebook, options, environment)).toEqual(plan);
});
