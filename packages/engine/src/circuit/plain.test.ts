import { expect, it } from 'vitest';
import { smallRulebook } from '../testing/small-rulebook.ts';
import { compileCircuit } from './compile.ts';
import { circuitFromText, circuitToText } from './plain.ts';

it('comes back as it was', () => {
  const circuit = compileCircuit(smallRulebook(), { incidents: 2 });
  expect(circuitFromText(circuitToText(circuit))).toEqual(circuit);
});
