/** A complaint about the Rulebook, at the position of one of its items. */
import type { Position } from '@anpo/engine';
import type { Complaint } from '../problem.ts';

export interface RulebookComplaint extends Complaint {
  readonly position: Position;
}
