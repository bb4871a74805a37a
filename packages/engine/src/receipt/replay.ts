/** Makes an assessment again from its receipt. Refuses a receipt of another form, library or engine. */
import { assess } from '../assess/assess.ts';
import type { Assessment, Receipt } from '../assess/assessment.ts';
import { exactly } from '../assess/exact.ts';
import { checkFormat, checkSituation, checkView, refuse } from '../check/check.ts';
import { engineComplaint } from '../complaint/codes.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { RECEIPT_FORMAT } from '../format.ts';
import type { LibraryParts } from '../library/parts.ts';
import type { Text } from '../rulebook/schema.ts';
import { resolveSituation } from '../situation/resolved.ts';
import type { Situation } from '../situation/situation.ts';
import { ENGINE_VERSION } from '../version.ts';

/** The situation that a receipt records. Its title is no part of it. */
function situationOf(receipt: Receipt, title?: Text): Situation {
  return {
    ...(title === undefined ? {} : { title }),
    on: receipt.on,
    known: receipt.known,
    incidents: receipt.incidents,
    given: receipt.given,
  };
}

/** Throws a ComplaintError where the receipt is of another form, library or engine. */
export function replay(parts: LibraryParts, receipt: Receipt, title?: Text): Assessment {
  refuse(obstacles(parts, receipt));
  const situation = situationOf(receipt, title);
  refuse([
    ...checkSituation(parts.rulebook, situation),
    ...checkView(parts.rulebook, receipt.view, { input: 'view' }),
  ]);
  const again = receipt.logic === 'exact' ? exactly : assess;
  return again(parts, resolveSituation(parts.rulebook, situation), { view: receipt.view });
}

function obstacles(
  { rulebook, engineHash }: LibraryParts,
  { format, library, ...made }: Receipt,
): readonly Complaint[] {
  const wrong = checkFormat('receipt', format, RECEIPT_FORMAT);
  // Nothing else in it is believed then.
  if (wrong.length > 0) return wrong;
  const here: Engine = { engine: ENGINE_VERSION, engineHash };
  return [
    ...(library === rulebook.hash
      ? []
      : [engineComplaint('receipt-of-other-library', { receipt: library, here: rulebook.hash })]),
    ...(isSameEngine(made, here)
      ? []
      : [engineComplaint('receipt-of-other-engine', { receipt: nameOf(made), here: nameOf(here) })]),
  ];
}

type Engine = Pick<Receipt, 'engine' | 'engineHash'>;

/** Of the same version and, where both say so, made from the same sources. */
const isSameEngine = (one: Engine, other: Engine): boolean =>
  one.engine === other.engine &&
  (one.engineHash === undefined || other.engineHash === undefined || one.engineHash === other.engineHash);

const nameOf = ({ engine, engineHash }: Engine): string =>
  engineHash === undefined ? engine : `${engine} (${engineHash})`;
