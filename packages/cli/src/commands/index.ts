/** The commands by name, each loaded only when it is called, so that starting stays fast. */
import type { Command } from './command.ts';

const commands = {
  assess: async (): Promise<Command> => (await import('./assess.ts')).assess,
  why: async (): Promise<Command> => (await import('./why.ts')).why,
  whatif: async (): Promise<Command> => (await import('./whatif.ts')).whatif,
  ask: async (): Promise<Command> => (await import('./ask.ts')).ask,
  diff: async (): Promise<Command> => (await import('./diff.ts')).diff,
  compare: async (): Promise<Command> => (await import('./compare.ts')).compare,
  prove: async (): Promise<Command> => (await import('./prove.ts')).prove,
  claims: async (): Promise<Command> => (await import('./claims.ts')).claims,
  audit: async (): Promise<Command> => (await import('./audit.ts')).audit,
  facts: async (): Promise<Command> => (await import('./facts.ts')).facts,
  show: async (): Promise<Command> => (await import('./show.ts')).show,
  backtest: async (): Promise<Command> => (await import('./backtest.ts')).backtest,
  coverage: async (): Promise<Command> => (await import('./coverage.ts')).coverage,
  check: async (): Promise<Command> => (await import('./check.ts')).check,
  screen: async (): Promise<Command> => (await import('./screen.ts')).screen,
  table: async (): Promise<Command> => (await import('./table.ts')).table,
  sql: async (): Promise<Command> => (await import('./sql.ts')).sql,
};

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as readonly CommandName[];
export const isCommandName = (text: string): text is CommandName => Object.hasOwn(commands, text);
export const loadCommand = (name: CommandName): Promise<Command> => commands[name]();
