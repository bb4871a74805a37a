/** A complaint about the Rulebook, at the position of one of its items. */
import type { Complaint } from '@anpo/engine';
import type { Position } from '@anpo/engine/rulebook';
import { languageComplaint, linesOf, type Problem, problemAt } from '../problem.ts';
import type { LanguageCodes } from '../words/codes.ts';

export interface RulebookComplaint extends Complaint {
  readonly where: Position;
}

export const complaintAt = <Code extends keyof LanguageCodes>(
  position: Position,
  code: Code,
  data: LanguageCodes[Code],
): RulebookComplaint => ({ ...languageComplaint(code, data), where: position });

/** The complaint as a problem of its text: from its position to the end of the line. */
export function problemOf(complaint: RulebookComplaint, text: string): Problem {
  const { file, line, column } = complaint.where;
  const end = (linesOf(text)[line - 1] ?? '').trimEnd().length;
  const range = {
    start: { line: line - 1, character: column - 1 },
    end: { line: line - 1, character: end },
  };
  return problemAt(file, text, range, complaint);
}
