/** Runs the command line in-process against a given Rulebook and keeps what it prints. For tests. */
import { openLibrary, type Rulebook } from '@anpo/engine';
import { smallRulebook } from '@anpo/engine/testing';
import { loadQuery } from '@anpo/node';
import type { ExitCode } from '../complaints/edge.ts';
import type { Environment } from '../environment.ts';
import { run } from '../run.ts';

export interface Outcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly error: string;
}

export interface Surroundings {
  readonly rulebook?: Rulebook;
  /** What every git revision holds. */
  readonly revision?: Rulebook;
  readonly variables?: Environment['variables'];
  readonly input?: Uint8Array | string;
}

export async function runCommand(argv: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const { rulebook = smallRulebook(), revision = rulebook, variables = {}, input = '' } = surroundings;
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const printed = { out: '', error: '' };
  const into = (stream: keyof typeof printed): Environment['out'] => ({
    write: (text) => {
      printed[stream] += text;
    },
    colors: false,
  });
  const code = await run(argv, {
    out: into('out'),
    error: into('error'),
    variables,
    today: () => '2026-01-15',
    interactive: false,
    standardInput: async function* () {
      yield bytes;
    },
    readStandardInput: async () => bytes,
    onInterrupt: () => () => {},
    loadLibrary: async () => openLibrary(rulebook),
    loadRevision: async () => openLibrary(revision),
    loadQuery: (text, library, { environment }) => loadQuery(text, library, environment),
  });
  return { code, ...printed };
}

/** The data of an answer that was printed as JSON. */
export const dataOf = ({ out }: Pick<Outcome, 'out'>) => JSON.parse(out).data;
