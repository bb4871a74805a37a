/** A Circuit that was made goes on as if it had been made at once, kept as text in between or not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Expression, Rulebook } from '../rulebook/schema.ts';
import { randomRulebook } from '../testing/random-rulebook.ts';
import { smallRulebook } from '../testing/small-rulebook.ts';
import { type CompileOptions, compileCircuit } from './compile.ts';
import { circuitFromText, circuitToText } from './plain.ts';

/** Everything that may be asked of a Rulebook, and some of it together. */
function questions(rulebook: Rulebook): NonNullable<CompileOptions['extra']> {
  const { terms, norms, instruments, facts, parties } = rulebook;
  const expressions: Expression[] = [
    ...norms.flatMap(({ id, bearers }): Expression[] => [
      { kind: 'applies', norm: id },
      ...bearers.map((bearer): Expression => ({ kind: 'applies', norm: id, bearer })),
    ]),
    ...terms.map(({ id }): Expression => ({ kind: 'term', term: id })),
    ...instruments.map(({ id }): Expression => ({ kind: 'in-force', instrument: id })),
    ...facts
      .filter(({ type }) => type === 'place')
      .flatMap(({ id }) =>
        parties.map(
          (party): Expression => ({
            kind: 'relation',
            fact: id,
            relation: 'administered',
            party: { kind: 'party', id: party.id },
          }),
        ),
      ),
    { kind: 'date', at: '1987-06-05' },
  ];
  const pairs = expressions.flatMap((one, at): Expression[] => {
    const other = expressions[(at * 7 + 3) % expressions.length] as Expression;
    return [{ kind: 'and', of: [one, { kind: 'not', of: other }] }];
  });
  return [...expressions, ...pairs].map((expression) => ({ expression }));
}

function expectSame(rulebook: Rulebook): void {
  for (const extra of [[], ...questions(rulebook).map((question) => [question]), questions(rulebook)]) {
    const made = compileCircuit(rulebook);
    const whole = compileCircuit(rulebook, { extra });
    expect(compileCircuit(rulebook, { extra, made })).toEqual(whole);
    expect(compileCircuit(rulebook, { extra, made: circuitFromText(circuitToText(made)) })).toEqual(whole);
    expect(made).toEqual(compileCircuit(rulebook));
  }
}

it('goes on in a small law', () => {
  expectSame(smallRulebook());
});

it('goes on in random laws', () => {
  fc.assert(fc.property(randomRulebook, expectSame), { seed: 19600623, numRuns: 20 });
});

it('is made anew where something is asked of a bearer', () => {
  const rulebook = smallRulebook();
  const expression: Expression = { kind: 'bearer', values: ['JP'] };
  const extra = [{ expression, bearer: 'JP' }];
  expect(compileCircuit(rulebook, { extra, made: compileCircuit(rulebook) })).toEqual(
    compileCircuit(rulebook, { extra }),
  );
});
