/**
 * Puts the cases of a trial to the library and holds the answers against what the record says.
 * `npm run trial` takes the newest trial; `npm run trial -- 2026-11-27 --json` prints JSON.
 * Where a person judges (cases without a rule; answers right but hard to find), `judgements.yaml` has it.
 * Leaves with 1 only where a case cannot be run at all: a trial measures, it does not gate.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { assess, facts } from '@anpo/answers';
import { readSituationFile } from '@anpo/answers/situation-file';
import { ComplaintError, type Library, openLibrary } from '@anpo/engine';
import { compileLibrary } from '@anpo/node';
import { parse } from 'yaml';
import { z } from 'zod';
import { type ExpectedCase, expectationsSchema } from './expectations.ts';

const verdicts = ['right', 'wrong', 'confusing', 'cannot be put', 'to be judged'] as const;
type Verdict = (typeof verdicts)[number];

const judgementsSchema = z.array(
  z.strictObject({ id: z.string(), verdict: z.enum(['right', 'wrong', 'confusing']), reason: z.string() }),
);
type Judgement = z.infer<typeof judgementsSchema>[number];

interface Result {
  readonly id: string;
  readonly verdict: Verdict;
  /** What came out, as `norm@bearer: outcome (expected …)`, or the facts that a word finds. */
  readonly came: readonly string[];
  readonly reason?: string | undefined;
}

const english = { language: 'en' } as const;

function runNorms(library: Library, folder: URL, expected: ExpectedCase & { kind: 'norms' }): Result {
  const name = `cases/${expected.id}.yaml`;
  const view = expected.view === undefined ? '' : `view: ${expected.view}\n`;
  const situation = readSituationFile(readFileSync(new URL(name, folder), 'utf8') + view, name);
  const { findings } = assess(library, { situation, today: situation.on?.text ?? '' }, english).data;
  let verdict: Verdict = 'right';
  const came = expected.expect.map(({ norm, bearer, outcome }) => {
    const found = findings.find((finding) => finding.norm === norm && finding.bearer === bearer);
    const actual = found?.outcome ?? 'no such finding';
    if (actual === outcome) return `${norm}@${bearer}: ${actual}`;
    verdict = 'wrong';
    return `${norm}@${bearer}: ${actual} (expected ${outcome})`;
  });
  return { id: expected.id, verdict, came };
}

function runCase(library: Library, folder: URL, expected: ExpectedCase): Result {
  const { id } = expected;
  switch (expected.kind) {
    case 'cannot-be-put':
      return { id, verdict: 'cannot be put', came: [], reason: expected.reason };
    case 'no-rule': {
      const came = expected.words.map((word) => {
        const found = facts(library, { word }, english).data.facts.map((fact) => fact.id);
        return `${word}: ${found.length === 0 ? 'nothing' : found.join(', ')}`;
      });
      return { id, verdict: 'to be judged', came };
    }
    case 'norms':
      return runNorms(library, folder, expected);
  }
}

/** A judgement decides where nothing else does, and may call a right answer confusing; it never lifts a wrong one. */
function judged(result: Result, judgement: Judgement | undefined): Result {
  if (judgement === undefined || result.verdict === 'wrong') return result;
  return { ...result, verdict: judgement.verdict, reason: judgement.reason };
}

function read<Shape>(file: URL, schema: z.ZodType<Shape>): Shape {
  return schema.parse(parse(readFileSync(file, 'utf8')));
}

const here = new URL('./', import.meta.url);
const [
  asked = readdirSync(here)
    .filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))
    .sort()
    .at(-1),
] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const folder = new URL(`${asked}/`, here);
const { rulebook, problems } = await compileLibrary(new URL('../library', here).pathname);
if (rulebook === undefined) throw new ComplaintError(problems.slice(0, 5));
const library = openLibrary(rulebook);

const judgementsFile = new URL('judgements.yaml', folder);
const judgements = existsSync(judgementsFile) ? read(judgementsFile, judgementsSchema) : [];
let broken = 0;
const results = read(new URL('expectations.yaml', folder), expectationsSchema).cases.map(
  (expected): Result => {
    try {
      const result = runCase(library, folder, expected);
      return judged(
        result,
        judgements.find(({ id }) => id === expected.id),
      );
    } catch (error) {
      broken += 1;
      const came =
        error instanceof ComplaintError ? error.complaints.map(({ code }) => code) : [String(error)];
      return { id: expected.id, verdict: 'wrong', came, reason: 'the situation was refused' };
    }
  },
);

const count = (verdict: Verdict) => results.filter((result) => result.verdict === verdict).length;
const put = results.length - count('cannot be put');
const totals = Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)]));
if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ trial: asked, put, totals, results }, null, 2)}\n`);
} else {
  for (const { id, verdict, came, reason } of results) {
    process.stdout.write(`${id}  ${verdict}${reason === undefined ? '' : `: ${reason}`}\n`);
    for (const line of came) process.stdout.write(`     ${line}\n`);
  }
  process.stdout.write(
    `\n${put} put: ${count('right')} right (${Math.round((100 * count('right')) / put)} %), `,
  );
  process.stdout.write(
    `${count('wrong')} wrong, ${count('confusing')} confusing, ${count('to be judged')} to be judged; `,
  );
  process.stdout.write(`${count('cannot be put')} drawn cannot be put\n`);
}
process.exitCode = broken > 0 ? 1 : 0;
