import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MakePeer } from './peer.ts';
import { emptyOutcomes, truths, writeGates } from './row.ts';

export const prolog: MakePeer = async (plan) => {
  if (spawnSync('swipl', ['--version']).status !== 0)
    return 'SWI-Prolog is not installed (apt-get install swi-prolog-nox)';
  const { gates, outputs } = writeGates(plan, {
    input: (index) => `i(${index},R)`,
    gate: (index) => `g${index}(R)`,
    not: (text) => `\\+ ${text}`,
    and: (parts) => parts.join(', '),
    constant: String,
  });
  const program = [
    // One compound term a row; its arguments are the inputs, so that looking one up takes no search.
    'i(K,R) :- K1 is K+1, arg(K1,R,1).',
    ...gates.map((body, index) => `g${index}(R) :- ${body}, !.`),
    ...outputs.map((body, index) => `o(${index},R) :- ${body}.`),
    `outputs(${outputs.length}).`,
    "bits(R,Bits) :- outputs(N), N1 is N-1, findall(B,(between(0,N1,K),(o(K,R)->B=0'1;B=0'0)),Bits).",
    'main(Rows,Out) :- read_term_from(Rows,All), statistics(cputime,T0), maplist(bits,All,Result), statistics(cputime,T1), T is T1-T0,',
    '  open(Out,write,S), forall(member(Bits,Result),format(S,"~s~n",[Bits])), close(S), format("~w~n",[T]).',
    'read_term_from(File,Term) :- open(File,read,S), read_term(S,Term,[]), close(S).',
  ].join('\n');
  return {
    name: 'SWI-Prolog',
    semantics: 'two-valued, negation as failure: rows without unknowns; time of its own clock',
    twoValued: true,
    rows: 500,
    async evaluate(batch) {
      const directory = mkdtempSync(join(tmpdir(), 'anpo-bench-'));
      try {
        const inputs = truths(plan, batch);
        const rows = Array.from(
          { length: batch.rows },
          (_, row) => `r(${inputs.map((truth) => truth[row]).join(',')})`,
        );
        writeFileSync(join(directory, 'rules.pl'), program);
        writeFileSync(join(directory, 'rows.pl'), `[${rows.join(',\n')}].\n`);
        const out = join(directory, 'out.txt');
        const run = spawnSync(
          'swipl',
          [
            '-O',
            '-q',
            '-g',
            `main('${join(directory, 'rows.pl')}','${out}')`,
            '-t',
            'halt',
            join(directory, 'rules.pl'),
          ],
          { encoding: 'utf8' },
        );
        if (run.status !== 0 || run.stdout.trim() === '') throw new Error(run.stderr);
        const outcomes = emptyOutcomes(plan, batch.rows);
        readFileSync(out, 'utf8')
          .trimEnd()
          .split('\n')
          .forEach((bits, row) => {
            outcomes.forEach((outcome, output) => {
              outcome[row] = bits[output] === '1' ? 1 : 0;
            });
          });
        return { outcomes: () => outcomes, seconds: Number(run.stdout.trim()) };
      } finally {
        rmSync(directory, { recursive: true });
      }
    },
  };
};
