/** What restriction leaves and what it folds; that values stay the same is held by evaluate/oracle.test.ts. */
import { describe, expect, it } from 'vitest';
import { assignFacts } from '../evaluate/assignment.ts';
import { evaluateNodes, FALSE, TRUE, UNKNOWN } from '../evaluate/kleene.ts';
import { makeReading, makeTerm } from '../testing/make.ts';
import { smallRulebook } from '../testing/small-rulebook.ts';
import type { Circuit, NodeId } from './circuit.ts';
import { compileCircuit } from './compile.ts';
import { restrict } from './restrict.ts';

const yes = { kind: 'constant', value: true } as const;
const no = { kind: 'constant', value: false } as const;
/** GOJ holds it true until 1970; the opposition holds it false from 1960. */
const rulebook = smallRulebook({
  terms: [
    makeTerm({
      id: 'combat-operation',
      readings: [
        makeReading('GOJ', yes, { until: '1970-01-01' }),
        makeReading('opposition', no, { from: '1960-01-01' }),
      ],
    }),
    makeTerm({ id: 'attack-under-V', meaning: yes }),
  ],
});
const circuit = compileCircuit(rulebook);
const kinds = (of: Circuit): string[] => [...new Set(of.atoms.map(({ kind }) => kind))].sort();
const termAt = (of: Circuit, on: string): number | undefined => {
  const values = evaluateNodes(of, assignFacts(rulebook, of, { on, incidents: [], given: [] }));
  return values[of.terms.get('combat-operation')?.[0] as NodeId];
};

describe('restriction', () => {
  it('to a view leaves whose reading is adopted a question of the date', () => {
    const tokyo = restrict(circuit, { view: ['GOJ', 'opposition'] });
    expect(['1955-01-01', '1965-01-01', '1975-01-01'].map((on) => termAt(tokyo, on))).toEqual([
      TRUE,
      TRUE,
      FALSE,
    ]);
    const opposed = restrict(circuit, { view: ['opposition', 'GOJ'] });
    expect(['1955-01-01', '1965-01-01', '1975-01-01'].map((on) => termAt(opposed, on))).toEqual([
      TRUE,
      FALSE,
      FALSE,
    ]);
    const silent = restrict(circuit, { view: ['USG'] });
    expect(['1955-01-01', '1965-01-01'].map((on) => termAt(silent, on))).toEqual([UNKNOWN, UNKNOWN]);
  });

  it('to everything leaves only facts, names and what nothing determines', () => {
    const all = restrict(circuit, { date: '1965-01-01', known: '2011-01-01', view: ['GOJ'] });
    const asked = new Set(
      all.nodes.flatMap((node) => (node.kind === 'atom' ? [all.atoms[node.atom]?.kind] : [])),
    );
    expect(asked).not.toContain('date');
    expect(asked).not.toContain('known');
    expect(asked).not.toContain('reading');
    expect(asked).not.toContain('held');
    expect(all.nodes.length).toBeLessThan(circuit.nodes.length);
    expect(all.nodes.some((node) => node.kind === 'named' && node.origin.kind === 'choice')).toBe(true);
  });

  it('to nothing keeps the Circuit as it is', () => {
    const same = restrict(circuit, {});
    expect(kinds(same)).toEqual(kinds(circuit));
    expect(same.findings.map(({ norm, bearer }) => [norm, bearer])).toEqual(
      circuit.findings.map(({ norm, bearer }) => [norm, bearer]),
    );
  });
});
