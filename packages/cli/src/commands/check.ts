/** `anpo check`: whether the library is sound. */
import { textOf } from '../arguments/parse.ts';
import { libraryDirectory } from '../library/directory.ts';
import { compileLibrary } from '../library/load.ts';
import { renderProblems } from '../render/problems.ts';
import type { Command } from './index.ts';

export const check: Command = {
  options: { json: { type: 'boolean' } },
  positionals: 0,
  async run(parsed, context) {
    const { messages, paint, environment } = context;
    const { rulebook, problems } = await compileLibrary(libraryDirectory(textOf(parsed, 'library'), context));
    const failed = !rulebook || problems.some(({ severity }) => severity === 'error');
    if (parsed.values.json === true) environment.out.write(`${JSON.stringify(problems, undefined, 2)}\n`);
    else {
      environment.out.write(renderProblems(problems, context));
      if (rulebook && !failed) {
        const { norms, provisions, instruments, facts } = rulebook;
        const text = messages.checkClean(norms.length, provisions.length, instruments.length, facts.length);
        environment.out.write(`${paint.good(text)}\n`);
      }
    }
    return failed ? 1 : 0;
  },
};
