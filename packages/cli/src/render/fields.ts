/** Which fields each kind of item shows. One entry a kind; the table is checked to be complete. */
import { instrumentLabel, placeLabel, type Rulebook, ruleSentence, valueLabel, wordings } from '@anpo/engine';
import type { Context } from '../context.ts';
import type { Collection } from '../rulebook/dependencies.ts';
import type { FieldWriter } from './field-writer.ts';

interface Tools {
  readonly write: FieldWriter;
  readonly rulebook: Rulebook;
  readonly context: Context;
}
type Item<C extends Collection> = Rulebook[C][number];
type Printers = { readonly [C in Collection]: (item: Item<C>, tools: Tools) => void };

export function fieldsOf(
  collection: Collection,
  id: string,
  rulebook: Rulebook,
  write: FieldWriter,
  context: Context,
): void {
  const item = (rulebook[collection] as readonly Item<Collection>[]).find((candidate) => candidate.id === id);
  if (!item) return;
  const print = printers[collection] as (item: Item<Collection>, tools: Tools) => void;
  print(item, { write, rulebook, context });
  if ('citations' in item && Array.isArray(item.citations)) write.citations(item.citations);
  const { file, line, column } = item.position;
  write.text(context.messages.labels.where, `${file}:${line}:${column}`);
}

