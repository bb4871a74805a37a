import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEntry, writeEntry } from './store.ts';

let directory: string;
let place: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'anpo-store-test-'));
  place = join(directory, 'entry');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('an entry', () => {
  it('gives back what was written, and takes the place of what was there', () => {
    writeEntry(place, { 'one.json': '{"a":1}', 'two.json': '"日本"' });
    expect(openEntry(place)?.read('two.json')).toBe('"日本"');
    writeEntry(place, { 'one.json': '{"a":2}' });
    expect(openEntry(place)?.read('one.json')).toBe('{"a":2}');
    expect(openEntry(place)?.read('two.json')).toBeUndefined();
    expect(readdirSync(directory)).toEqual(['entry']);
  });

  it('is absent where a file is torn or gone, and has no file that was altered', () => {
    writeEntry(place, { 'one.json': '{"a":1}' });
    const file = join(place, 'one.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('1}', '2}'));
    expect(openEntry(place)?.read('one.json')).toBeUndefined();
    writeFileSync(file, '{"a"');
    expect(openEntry(place)).toBeUndefined();
    rmSync(file);
    expect(openEntry(place)).toBeUndefined();
    expect(openEntry(join(directory, 'other'))).toBeUndefined();
  });

  it('leaves nothing behind where it cannot be written', () => {
    writeFileSync(join(directory, 'file'), '');
    expect(() => writeEntry(join(directory, 'file', 'entry'), { 'one.json': '' })).toThrow();
    expect(readdirSync(directory)).toEqual(['file']);
  });
});
