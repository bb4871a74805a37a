/**
 * Generates plain JavaScript of the same shape as the WebAssembly kernel: two planes for each value, 32 rows in
 * a word. The text is cut into functions well under the size (60 KB of bytecode) beyond which the runtime stops
 * optimizing; what passes between them lies in an array.
 */
import {
  FALSE_LITERAL,
  FIRST_INPUT,
  firstGate,
  firstUniform,
  isNegated,
  type Literal,
  nodeOf,
  type Plan,
  TRUE_LITERAL,
  UNKNOWN_LITERAL,
} from '../../plan/plan.ts';
import { cutGates } from '../functions.ts';

/** Operands in one function, two operations each: about 20 KB of bytecode. */
const MOST_IN_FUNCTION = 500;

/** Computes the words `[from, to)`: `inputs`, `outputs` hold the pairs of a word one after another. */
export type WordKernel = (
  from: number,
  to: number,
  inputs: Int32Array,
  outputs: Int32Array,
  uniforms: Int32Array,
  between: Int32Array,
) => void;

export function generateJavaScript(plan: Plan): string {
  const gateStart = firstGate(plan);
  const uniformStart = firstUniform(plan);
  const { functionOf, count, shared } = cutGates(plan, MOST_IN_FUNCTION);
  const bodies: string[][] = Array.from({ length: count }, () => []);

  const read = (literal: Literal, isTrue: boolean, where: number): string => {
    if (literal === UNKNOWN_LITERAL) return '0';
    if (literal === TRUE_LITERAL || literal === FALSE_LITERAL) {
      return (literal === TRUE_LITERAL) === isTrue ? '-1' : '0';
    }
    const wanted = isNegated(literal) ? !isTrue : isTrue;
    const plane = wanted ? 0 : 1;
    const node = nodeOf(literal);
    if (node < uniformStart) return `I[i+${(node - FIRST_INPUT) * 2 + plane}]`;
    if (node < gateStart) return `U[${(node - uniformStart) * 2 + plane}]`;
    const gate = node - gateStart;
    return functionOf[gate] === where ? `${wanted ? 't' : 'f'}${gate}` : `B[${gate * 2 + plane}]`;
  };
  plan.gates.forEach((gate, index) => {
    const where = functionOf[index] as number;
    const body = bodies[where] as string[];
    const [t, f] = [`t${index}`, `f${index}`];
    body.push(`const ${t}=${gate.map((literal) => read(literal, true, where)).join('&')};`);
    body.push(`const ${f}=${gate.map((literal) => read(literal, false, where)).join('|')};`);
    if (shared.has(index)) body.push(`B[${index * 2}]=${t};B[${index * 2 + 1}]=${f};`);
  });
  plan.outputs.forEach(({ literal }, index) => {
    const gate = nodeOf(literal) - gateStart;
    const where = gate >= 0 ? (functionOf[gate] as number) : count - 1;
    bodies[where]?.push(
      `O[o+${index * 2}]=${read(literal, true, where)};O[o+${index * 2 + 1}]=${read(literal, false, where)};`,
    );
  });
  const functions = bodies.map((body, index) => `function p${index}(I,i,O,o,U,B){${body.join('\n')}}`);
  const calls = bodies.map((_, index) => `p${index}(I,i,O,o,U,B);`).join('');
  return `'use strict';
${functions.join('\n')}
return function(from,to,I,O,U,B){
for(let w=from;w<to;w++){const i=w*${plan.inputs.length * 2},o=w*${plan.outputs.length * 2};${calls}}
}`;
}
