/** `anpo audit`: what pulls both ways, is missing, or never matters in the whole library. */
import { audit as auditLibrary } from '@anpo/answers/operations/audit';
import { checkDay, complain, refuse } from '@anpo/engine/complaint';
import { textOf } from '../arguments/parse.ts';
import { commandComplaint } from '../complaints/codes.ts';
import { withProgress } from '../terminal/progress.ts';
import type { Command } from './command.ts';
import { print, readerOf } from './print.ts';

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
    const { environment } = context;
    const on = textOf(parsed, 'on') ?? environment.today();
    refuse(checkDay(on, { input: 'on' }));
    const steps = textOf(parsed, 'steps');
    if (steps !== undefined && !/^[1-9]\d{0,14}$/.test(steps))
      return complain(commandComplaint('flag-whole-number', { flag: 'steps' }));
    const library = await environment.loadLibrary(textOf(parsed, 'library'), context);
    const input = {
      on,
      view: textOf(parsed, 'view'),
      steps: steps === undefined ? undefined : Number(steps),
    };
    const answered = await withProgress(context, () =>
      auditLibrary(library, input, readerOf(parsed, context)),
    );
    print(answered, parsed, context);
    return 0;
  },
};
