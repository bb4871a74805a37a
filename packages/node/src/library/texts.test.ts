import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComplaintError } from '@anpo/engine';
import { afterAll, expect, it } from 'vitest';
import { hashTexts, readTexts } from './texts.ts';

const directory = mkdtempSync(join(tmpdir(), 'anpo-texts-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

it('reads the texts in order and hashes them as they are, wherever they were read', () => {
  mkdirSync(join(directory, 'japan'));
  writeFileSync(join(directory, 'japan', 'law.anpo.md'), '安保\n');
  writeFileSync(join(directory, 'a.anpo.md'), 'a\n');
  writeFileSync(join(directory, 'notes.md'), 'no law');
  const { texts, hash } = readTexts(directory);
  expect(texts).toEqual([
    { file: 'a.anpo.md', text: 'a\n' },
    { file: 'japan/law.anpo.md', text: '安保\n' },
  ]);
  expect(hash).toBe(hashTexts(texts));
  expect(hash).not.toBe(hashTexts(texts.slice(1)));
});

it('complains where there is nothing to read', () => {
  expect(() => readTexts(join(directory, 'nowhere'))).toThrow(ComplaintError);
});
