import stringWidth from 'string-width';
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

describe('widthOf', () => {
  it('measures as string-width does, without it where a text is ordinary', () => {
    const texts = [
      '“Article V” § ✓ — ',
      '日米安全保障条約（第五条）',
      '✅⚠\ufe0f',
      'e\u0301が\u3099',
      '🇯🇵👩‍🚀',
      '한국',
    ];
    // Every character of the scripts used here beside its neighbour; of the many ideographs some.
    for (let code = 0x20; code < 0x2800; code++) texts.push(String.fromCodePoint(code, code + 1));
    for (let code = 0x2e80; code < 0x3100; code++) texts.push(String.fromCodePoint(code, code + 1));
    for (let code = 0x3100; code < 0xd7ff; code += 97) texts.push(String.fromCodePoint(code, code + 1));
    for (let code = 0xff00; code < 0xffef; code++) texts.push(String.fromCodePoint(code, code + 1));
    expect(texts.filter((text) => widthOf(text) !== stringWidth(text))).toEqual([]);
  });
});
