/** The engine: Rulebook in, Circuit, findings with reasons out. Pure functions; runs in a browser. */
export * from './assess/assessment.ts';
export * from './calendar/date.ts';
export { CircuitBuilder } from './circuit/builder.ts';
export type * from './circuit/circuit.ts';
export { type CompileOptions, compileCircuit, defeats } from './circuit/compile.ts';
export { ELSEWHERE, elsewhereIn, Geography } from './circuit/places.ts';
export * from './evaluate/assignment.ts';
export * from './evaluate/kleene.ts';
export { nearest } from './names/nearest.ts';
export * from './rulebook/index.ts';
export * from './rulebook/schema.ts';
export * from './situation/situation.ts';
