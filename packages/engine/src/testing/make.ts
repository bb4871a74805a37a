/** Makes Rulebooks by hand for tests: each maker fills in what a test does not speak of. */
import { emptyRulebook } from '../rulebook/empty.ts';
import type {
  Amount,
  Citation,
  Expression,
  Fact,
  Holder,
  Instrument,
  Norm,
  Place,
  Precedent,
  Provision,
  Reading,
  Rulebook,
  Term,
  Text,
} from '../rulebook/schema.ts';

const position = { file: 'test.anpo.md', line: 1, column: 1 };

/** The same item with its name required and everything else optional. */
type Some<T extends { id: string }> = Partial<T> & { id: string };

export const words = (en: string, ja: string = en): Text => ({ en, ja });
export const source: Citation = { source: 'gazette', mark: 'confirmed' };

export const makeFact = (fact: Some<Fact>): Fact => ({
  position,
  label: words(fact.id),
  question: words(`${fact.id}?`),
  type: 'yes-no',
  kind: 'observable',
  organs: [],
  scope: 'situation',
  choices: [],
  citations: [],
  ...fact,
});

/** A term with one meaning, or with readings. */
export const makeTerm = (term: Some<Term> & { meaning?: Expression; readings?: Reading[] }): Term => {
  const { meaning, readings, ...rest } = term;
  return {
    position,
    label: words(term.id),
    definition: { ...(meaning ? { meaning } : {}), readings: readings ?? [], silences: [] },
    citations: [],
    ...rest,
  };
};

export const makeReading = (
  holder: string,
  meaning: Expression,
  period: Reading['period'] = {},
  rest: Partial<Reading> = {},
): Reading => ({ holder, meaning, period, citations: [source], position, ...rest });

export const makePlace = (place: Some<Place>): Place => ({
  position,
  label: words(place.id),
  names: [],
  partOf: [],
  relations: [],
  citations: [],
  ...place,
});

export const makeHolder = (holder: Some<Holder>): Holder => ({
  position,
  label: words(holder.id),
  authority: 'government',
  period: {},
  citations: [],
  ...holder,
});

export const makeInstrument = (instrument: Some<Instrument>): Instrument => ({
  position,
  title: words(instrument.id),
  kind: 'treaty',
  force: 'binding',
  order: 'international',
  parties: [],
  approval: [],
  period: {},
  contents: [],
  confirmedWordingRequired: false,
  languages: [],
  citations: [source],
  ...instrument,
});

export const makeProvision = (provision: Some<Provision> & { instrument: string }): Provision => ({
  position,
  name: provision.id,
  status: 'encoded',
  gist: words(`gist of ${provision.id}`),
  citations: [source],
  ...provision,
});

export const makeNorm = (norm: Some<Norm> & Pick<Norm, 'provision' | 'instrument' | 'act'>): Norm => ({
  position,
  kind: 'duty',
  order: 'international',
  force: 'binding',
  bearers: [{ kind: 'party', id: 'JP', period: {} }],
  exceptions: [],
  open: [],
  accordance: [],
  subject: [],
  notwithstanding: [],
  prevails: [],
  period: {},
  review: [],
  continues: [],
  replaces: [],
  citations: [source],
  ...norm,
});

export const makeAmount = (amount: Some<Amount>): Amount => ({
  position,
  label: words(amount.id),
  unit: 'number',
  pieces: [],
  ...amount,
});

export const makePrecedent = (precedent: Some<Precedent> & { on: string }): Precedent => ({
  position,
  title: words(precedent.id),
  stated: { on: precedent.on, by: words('somebody') },
  given: [],
  incidents: [],
  expectations: [],
  citations: [],
  ...precedent,
});

export const makeExpectation = (
  expectation: Partial<Precedent['expectations'][number]> &
    Pick<Precedent['expectations'][number], 'subject' | 'outcome'>,
): Precedent['expectations'][number] => ({ position, because: [], becauseText: '', ...expectation });

const item = (id: string, en = id, ja = en) => ({ id, position, label: words(en, ja) });

/** The United States, Japan and Korea with two organs; whatever else the test gives. */
export function makeRulebook(parts: Partial<Rulebook>): Rulebook {
  return {
    ...emptyRulebook('test'),
    sources: [{ id: 'gazette', position, title: words('Gazette', '官報'), mark: 'confirmed' }],
    parties: [
      { ...item('US', 'United States', '米国'), home: true, citations: [] },
      { ...item('JP', 'Japan', '日本国'), home: true, citations: [] },
      { ...item('KR', 'Republic of Korea', '大韓民国'), citations: [] },
    ],
    organs: [
      { ...item('cabinet', 'Cabinet', '内閣'), party: 'JP', citations: [] },
      { ...item('president', 'President of the United States', '大統領'), party: 'US', citations: [] },
    ],
    ...parts,
  };
}

export const makeItem = item;
