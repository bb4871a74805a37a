import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, formatRational, multiply, parseRational, rational, subtract } from './rational.ts';

const text = (value: string): string => formatRational(parseRational(value));

describe('exact fractions', () => {
  it.each([
    ['12', '12'],
    ['12.50', '25/2'],
    ['-0.5', '-1/2'],
    ['155/200', '31/40'],
    ['0/7', '0'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
  ])('reads %s as %s', (from, to) => expect(text(from)).toBe(to));

  it.each(['', 'x', '1/0', '1.', '1e3'])('refuses %o', (value) => {
    expect(() => parseRational(value)).toThrow(RangeError);
  });

  it('reckons without loss', () => {
    const tenth = parseRational('0.1');
    expect(formatRational(add(tenth, parseRational('0.2')))).toBe('3/10');
    expect(formatRational(subtract(tenth, tenth))).toBe('0');
    expect(formatRational(multiply(parseRational('1/3'), parseRational('3')))).toBe('1');
  });

  it('stays in lowest terms with a positive denominator', () => {
    const whole = fc.bigInt({ min: -1000n, max: 1000n });
    fc.assert(
      fc.property(
        whole,
        whole.filter((n) => n !== 0n),
        (numerator, denominator) => {
          const value = rational(numerator, denominator);
          expect(value.denominator > 0n).toBe(true);
          expect(value.numerator * denominator).toBe(numerator * value.denominator);
          expect(rational(value.numerator, value.denominator)).toEqual(value);
        },
      ),
    );
  });
});
