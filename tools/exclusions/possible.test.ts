/** Every recorded case can occur: no constraint of the library excludes what one of its incidents is given. */
import { join } from 'node:path';
import { openLibrary, overAll, type Rulebook } from '@anpo/engine';
import { assignFacts, compileCircuit, evaluateNodes, FALSE } from '@anpo/engine/circuit';
import { parseQuery } from '@anpo/language';
import { compileLibrary } from '@anpo/node';
import { expect, test } from 'vitest';

test('nothing that a precedent is given excludes the rest', { timeout: 120_000 }, async () => {
  const { rulebook } = await compileLibrary(join(import.meta.dirname, '../../library'));
  if (!rulebook) throw new Error('there is no Rulebook');
  expect(rulebook.constraints.length).toBeGreaterThan(0);
  expect(impossible(rulebook)).toEqual([]);
});

test('what is only feared permits no strike', { timeout: 120_000 }, async () => {
  const { rulebook } = await compileLibrary(join(import.meta.dirname, '../../library'));
  if (!rulebook) throw new Error('there is no Rulebook');
  const strike = 'strike-on-bases of japan-self-defense-forces';
  const feared = `possible ${strike} when attack-only-feared and victim is JP since 2022-12-16`;
  const { query } = await parseQuery(feared, rulebook);
  if (!query) throw new Error('the query cannot be read');
  expect(overAll.prove(openLibrary(rulebook), query).map(({ outcome }) => outcome)).toEqual(['fails']);
});

/** Each constraint alone, by the plain evaluator: what is not given is open, or as it is assumed. */
function impossible(rulebook: Rulebook): string[] {
  const circuit = compileCircuit(rulebook);
  return rulebook.precedents.flatMap(({ id, on, known, given, incidents }) =>
    (incidents.length === 0 ? [{ name: '', given: [] }] : incidents).flatMap((incident) => {
      const own = incident.given.map((fact) => ({ ...fact, incident: 0 }));
      const situation = { on, known, incidents: [incident.name], given: [...given, ...own] };
      const values = evaluateNodes(circuit, assignFacts(rulebook, circuit, situation));
      return [...circuit.constraints].flatMap(([constraint, nodes]) =>
        nodes.some((node) => values[node] === FALSE) ? [`${id} ${incident.name}: ${constraint}`] : [],
      );
    }),
  );
}