const printers: Printers = {
  sources: ({ address, mark }, { write, context: { messages } }) => {
    write.text(messages.labels.address, address);
    write.text(messages.labels.mark, messages.shortMarks[mark]);
  },
  parties: () => {},
  organs: ({ party }, { write, context: { messages } }) =>
    write.text(messages.labels.party, write.actor(party)),
  holders: ({ authority, party }, { write, context: { messages } }) => {
    write.text(messages.labels.authority, messages.authorities[authority]);
    if (party !== undefined) write.text(messages.labels.party, write.actor(party));
  },
  views: ({ holders }, { write, context: { messages } }) =>
    write.list(
      messages.labels.holders,
      holders.map((holder) => write.holder(holder)),
    ),
  places: ({ names, partOf, relations }, { write, rulebook, context: { language, messages } }) => {
    const { labels } = messages;
    write.list(
      labels.names,
      names.map(({ party, name }) => `${name}${messages.inBrackets(write.actor(party))}`),
    );
    write.list(
      labels.partOf,
      partOf.map(
        ({ place, period, citations }) =>
          `${write.dated(placeLabel(rulebook, place)[language], period)}${write.cited(citations)}`,
      ),
    );
    write.list(
      labels.relations,
      relations.map(({ relation, party, period, holder, citations }) => {
        const text = messages.relationBy(messages.relations[relation], write.actor(party));
        const reading =
          holder === undefined ? '' : ` ${messages.dash(messages.inReadingOf(write.holder(holder)))}`;
        return `${write.dated(text, period)}${reading}${write.cited(citations)}`;
      }),
    );
  },
  instruments: (item, { write, rulebook, context: { language, messages } }) => {
    const { labels } = messages;
    write.text(labels.kind, messages.instrumentKinds[item.kind]);
    write.text(labels.force, wordings[language].forces[item.force]);
    write.text(labels.order, wordings[language].orders[item.order]);
    write.list(
      labels.parties,
      item.parties.map(({ party, period }) => write.dated(write.actor(party), period)),
    );
    write.names(labels.approval, item.approval);
    write.text(labels.signed, item.signed);
    write.text(labels.inForce, write.period(item.period));
    write.text(labels.known, item.known);
    write.expression(labels.ends, item.ends);
    write.definition(labels.standing, item.standing);
    if (item.under !== undefined) write.text(labels.under, instrumentLabel(rulebook, item.under)[language]);
    write.names(labels.contents, item.contents);
    write.names(labels.languages, item.languages);
    write.text(labels.publication, item.publication);
    write.words(labels.domestic, item.domesticEffect);
    write.words(messages.note, item.note);
  },
  provisions: (item, { write, rulebook, context: { language, messages } }) => {
    const { labels } = messages;
    write.text(
      labels.instrument,
      `${instrumentLabel(rulebook, item.instrument)[language]} [${item.instrument}]`,
    );
    write.text(labels.provision, item.name);
    write.text(labels.status, messages.statuses[item.status]);
    write.words(labels.reason, item.reason);
    write.both(labels.gist, item.gist);
    write.both(labels.phrase, item.phrase);
  },
  norms: (item, { write, rulebook, context: { language, messages } }) => {
    const { labels } = messages;
    const wording = wordings[language];
    const norms = (ids: readonly string[]): string => messages.list(ids);
    const [first] = item.bearers;
    if (first) write.both(labels.rule, ruleSentence(rulebook, item, first.id));
    write.text(labels.kind, wording.kinds[item.kind]);
    write.text(labels.order, wording.orders[item.order]);
    write.text(labels.force, wording.forces[item.force]);
    write.text(labels.provision, item.provision);
    write.list(
      labels.bearers,
      item.bearers.map(({ id, period }) => write.dated(write.actor(id), period)),
    );
    if (item.counterparty) {
      const { id } = item.counterparty;
      write.text(labels.counterparty, id === undefined ? messages.otherParties : write.actor(id));
    }
    write.text(
      labels.act,
      `${rulebook.acts.find(({ id }) => id === item.act)?.label[language] ?? ''} [${item.act}]`,
    );
    write.expression(labels.condition, item.condition);
    for (const { when, citations } of item.exceptions) {
      write.expression(labels.except, when);
      write.text('', write.cited(citations).trim());
    }
    write.names(
      labels.openTo,
      item.open.map((aspect) => wording.aspects[aspect]),
    );
    const qualifiers = (ids: readonly string[]): string =>
      messages.list(
        ids.map((id) => rulebook.qualifiers.find((item) => item.id === id)?.label[language] ?? id),
      );
    write.text(labels.accordance, qualifiers(item.accordance));
    write.text(labels.subject, qualifiers(item.subject));
    write.text(labels.notwithstanding, norms(item.notwithstanding));
    write.text(labels.prevails, norms(item.prevails));
    if (item.deadline)
      write.text(
        labels.deadline,
        deadlineWords(item.deadline, { write, rulebook, context: { language, messages } as Context }),
      );
    write.text(labels.period, write.period(item.period));
    write.definition(labels.standing, item.standing);
    write.names(
      messages.review,
      item.review.map((name) => wording.reviewers[name] ?? name),
    );
    write.text(labels.continues, norms(item.continues));
    write.text(labels.replaces, norms(item.replaces));
    write.words(messages.note, item.note);
  },
  terms: (item, { write, context: { messages } }) => {
    write.text(messages.labels.provision, item.provision);
    write.definition(messages.labels.means, item.definition);
    write.words(messages.note, item.note);
  },
  facts: (item, { write, rulebook, context: { language, messages } }) => {
    const { labels } = messages;
    write.both(labels.question, item.question);
    write.text(labels.kind, messages.factKinds[item.kind]);
    write.text(labels.type, messages.factTypes[item.type]);
    write.text(labels.scope, messages.scopes[item.scope]);
    write.list(
      labels.organs,
      item.organs.map((organ) => `${write.actor(organ)} [${organ}]`),
    );
    write.list(
      labels.values,
      item.choices.map(({ id, label }) => `${label[language]} [${id}]`),
    );
    if (item.default !== undefined)
      write.text(labels.default, valueLabel(rulebook, item, item.default)[language]);
    if (item.minimum !== undefined || item.maximum !== undefined) {
      write.text(labels.range, messages.numberValues(item.minimum, item.maximum));
    }
    write.text(labels.unit, item.unit);
    write.text(labels.provision, item.provision);
  },
  acts: ({ provision }, { write, context: { messages } }) => write.text(messages.labels.provision, provision),
  qualifiers: () => {},
  amounts: (item, { write, rulebook: _, context: { messages } }) => {
    const { labels } = messages;
    write.text(labels.unit, messages.units[item.unit] || item.unit);
    write.text(labels.provision, item.provision);
    for (const { value, when, period, citations } of item.pieces) {
      write.text(labels.values, write.dated(valueText(value), period) + write.cited(citations));
      write.expression(labels.condition, when);
    }
  },
  constraints: ({ always }, { write, context: { messages } }) =>
    write.expression(messages.labels.always, always),
  precedents: (item, { write, rulebook, context: { language, messages } }) => {
    const { labels } = messages;
    write.text(labels.on, item.on);
    write.text(messages.knownOn, item.known);
    write.text(labels.stated, messages.byOn(item.stated.by[language], item.stated.on));
    write.words(labels.answer, item.answer);
    const given = (facts: typeof item.given, incident: string): readonly string[] =>
      facts.map(({ fact, organ, value, asserted }) => {
        const label = rulebook.facts.find(({ id }) => id === fact);
        const words =
          label && value !== 'unknown' ? valueLabel(rulebook, label, value)[language] : messages.unknownValue;
        const by = organ === undefined ? '' : `@${organ}`;
        const basis = messages.inBrackets(wordings[language].bases[asserted] ?? asserted);
        return `${incident}${messages.labelled(`${label?.label[language] ?? fact}${by}`, words)}${basis}`;
      });
    write.list(labels.given, [
      ...given(item.given, ''),
      ...item.incidents.flatMap(({ name, given: facts }) => given(facts, `${name}: `)),
    ]);
    write.list(
      labels.expects,
      item.expectations.map((expectation) => {
        const { subject, outcome, becauseText } = expectation;
        const name = subjectText(subject);
        const why = becauseText === '' ? '' : ` ${messages.dash(messages.becauseOf(becauseText))}`;
        return messages.labelled(name, `${wordings[language].outcomes[outcome]}${why}`);
      }),
    );
    write.words(labels.disagreement, item.disagreement);
  },
  statements: (item, { write, context: { language, messages } }) => {
    const { labels } = messages;
    write.text(labels.stated, messages.byOn(item.speaker[language], item.date));
    write.both(labels.says, item.says);
    write.list(
      labels.contradicted,
      item.contradicted.map(
        ({ by, on, citations }) => `${messages.byOn(by[language], on)}${write.cited(citations)}`,
      ),
    );
  },
  claims: (item, { write, rulebook, context: { language, messages } }) => {
    const { labels } = messages;
    write.both(labels.says, item.says);
    write.list(
      labels.verdict,
      item.verdicts.map(({ verdict, view, note }) => {
        const viewName =
          [...rulebook.views, ...rulebook.holders].find(({ id }) => id === view)?.label[language] ?? view;
        const by = viewName === undefined ? '' : messages.inBrackets(messages.inView(viewName));
        return `${messages.verdicts[verdict]}${by}${note ? ` ${messages.dash(note[language])}` : ''}`;
      }),
    );
    write.text(labels.query, item.query?.text);
    write.names(labels.evidence, item.evidence);
    write.words(labels.correction, item.correction);
  },
  facilities: (item, { write, context: { language, messages } }) => {
    const { labels } = messages;
    write.text(labels.prefecture, item.prefecture[language]);
    write.names(
      labels.services,
      item.services.map((service) => messages.services[service] ?? service),
    );
    write.words(labels.use, item.use);
    if (item.coordinates) {
      const { latitude, longitude, mark } = item.coordinates;
      write.text(
        labels.coordinates,
        `${latitude}, ${longitude}${messages.inBrackets(messages.shortMarks[mark])}`,
      );
    }
    write.text(labels.opened, item.opened);
    write.text(labels.returned, item.returned);
    write.words(labels.planned, item.planned);
    write.words(messages.note, item.note);
  },
  events: (item, { write, context: { messages } }) => {
    const { labels } = messages;
    write.text(labels.date, item.date);
    write.text(labels.eventSubject, messages.eventSubjects[item.subject] ?? item.subject);
    write.words(labels.changed, item.changed);
    write.names(labels.concerns, item.concerns);
  },
  commitments: (item, { write, context: { messages } }) => {
    const { labels } = messages;
    write.text(labels.plan, item.plan);
    write.words(labels.promised, item.promised);
    write.text(labels.done, item.done);
    write.words(labels.currentStatus, item.status);
  },
  stances: (item, { write, context: { language, messages } }) => {
    const { labels } = messages;
    write.text(labels.debatedQuestion, item.question);
    write.text(labels.actor, write.dated(item.actor[language], item.period));
    write.both(labels.says, item.says);
  },
  glossary: (item, { write, context: { messages } }) => {
    const { labels } = messages;
    write.both(labels.glossaryMeaning, item.meaning);
    write.words(labels.corrects, item.corrects);
    write.names(labels.see, item.see);
  },
};

