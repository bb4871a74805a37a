/**
 * Reads the arguments of a command. This is Node.js's own `parseArgs` and not citty, because citty keeps only
 * the last of a repeated flag (`--fact a --fact b`) and lets unknown flags pass. Its tokens are checked here,
 * so that errors come in the user's language with the nearest flag.
 */
import { parseArgs } from 'node:util';
import { complain, nearest } from '@anpo/engine/complaint';
import { commandComplaint } from '../complaints/codes.ts';
import { languages } from '../messages/index.ts';

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

export function parseArguments(argv: readonly string[], options: OptionTable, most: number): ParsedArguments {
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
      const near = nearest(token.rawName, flags, 2);
      return complain(commandComplaint('unknown-flag', { flag: token.rawName, flags }, { nearest: near }));
    }
    if (option.type === 'boolean') {
      if (token.value !== undefined)
        return complain(commandComplaint('flag-takes-no-value', { flag: token.rawName }));
      values[token.name] = true;
      continue;
    }
    const value = token.value;
    if (value === undefined || value === '' || (!token.inlineValue && /^-./.test(value))) {
      return complain(commandComplaint('flag-needs-value', { flag: token.rawName }));
    }
    if (option.multiple) {
      lists[token.name] = [...(lists[token.name] ?? []), value];
    } else {
      if (Object.hasOwn(values, token.name))
        return complain(commandComplaint('flag-twice', { flag: token.rawName }));
      values[token.name] = value;
    }
  }
  const extra = positionals[most];
  if (extra !== undefined) return complain(commandComplaint('unexpected-argument', { text: extra }));
  const { lang } = values;
  if (typeof lang === 'string' && !(languages as readonly string[]).includes(lang)) {
    return complain(commandComplaint('unknown-language', { language: lang }, { nearest: languages }));
  }
  return { values, lists, positionals };
}

/** The value of a flag that takes text. */
export const textOf = (parsed: ParsedArguments, name: string): string | undefined => {
  const value = parsed.values[name];
  return typeof value === 'string' ? value : undefined;
};
