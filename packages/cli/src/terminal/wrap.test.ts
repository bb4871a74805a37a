import { describe, expect, it } from 'vitest';
import { pad, widthOf, wrap } from './wrap.ts';

describe('wrap', () => {
  it('breaks English at spaces', () => {
    expect(wrap('the quick brown fox jumps', 11)).toEqual(['the quick', 'brown fox', 'jumps']);
  });

  it('breaks Japanese anywhere but before a full stop, by terminal columns', () => {
    expect(wrap('日本国は、事前に協議する。', 12)).toEqual(['日本国は、事', '前に協議す', 'る。']);
  });

  it('cuts a word that is longer than the line', () => {
    expect(wrap('https://example.org/a/long/address', 12)).toEqual([
      'https://exam',
      'ple.org/a/lo',
      'ng/address',
    ]);
  });

  it('gives the first line its own width', () => {
    expect(wrap('one two three four', 18, 10)).toEqual(['one two', 'three four']);
  });

  it('pads full-width text to columns', () => {
    expect(widthOf(pad('日付', 10))).toBe(10);
  });
});
