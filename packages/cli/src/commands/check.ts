/** `anpo check`: whether the library is sound, and whether its claims have the verdicts that proof finds. */

import { claimComplaints, verifyClaims } from '@anpo/answers';
import { openLibrary } from '@anpo/engine';
import { compileLibrary, libraryDirectory } from '@anpo/node';
import { textOf } from '../arguments/parse.ts';
import { problemsAsData, renderProblems } from '../terminal/print-problems.ts';
import { printableJson } from '../terminal/printable.ts';
import { progressCounter } from '../terminal/progress.ts';
import type { Command } from './command.ts';

export const check: Command = {
  options: { json: { type: 'boolean' } },
  positionals: 0,
  async run(parsed, context) {
    const { messages, paint, environment } = context;
    const directory = libraryDirectory(textOf(parsed, 'library'), environment);
    const { rulebook, problems } = await compileLibrary(directory);
    const progress = progressCounter(context);
    const checked = rulebook
      ? verifyClaims(openLibrary(rulebook), rulebook.claims, progress.step)
      : new Map();
    progress.end();
    const all = rulebook ? [...problems, ...claimComplaints(rulebook, checked)] : problems;
    const failed = !rulebook || all.some(({ severity }) => severity !== 'warning');
    if (parsed.values.json === true) {
      environment.out.write(`${printableJson(problemsAsData(all, context))}\n`);
    } else {
      environment.out.write(renderProblems(all, context));
      if (rulebook && !failed) {
        const { norms, provisions, instruments, facts } = rulebook;
        const text = messages.checkClean(norms.length, provisions.length, instruments.length, facts.length);
        environment.out.write(`${paint.good(text)}\n`);
        if (checked.size > 0) environment.out.write(`${paint.good(messages.claimsChecked(checked.size))}\n`);
      }
      // A sound library elsewhere, checked by mistake, must not pass for the one that was meant.
      environment.out.write(`${paint.faint(messages.checkRead(directory))}\n`);
    }
    return failed ? 1 : 0;
  },
};
