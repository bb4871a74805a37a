/** Which fields each kind of item shows. One entry a kind; the table is checked to be complete. */
import type { Rulebook } from '@anpo/engine';
import { indexRulebook } from '@anpo/engine/rulebook';
import { instrumentLabel, placeLabel, ruleSentence, valueLabel, wordings } from '@anpo/engine/wording';
import type { Collection } from '../library/dependencies.ts';
import type { Speaker } from '../speaker.ts';
import type { FieldWriter } from './field-writer.ts';

interface Tools {
  readonly write: FieldWriter;
  readonly rulebook: Rulebook;
  readonly speaker: Speaker;
}
type Item<C extends Collection> = Rulebook[C][number];
type Printers = { readonly [C in Collection]: (item: Item<C>, tools: Tools) => void };

export function fieldsOf(collection: Collection, id: string, write: FieldWriter, speaker: Speaker): void {
  const { rulebook } = speaker;
  const item = (rulebook[collection] as readonly Item<Collection>[]).find((candidate) => candidate.id === id);
  if (!item) return;
  const print = printers[collection] as (item: Item<Collection>, tools: Tools) => void;
  print(item, { write, rulebook, speaker });
  write.names(speaker.words.labels.formerly, item.formerly ?? []);
  if ('citations' in item && Array.isArray(item.citations)) write.citations(item.citations);
  const { file, line, column } = item.position;
  write.text(speaker.words.labels.where, `${file}:${line}:${column}`);
}

