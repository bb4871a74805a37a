/** The words of answers in every language. */
import type { Language } from '@anpo/engine';
import { english, type Words } from './english.ts';
import { japanese } from './japanese.ts';

export type { Words } from './english.ts';
export const wordsIn = (language: Language): Words => (language === 'ja' ? japanese : english);
