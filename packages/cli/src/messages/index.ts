/** Which language the command speaks, and its words in that language. */
import type { Language } from '@anpo/engine';
import { english } from './english.ts';
import { japanese } from './japanese.ts';

export const languages = ['en', 'ja'] as const;
export type { Messages } from './english.ts';

import type { Messages } from './english.ts';

export const messagesIn = (language: Language): Messages => (language === 'ja' ? japanese : english);

/** From `--lang`, ANPO_LANG, or the locale, in this order; English otherwise. */
export function chooseLanguage(
  argv: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): Language {
  // Looked up before the arguments are parsed, so that a wrong flag is already told in the language asked for.
  const flag = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const argument = argv[flag];
  const asked = [
    argument === '--lang' ? argv[flag + 1] : argument?.slice('--lang='.length),
    variables.ANPO_LANG,
  ].find(isLanguage);
  if (asked) return asked;
  const locale = variables.LC_ALL || variables.LC_MESSAGES || variables.LANG || '';
  return /^ja\b|^ja_/i.test(locale) ? 'ja' : 'en';
}

const isLanguage = (text: string | undefined): text is Language => text === 'en' || text === 'ja';
