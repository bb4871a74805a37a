/** 言語のエラー、日本語。 */
import type { ComplaintWords } from '@anpo/engine/complaint';
import type { LanguageCodes } from '../codes.ts';
import { amounts, cases, whole } from './cases.ts';
import { expressions, facts, terms } from './facts.ts';
import { instruments, norms } from './law.ts';
import { items, names } from './names.ts';
import { syntax } from './syntax.ts';

export const japanese: ComplaintWords<LanguageCodes> = {
  ...syntax,
  ...names,
  ...items,
  ...facts,
  ...terms,
  ...expressions,
  ...instruments,
  ...norms,
  ...amounts,
  ...whole,
  ...cases,
};
