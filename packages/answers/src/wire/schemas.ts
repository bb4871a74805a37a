/**
 * The inputs of the operations as they come over a wire: JSON, checked here in form. What they name is checked by
 * the operations, against the library. Kept apart from the operations, because a page that makes its own inputs
 * needs no schemas.
 */
import { z } from 'zod';

const day = z.string().describe('A day: YYYY-MM-DD.');
const view = z.string().describe('`all`, a view, or a holder of readings.');
const bilingual = z.union([
  z.string(),
  z.strictObject({ en: z.string().optional(), ja: z.string().optional() }),
]);

const scalar = z.union([z.string(), z.boolean(), z.number()]);
const asserted = z.enum(['observed', 'alleged', 'found', 'stipulated']);
const value = z.union([
  scalar,
  z.strictObject({ value: scalar, asserted: asserted.optional(), organ: z.string().optional() }),
  z.record(z.string(), z.union([scalar, z.strictObject({ value: scalar, asserted: asserted.optional() })])),
]);
const facts = z
  .record(z.string(), value)
  .describe('Facts by name; a determination by the organ that makes it.');

/** The form of a situation file. */
export const situationSchema = z.strictObject({
  format: z.literal(1).optional(),
  title: bilingual.optional(),
  on: day.optional(),
  'known-on': day.optional(),
  view: view.optional(),
  facts: facts.optional(),
  incidents: z.record(z.string(), facts).optional(),
});

const situation = situationSchema.default({});
const norm = z.string().describe('`NORM`, or `NORM@BEARER`.');
const side = z.union([z.strictObject({ date: day }), z.strictObject({ view })]);

export const schemas = {
  assess: z.strictObject({ situation, logic: z.enum(['exact', 'kleene']).optional() }),
  why: z.strictObject({ situation, norm }),
  whatif: z.strictObject({ situation, norm }),
  ask: z.strictObject({ situation, about: z.string().optional(), answers: situationSchema.optional() }),
  diff: z.strictObject({
    from: side,
    to: side,
    on: day.optional(),
    'known-on': day.optional(),
    view: view.optional(),
  }),
  compare: z.strictObject({ situation, instruments: z.array(z.string()).optional() }),
  prove: z.strictObject({ query: z.string(), view: view.optional() }),
  claims: z.strictObject({ claim: z.string().optional() }),
  audit: z.strictObject({ on: day.optional(), view: view.optional(), steps: z.int().positive().optional() }),
  facts: z.strictObject({ word: z.string().optional() }),
  show: z.strictObject({ item: z.string() }),
  backtest: z.strictObject({}),
  coverage: z.strictObject({}),
} as const;

export type OperationName = keyof typeof schemas;
export const operationNames = Object.keys(schemas) as readonly OperationName[];
