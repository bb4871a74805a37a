import { describe, expect, it } from 'vitest';
import { columnsWords } from './index.ts';

describe('the words of columns', () => {
  it('are there for the same codes in both languages', () => {
    expect(Object.keys(columnsWords.ja)).toEqual(Object.keys(columnsWords.en));
  });
});
