/** Settling atoms against evaluating the whole Circuit again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCircuit } from '../circuit/compile.ts';
import { coneOf } from '../circuit/cone.ts';
import { randomRulebook, randomSituation } from '../testing/random-rulebook.ts';
import { assignFacts } from './assignment.ts';
import { evaluateNodes, type Kleene, UNKNOWN } from './kleene.ts';
import { valueSupposing } from './supposing.ts';

describe('settling unknown atoms', () => {
  it('comes to what evaluation with their new values comes to', () => {
    fc.assert(
      fc.property(
        randomRulebook,
        randomSituation,
        fc.infiniteStream(fc.constantFrom<Kleene>(0, 1, 2)),
        (rulebook, situation, stream) => {
          const circuit = compileCircuit(rulebook, { incidents: situation.incidents.length });
          const facts = assignFacts(rulebook, circuit, situation);
          const values = evaluateNodes(circuit, facts);
          const changed = Uint8Array.from(facts);
          const settled = new Map<number, Kleene>();
          facts.forEach((value, atom) => {
            if (value !== UNKNOWN) return;
            const next = stream.next().value as Kleene;
            changed[atom] = next;
            settled.set(atom, next);
          });
          const again = evaluateNodes(circuit, changed);
          for (const { node } of circuit.findings) {
            const unknown = coneOf(circuit, node, (id) => values[id] === UNKNOWN);
            expect(valueSupposing(circuit, values, unknown, node, settled)).toBe(again[node]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
