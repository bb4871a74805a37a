/** One item of the library: its heading, its fields, what depends on it. */
import type { Rulebook, Text } from '@anpo/engine';
import type { Answer } from '../answer/answer.ts';
import { AnswerWriter } from '../answer/writer.ts';
import { type Collection, collections, dependentsOf } from '../library/dependencies.ts';
import type { Found } from '../library/find.ts';
import { FieldWriter } from '../parts/field-writer.ts';
import { fieldsOf } from '../parts/fields.ts';
import type { Speaker } from '../speaker.ts';

/** `found` are the items that one name means, or the readings of one of them. */
export function sayItems(found: readonly Found[], speaker: Speaker): Answer {
  const write = new AnswerWriter();
  for (const item of found) {
    write.apart();
    writeItem(item, write, speaker);
  }
  return write.answer('show', speaker.language);
}

function writeItem(found: Found, write: AnswerWriter, speaker: Speaker): void {
  const { words, rulebook, language, say } = speaker;
  const fields = new FieldWriter(speaker);
  const { collection, id } = found.kind === 'item' ? found : found.of;
  const kind = words.itemKinds[found.kind === 'reading' ? 'readings' : collection];
  const holder = found.kind === 'reading' ? `@${found.readings[0]?.holder}` : '';
  write.chapter(`${id}${holder}${words.inBrackets(kind)}`);
  // English and Japanese are equals: an item shows both its names, the chosen language first.
  // The gist of a provision, the words of a claim, and a rule are fields of their own.
  const named: readonly Collection[] = ['provisions', 'claims', 'statements', 'norms'];
  const name = named.includes(collection) ? undefined : nameOf(rulebook, collection, id);
  if (name) {
    write.text(say(name), { tone: 'strong' });
    if (name.en !== name.ja) write.text(name[language === 'en' ? 'ja' : 'en'], { tone: 'faint' });
    write.apart();
  }
  if (found.kind === 'reading') {
    for (const reading of found.readings) fields.reading(reading);
    fields.flush(write);
    return;
  }
  fieldsOf(collection, id, fields, speaker);
  fields.flush(write);
  writeDependents(collection, id, write, speaker);
}

function writeDependents(collection: Collection, id: string, write: AnswerWriter, speaker: Speaker): void {
  const { words, rulebook, say } = speaker;
  const dependents = dependentsOf(rulebook, collection, id);
  write.apart();
  if (dependents.length === 0) {
    write.text(words.noDependents, { tone: 'faint' });
    return;
  }
  write.section(words.dependents);
  for (const from of collections) {
    for (const dependent of dependents.filter((candidate) => candidate.collection === from)) {
      const name = nameOf(rulebook, from, dependent.id);
      const named = name === undefined ? '' : ` ${words.dash(say(name))}`;
      write.text([{ text: dependent.id, item: { collection: from, id: dependent.id } }, named], {
        depth: 1,
        marker: { label: words.itemKinds[from] },
      });
    }
  }
}

/** The name of an item in both languages, whatever its kind calls it. */
function nameOf(rulebook: Rulebook, collection: Collection, id: string): Text | undefined {
  const item = (rulebook[collection] as readonly { id: string }[]).find((candidate) => candidate.id === id);
  const { label, title, gist, says, act } = (item ?? {}) as Partial<
    Record<'label' | 'title' | 'gist' | 'says', Text>
  > & { act?: string };
  const name = label ?? title ?? gist ?? says;
  if (name !== undefined || act === undefined) return name;
  return nameOf(rulebook, 'acts', act);
}
