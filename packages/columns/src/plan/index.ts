/** What a plan is, how one is made, and the keys under which facts are given to it. */
export { checkKeys, checkPlan, type WrittenKey } from './check.ts';
export { compilePlan } from './compile.ts';
export { dependentOutputs } from './dependence.ts';
export type { PlanOptions } from './options.ts';
export * from './plan.ts';
export { domainOf } from './tests.ts';
