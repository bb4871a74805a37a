/** `anpo facts`: what can be asked. */
import type { Fact } from '@anpo/engine';
import { textOf } from '../arguments/parse.ts';
import { renderFacts } from '../render/facts.ts';
import type { Command } from './command.ts';

export const facts: Command = {
  options: { json: { type: 'boolean' } },
  positionals: 1,
  async run(parsed, context) {
    const rulebook = await context.environment.loadRulebook(textOf(parsed, 'library'), context);
    const [word] = parsed.positionals;
    const found = rulebook.facts.filter((fact) => word === undefined || mentions(fact, word.toLowerCase()));
    context.environment.out.write(
      parsed.values.json === true
        ? `${JSON.stringify(found, undefined, 2)}\n`
        : renderFacts(found, rulebook, word, context),
    );
    return 0;
  },
};

const mentions = ({ id, label, question }: Fact, word: string): boolean =>
  [id, label.en, label.ja, question.en, question.ja].some((text) => text.toLowerCase().includes(word));
