/**
 * Holds a draft against the Rulebook and makes the situation of it. Every complaint is gathered first, with
 * where it stands, so that an author mends all of them at once.
 */
import type { Rulebook, Situation } from '@anpo/engine';
import { checkDay, checkGivens, checkView, refuse } from '@anpo/engine/complaint';
import { plainValue, presentNames } from '@anpo/engine/situation';
import type { Draft, DraftGiven } from './draft.ts';

export interface Question {
  readonly situation: Situation;
  readonly view: string;
  /** True where no date was given and today was taken. */
  readonly today: boolean;
}

/** The flags override the file: a flag without an organ replaces every finding of the fact that the file gives. */
export function mergeDrafts(rulebook: Rulebook, one: Draft, other: Draft): Draft {
  const [file, flags] = [one, other].map((draft) => inPresentNames(rulebook, draft)) as [Draft, Draft];
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

/** Facts, values, organs and view by the names that they have today. */
function inPresentNames(rulebook: Rulebook, draft: Draft): Draft {
  const names = presentNames(rulebook);
  return {
    ...draft,
    view: draft.view && { ...draft.view, text: names.item(draft.view.text) },
    given: draft.given.map(names.given),
  };
}

/** `today`, YYYY-MM-DD, is the day where the draft names none. Throws a ComplaintError. */
export function toQuestion(written: Draft, rulebook: Rulebook, today: string): Question {
  const draft = inPresentNames(rulebook, written);
  const { on, known, view, incidents } = draft;
  const facts = new Map(rulebook.facts.map((fact) => [fact.id, fact]));
  const given = draft.given.map((each) => {
    const fact = facts.get(each.fact);
    return fact ? { ...each, value: plainValue(fact, each.value) } : each;
  });
  refuse([
    ...[on, known].flatMap((day) => (day ? checkDay(day.text, day.where) : [])),
    ...(view ? checkView(rulebook, view.text, view.where) : []),
    ...checkGivens(rulebook, given, incidents),
  ]);
  return {
    view: view?.text ?? 'all',
    today: on === undefined,
    situation: {
      title: draft.title,
      on: on?.text ?? today,
      known: known?.text,
      incidents,
      given: given.map(({ fact, organ, value, asserted, incident }) => ({
        fact,
        ...(organ === undefined ? {} : { organ }),
        value,
        asserted,
        ...(incident === undefined ? {} : { incident: incidents.indexOf(incident) }),
      })),
    },
  };
}
