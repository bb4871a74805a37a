/**
 * Holds a draft against the Rulebook and makes the situation of it. Every complaint is gathered first, with
 * where it stands, so that an author mends all of them at once.
 */
import {
  ComplaintError,
  type Fact,
  nearest,
  parseDay,
  parseValue,
  plainValue,
  type Rulebook,
  type Situation,
} from '@anpo/engine';
import { type Complaint, Failure } from '../failure.ts';
import type { Messages } from '../messages/index.ts';
import type { Draft, DraftGiven, PlacedText } from './draft.ts';

export interface Question {
  readonly situation: Situation;
  readonly view: string;
  /** True where no date was given and today was taken. */
  readonly today: boolean;
}

/** The flags override the file: a flag without an organ replaces every finding of the fact that the file gives. */
export function mergeDrafts(file: Draft, flags: Draft): Draft {
  const replaced = (given: DraftGiven): boolean =>
    flags.given.some(
      (flag) =>
        flag.fact === given.fact &&
        flag.incident === given.incident &&
        (flag.organ === undefined || flag.organ === given.organ),
    );
  return {
    title: flags.title ?? file.title,
    on: flags.on ?? file.on,
    known: flags.known ?? file.known,
    view: flags.view ?? file.view,
    incidents: [...new Set([...file.incidents, ...flags.incidents])],
    given: [...file.given.filter((given) => !replaced(given)), ...flags.given],
  };
}

export function toQuestion(draft: Draft, rulebook: Rulebook, today: string, messages: Messages): Question {
  const complaints: Complaint[] = [];
  const complain = (where: string, complaint: Complaint): void =>
    void complaints.push({ where, ...complaint });
  for (const date of [draft.on, draft.known]) {
    if (date && parseDay(date.text) === undefined)
      complain(date.where, { message: messages.notADate(date.text) });
  }
  const wrongView = draft.view && viewComplaint(draft.view.text, rulebook, messages);
  if (draft.view && wrongView) complain(draft.view.where, wrongView);
  const facts = new Map(rulebook.facts.map((fact) => [fact.id, fact]));
  const seen = new Map<string, string>();
  const drafted = draft.given.map((given) => {
    const fact = facts.get(given.fact);
    return fact ? { ...given, value: plainValue(fact, given.value) } : given;
  });
  for (const given of drafted) {
    const complaint = complaintOf(given, facts, draft.incidents, rulebook, messages);
    if (complaint) complain(given.where, complaint);
    const key = JSON.stringify([given.fact, given.incident, given.organ]);
    const before = seen.get(key);
    if (before !== undefined && before !== given.value) {
      complain(given.where, { message: messages.givenTwice(given.fact, before, given.value) });
    }
    seen.set(key, given.value);
  }
  if (complaints.length > 0) throw new Failure(complaints);
  return {
    view: draft.view?.text ?? 'all',
    today: draft.on === undefined,
    situation: {
      title: draft.title,
      on: draft.on?.text ?? today,
      known: draft.known?.text,
      incidents: draft.incidents,
      given: drafted.map(({ fact, organ, value, asserted, incident }) => ({
        fact,
        ...(organ === undefined ? {} : { organ }),
        value,
        asserted,
        ...(incident === undefined ? {} : { incident: draft.incidents.indexOf(incident) }),
      })),
    },
  };
}

/** Fails where the Rulebook has no such view or holder. */
export function checkView({ text, where }: PlacedText, rulebook: Rulebook, messages: Messages): void {
  const complaint = viewComplaint(text, rulebook, messages);
  if (complaint) throw new Failure([{ where, ...complaint }]);
}

function viewComplaint(view: string, rulebook: Rulebook, messages: Messages): Complaint | undefined {
  const names = [...rulebook.views, ...rulebook.holders].map(({ id }) => id);
  if (view === 'all' || names.includes(view)) return undefined;
  return {
    message: messages.unknownView(view),
    nearest: nearest(view, ['all', ...names], 3),
    mend: messages.viewsAre(names),
  };
}

function complaintOf(
  given: DraftGiven,
  facts: ReadonlyMap<string, Fact>,
  incidents: readonly string[],
  rulebook: Rulebook,
  messages: Messages,
): Complaint | undefined {
  if (given.incident !== undefined && !incidents.includes(given.incident)) {
    return {
      message: messages.unknownIncident(given.incident),
      nearest: nearest(given.incident, incidents, 2),
      mend: messages.incidentsAre(incidents),
    };
  }
  const fact = facts.get(given.fact);
  if (!fact) {
    return {
      message: messages.unknownFact(given.fact),
      nearest: nearest(given.fact, [...facts.keys()], 3),
      mend: messages.factsListed,
    };
  }
  if (given.organ !== undefined && !fact.organs.includes(given.organ)) {
    if (fact.organs.length === 0) return { message: messages.notForOrgan(fact.id, given.organ) };
    return {
      message: messages.wrongOrgan(fact.id, given.organ),
      nearest: nearest(given.organ, fact.organs, 2),
      mend: messages.organsAre(fact.organs),
    };
  }
  if (given.incident !== undefined && fact.scope === 'situation') {
    return { message: messages.notOfIncident(fact.id) };
  }
  if (given.value === 'unknown') return undefined;
  try {
    parseValue(rulebook, fact, given.value, 0);
    return undefined;
  } catch (error) {
    if (!(error instanceof ComplaintError)) throw error;
    return wrongValue(given, fact, rulebook, messages);
  }
}

function wrongValue(given: DraftGiven, fact: Fact, rulebook: Rulebook, messages: Messages): Complaint {
  const message = messages.wrongValue(fact.id, given.value);
  const oneOf = (values: readonly string[]): Complaint => ({
    message,
    nearest: nearest(given.value, values, 3),
    mend: messages.valuesAre(values),
  });
  const names = (items: readonly { id: string }[]): readonly string[] => items.map(({ id }) => id);
  switch (fact.type) {
    case 'yes-no':
      return { message, mend: messages.valuesAre(messages.yesNoValues) };
    case 'choice':
      return oneOf(names(fact.choices));
    case 'party':
      return oneOf(names(rulebook.parties));
    case 'place':
      return oneOf(names(rulebook.places));
    case 'date':
      return { message, mend: messages.dateValues };
    case 'number':
    case 'amount':
      return { message, mend: messages.numberValues(fact.minimum, fact.maximum) };
  }
}
