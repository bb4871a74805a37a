/** Prints what an operation answered: for a person, or as JSON with the data behind it. */
import type { Answered } from '@anpo/answers';
import type { ParsedArguments } from '../arguments/parse.ts';
import type { Context } from '../context.ts';
import { printAnswer } from '../terminal/print-answer.ts';
import { printableJson } from '../terminal/printable.ts';

export function print({ answer, data }: Answered<unknown>, parsed: ParsedArguments, context: Context): void {
  context.environment.out.write(
    parsed.values.json === true ? `${printableJson({ ...answer, data })}\n` : printAnswer(answer, context),
  );
}

/** For whom an operation answers. */
export const readerOf = (
  parsed: ParsedArguments,
  { language }: Context,
): { readonly language: Context['language']; readonly full: boolean } => ({
  language,
  full: parsed.values.all === true,
});
