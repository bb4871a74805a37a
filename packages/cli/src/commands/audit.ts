/** `anpo audit`: what pulls both ways, is missing, or never matters in the whole library. */
import { audit as auditLibrary, circuitFor, holdersOfView, parseDay } from '@anpo/engine';
import { textOf } from '../arguments/parse.ts';
import { fail } from '../failure.ts';
import { checkView } from '../input/situation.ts';
import { renderAudit } from '../render/audit.ts';
import { withProgress } from '../render/progress.ts';
import type { Command } from './command.ts';

export const audit: Command = {
  options: {
    on: { type: 'string' },
    view: { type: 'string' },
    steps: { type: 'string' },
    all: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 0,
  async run(parsed, context) {
    const { messages, environment } = context;
    const on = textOf(parsed, 'on') ?? environment.today();
    if (parseDay(on) === undefined) return fail({ where: '--on', message: messages.notADate(on) });
    const steps = textOf(parsed, 'steps');
    if (steps !== undefined && !/^[1-9]\d{0,14}$/.test(steps))
      return fail({ message: messages.reasoning.stepsWrong });
    const rulebook = await environment.loadRulebook(textOf(parsed, 'library'), context);
    const view = textOf(parsed, 'view') ?? 'all';
    checkView({ text: view, where: '--view' }, rulebook, messages);
    const result = await withProgress(context, () =>
      auditLibrary(rulebook, circuitFor(rulebook, 1), {
        on,
        view: holdersOfView(rulebook, view),
        ...(steps === undefined ? {} : { steps: Number(steps) }),
      }),
    );
    environment.out.write(
      parsed.values.json === true
        ? `${JSON.stringify(result, undefined, 2)}\n`
        : renderAudit(result, rulebook, parsed.values.all === true, context),
    );
    return 0;
  },
};
