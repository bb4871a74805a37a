/** Asks z3 whether nodes can be true and can be false. Used in cross-checks and benchmarks only. */
import { init } from 'z3-solver';

/** A constant that is to be true, or false. */
export type Z3Question = readonly [constant: string, value: boolean];

export interface Z3 {
  /** For each question whether it is satisfiable together with the shared text; each stands alone. */
  ask(shared: string, questions: readonly Z3Question[]): Promise<boolean[]>;
}

export async function startZ3(): Promise<Z3> {
  const { Context } = await init();
  let started = 0;
  return {
    async ask(shared, questions) {
      started += 1;
      const { Solver, Bool } = Context(`question-${started}`);
      const solver = new Solver();
      solver.fromString(shared);
      const answers: boolean[] = [];
      for (const [name, value] of questions) {
        const constant = Bool.const(name);
        const answer = await solver.check(value ? constant : constant.not());
        if (answer === 'unknown') throw new Error(`z3 does not know whether ${name} can be ${value}`);
        answers.push(answer === 'sat');
      }
      return answers;
    },
  };
}
