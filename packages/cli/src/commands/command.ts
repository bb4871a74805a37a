/** What a command is: its flags, and what it does. */
import type { OptionTable, ParsedArguments } from '../arguments/parse.ts';
import type { ExitCode } from '../complaints/edge.ts';
import type { Context } from '../context.ts';

export interface Command {
  readonly options: OptionTable;
  /** The most positional arguments the command takes. */
  readonly positionals: number;
  readonly run: (parsed: ParsedArguments, context: Context) => Promise<ExitCode>;
}
