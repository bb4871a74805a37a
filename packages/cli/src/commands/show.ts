/** `anpo show ID`: an item of the library with its text, dates, sources and what depends on it. */
import { textOf } from '../arguments/parse.ts';
import { fail } from '../failure.ts';
import { renderItem } from '../render/item.ts';
import { dependentsOf } from '../rulebook/dependencies.ts';
import { type Found, findItems, nearestItems } from '../rulebook/find.ts';
import type { Command } from './command.ts';

export const show: Command = {
  options: { json: { type: 'boolean' } },
  positionals: 1,
  async run(parsed, context) {
    const { messages, environment } = context;
    const [name] = parsed.positionals;
    if (name === undefined)
      return fail({ message: messages.argumentMissing('ID'), mend: messages.itemsMend });
    const rulebook = await context.environment.loadRulebook(textOf(parsed, 'library'), context);
    const found = findItems(rulebook, name);
    if (found.length === 0) {
      return fail({
        message: messages.unknownItem(name),
        nearest: nearestItems(rulebook, name),
        mend: messages.itemsMend,
      });
    }
    const ids = [...new Set(found.map(idOf))];
    if (ids.length > 1) return fail({ message: messages.severalItems(name), mend: messages.writeOneOf(ids) });
    if (parsed.values.json === true)
      environment.out.write(`${JSON.stringify(found.map(json), undefined, 2)}\n`);
    else environment.out.write(found.map((item) => renderItem(item, rulebook, context)).join('\n'));
    return 0;

    function json(item: Found): unknown {
      if (item.kind === 'reading') return { kind: 'readings', of: item.of.id, readings: item.readings };
      const { collection, id } = item;
      const value = (rulebook[collection] as readonly { id: string }[]).find(
        (candidate) => candidate.id === id,
      );
      return { kind: collection, item: value, dependents: dependentsOf(rulebook, collection, id) };
    }
  },
};

const idOf = (found: Found): string => (found.kind === 'item' ? found.id : found.of.id);
