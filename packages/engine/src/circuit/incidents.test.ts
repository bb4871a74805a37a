/** The Circuit of one incident applied to several, against the naive oracle; and that nothing is copied in vain. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignFacts, assignView } from '../evaluate/assignment.ts';
import { evaluateNodes, FALSE, TRUE } from '../evaluate/kleene.ts';
import {
  makeFact,
  makeInstrument,
  makeNorm,
  makeProvision,
  makeRulebook,
  makeTerm,
} from '../testing/make.ts';
import { Oracle, type Truth } from '../testing/oracle.ts';
import { randomIncidents, randomRulebook, randomView } from '../testing/random-rulebook.ts';
import { compileCircuit } from './compile.ts';
import { forIncidents } from './incidents.ts';

const truth = (value: number | undefined): Truth =>
  value === TRUE ? true : value === FALSE ? false : undefined;

describe('a Circuit for several incidents', () => {
  it('gives every finding, term and constraint of every incident the value that the oracle gives it', () => {
    fc.assert(
      fc.property(randomRulebook, randomIncidents, randomView, (rulebook, situation, view) => {
        const circuit = forIncidents(compileCircuit(rulebook), situation.incidents.length);
        const facts = assignFacts(rulebook, circuit, situation);
        const values = evaluateNodes(circuit, assignView(circuit, facts, view));
        const oracle = new Oracle(rulebook, situation, view);
        for (const { norm, bearer, incident, node } of circuit.findings)
          expect(truth(values[node])).toBe(oracle.norm(norm, bearer, incident ?? 0));
        for (const [term, nodes] of circuit.terms) {
          nodes.forEach((node, incident) => {
            expect(truth(values[node])).toBe(oracle.expression({ kind: 'term', term }, { incident }));
          });
        }
        for (const { id, always } of rulebook.constraints) {
          circuit.constraints.get(id)?.forEach((node, incident) => {
            expect(truth(values[node])).toBe(oracle.expression(always, { incident }));
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('asks further expressions of the incident that they are meant for', () => {
    const rulebook = makeRulebook({ facts: [makeFact({ id: 'attack', scope: 'incident' })] });
    const expression = { kind: 'fact', fact: 'attack' } as const;
    const circuit = compileCircuit(rulebook, {
      incidents: 3,
      extra: [{ expression, incident: 2 }, { expression }, { expression, incident: 1 }],
    });
    const atoms = circuit.extra.map((id) => {
      const node = circuit.nodes[id];
      return node?.kind === 'atom' ? circuit.atoms[node.atom] : undefined;
    });
    expect(atoms).toEqual([2, 0, 1].map((incident) => ({ kind: 'fact', fact: 'attack', incident })));
  });

  it('copies what is asked of an incident, and nothing else', () => {
    const rulebook = makeRulebook({
      instruments: [makeInstrument({ id: 'treaty' })],
      provisions: [makeProvision({ id: 'treaty/1', instrument: 'treaty' })],
      facts: [makeFact({ id: 'attack', scope: 'incident' }), makeFact({ id: 'peace' })],
      terms: [
        makeTerm({ id: 'calm', meaning: { kind: 'not', of: { kind: 'fact', fact: 'peace' } } }),
        makeTerm({ id: 'war', meaning: { kind: 'some-incident', of: { kind: 'fact', fact: 'attack' } } }),
      ],
      norms: [
        makeNorm({
          id: 'answer',
          act: 'act',
          provision: 'treaty/1',
          instrument: 'treaty',
          condition: {
            kind: 'and',
            of: [
              { kind: 'fact', fact: 'attack' },
              { kind: 'term', term: 'war' },
              { kind: 'term', term: 'calm' },
            ],
          },
        }),
      ],
    });
    const one = compileCircuit(rulebook);
    const nodes = [2, 3, 4].map((incidents) => forIncidents(one, incidents).nodes.length);
    // The fact, the condition and its name, the norm and its name, and the name around it.
    expect(nodes.map((count) => count - one.nodes.length)).toEqual([6, 11, 16]);
    const three = forIncidents(one, 3);
    expect(three.findings.map(({ incident }) => incident)).toEqual([0, 1, 2]);
    expect(three.terms.get('war')).toHaveLength(1);
    const some = three.nodes.find((node) => node.kind === 'named' && node.origin.kind === 'some-incident');
    const parts = some?.kind === 'named' ? three.nodes[some.of] : undefined;
    expect(parts).toMatchObject({ kind: 'or' });
    expect(parts?.kind === 'or' && parts.of).toHaveLength(3);
  });

  it('is made of the Circuit of one incident only', () => {
    const circuit = compileCircuit(makeRulebook({}), { incidents: 2 });
    expect(() => forIncidents(circuit, 3)).toThrow(RangeError);
    const one = compileCircuit(makeRulebook({}));
    expect(forIncidents(one, 1)).toBe(one);
  });
});
