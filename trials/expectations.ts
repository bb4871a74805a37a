/** What a trial expects of each case drawn: the shape of `expectations.yaml`. */
import { z } from 'zod';

const caseId = z.string().regex(/^[a-d][0-9]{2}$/);
const bothLanguages = z.strictObject({ en: z.string(), ja: z.string() });

/** What is in every case that is put: its title, what the record answers, and where in the document. */
const answered = {
  id: caseId,
  title: bothLanguages,
  answer: z.string(),
  at: z.string(),
  note: z.string().optional(),
};

const expectedOutcome = z.strictObject({
  norm: z.string(),
  bearer: z.string(),
  outcome: z.enum(['applies', 'does-not-apply', 'undetermined']),
});

export const expectedCaseSchema = z.discriminatedUnion('kind', [
  /** Put as `cases/ID.yaml`, in the view of one holder where the record is one holder's. */
  z.strictObject({
    kind: z.literal('norms'),
    ...answered,
    view: z.string().optional(),
    expect: z.array(expectedOutcome).min(1),
  }),
  /** The library has no rule: asked by `anpo facts WORD`, a person judges whether it says so. */
  z.strictObject({ kind: z.literal('no-rule'), ...answered, words: z.array(z.string()).min(1) }),
  /** No system of this kind answers it; the next of the seed's order stands in its place. */
  z.strictObject({ kind: z.literal('cannot-be-put'), id: caseId, reason: z.string(), instead: caseId }),
]);

export const expectationsSchema = z.strictObject({ cases: z.array(expectedCaseSchema) });

export type ExpectedCase = z.infer<typeof expectedCaseSchema>;
