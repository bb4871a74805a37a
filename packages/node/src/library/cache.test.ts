import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheDirectories, readCache, writeCache } from './cache.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'anpo-cache-test-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const keep = (key: string): void => writeCache([directory], 'plan', key, { 'plan.json': '{"a":1}' });
const kept = (key: string): string | undefined => readCache([directory], 'plan', key)?.read('plan.json');

describe('the cache', () => {
  it('gives back what was kept under a kind and key, and nothing under another', () => {
    keep('k');
    expect(kept('k')).toBe('{"a":1}');
    expect(kept('other')).toBeUndefined();
    expect(readCache([directory], 'library', 'k')).toBeUndefined();
  });

  it('forgets an entry that was altered', () => {
    keep('k');
    writeFileSync(join(directory, 'plan-k', 'plan.json'), '{"a":2}');
    expect(kept('k')).toBeUndefined();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('keeps the entries of a kind used last, and nothing that a dead writer left', () => {
    writeCache([directory], 'library', 'k', {});
    const left = join(directory, '.writing-0123456789abcdef');
    mkdirSync(left);
    utimesSync(left, new Date(0), new Date(0));
    for (let index = 0; index < 30; index++) {
      keep(`k${index}`);
      utimesSync(join(directory, `plan-k${index}`), index, index);
      if (index > 0) utimesSync(join(directory, 'plan-k0'), 100, 100);
    }
    const names = readdirSync(directory);
    expect(names).toHaveLength(25);
    expect(names).toContain('library-k');
    expect(names).toContain('plan-k0');
    expect(names).not.toContain('plan-k1');
  });

  it('goes on to the next directory where one cannot be written, and does without where none can', () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    const below = join(file, 'below');
    const next = join(directory, 'next');
    writeCache([below, next], 'plan', 'k', { 'plan.json': '{}' });
    expect(readCache([below, next], 'plan', 'k')?.read('plan.json')).toBe('{}');
    writeCache([below], 'plan', 'k', { 'plan.json': '{}' });
    expect(readCache([below], 'plan', 'k')).toBeUndefined();
  });

  it('is where ANPO_CACHE says', () => {
    expect(cacheDirectories({ variables: { ANPO_CACHE: '/x' } })).toEqual(['/x']);
    expect(cacheDirectories({ variables: {} })).toHaveLength(2);
  });
});
