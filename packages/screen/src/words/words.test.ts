import { columnsWords } from '@anpo/columns/words';
import { describe, expect, it } from 'vitest';
import { screenWords } from './index.ts';

describe('the words of screen', () => {
  it('are there for the same codes in both languages', () => {
    expect(Object.keys(screenWords.ja).sort()).toEqual(Object.keys(screenWords.en).sort());
  });

  it('share no code with columns', () => {
    expect(Object.keys(screenWords.en).filter((code) => code in columnsWords.en)).toEqual([]);
  });
});
