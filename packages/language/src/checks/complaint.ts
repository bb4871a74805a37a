/** A complaint about the Rulebook, at the position of one of its items. */
import type { Complaint, Position } from '@anpo/engine';
import { languageComplaint } from '../problem.ts';
import type { LanguageCodes } from '../words/codes.ts';

export interface RulebookComplaint extends Complaint {
  readonly where: Position;
}

export const complaintAt = <Code extends keyof LanguageCodes>(
  position: Position,
  code: Code,
  data: LanguageCodes[Code],
): RulebookComplaint => ({ ...languageComplaint(code, data), where: position });
