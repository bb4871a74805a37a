/** Puts a question that came over a wire to a library: the one way in for an API, an assistant, a page. */
import { type Complaint, ComplaintError, type Library, type Query } from '@anpo/engine';
import { nearest } from '@anpo/engine/complaint';
import type { z } from 'zod';
import { answersComplaint } from '../complaints/codes.ts';
import { ask } from '../operations/ask.ts';
import { assess } from '../operations/assess.ts';
import { audit } from '../operations/audit.ts';
import { backtest } from '../operations/backtest.ts';
import { claims } from '../operations/claims.ts';
import { compare } from '../operations/compare.ts';
import { coverage } from '../operations/coverage.ts';
import { diff } from '../operations/diff.ts';
import { facts } from '../operations/facts.ts';
import type { Answered, Reader } from '../operations/operation.ts';
import { prove } from '../operations/prove.ts';
import { show } from '../operations/show.ts';
import { whatIf } from '../operations/what-if.ts';
import { why } from '../operations/why.ts';
import type { Draft } from '../questions/draft.ts';
import type { WrittenSide } from '../questions/sides.ts';
import { readSituationFile } from '../questions/situation-file.ts';
import { type OperationName, operationNames, schemas } from './schemas.ts';

/** What an answer takes from where it is given. */
export interface Surroundings {
  /** The day it is: YYYY-MM-DD. */
  readonly today: string;
  /** Reads a query with the library's names: what the language does. Throws a ComplaintError. */
  readonly readQuery: (text: string) => Promise<Query>;
}

type Wire<Name extends OperationName> = z.output<(typeof schemas)[Name]>;
type Answering = {
  readonly [Name in OperationName]: (
    library: Library,
    input: Wire<Name>,
    reader: Reader,
    surroundings: Surroundings,
  ) => Answered<unknown> | Promise<Answered<unknown>>;
};

const answering: Answering = {
  assess: (library, { situation, logic }, reader, { today }) =>
    assess(library, { situation: draftOf(situation), today, logic }, reader),
  why: (library, { situation, norm }, reader, { today }) =>
    why(library, { situation: draftOf(situation), today, norm }, reader),
  whatif: (library, { situation, norm }, reader, { today }) =>
    whatIf(library, { situation: draftOf(situation), today, norm }, reader),
  ask: (library, { situation, about, answers }, reader, { today }) => {
    const given = answers === undefined ? undefined : draftOf(answers);
    return ask(library, { situation: draftOf(situation), today, about, answers: given }, reader);
  },
  diff: (library, { from, to, on, 'known-on': known, view }, reader, { today }) => {
    const sides = [sideOf(from), sideOf(to)] as const;
    return diff([library, library], { sides, on, known, view, today }, reader);
  },
  compare: (library, { situation, instruments }, reader, { today }) =>
    compare(library, { situation: draftOf(situation), today, instruments }, reader),
  prove: async (library, { query, view }, reader, { readQuery }) =>
    prove(library, { query: await readQuery(query), view }, reader),
  claims: (library, input, reader) => claims(library, input, reader),
  audit: (library, { on, view, steps }, reader, { today }) =>
    audit(library, { on: on ?? today, view, steps }, reader),
  facts: (library, input, reader) => facts(library, input, reader),
  show: (library, input, reader) => show(library, input, reader),
  backtest: (library, input, reader) => backtest(library, input, reader),
  coverage: (library, input, reader) => coverage(library, input, reader),
};

/** Throws a ComplaintError where there is no such operation, or the input has another form than its schema. */
export async function answer(
  operation: string,
  library: Library,
  input: unknown,
  reader: Reader,
  surroundings: Surroundings,
): Promise<Answered<unknown>> {
  if (!isOperation(operation)) {
    const data = { operation, operations: operationNames };
    const near = nearest(operation, operationNames, 2);
    throw new ComplaintError([answersComplaint('unknown-operation', data, { nearest: near })]);
  }
  return answerAs(operation, library, input, reader, surroundings);
}

async function answerAs<Name extends OperationName>(
  name: Name,
  library: Library,
  input: unknown,
  reader: Reader,
  surroundings: Surroundings,
): Promise<Answered<unknown>> {
  const parsed = schemas[name].safeParse(input);
  if (!parsed.success) throw new ComplaintError(parsed.error.issues.flatMap(complaintsOf));
  // The schema of a name gives the input of that name; the compiler does not follow that through the union.
  return answering[name](library, parsed.data as Wire<Name>, reader, surroundings);
}

const isOperation = (name: string): name is OperationName => Object.hasOwn(schemas, name);

function complaintsOf(issue: z.core.$ZodIssue): readonly Complaint[] {
  const where = { input: issue.path.map(String).join('.') || 'input' };
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => answersComplaint('key-not-taken', { key }, { where }));
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return [answersComplaint('input-one-of', { values }, { where })];
  }
  if (issue.code === 'invalid_type')
    return [answersComplaint('input-type', { expected: issue.expected }, { where })];
  return [answersComplaint('input-form', {}, { where })];
}

/** JSON is YAML: a situation over a wire is read as one in a file, with the same complaints. */
const draftOf = (situation: z.output<(typeof schemas)['assess']>['situation']): Draft =>
  readSituationFile(JSON.stringify(situation), 'situation');

const sideOf = (side: { readonly date: string } | { readonly view: string }): WrittenSide =>
  'date' in side ? { text: side.date, kind: 'date' } : { text: side.view, kind: 'view' };
