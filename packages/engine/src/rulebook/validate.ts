/** Checks that plain JSON is a Rulebook of this version. */
import { type Rulebook, rulebookSchema } from './schema.ts';
import { RULEBOOK_VERSION } from './version.ts';

/** JSON that is no Rulebook; `problems` name the paths. */
export class RulebookError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`this is not a Rulebook of version ${RULEBOOK_VERSION}:\n${problems.join('\n')}`);
    this.name = 'RulebookError';
    this.problems = problems;
  }
}

const MOST_PROBLEMS = 20;

/** Returns the input, typed. Throws a RulebookError that names what is wrong and where. */
export function validateRulebook(json: unknown): Rulebook {
  const result = rulebookSchema.safeParse(json);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `at ${issue.path.length === 0 ? 'the top' : pathText(issue.path)}: ${issue.message}`,
  );
  const left = problems.length - MOST_PROBLEMS;
  throw new RulebookError(left > 0 ? [...problems.slice(0, MOST_PROBLEMS), `and ${left} more`] : problems);
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}
