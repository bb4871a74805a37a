/** The situation that a precedent records. */
import type { Expectation, Precedent } from '../rulebook/schema.ts';
import type { Situation } from '../situation/situation.ts';

/** An expectation may ask what was found with only what was known on another day. */
export function situationOfPrecedent(precedent: Precedent, expectation?: Expectation): Situation {
  return {
    title: precedent.title,
    on: precedent.on,
    known: expectation?.known ?? precedent.known,
    incidents: precedent.incidents.map(({ name }) => name),
    given: [
      ...precedent.given,
      ...precedent.incidents.flatMap(({ given }, incident) => given.map((fact) => ({ ...fact, incident }))),
    ],
  };
}
