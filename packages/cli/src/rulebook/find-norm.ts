/** Finds the norm that `NORM` or `NORM@BEARER` means, and whom it is asked of. */
import { type Norm, nearest, type Rulebook } from '@anpo/engine';
import { fail } from '../failure.ts';
import type { Messages } from '../messages/index.ts';

export interface MeantNorm {
  readonly norm: Norm;
  /** One, where a bearer is named; else all whom the norm binds. */
  readonly bearers: readonly string[];
}

export function findNorm(rulebook: Rulebook, text: string, messages: Messages): MeantNorm {
  const [, name = '', bearer] = /^([^@]*)(?:@(.*))?$/s.exec(text) ?? [];
  const norm = rulebook.norms.find(({ id }) => id === name);
  if (!norm) {
    const ids = rulebook.norms.map(({ id }) => id);
    return fail({
      message: messages.reasoning.unknownNorm(name),
      nearest: nearest(name, ids, 4),
      mend: messages.reasoning.normsMend,
    });
  }
  const bearers = [...new Set(norm.bearers.map(({ id }) => id))];
  if (bearer === undefined) return { norm, bearers };
  if (!bearers.includes(bearer)) {
    return fail({
      message: messages.reasoning.doesNotBind(norm.id, bearer),
      nearest: nearest(bearer, bearers, 2),
      mend: messages.writeOneOf(bearers),
    });
  }
  return { norm, bearers: [bearer] };
}
