/**
 * Special rules that stand beside the general one: an instrument made under another has somebody do what is a way
 * to do what the other lays on somebody else, and the other does not speak of it.
 */
import type { FindingRoot } from '../../circuit/circuit.ts';
import { coneOf } from '../../circuit/cone.ts';
import { indexRulebook } from '../../rulebook/index.ts';
import type { Rulebook } from '../../rulebook/schema.ts';
import type { Description } from '../describe.ts';
import type { ExampleSituation } from '../world.ts';
import type { AuditContext } from './context.ts';
import { actsDone } from './ways.ts';

export interface BesideGeneral {
  readonly special: string;
  readonly specialBearer: string;
  readonly general: string;
  readonly generalBearer: string;
  readonly incident?: number | undefined;
  /** Situations in which both apply: two must do what one of them does. */
  readonly description?: Description | undefined;
  readonly example?: ExampleSituation | undefined;
}

export function findBesideGeneral(context: AuditContext, undecided: (what: string) => void): BesideGeneral[] {
  const done = actsDone(context.rulebook);
  const duties = context.circuit.findings.filter((root) => context.norm(root).kind === 'duty');
  return duties.flatMap((special) =>
    duties.flatMap((general): BesideGeneral[] => {
      const [own, other] = [context.norm(special), context.norm(general)];
      if (own.act === other.act || !done(own.act).has(other.act) || special.bearer === general.bearer)
        return [];
      if (!isUnder(context.rulebook, own.instrument, other.instrument)) return [];
      if (coneOf(context.circuit, general.node).includes(special.node)) return [];
      const meeting = context.meeting([special, general], context.free);
      if (meeting === undefined) return [];
      if (meeting === 'undecided') {
        undecided(`${special.norm} beside ${general.norm}`);
        return [];
      }
      return [{ ...named(special, general), incident: special.incident ?? general.incident, ...meeting }];
    }),
  );
}

const named = (special: FindingRoot, general: FindingRoot) => ({
  special: special.norm,
  specialBearer: special.bearer,
  general: general.norm,
  generalBearer: general.bearer,
});

/** Whether the one was made under the other, directly or through what it was made under. */
function isUnder(rulebook: Rulebook, instrument: string, other: string): boolean {
  const seen = new Set<string>();
  const index = indexRulebook(rulebook);
  for (let id: string | undefined = instrument; id !== undefined && !seen.has(id); ) {
    seen.add(id);
    id = index.find('instrument', id)?.under;
    if (id === other) return true;
  }
  return false;
}
