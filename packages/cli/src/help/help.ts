/** The help pages: all commands, and one command with its flags and examples. */
import { commonOptions } from '../arguments/parse.ts';
import type { Command } from '../commands/command.ts';
import { type CommandName, commandNames } from '../commands/index.ts';
import type { Context } from '../context.ts';
import { Page } from '../terminal/page.ts';
import { widthOf } from '../terminal/wrap.ts';

export function renderHelp(context: Context): string {
  const { messages, paint } = context;
  const page = new Page(context);
  page.text(messages.helpIntro);
  page.blank();
  page.text(messages.commands, '', paint.strong);
  for (const name of commandNames) page.row(`anpo ${name}`, messages.summaries[name], 16, '  ');
  page.blank();
  page.text(messages.examples, '', paint.strong);
  for (const name of commandNames) page.text(messages.commandExamples[name][0] as string, '  ');
  page.blank();
  page.text(messages.helpHint);
  page.text(messages.exitCodes);
  return page.toString();
}

export function renderCommandHelp(name: CommandName, command: Command, context: Context): string {
  const { messages, paint, words } = context;
  const page = new Page(context);
  page.text(words.labelled(`anpo ${name}`, messages.summaries[name]));
  page.blank();
  page.text(messages.usage, '', paint.strong);
  page.text(messages.usages[name], '  ');
  page.blank();
  page.text(messages.flags, '', paint.strong);
  const rows = Object.keys({ ...command.options, ...commonOptions }).map((flag) => {
    const value = messages.flagValues[flag];
    return {
      flag: value === undefined ? `--${flag}` : `--${flag} ${value}`,
      text: messages.flagTexts[flag] ?? '',
    };
  });
  const column = Math.max(...rows.map((row) => widthOf(row.flag))) + 2;
  for (const row of rows) page.row(row.flag, row.text, column, '  ');
  page.blank();
  page.text(messages.examples, '', paint.strong);
  for (const example of messages.commandExamples[name]) page.text(example, '  ');
  page.blank();
  page.text(messages.exitCodes);
  return page.toString();
}
