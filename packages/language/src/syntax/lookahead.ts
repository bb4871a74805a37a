/**
 * How the parser looks ahead: as Langium's own does, with the states of its automaton numbered apart. chevrotain-allstar
 * 0.5.0 gives a number anew after it has taken a state out, and knows states by their numbers: what it learned from one
 * text could then lead it astray in another.
 */
import { LLStarLookaheadStrategy } from 'chevrotain-allstar';

interface Automaton {
  readonly states: readonly { stateNumber: number }[];
}

export class Lookahead extends LLStarLookaheadStrategy {
  constructor() {
    // What is ambiguous in the grammar is no matter of those who write law.
    super({ logging: () => {} });
  }

  override initialize(options: Parameters<LLStarLookaheadStrategy['initialize']>[0]): void {
    super.initialize(options);
    const { states }: Automaton = Reflect.get(this, 'atn');
    states.forEach((state, index) => {
      state.stateNumber = index;
    });
  }
}
