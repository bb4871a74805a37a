/** Truth values as reasons name them. */

import { FALSE, TRUE } from '../evaluate/kleene.ts';
import type { ReasonValue } from '../findings/reason.ts';
import type { Outcome } from '../rulebook/schema.ts';

export function reasonValue(value: number | undefined, positive = true): ReasonValue {
  if (value === TRUE) return positive ? 'true' : 'false';
  if (value === FALSE) return positive ? 'false' : 'true';
  return 'unknown';
}

export function outcomeOf(value: number | undefined): Outcome {
  return value === TRUE ? 'applies' : value === FALSE ? 'does-not-apply' : 'undetermined';
}
