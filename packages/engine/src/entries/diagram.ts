/** `@anpo/engine/diagram`: the law of a day as decision diagrams, and the questions that it asks. */
export { type DaySpan, decisiveDays } from '../diagram/days.ts';
export { Law, type LawOptions, type SceneRoots } from '../diagram/law.ts';
export type { Scene } from '../diagram/scene.ts';
export type { Question, ValueClass, Variable } from '../diagram/variables.ts';
export { type Basis, type Givens, givensOf } from '../reasoning/given.ts';