function subjectText(subject: Item<'precedents'>['expectations'][number]['subject']): string {
  switch (subject.kind) {
    case 'norm':
      return `${subject.norm} (${subject.bearers.join(', ')})`;
    case 'expression':
      return subject.text;
    case 'reading':
      return `${subject.term}@${subject.holder}`;
    case 'amount':
      return `${subject.amount} = ${subject.value}`;
  }
}

function deadlineWords(
  deadline: NonNullable<Item<'norms'>['deadline']>,
  { rulebook, context }: Tools,
): string {
  const { language, messages } = context;
  if (deadline.immediately || !deadline.duration) return messages.immediately;
  const after = rulebook.facts.find(({ id }) => id === deadline.after)?.label[language];
  return messages.within(wordings[language].duration(deadline.duration), after);
}

function valueText(value: Item<'amounts'>['pieces'][number]['value']): string {
  switch (value.kind) {
    case 'number':
    case 'date':
      return value.value;
    case 'fact':
      return value.fact;
    case 'amount':
      return value.amount;
    case 'after':
      return `${value.duration.count} ${value.duration.unit} + ${valueText(value.of)}`;
    default: {
      const signs = { sum: '+', difference: '−', product: '×' };
      return `(${valueText(value.left)} ${signs[value.kind]} ${valueText(value.right)})`;
    }
  }
}
