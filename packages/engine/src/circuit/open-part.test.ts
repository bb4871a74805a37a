/** What is left open of a Circuit says the same as the whole, of everything that is asked. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignFacts, assignView } from '../evaluate/assignment.ts';
import { evaluateNodes, TRUE, UNKNOWN } from '../evaluate/kleene.ts';
import { randomIncidents, randomRulebook, randomSituation, randomView } from '../testing/random-rulebook.ts';
import { compileCircuit } from './compile.ts';
import { openPart } from './open-part.ts';

it('has the values of the whole, with more known or a view adopted afterwards', () => {
  let smaller = 0;
  fc.assert(
    fc.property(
      randomRulebook,
      fc.oneof(randomSituation, randomIncidents),
      randomView,
      (rulebook, situation, view) => {
        const whole = compileCircuit(rulebook, { incidents: situation.incidents.length });
        // What is given first is the half of it; all of it and the view come afterwards.
        const half = { ...situation, given: situation.given.filter((_, at) => at % 2 === 0) };
        // What was given, or assumed for want of it, stays.
        const settled = new Set([
          ...half.given.map(({ fact }) => fact),
          ...rulebook.facts.filter((fact) => fact.default !== undefined).map(({ id }) => id),
        ]);
        const later = situation.given.filter(({ fact }) => !settled.has(fact));
        const first = assignFacts(rulebook, whole, half);
        whole.atoms.forEach(({ kind }, id) => {
          if (kind === 'held') first[id] = UNKNOWN;
        });
        const known = evaluateNodes(whole, first);
        const roots = whole.findings.map(({ node }) => node);
        const part = openPart(whole, roots, (node) =>
          known[node] === UNKNOWN ? undefined : known[node] === TRUE,
        );
        const all = { ...situation, given: [...half.given, ...later] };
        const assignment = assignView(whole, assignFacts(rulebook, whole, all), view);
        const values = evaluateNodes(whole, assignment);
        const left = evaluateNodes(part.circuit, assignment);
        for (const root of roots) expect(left[part.nodeOf(root)]).toBe(values[root]);
        if (part.circuit.nodes.length < whole.nodes.length) smaller += 1;
      },
    ),
    { numRuns: 200 },
  );
  expect(smaller).toBeGreaterThan(150);
});
