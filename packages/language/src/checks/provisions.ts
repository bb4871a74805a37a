/** Every provision is accounted for: encoded, descriptive, or not encoded with the reason. */
import type { Provision, Rulebook } from '@anpo/engine';
import type { RulebookComplaint } from './complaint.ts';

export function checkProvisions(rulebook: Rulebook): RulebookComplaint[] {
  const complaints: RulebookComplaint[] = [];
  const content = new Map<string, number>();
  for (const item of [...rulebook.norms, ...rulebook.terms, ...rulebook.amounts, ...rulebook.facts]) {
    if (item.provision !== undefined) content.set(item.provision, (content.get(item.provision) ?? 0) + 1);
  }
  const byInstrument = Map.groupBy(rulebook.provisions, (provision) => provision.instrument);
  for (const instrument of rulebook.instruments) {
    const provisions = byInstrument.get(instrument.id) ?? [];
    const contents = new Set(instrument.contents);
    const names = new Set(provisions.map((provision) => provision.name));
    for (const name of instrument.contents) {
      if (names.has(name)) continue;
      complaints.push({
        position: instrument.position,
        message: `the provision "${instrument.id}/${name}" is listed in the contents and is neither encoded nor declared`,
        mend: `add provision ${name} encoded, descriptive, or not-encoded because en "…" ja "…"`,
      });
    }
    for (const provision of provisions) {
      if (!contents.has(provision.name)) {
        complaints.push({
          position: provision.position,
          message: `the provision "${provision.id}" is not in the contents of its instrument`,
          candidates: instrument.contents,
          mend: `add ${provision.name} to contents, or mend its name`,
        });
      }
      complaints.push(...checkStatus(provision, content.get(provision.id) ?? 0));
    }
  }
  return complaints;
}

function checkStatus(provision: Provision, items: number): RulebookComplaint[] {
  if (provision.status === 'encoded' && items === 0) {
    return [
      {
        position: provision.position,
        message: `the provision "${provision.id}" is called encoded and nothing stands under it`,
        mend: 'encode it, or call it descriptive, or not-encoded with the reason',
      },
    ];
  }
  if (provision.status !== 'encoded' && items > 0) {
    return [
      {
        position: provision.position,
        message: `the provision "${provision.id}" is called ${provision.status} and rules stand under it`,
        mend: 'call it encoded, or move the rules to the provision they rest on',
      },
    ];
  }
  return [];
}
