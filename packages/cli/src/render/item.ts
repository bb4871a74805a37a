/** One item of the library: its heading, its fields, what depends on it. */
import type { Rulebook, Text } from '@anpo/engine';
import type { Context } from '../context.ts';
import { type Collection, collections, dependentsOf } from '../rulebook/dependencies.ts';
import type { Found } from '../rulebook/find.ts';
import { FieldWriter } from './field-writer.ts';
import { fieldsOf } from './fields.ts';
import { Page } from './page.ts';

export function renderItem(found: Found, rulebook: Rulebook, context: Context): string {
  const page = new Page(context);
  const writer = new FieldWriter(page, rulebook, context);
  const { messages, paint, language } = context;
  const { collection, id } = found.kind === 'item' ? found : found.of;
  const kind = messages.itemKinds[found.kind === 'reading' ? 'readings' : collection];
  const holder = found.kind === 'reading' ? `@${found.readings[0]?.holder}` : '';
  page.heading(`${id}${holder}${messages.inBrackets(kind)}`, paint.heading, '═');
  // English and Japanese are equals: an item shows both its names, the chosen language first.
  // The gist of a provision, the words of a claim, and a rule are fields of their own.
  const fields: readonly Collection[] = ['provisions', 'claims', 'statements', 'norms'];
  const name = fields.includes(collection) ? undefined : nameOf(rulebook, collection, id);
  if (name) page.text(name[language], '', paint.strong);
  if (name && name.en !== name.ja) page.text(name[language === 'en' ? 'ja' : 'en'], '', paint.faint);
  if (name) page.blank();
  if (found.kind === 'reading') {
    for (const reading of found.readings) writer.reading(reading);
    return page.toString();
  }
  fieldsOf(collection, id, rulebook, writer, context);
  printDependents(collection, id, rulebook, page, context);
  return page.toString();
}

function printDependents(
  collection: Collection,
  id: string,
  rulebook: Rulebook,
  page: Page,
  { messages, paint, language }: Context,
): void {
  const dependents = dependentsOf(rulebook, collection, id);
  page.blank();
  if (dependents.length === 0) {
    page.text(messages.noDependents, '', paint.faint);
    return;
  }
  page.heading(messages.dependents, paint.heading);
  for (const from of collections) {
    for (const dependent of dependents.filter((candidate) => candidate.collection === from)) {
      const name = nameOf(rulebook, from, dependent.id)?.[language];
      page.text(
        `${dependent.id}${name === undefined ? '' : ` ${messages.dash(name)}`}`,
        `  ${messages.itemKinds[from]} `,
      );
    }
  }
}

/** The name of an item in both languages, whatever its kind calls it. */
function nameOf(rulebook: Rulebook, collection: Collection, id: string): Text | undefined {
  const item = (rulebook[collection] as readonly { id: string }[]).find((candidate) => candidate.id === id);
  const { label, title, gist, says, act } = (item ?? {}) as Record<string, Text | undefined> & {
    act?: string;
  };
  if (label ?? title ?? gist ?? says) return label ?? title ?? gist ?? says;
  return act === undefined ? undefined : nameOf(rulebook, 'acts', act as unknown as string);
}
