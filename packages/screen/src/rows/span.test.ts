import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Span } from './span.ts';

describe('Span', () => {
  it('gives each value a number of its own, above 0 and within its bits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 1 }), (values) => {
        const span = new Span();
        for (const [at, value] of values.entries()) {
          expect(span.widen(value, value)).not.toBe('too far');
          for (const known of values.slice(0, at + 1)) {
            expect(known - span.offset).toBeGreaterThan(0);
            expect(known - span.offset).toBeLessThan(2 ** span.bits);
          }
        }
      }),
    );
  });

  it.each([1, -1])('grows by steps of %s without taking more room than twice what it holds', (step) => {
    const span = new Span();
    let changes = 0;
    for (let at = 0; at < 5000; at++) if (span.widen(at * step, at * step)) changes++;
    expect(span.bits).toBe(13);
    expect(changes).toBeLessThan(20);
    expect(span.values()).toHaveLength(5000);
  });

  it('refuses values too far apart, and stays as it is', () => {
    const span = new Span();
    span.widen(5, 9);
    const before = [span.offset, span.bits];
    expect(span.widen(2 ** 30, 2 ** 30)).toBe('too far');
    expect(span.widen(-(2 ** 31), -(2 ** 31))).toBe('too far');
    expect(span.widen(-(2 ** 31), 2 ** 31 - 1)).toBe('too far');
    expect([span.offset, span.bits]).toEqual(before);
    expect(span.values()).toEqual([5, 6, 7, 8, 9]);
  });
});
