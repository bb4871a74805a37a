/** No norm of an instrument whose wording must be confirmed rests on wording that nobody has confirmed. */
import type { Rulebook } from '@anpo/engine';
import type { Instrument, Provision } from '@anpo/engine/rulebook';
import { complaintAt, type RulebookComplaint } from './complaint.ts';

export function checkConfirmation(rulebook: Rulebook): RulebookComplaint[] {
  const strict = new Map<string, Instrument>(
    rulebook.instruments.filter((item) => item.confirmedWordingRequired).map((item) => [item.id, item]),
  );
  const provisions = new Map(rulebook.provisions.map((provision) => [provision.id, provision]));
  const confirmed = (item: { citations: Provision['citations'] }): boolean =>
    item.citations.some((citation) => citation.mark === 'confirmed' || citation.mark === 'secondary');
  // How well a source that is not there was confirmed, nobody can say.
  const sources = new Set(rulebook.sources.map(({ id }) => id));
  const known = (item: { citations: Provision['citations'] }): boolean =>
    item.citations.every(({ source }) => sources.has(source));
  return rulebook.norms.flatMap((norm) => {
    if (!strict.has(norm.instrument)) return [];
    const provision = provisions.get(norm.provision) as Provision;
    if (!known(norm) || !known(provision) || (confirmed(norm) && confirmed(provision))) return [];
    return [complaintAt(norm.position, 'wording-unconfirmed', { norm: norm.id, provision: provision.id })];
  });
}
