import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComplaintError } from '@anpo/engine';
import { afterAll, describe, expect, it } from 'vitest';
import { CHECKPOINT_FORMAT, readCheckpoint, removeCheckpoint, writeCheckpoint } from './checkpoint.ts';

const directory = mkdtempSync(join(tmpdir(), 'checkpoint-'));
afterAll(() => rmSync(directory, { recursive: true }));

const state = {
  key: 'question',
  file: 1,
  read: 20,
  parts: 0,
  rejectBytes: 0,
  pendingBytes: 0,
  rows: 20,
  rejected: 0,
  summary: { totals: {}, settled: {}, days: { rows: 0, differing: 0 } },
};

describe('a checkpoint', () => {
  const path = join(directory, 'run.checkpoint');

  it('is read again by the same question alone', () => {
    expect(readCheckpoint(path, 'question')).toBeUndefined();
    writeCheckpoint(path, state);
    expect(readCheckpoint(path, 'question')).toEqual({ format: CHECKPOINT_FORMAT, ...state });
    expect(readCheckpoint(path, 'another')).toBeUndefined();
    removeCheckpoint(path);
    expect(existsSync(path)).toBe(false);
  });

  it.each([[1], [undefined], ['1.0']])('of format %s is refused, and stays where it is', (format) => {
    writeFileSync(path, JSON.stringify({ ...state, format }));
    const text = readFileSync(path, 'utf8');
    expect(() => readCheckpoint(path, 'question')).toThrow(ComplaintError);
    expect(() => readCheckpoint(path, 'question')).toThrow(/unknown-format.*run\.checkpoint/);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('that is no checkpoint is not used', () => {
    for (const text of ['', '[]', '{}', '{"format": 2, "key": "question"}', 'no JSON']) {
      writeFileSync(path, text);
      expect(readCheckpoint(path, 'question')).toBeUndefined();
    }
  });
});
