/**
 * Generates JavaScript for one situation at a time. A value is two bits, "known true" and "not known false":
 * true 3, unknown 1, false 0. AND and OR are then single operations on whole values; only negation costs more,
 * so every gate is written as an AND or as an OR, whichever negates less.
 */
import {
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

/** Operands in one function. */
const MOST_IN_FUNCTION = 1200;

/** Reads and writes codes 3 true, 1 unknown, 0 false. */
export type SingleKernel = (inputs: Uint8Array, outputs: Uint8Array, between: Uint8Array) => void;

export function generateSingle(plan: Plan, dateClass: number): string {
  const gateStart = firstGate(plan);
  const uniformStart = firstUniform(plan);
  /** Gates kept as their own negation, which is an OR. */
  const negatedGate: boolean[] = [];
  const isInverted = (literal: Literal): boolean => {
    const gate = nodeOf(literal) - gateStart;
    return isNegated(literal) !== (gate >= 0 && (negatedGate[gate] as boolean));
  };
  plan.gates.forEach((gate, index) => {
    const inverted = gate.filter((literal) => literal !== UNKNOWN_LITERAL && isInverted(literal)).length;
    negatedGate[index] = inverted * 2 > gate.length;
  });

  const { functionOf, count, shared } = cutGates(plan, MOST_IN_FUNCTION);

  /** A literal, or its negation, as an expression. */
  const read = (literal: Literal, inverted: boolean, where: number): string => {
    if (literal === UNKNOWN_LITERAL) return '1';
    const node = nodeOf(literal);
    const turned = isNegated(literal) !== inverted;
    if (node === nodeOf(TRUE_LITERAL)) return turned ? '0' : '3';
    if (node >= uniformStart && node < gateStart) {
      const digit = plan.uniforms[node - uniformStart]?.[dateClass];
      return digit === '2' ? '1' : (digit === '1') === turned ? '0' : '3';
    }
    if (node < uniformStart) return turned ? `N[I[${node - FIRST_INPUT}]]` : `I[${node - FIRST_INPUT}]`;
    const gate = node - gateStart;
    const name = functionOf[gate] === where ? `g${gate}` : `B[${gate}]`;
    // N, as arithmetic: swap the two bits and complement them.
    return turned === negatedGate[gate] ? name : `(3^(${name}>>1|${name}<<1&2))`;
  };
  const bodies: string[][] = Array.from({ length: count }, () => []);
  plan.gates.forEach((gate, index) => {
    const where = functionOf[index] as number;
    const turned = negatedGate[index] as boolean;
    const terms = gate.map((literal) => read(literal, turned, where));
    const body = bodies[where] as string[];
    body.push(`const g${index}=${terms.join(turned ? '|' : '&')};`);
    if (shared.has(index)) body.push(`B[${index}]=g${index};`);
  });
  plan.outputs.forEach(({ literal }, index) => {
    const gate = nodeOf(literal) - gateStart;
    const where = gate >= 0 ? (functionOf[gate] as number) : count - 1;
    bodies[where]?.push(`O[${index}]=${read(literal, false, where)};`);
  });
  return `'use strict';
const N=new Uint8Array([3,1,1,0]);
${bodies.map((body, index) => `function p${index}(I,O,B){${body.join('\n')}}`).join('\n')}
return function(I,O,B){${bodies.map((_, index) => `p${index}(I,O,B);`).join('')}}`;
}
