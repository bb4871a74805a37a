/** Finds the command that the arguments name, runs it, and turns every failure into a message and an exit code. */
import { wordsIn } from '@anpo/answers/words';
import { ComplaintError, complain, nearest } from '@anpo/engine/complaint';
import { parseArguments } from './arguments/parse.ts';
import { type CommandName, commandNames, isCommandName, loadCommand } from './commands/index.ts';
import { commandComplaint } from './complaints/codes.ts';
import type { ExitCode } from './complaints/edge.ts';
import type { Context } from './context.ts';
import type { Environment } from './environment.ts';
import { renderCommandHelp, renderHelp } from './help/help.ts';
import { chooseLanguage, messagesIn } from './messages/index.ts';
import { createPainter } from './terminal/paint.ts';
import { printable } from './terminal/printable.ts';
import { version } from './version.ts';

const NARROWEST = 40;
const WITHOUT_TERMINAL = 80;

export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  const language = chooseLanguage(argv, environment.variables);
  const context: Context = {
    environment,
    language,
    messages: messagesIn(language),
    words: wordsIn(language),
    width: Math.max(environment.out.columns ?? WITHOUT_TERMINAL, NARROWEST),
    paint: createPainter(environment.out.colors),
  };
  try {
    return await dispatch(argv, context);
  } catch (error) {
    if (error instanceof ComplaintError) {
      // The words of every package are read only where somebody is told them.
      const { exitCodeOf, printComplaints } = await import('./complaints/edge.ts');
      const paint = createPainter(environment.error.colors);
      environment.error.write(printComplaints(error.complaints, { ...context, paint }));
      return exitCodeOf(error);
    }
    // A fault of Anpo itself. The stack is for those who mend it, and only where they ask.
    const detail = environment.variables.ANPO_DEBUG ? (error as Error).stack : (error as Error).message;
    environment.error.write(`${printable(context.messages.internalError(String(detail ?? error)))}\n`);
    return 1;
  }
}

async function dispatch(argv: readonly string[], context: Context): Promise<ExitCode> {
  const { out } = context.environment;
  const [first, ...rest] = argv;
  if (first === '--version' || first === '-V') {
    out.write(`anpo ${version()}\n`);
    return 0;
  }
  if (first === undefined || (first === 'help' && rest.length === 0)) {
    out.write(renderHelp(context));
    return 0;
  }
  if (first.startsWith('-')) {
    const { values } = parseArguments(argv, { version: { type: 'boolean', short: 'V' } }, 0);
    if (values.version === true) out.write(`anpo ${version()}\n`);
    else out.write(renderHelp(context));
    return 0;
  }
  const name = commandName(first === 'help' ? (rest[0] as string) : first);
  const command = await loadCommand(name);
  const parsed = parseArguments(first === 'help' ? [] : rest, command.options, command.positionals);
  if (first === 'help' || parsed.values.help === true) {
    out.write(renderCommandHelp(name, command, context));
    return 0;
  }
  return command.run(parsed, context);
}

function commandName(text: string): CommandName {
  if (isCommandName(text)) return text;
  const data = { command: text, commands: commandNames };
  return complain(commandComplaint('unknown-command', data, { nearest: nearest(text, commandNames, 2) }));
}
