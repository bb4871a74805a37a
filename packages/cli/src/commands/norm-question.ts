/** Reads `NORM[@BEARER] [FILE] …`. */
import { complain } from '@anpo/engine/complaint';
import type { ParsedArguments } from '../arguments/parse.ts';
import { commandComplaint } from '../complaints/codes.ts';
import type { Context } from '../context.ts';
import { type Asked, readQuestion } from '../input/question.ts';

export async function readNormQuestion(
  parsed: ParsedArguments,
  context: Context,
): Promise<Asked & { readonly norm: string }> {
  const [norm, file] = parsed.positionals;
  if (norm === undefined) return complain(commandComplaint('norm-missing', {}));
  return { ...(await readQuestion(file, parsed, context)), norm };
}
