import { describe, expect, it } from 'vitest';
import { maskProse } from './literate.ts';
import { messageOf } from './testing/print.ts';

const codeOf = (text: string): string => maskProse(text).code;
const messages = (text: string): string[] =>
  maskProse(text).slips.map((slip) => `${slip.line}: ${messageOf(slip.complaint)}`);

describe('maskProse', () => {
  it('keeps code and blanks prose and fences, each character in its place', () => {
    const text = '# Title 日本\n\n```anpo\nparty US\n```\nEnd\n';
    expect(codeOf(text)).toBe(`${' '.repeat(10)}\n\n       \nparty US\n   \n   \n`);
    expect(codeOf(text)).toHaveLength(text.length);
    expect(maskProse(text)).toMatchObject({ blocks: 1, slips: [] });
  });

  it.each([
    ['backticks', '```anpo\nx\n```\n'],
    ['tildes', '~~~anpo\nx\n~~~\n'],
    ['a space before the word', '``` anpo\nx\n```\n'],
    ['words after it', '```anpo the treaty\nx\n```\n'],
    ['longer fences', '`````anpo\nx\n`````\n'],
    ['a longer closing fence', '```anpo\nx\n``````\n'],
    ['a little indentation', '  ```anpo\nx\n  ```\n'],
    ['spaces after the closing fence', '```anpo\nx\n```   \n'],
    ['a byte order mark', '\uFEFF```anpo\nx\n```\n'],
    ['Windows line ends', '```anpo\r\nx\r\n```\r\n'],
    ['no line end at the end of the file', '```anpo\nx\n```'],
  ])('reads a block with %s', (_, text) => {
    expect(codeOf(text).trim()).toBe('x');
    expect(messages(text)).toEqual([]);
  });

  it('keeps carriage returns, so that positions hold', () => {
    expect(codeOf('ab\r\n```anpo\r\nx\r\n```\r\n')).toBe('  \r\n       \r\nx\r\n   \r\n');
  });

  it('leaves other blocks alone, with anpo fences in them', () => {
    const text = '````md\n```anpo\nx\n```\n````\n\n```sh\nls\n```\n';
    expect(codeOf(text).trim()).toBe('');
    expect(maskProse(text)).toMatchObject({ blocks: 0, slips: [] });
  });

  it('takes a fence of the other kind, and a shorter one, as code', () => {
    expect(codeOf('````anpo\n~~~\n```\n````\n').trim()).toBe('~~~\n```');
  });

  it('takes backticks within a line as prose', () => {
    expect(maskProse('```anpo``` is the word.\n')).toMatchObject({ blocks: 0, slips: [] });
  });

  it('reads several blocks', () => {
    expect(codeOf('```anpo\na\n```\nprose\n~~~anpo\nb\n~~~\n').match(/\w/g)).toEqual(['a', 'b']);
  });

  it.each([
    ['an unclosed block', 'x\n```anpo\na\n', ['1: this anpo block is never closed']],
    [
      'an unclosed block of another kind',
      '```sh\na\n',
      ['0: this block is never closed: all that follows would be read as its text'],
    ],
    [
      'a block that opens within another',
      '```anpo\na\n```anpo\nb\n```\n',
      ['0: this anpo block is never closed before the next one opens'],
    ],
    ['a fence closed by a shorter one', '````anpo\na\n```\n', ['0: this anpo block is never closed']],
    [
      'a block in capitals',
      '```ANPO\na\n```\n',
      ['0: the block is called "ANPO" and would be read as prose'],
    ],
    [
      'an indented block',
      '- a\n\n      ```anpo\n      b\n      ```\n',
      ['2: this anpo block is indented and would be read as prose'],
    ],
  ])('complains of %s', (_, text, expected) => {
    expect(messages(text)).toEqual(expected);
  });
});
