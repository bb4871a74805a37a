/** Every provision is accounted for: encoded, descriptive, or not encoded with the reason. */
import type { Rulebook } from '@anpo/engine';
import type { Provision } from '@anpo/engine/rulebook';
import { complaintAt, type RulebookComplaint } from './complaint.ts';

export function checkProvisions(rulebook: Rulebook): RulebookComplaint[] {
  const complaints: RulebookComplaint[] = [];
  const content = new Map<string, number>();
  for (const item of [...rulebook.norms, ...rulebook.terms, ...rulebook.amounts, ...rulebook.facts]) {
    if (item.provision !== undefined) content.set(item.provision, (content.get(item.provision) ?? 0) + 1);
  }
  const byInstrument = Map.groupBy(rulebook.provisions, (provision) => provision.instrument);
  for (const instrument of rulebook.instruments) {
    const provisions = byInstrument.get(instrument.id) ?? [];
    const listed = new Set(instrument.contents);
    const names = new Set(provisions.map((provision) => provision.name));
    for (const name of instrument.contents) {
      if (names.has(name)) continue;
      const data = { instrument: instrument.id, provision: name };
      complaints.push(complaintAt(instrument.position, 'provision-unaccounted', data));
    }
    for (const provision of provisions) {
      if (!listed.has(provision.name)) {
        const { contents } = instrument;
        const data = { instrument: instrument.id, provision: provision.name, contents };
        complaints.push(complaintAt(provision.position, 'provision-not-in-contents', data));
      }
      complaints.push(...checkStatus(provision, content.get(provision.id) ?? 0));
    }
  }
  return complaints;
}

function checkStatus({ id, status, position }: Provision, items: number): RulebookComplaint[] {
  if (status === 'encoded') {
    return items === 0 ? [complaintAt(position, 'encoded-but-empty', { provision: id })] : [];
  }
  return items > 0 ? [complaintAt(position, 'rules-not-encoded', { provision: id, status })] : [];
}
