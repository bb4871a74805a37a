/** Makes an assessment again from its receipt. Refuses a receipt of another library or engine. */
import { assessSituation } from '../assess/assess.ts';
import type { Assessment, Receipt } from '../assess/assessment.ts';
import { assessExactly } from '../assess/exact.ts';
import type { Rulebook, Text } from '../rulebook/schema.ts';
import type { Situation } from '../situation/situation.ts';
import { ENGINE_VERSION } from '../version.ts';

/** A receipt that this engine and library cannot replay. */
export class ReceiptError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ReceiptError';
  }
}

/** The situation that a receipt records. Its title is no part of it. */
export function situationOf(receipt: Receipt, title?: Text): Situation {
  return {
    ...(title === undefined ? {} : { title }),
    on: receipt.on,
    known: receipt.known,
    incidents: receipt.incidents,
    given: receipt.given,
  };
}

export function replay(rulebook: Rulebook, receipt: Receipt, title?: Text): Assessment {
  if (receipt.library !== rulebook.hash) {
    throw new ReceiptError(
      `the receipt is of library ${receipt.library}, and this is ${rulebook.hash}: check out the library it names`,
    );
  }
  if (receipt.engine !== ENGINE_VERSION) {
    throw new ReceiptError(
      `the receipt is of engine ${receipt.engine}, and this is ${ENGINE_VERSION}: install the version it names`,
    );
  }
  const assess = receipt.logic === 'exact' ? assessExactly : assessSituation;
  return assess(rulebook, situationOf(receipt, title), { view: receipt.view });
}
