/** Claims that state how a published data set codes an instrument, found by what their query or evidence names. */
import type { Claim, Rulebook } from '../rulebook/schema.ts';

/** Of the instrument and of what was agreed under it; the sources that code alliances are declared in the library. */
export function codingsOf(rulebook: Rulebook, instrument: string): readonly Claim[] {
  const codings = new Set(rulebook.sources.filter(({ coding }) => coding).map(({ id }) => id));
  const own = new Set([
    instrument,
    ...rulebook.instruments.filter(({ under }) => under === instrument).map(({ id }) => id),
  ]);
  return rulebook.claims.filter(
    (claim) =>
      claim.citations.some(({ source }) => codings.has(source)) &&
      instrumentsNamed(claim, rulebook).some((id) => own.has(id)),
  );
}

function instrumentsNamed({ query, evidence }: Claim, rulebook: Rulebook): readonly string[] {
  const norm = query?.left.kind === 'norm' ? query.left.norm : undefined;
  const named = norm === undefined ? evidence : [norm, ...evidence];
  return named.flatMap((id) => [
    id,
    ...rulebook.norms.filter((each) => each.id === id).map((each) => each.instrument),
    ...rulebook.provisions.filter((each) => each.id === id).map((each) => each.instrument),
  ]);
}
