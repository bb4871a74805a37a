import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheDirectories, readCache, writeCache } from './cache.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'anpo-cache-test-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('the cache', () => {
  it('gives back what was kept under a key, and nothing under another', () => {
    writeCache([directory], 'k', '{"a":1}');
    expect(readCache([directory], 'k')).toBe('{"a":1}');
    expect(readCache([directory], 'other')).toBeUndefined();
  });

  it('ignores a corrupted entry, even one that is still JSON', () => {
    writeCache([directory], 'k', '{"a":1}');
    const file = join(directory, readdirSync(directory)[0] as string);
    writeFileSync(file, readFileSync(file, 'utf8').replace('1}', '2}'));
    expect(readCache([directory], 'k')).toBeUndefined();
    writeFileSync(file, '');
    expect(readCache([directory], 'k')).toBeUndefined();
  });

  it('leaves no temporary file and keeps only the newest entries', () => {
    for (let index = 0; index < 12; index++) writeCache([directory], `k${index}`, '{}');
    const names = readdirSync(directory);
    expect(names.every((name) => name.endsWith('.json'))).toBe(true);
    expect(names.length).toBeLessThanOrEqual(24);
  });

  it('goes on to the next directory where one cannot be written, and does without where none can', () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    const next = join(directory, 'next');
    writeCache([join(file, 'below'), next], 'k', '{}');
    expect(readCache([join(file, 'below'), next], 'k')).toBe('{}');
    writeCache([join(file, 'below')], 'k', '{}');
    expect(readCache([join(file, 'below')], 'k')).toBeUndefined();
  });

  it('is where ANPO_CACHE says', () => {
    expect(cacheDirectories({ ANPO_CACHE: '/x' })).toEqual(['/x']);
    expect(cacheDirectories({})).toHaveLength(2);
  });
});
