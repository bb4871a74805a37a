/**
 * The whole-library analysis of one day: what pulls both ways, what is missing, what never matters. Findings of
 * an audit are results, not errors. It ends within the steps allowed and says what it did not get to.
 */
import type { Circuit } from '../../circuit/circuit.ts';
import type { Rulebook } from '../../rulebook/schema.ts';
import { type AmountFault, findAmountFaults } from './amounts.ts';
import { type BesideGeneral, findBesideGeneral } from './beside-general.ts';
import { type Conflict, findConflicts } from './conflicts.ts';
import { AuditContext, type AuditOptions } from './context.ts';
import { type DeadNorm, findDeadNorms, findIdleExceptions, type IdleException } from './dead-rules.ts';
import { findGaps, type Gap } from './gaps.ts';
import { findIdleReadings, type IdleReadings } from './idle-readings.ts';
import { findOneSidedDuties, type OneSidedDuty } from './one-sided.ts';
import { findOutliving, type Outliving } from './outliving.ts';
import { findPlaceless, type Placeless } from './placeless.ts';
import { findSavingDuties, type SavingDuty } from './saving-clauses.ts';
import { findUnreadSayings, type UnreadSaying } from './unread.ts';

/** What is amiss in the library on a day, each with the situations it is about and an example. */
export interface Audit {
  readonly on: string;
  readonly conflicts: readonly Conflict[];
  readonly outliving: readonly Outliving[];
  readonly besideGeneral: readonly BesideGeneral[];
  readonly savingDuties: readonly SavingDuty[];
  readonly unreadSayings: readonly UnreadSaying[];
  readonly gaps: readonly Gap[];
  readonly deadNorms: readonly DeadNorm[];
  readonly idleExceptions: readonly IdleException[];
  readonly idleReadings: readonly IdleReadings[];
  readonly oneSidedDuties: readonly OneSidedDuty[];
  readonly amountFaults: readonly AmountFault[];
  /** Of the whole library, of whatever day. */
  readonly placeless: readonly Placeless[];
  /** What the limits of the work left open, in words of the checks. */
  readonly notDecided: readonly string[];
}

export function audit(rulebook: Rulebook, circuit: Circuit, options: AuditOptions): Audit {
  const context = new AuditContext(rulebook, circuit, options);
  const notDecided = new Set<string>();
  const undecided = (what: string): void => {
    notDecided.add(what);
  };
  return {
    on: options.on,
    conflicts: findConflicts(context, undecided),
    outliving: findOutliving(context, undecided),
    besideGeneral: findBesideGeneral(context, undecided),
    savingDuties: findSavingDuties(context),
    unreadSayings: findUnreadSayings(context),
    gaps: findGaps(context, undecided),
    deadNorms: findDeadNorms(context, undecided),
    idleExceptions: findIdleExceptions(context, undecided),
    idleReadings: findIdleReadings(context, undecided),
    oneSidedDuties: findOneSidedDuties(context, undecided),
    amountFaults: findAmountFaults(context, undecided),
    placeless: findPlaceless(rulebook, circuit),
    notDecided: [...notDecided],
  };
}
