/** The facts that can be asked, by kind: name, type, question, values, who determines them. */
import { nearest } from '@anpo/engine/complaint';
import type { Fact, Provision } from '@anpo/engine/rulebook';
import { actorLabel, instrumentLabel, provisionLabel, valueLabel } from '@anpo/engine/wording';
import type { Answer } from '../answer/answer.ts';
import { AnswerWriter } from '../answer/writer.ts';
import type { Speaker } from '../speaker.ts';

const kinds = ['observable', 'determination', 'assumption'] as const;

/** Provisions said before the rest is counted. */
const SHOWN = 12;

/** `word` is what they were looked up by. */
export function sayFacts(
  { facts, provisions }: { readonly facts: readonly Fact[]; readonly provisions: readonly Provision[] },
  word: string | undefined,
  speaker: Speaker,
): Answer {
  const { words, rulebook, language } = speaker;
  const write = new AnswerWriter();
  if (facts.length === 0 && word !== undefined) {
    write.text(words.noFacts(word));
    const ids = rulebook.facts.map(({ id }) => id);
    const names = nearest(word, ids, 3);
    if (names.length > 0) write.text(words.didYouMean(names));
    writeProvisions(provisions, word, write, speaker);
    return write.answer('facts', language);
  }
  for (const kind of kinds) {
    const members = facts.filter((fact) => fact.kind === kind);
    if (members.length === 0) continue;
    write.apart();
    write.section(words.factKinds[kind]);
    for (const fact of members) writeFact(fact, write, speaker);
  }
  writeValues(facts, write, speaker);
  if (word !== undefined && provisions.length > 0) writeProvisions(provisions, word, write, speaker);
  write.apart();
  write.text(words.factCount(facts.length));
  return write.answer('facts', language);
}

function writeFact(fact: Fact, write: AnswerWriter, { words, rulebook, say }: Speaker): void {
  const about = [words.factTypes[fact.type], words.scopes[fact.scope]];
  if (fact.unit !== undefined) about.push(fact.unit);
  write.apart();
  write.text([
    { text: fact.id, tone: 'strong', item: { collection: 'facts', id: fact.id } },
    words.inBrackets(words.list(about)),
  ]);
  write.text(say(fact.question), { depth: 1 });
  const row = (label: string, text: string): void => write.text(words.labelled(label, text), { depth: 1 });
  if (fact.choices.length > 0) {
    row(words.valuesLabel, words.list(fact.choices.map(({ id, label }) => `${id} = ${say(label)}`)));
  }
  if (fact.organs.length > 0) {
    const organs = fact.organs.map((id) => `${id} = ${say(actorLabel(rulebook, id))}`);
    row(words.decidedBy, words.list(organs));
  }
  if (fact.default !== undefined) {
    const value = say(valueLabel(rulebook, fact, fact.default));
    row(words.assumedValue, words.assumedAs(value, fact.assumedAs ?? 'usual'));
  }
}

/** The values of place and party facts are long lists: said once, at the end. */
function writeValues(facts: readonly Fact[], write: AnswerWriter, { words, rulebook, say }: Speaker): void {
  const lists = [
    { type: 'place', title: words.placesLabel, items: rulebook.places },
    { type: 'party', title: words.partiesLabel, items: rulebook.parties },
  ] as const;
  for (const { type, title, items } of lists) {
    if (!facts.some((fact) => fact.type === type)) continue;
    write.apart();
    write.section(title);
    write.text(words.list(items.map(({ id, label }) => `${id} = ${say(label)}`)), { depth: 1 });
  }
}

/** What the library has of the word besides: rules first, then what it says that it does not hold. */
function writeProvisions(
  provisions: readonly Provision[],
  word: string,
  write: AnswerWriter,
  { words, rulebook, say }: Speaker,
): void {
  write.apart();
  if (provisions.length === 0) {
    write.text(words.nothingOn(word), { tone: 'strong' });
    return;
  }
  const groups = [
    { title: words.provisionsOn(word), members: provisions.filter(({ status }) => status !== 'not-encoded') },
    { title: words.notEncodedOn(word), members: provisions.filter(({ status }) => status === 'not-encoded') },
  ];
  for (const { title, members } of groups) {
    if (members.length === 0) continue;
    write.apart();
    write.section(title);
    for (const provision of members.slice(0, SHOWN)) {
      const instrument = rulebook.instruments.find(({ id }) => id === provision.instrument);
      const where = instrument
        ? words.provisionOf(
            say(instrumentLabel(rulebook, instrument.id)),
            say(provisionLabel(instrument, provision)),
          )
        : provision.id;
      const item = { text: provision.id, item: { collection: 'provisions', id: provision.id } };
      const reason = provision.reason ? ` ${words.dash(say(provision.reason))}` : '';
      write.text([`${where} [`, item, `]${reason}`], { depth: 1, marker: 'bullet' });
    }
    const more = members.length - SHOWN;
    if (more > 0) write.text(words.reasoning.andMore(more), { depth: 1, marker: 'bullet' });
  }
}