const printers: Printers = {
  sources: ({ address, mark, coding }, { write, speaker: { words } }) => {
    write.text(words.labels.address, address);
    write.text(words.labels.mark, words.shortMarks[mark]);
    write.text(words.labels.countsAs, coding && words.roles.coding);
  },
  parties: ({ home }, { write, speaker: { words } }) =>
    write.text(words.labels.countsAs, home && words.roles.home),
  organs: ({ party }, { write, speaker: { words } }) => write.text(words.labels.party, write.actor(party)),
  holders: ({ authority, party, period }, { write, speaker: { words } }) => {
    write.text(words.labels.authority, words.authorities[authority]);
    write.text(words.labels.period, write.period(period));
    if (party !== undefined) write.text(words.labels.party, write.actor(party));
  },
  views: ({ holders }, { write, speaker: { words } }) =>
    write.list(
      words.labels.holders,
      holders.map((holder) => write.holder(holder)),
    ),
  places: ({ names, partOf, relations }, { write, rulebook, speaker: { language, words } }) => {
    const { labels } = words;
    write.list(
      labels.names,
      names.map(({ party, name }) => `${name}${words.inBrackets(write.actor(party))}`),
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
        const text = words.relationBy(words.relations[relation], write.actor(party));
        const reading = holder === undefined ? '' : ` ${words.dash(words.inReadingOf(write.holder(holder)))}`;
        return `${write.dated(text, period)}${reading}${write.cited(citations)}`;
      }),
    );
  },
  instruments: (item, { write, rulebook, speaker: { language, words } }) => {
    const { labels } = words;
    write.text(labels.kind, words.instrumentKinds[item.kind]);
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
    write.expression(labels.territory, item.territory);
    write.expression(labels.ends, item.ends);
    write.definition(labels.standing, item.standing);
    if (item.under !== undefined) write.text(labels.under, instrumentLabel(rulebook, item.under)[language]);
    write.names(labels.contents, item.contents);
    write.names(labels.languages, item.languages);
    write.text(labels.publication, item.publication);
    write.words(labels.domestic, item.domesticEffect);
    write.words(words.note, item.note);
  },
  provisions: (item, { write, rulebook, speaker: { language, words } }) => {
    const { labels } = words;
    write.text(
      labels.instrument,
      `${instrumentLabel(rulebook, item.instrument)[language]} [${item.instrument}]`,
    );
    write.text(labels.provision, item.name);
    write.text(labels.status, words.statuses[item.status]);
    write.words(labels.reason, item.reason);
    write.both(labels.gist, item.gist);
    write.both(labels.phrase, item.phrase);
  },
  norms: (item, { write, rulebook, speaker }) => {
    const { language, words } = speaker;
    const { labels } = words;
    const wording = wordings[language];
    const norms = (ids: readonly string[]): string => words.list(ids);
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
      write.text(labels.counterparty, id === undefined ? words.otherParties : write.actor(id));
    }
    write.text(
      labels.act,
      `${indexRulebook(rulebook).find('act', item.act)?.label[language] ?? ''} [${item.act}]`,
    );
    write.expression(labels.territory, item.territory);
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
      words.list(ids.map((id) => indexRulebook(rulebook).find('qualifier', id)?.label[language] ?? id));
    write.text(labels.accordance, qualifiers(item.accordance));
    write.text(labels.subject, qualifiers(item.subject));
    write.text(labels.notwithstanding, norms(item.notwithstanding));
    write.text(labels.prevails, norms(item.prevails));
    if (item.deadline) write.text(labels.deadline, deadlineWords(item.deadline, speaker));
    write.text(labels.period, write.period(item.period));
    write.definition(labels.standing, item.standing);
    write.names(
      words.review,
      item.review.map((name) => wording.reviewers[name] ?? name),
    );
    write.text(labels.continues, norms(item.continues));
    write.text(labels.replaces, norms(item.replaces));
    write.words(words.note, item.note);
  },
  terms: (item, { write, speaker: { words } }) => {
    write.text(words.labels.countsAs, item.attack && words.roles.attack);
    write.text(words.labels.provision, item.provision);
    write.definition(words.labels.means, item.definition);
    write.words(words.note, item.note);
  },
  facts: (item, { write, rulebook, speaker: { language, words } }) => {
    const { labels } = words;
    write.both(labels.question, item.question);
    write.text(labels.kind, words.factKinds[item.kind]);
    write.text(labels.type, words.factTypes[item.type]);
    write.text(labels.scope, words.scopes[item.scope]);
    write.text(labels.countsAs, item.role && words.roles[item.role]);
    write.list(
      labels.organs,
      item.organs.map((organ) => `${write.actor(organ)} [${organ}]`),
    );
    write.list(
      labels.values,
      item.choices.map(({ id, label, formerly = [] }) => {
        const before = formerly.length === 0 ? '' : ` ${words.dash(words.formerly(words.list(formerly)))}`;
        return `${label[language]} [${id}]${before}`;
      }),
    );
    if (item.default !== undefined)
      write.text(
        labels.default,
        words.assumedAs(valueLabel(rulebook, item, item.default)[language], item.assumedAs ?? 'usual'),
      );
    if (item.minimum !== undefined || item.maximum !== undefined) {
      write.text(labels.range, words.numberValues(item.minimum, item.maximum));
    }
    write.text(labels.unit, item.unit);
    write.text(labels.provision, item.provision);
  },
  acts: ({ provision, obligation, ways }, { write, speaker: { words } }) => {
    write.text(words.labels.provision, provision);
    write.names(words.labels.ways, ways ?? []);
    write.text(words.labels.countsAs, obligation && words.reasoning.obligations[obligation]);
  },
  qualifiers: () => {},
  amounts: (item, { write, rulebook: _, speaker: { words } }) => {
    const { labels } = words;
    write.text(labels.unit, words.units[item.unit] || item.unit);
    write.text(labels.provision, item.provision);
    write.expression(labels.territory, item.territory);
    for (const { value, when, period, citations } of item.pieces) {
      write.text(labels.values, write.dated(valueText(value), period) + write.cited(citations));
      write.expression(labels.condition, when);
    }
  },
  constraints: ({ always }, { write, speaker: { words } }) => write.expression(words.labels.always, always),
  precedents: (item, { write, rulebook, speaker: { language, words } }) => {
    const { labels } = words;
    write.text(labels.on, item.on);
    write.text(words.knownOn, item.known);
    write.text(labels.stated, words.byOn(item.stated.by[language], item.stated.on));
    write.words(labels.answer, item.answer);
    const given = (facts: typeof item.given, incident: string): readonly string[] =>
      facts.map(({ fact, organ, value, asserted }) => {
        const label = indexRulebook(rulebook).find('fact', fact);
        const valued =
          label && value !== 'unknown' ? valueLabel(rulebook, label, value)[language] : words.unknownValue;
        const by = organ === undefined ? '' : `@${organ}`;
        const basis = words.inBrackets(wordings[language].bases[asserted] ?? asserted);
        return `${incident}${words.labelled(`${label?.label[language] ?? fact}${by}`, valued)}${basis}`;
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
        const why = becauseText === '' ? '' : ` ${words.dash(words.becauseOf(becauseText))}`;
        return words.labelled(name, `${wordings[language].outcomes[outcome]}${why}`);
      }),
    );
    write.words(labels.disagreement, item.disagreement);
  },
  statements: (item, { write, speaker: { language, words } }) => {
    const { labels } = words;
    write.text(labels.stated, words.byOn(item.speaker[language], item.date));
    write.both(labels.says, item.says);
    write.names(labels.concerns, item.concerns ?? []);
    write.list(
      labels.contradicted,
      item.contradicted.map(
        ({ by, on, citations }) => `${words.byOn(by[language], on)}${write.cited(citations)}`,
      ),
    );
  },
  claims: (item, { write, rulebook, speaker: { language, words } }) => {
    const { labels } = words;
    write.both(labels.says, item.says);
    write.list(
      labels.verdict,
      item.verdicts.map(({ verdict, view, note }) => {
        const viewName =
          [...rulebook.views, ...rulebook.holders].find(({ id }) => id === view)?.label[language] ?? view;
        const by = viewName === undefined ? '' : words.inBrackets(words.inView(viewName));
        return `${words.verdicts[verdict]}${by}${note ? ` ${words.dash(note[language])}` : ''}`;
      }),
    );
    write.text(labels.query, item.query?.text);
    write.names(labels.evidence, item.evidence);
    write.words(labels.correction, item.correction);
  },
  facilities: (item, { write, speaker: { language, words } }) => {
    const { labels } = words;
    write.text(labels.prefecture, item.prefecture[language]);
    write.names(
      labels.services,
      item.services.map((service) => words.services[service] ?? service),
    );
    write.words(labels.use, item.use);
    if (item.coordinates) {
      const { latitude, longitude, mark } = item.coordinates;
      write.text(labels.coordinates, `${latitude}, ${longitude}${words.inBrackets(words.shortMarks[mark])}`);
    }
    write.text(labels.opened, item.opened);
    write.text(labels.returned, item.returned);
    write.words(labels.planned, item.planned);
    write.words(words.note, item.note);
  },
  events: (item, { write, speaker: { words } }) => {
    const { labels } = words;
    write.text(labels.date, item.date);
    write.text(labels.eventSubject, words.eventSubjects[item.subject] ?? item.subject);
    write.words(labels.changed, item.changed);
    write.names(labels.concerns, item.concerns);
  },
  commitments: (item, { write, speaker: { words } }) => {
    const { labels } = words;
    write.text(labels.plan, item.plan);
    write.words(labels.promised, item.promised);
    write.text(labels.done, item.done);
    write.words(labels.currentStatus, item.status);
  },
  stances: (item, { write, speaker: { language, words } }) => {
    const { labels } = words;
    write.text(labels.debatedQuestion, item.question);
    write.text(labels.actor, write.dated(item.actor[language], item.period));
    write.both(labels.says, item.says);
    write.names(labels.concerns, item.concerns ?? []);
  },
  glossary: (item, { write, speaker: { words } }) => {
    const { labels } = words;
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
  { rulebook, language, words }: Speaker,
): string {
  if (deadline.immediately || !deadline.duration) return words.immediately;
  const after = indexRulebook(rulebook).find('fact', deadline.after)?.label[language];
  return words.within(wordings[language].duration(deadline.duration), after);
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
