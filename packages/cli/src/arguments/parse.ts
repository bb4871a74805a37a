/**
 * Reads the arguments of a command. This is Node.js's own `parseArgs` and not citty, because citty keeps only
 * the last of a repeated flag (`--fact a --fact b`) and lets unknown flags pass. Its tokens are checked here,
 * so that errors come in the user's language with the nearest flag.
 */
import { parseArgs } from 'node:util';
import { nearest } from '@anpo/engine';
import { fail } from '../failure.ts';
import { languages, type Messages } from '../messages/index.ts';

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly short?: string;
}
export type OptionTable = Readonly<Record<string, Option>>;

export interface ParsedArguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** The values of flags that may be repeated, in the order given. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly positionals: readonly string[];
}

export const commonOptions: OptionTable = {
  lang: { type: 'string' },
  library: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

export function parseArguments(
  argv: readonly string[],
  options: OptionTable,
  most: number,
  messages: Messages,
): ParsedArguments {
  const table: OptionTable = { ...options, ...commonOptions };
  const values = Object.create(null) as Record<string, string | boolean>;
  const lists = Object.create(null) as Record<string, string[]>;
  const positionals: string[] = [];
  const { tokens } = parseArgs({
    args: [...argv],
    options: table as Record<string, { type: 'string' | 'boolean'; multiple?: boolean; short?: string }>,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      positionals.push(token.value);
      continue;
    }
    const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
    if (!option) {
      const flags = Object.keys(table).map((name) => `--${name}`);
      return fail({
        message: messages.unknownFlag(token.rawName),
        nearest: nearest(token.rawName, flags, 2),
        mend: messages.flagsAre(flags),
      });
    }
    if (option.type === 'boolean') {
      if (token.value !== undefined) return fail({ message: messages.flagTakesNoValue(token.rawName) });
      values[token.name] = true;
      continue;
    }
    const value = token.value;
    if (value === undefined || value === '' || (!token.inlineValue && /^-./.test(value))) {
      return fail({ message: messages.flagNeedsValue(token.rawName) });
    }
    if (option.multiple) {
      lists[token.name] = [...(lists[token.name] ?? []), value];
    } else {
      if (Object.hasOwn(values, token.name)) return fail({ message: messages.flagTwice(token.rawName) });
      values[token.name] = value;
    }
  }
  const extra = positionals[most];
  if (extra !== undefined) return fail({ message: messages.unexpectedArgument(extra) });
  const { lang } = values;
  if (typeof lang === 'string' && !(languages as readonly string[]).includes(lang)) {
    return fail({ message: messages.unknownLanguage(lang), nearest: languages });
  }
  return { values, lists, positionals };
}

/** The value of a flag that takes text. */
export const textOf = (parsed: ParsedArguments, name: string): string | undefined => {
  const value = parsed.values[name];
  return typeof value === 'string' ? value : undefined;
};
