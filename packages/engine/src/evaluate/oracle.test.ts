/** The Circuit against the naive oracle: same Rulebook, same situation, same view, same values. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Circuit, CircuitNode } from '../circuit/circuit.ts';
import { compileCircuit } from '../circuit/compile.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import type { Situation } from '../situation/situation.ts';
import { Oracle, type Truth } from '../testing/oracle.ts';
import { randomRulebook, randomSituation, randomView } from '../testing/random-rulebook.ts';
import { assignFacts, assignView } from './assignment.ts';
import { evaluateNodes, FALSE, type Kleene, TRUE, UNKNOWN } from './kleene.ts';

const truth = (value: number | undefined): Truth =>
  value === TRUE ? true : value === FALSE ? false : undefined;

/** Every finding, term and instrument by name, as the Circuit values it. */
function circuitValues(
  rulebook: Rulebook,
  circuit: Circuit,
  situation: Situation,
  view: readonly string[],
): Record<string, Truth> {
  const values = evaluateNodes(circuit, assignView(circuit, assignFacts(rulebook, circuit, situation), view));
  const result: Record<string, Truth> = {};
  for (const { norm, bearer, incident, node } of circuit.findings) {
    result[`${norm} ${bearer} ${incident ?? 0}`] = truth(values[node]);
  }
  for (const [term, nodes] of circuit.terms) {
    nodes.forEach((node, incident) => {
      result[`${term} ${incident}`] = truth(values[node]);
    });
  }
  for (const [instrument, node] of circuit.instruments) result[instrument] = truth(values[node]);
  return result;
}

function oracleValues(
  rulebook: Rulebook,
  circuit: Circuit,
  situation: Situation,
  view: readonly string[],
): Record<string, Truth> {
  const oracle = new Oracle(rulebook, situation, view);
  const result: Record<string, Truth> = {};
  for (const { norm, bearer, incident } of circuit.findings) {
    result[`${norm} ${bearer} ${incident ?? 0}`] = oracle.norm(norm, bearer, incident ?? 0);
  }
  for (const [term, nodes] of circuit.terms) {
    nodes.forEach((_, incident) => {
      result[`${term} ${incident}`] = oracle.expression({ kind: 'term', term }, { incident });
    });
  }
  for (const instrument of circuit.instruments.keys()) result[instrument] = oracle.inForce(instrument);
  return result;
}

const runs = { numRuns: 400 };

describe('evaluation of a Circuit', () => {
  it('equals the naive oracle, with readings open and under a view', () => {
    fc.assert(
      fc.property(randomRulebook, randomSituation, randomView, (rulebook, situation, view) => {
        const circuit = compileCircuit(rulebook, { incidents: situation.incidents.length });
        expect(circuitValues(rulebook, circuit, situation, view)).toEqual(
          oracleValues(rulebook, circuit, situation, view),
        );
      }),
      runs,
    );
  });

  it('takes a forced node for what it is forced to, and nothing else differently', () => {
    fc.assert(
      fc.property(
        randomRulebook,
        randomSituation,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom<Kleene>(0, 1, 2)), { minLength: 1, maxLength: 3 }),
        (rulebook, situation, picks) => {
          const circuit = compileCircuit(rulebook, { incidents: situation.incidents.length });
          const facts = assignFacts(rulebook, circuit, situation);
          const forced = new Map(picks.map(([pick, value]) => [pick % circuit.nodes.length, value]));
          const values = evaluateNodes(circuit, facts, forced);
          circuit.nodes.forEach((node, id) => {
            const expected = forced.get(id) ?? nodeValue(node, values, facts);
            expect(values[id]).toBe(expected);
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** The value of one node from those of its children, written apart from the evaluator. */
function nodeValue(node: CircuitNode, values: Uint8Array, facts: Uint8Array): number | undefined {
  switch (node.kind) {
    case 'false':
      return FALSE;
    case 'true':
      return TRUE;
    case 'atom':
      return facts[node.atom];
    case 'named':
      return values[node.of];
    case 'not':
      return [TRUE, FALSE, UNKNOWN][values[node.of] as number];
    default: {
      const children = node.of.map((child) => values[child]);
      const [absorbing, neutral] = node.kind === 'and' ? [FALSE, TRUE] : [TRUE, FALSE];
      if (children.includes(absorbing)) return absorbing;
      return children.includes(UNKNOWN) ? UNKNOWN : neutral;
    }
  }
}
