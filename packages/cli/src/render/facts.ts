/** The facts that can be asked, by kind: name, type, question, values, who determines them. */
import { actorLabel, type Fact, nearest, type Rulebook, valueLabel } from '@anpo/engine';
import type { Context } from '../context.ts';
import { Page } from './page.ts';

const kinds = ['observable', 'determination', 'assumption'] as const;

export function renderFacts(
  facts: readonly Fact[],
  rulebook: Rulebook,
  word: string | undefined,
  context: Context,
): string {
  const { messages, paint } = context;
  const page = new Page(context);
  if (facts.length === 0 && word !== undefined) {
    page.text(messages.noFacts(word));
    const names = nearest(
      word,
      rulebook.facts.map(({ id }) => id),
      3,
    );
    if (names.length > 0) page.text(messages.didYouMean(names));
    return page.toString();
  }
  for (const kind of kinds) {
    const members = facts.filter((fact) => fact.kind === kind);
    if (members.length === 0) continue;
    page.blank();
    page.heading(messages.factKinds[kind], paint.heading);
    for (const fact of members) printFact(fact, rulebook, page, context);
  }
  printValues(facts, rulebook, page, context);
  page.blank();
  page.text(messages.factCount(facts.length));
  return page.toString();
}

function printFact(fact: Fact, rulebook: Rulebook, page: Page, { language, messages, paint }: Context): void {
  const about = [messages.factTypes[fact.type], messages.scopes[fact.scope]];
  if (fact.unit !== undefined) about.push(fact.unit);
  page.blank();
  page.text(`${paint.strong(fact.id)}${messages.inBrackets(messages.list(about))}`);
  page.text(fact.question[language], '  ');
  const say = (label: string, text: string): void => page.text(messages.labelled(label, text), '  ');
  if (fact.choices.length > 0) {
    say(
      messages.valuesLabel,
      messages.list(fact.choices.map(({ id, label }) => `${id} = ${label[language]}`)),
    );
  }
  if (fact.organs.length > 0) {
    const organs = fact.organs.map((id) => `${id} = ${actorLabel(rulebook, id)[language]}`);
    say(messages.decidedBy, messages.list(organs));
  }
  if (fact.default !== undefined)
    say(messages.assumedValue, valueLabel(rulebook, fact, fact.default)[language]);
}

/** The values of place and party facts are long lists: said once, at the end. */
function printValues(facts: readonly Fact[], rulebook: Rulebook, page: Page, context: Context): void {
  const { language, messages, paint } = context;
  const lists = [
    { type: 'place', title: messages.placesLabel, items: rulebook.places },
    { type: 'party', title: messages.partiesLabel, items: rulebook.parties },
  ] as const;
  for (const { type, title, items } of lists) {
    if (!facts.some((fact) => fact.type === type)) continue;
    page.blank();
    page.heading(title, paint.heading);
    page.text(messages.list(items.map(({ id, label }) => `${id} = ${label[language]}`)), '  ');
  }
}
