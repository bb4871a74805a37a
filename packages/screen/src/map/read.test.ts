import { ComplaintError } from '@anpo/engine';
import { smallRulebook } from '@anpo/engine/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentMap } from './check.ts';
import { readMap } from './read.ts';

const rulebook = smallRulebook();

/** A map, or complaints of which each says where; nothing else. */
function read(text: string): void {
  try {
    const { map, places } = readMap(text, 'map.yaml');
    presentMap(rulebook, map, places);
  } catch (error) {
    if (!(error instanceof ComplaintError)) throw error;
    for (const { where } of error.complaints) expect(where?.file).toBe('map.yaml');
  }
}

const word = fc.oneof(
  fc.constantFrom('on', 'id', 'where', 'party', 'facts', 'sql', 'values', 'value', 'otherwise', 'unknown'),
  fc.constantFrom('attack', 'place', 'okinawa', '2.attack', '0.place', 'survival@cabinet', 'NO', 'yes'),
  fc.constantFrom('__proto__', 'constructor', 'toString', '999999999999.attack', ''),
  fc.string({ maxLength: 8 }),
);

describe('readMap', () => {
  it('takes any text', () => {
    const piece = fc.oneof(
      word,
      fc.constantFrom('\n', '\n  ', ': ', '- ', '{', '}', '[', ']', '&a ', '*a', '"', '#'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => read(pieces.join(''))),
      { numRuns: 500 },
    );
  });

  it('takes any JSON', () => {
    const { any } = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(word, tie('any'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(any, (value) => read(JSON.stringify(value))),
      { numRuns: 500 },
    );
  });

  it('refuses nesting without end', () => {
    read('['.repeat(100_000));
  });
});
