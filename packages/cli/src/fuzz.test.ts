/** Whatever comes in, a user gets a message and an exit code, never a stack trace. */

import { smallRulebook } from '@anpo/engine/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Outcome, runCommand } from './testing/run-command.ts';

const rulebook = smallRulebook();

function expectGraceful({ code, out, error }: Outcome): void {
  expect([0, 2]).toContain(code);
  expect(code === 0 ? out : error).not.toBe('');
  expect(`${out}${error}`).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
}

const names = [
  'attack',
  'place',
  'survival',
  'notice',
  'ships',
  'unit',
  'raid',
  '__proto__',
  'constructor',
  'toString',
];
const word = fc.oneof(fc.constantFrom(...names), fc.string(), fc.string({ unit: 'binary' }));
const value = fc.oneof(
  word,
  fc.constantFrom('yes', 'no', 'unknown', 'okinawa', '1975-01-01', '12', 'cabinet', '-1e9'),
);

describe('fuzz', () => {
  it('takes any bytes as a situation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (input) => {
        expectGraceful(await runCommand(['assess', '-'], { rulebook, input }));
      }),
      { numRuns: 300 },
    );
  });

  it('takes any JSON as a situation', async () => {
    const top = fc.constantFrom('title', 'on', 'known-on', 'view', 'facts', 'incidents', 'x');
    const inner = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        value,
        fc.integer(),
        fc.constant(null),
        fc.boolean(),
        fc.array(tie('any'), { maxLength: 3 }),
        tie('map'),
      ),
      map: fc.dictionary(
        fc.oneof(word, fc.constantFrom('value', 'asserted', 'organ', 'en', 'cabinet')),
        tie('any'),
        { maxKeys: 4 },
      ),
    })).any;
    await fc.assert(
      fc.asyncProperty(fc.dictionary(top, inner), async (situation) => {
        expectGraceful(await runCommand(['assess', '-'], { rulebook, input: JSON.stringify(situation) }));
      }),
      { numRuns: 400 },
    );
  });

  it('takes any arguments', async () => {
    const flag = fc.constantFrom(
      '--fact',
      '--on',
      '--known-on',
      '--view',
      '--all',
      '--json',
      '--lang',
      '--help',
      '-h',
      '--',
      '-',
      '--x',
      '--__proto__',
    );
    const argument = fc.oneof(
      flag,
      value,
      fc.tuple(flag, value).map(([name, text]) => `${name}=${text}`),
      fc.tuple(word, word, value).map(([name, organ, text]) => `${name}@${organ}=${text}`),
    );
    // `check` and `backtest` read the library itself; their own tests cover them.
    const command = fc.oneof(
      fc.constantFrom('assess', 'facts', 'show', 'help', '--version'),
      word.filter((text) => text !== 'check'),
    );
    await fc.assert(
      fc.asyncProperty(command, fc.array(argument, { maxLength: 6 }), async (name, rest) => {
        expectGraceful(await runCommand([name, ...rest], { rulebook }));
      }),
      { numRuns: 600 },
    );
  });

  it('takes any table and any SQL', async () => {
    const name = fc.oneof(
      fc.constantFrom(
        'attack',
        'place',
        'survival',
        'notice',
        'ships',
        'sender',
        'unit',
        'date',
        'answer-attack',
      ),
      fc.constantFrom(
        'consult-first@US',
        'survival@cabinet',
        '1.attack',
        '2.attack',
        '0.place',
        'GOJ',
        'tokyo',
      ),
      value,
    );
    const flag = fc.oneof(
      fc.tuple(
        fc.constantFrom('--vary', '--norm', '--view', '--on', '--known-on', '--dialect', '--format'),
        name,
      ),
      fc.tuple(
        fc.constant('--fact'),
        fc.tuple(name, value).map(([fact, given]) => `${fact}=${given}`),
      ),
    );
    const argv = fc.oneof(
      fc.tuple(fc.constant(['table', 'answer-attack', '--vary', 'attack']), fc.array(flag, { maxLength: 3 })),
      fc.tuple(
        name.map((norm) => ['table', norm, '--vary', 'attack,date']),
        fc.array(flag, { maxLength: 3 }),
      ),
      fc.tuple(fc.constant(['sql']), fc.array(flag, { maxLength: 3 })),
    );
    await fc.assert(
      fc.asyncProperty(argv, async ([command, flags]) => {
        expectGraceful(await runCommand([...command, ...flags.flat()], { rulebook }));
      }),
      { numRuns: 400 },
    );
  });
});
