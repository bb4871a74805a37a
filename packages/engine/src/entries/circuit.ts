/** `@anpo/engine/circuit`: Circuits, for whoever makes something of one, and their evaluation. */
export { CircuitBuilder } from '../circuit/builder.ts';
export type * from '../circuit/circuit.ts';
export { type CompileOptions, compileCircuit } from '../circuit/compile.ts';
export { childrenOf, coneOf } from '../circuit/cone.ts';
export { ELSEWHERE, elsewhereIn, Geography } from '../circuit/places.ts';
export { circuitFromText, circuitToText } from '../circuit/plain.ts';
export { defeats, opposed } from '../circuit/precedence.ts';
export { type AmountResult, evaluateAmount } from '../evaluate/amounts.ts';
export { type Assignment, assignFacts, assignView } from '../evaluate/assignment.ts';
export { evaluateNodes, FALSE, type Kleene, negate, TRUE, UNKNOWN } from '../evaluate/kleene.ts';
