import { describe, expect, it } from 'vitest';
import { compileCircuit } from './circuit/compile.ts';
import { ComplaintError } from './complaint/complaint.ts';
import { openLibrary } from './library.ts';
import * as overAll from './over-all.ts';
import { prove } from './reasoning/prove/prove.ts';
import { compileQueries } from './reasoning/query.ts';
import type { GivenFact } from './situation/situation.ts';
import { fact, smallRulebook } from './testing/small-rulebook.ts';

const rulebook = smallRulebook();
const library = openLibrary(rulebook, { engineHash: 'sources' });
const given: GivenFact[] = [
  { fact: 'attack', value: 'yes', asserted: 'stipulated' },
  { fact: 'place', value: 'okinawa', asserted: 'stipulated' },
];
const situation = { on: '1998-01-01', incidents: [], given };

describe('a library', () => {
  it('assesses exactly unless asked otherwise, and its receipt tells what the engine was made from', () => {
    const exact = library.assess(situation);
    expect(exact.receipt.logic).toBe('exact');
    const plain = library.assess(situation, { logic: 'kleene' });
    // Exact logic decides whatever the other does, alike, and more.
    plain.findings.forEach(({ outcome }, at) => {
      if (outcome !== 'undetermined') expect(exact.findings[at]?.outcome).toBe(outcome);
    });
    expect(plain.receipt).toMatchObject({ engine: '0.1.0', engineHash: 'sources', logic: 'kleene' });
    expect(library.replay(plain.receipt)).toEqual(plain);
  });

  it('refuses the receipt of an engine made from other sources', () => {
    const { receipt } = library.assess(situation);
    const other = openLibrary(smallRulebook(), { engineHash: 'changed' });
    expect(() => other.replay(receipt)).toThrow(ComplaintError);
    expect(openLibrary(smallRulebook()).replay(receipt).findings.length).toBeGreaterThan(0);
  });

  it('uses the Circuit that was kept, and asks for it only when it is needed', () => {
    let asked = 0;
    const circuit = compileCircuit(rulebook);
    const opened = openLibrary(smallRulebook(), {
      circuit: () => {
        asked += 1;
        return circuit;
      },
    });
    expect(asked).toBe(0);
    expect(opened.circuit()).toBe(circuit);
    expect(opened.circuit()).toBe(circuit);
    expect(asked).toBe(1);
    expect(opened.circuit(2)).not.toBe(circuit);
    expect(opened.law('1998-01-01')).toBe(opened.law('1998-01-01'));
    expect(opened.law('1998-01-01')).not.toBe(opened.law('1998-01-01', '1997-01-01'));
  });

  it('answers why, what if and what next for the norm and the bearers meant', () => {
    const [why] = library.why({ situation, norm: 'answer-attack@JP' });
    expect(why?.root).toMatchObject({ norm: 'answer-attack', bearer: 'JP' });
    const all = library.whatIf({ situation, norm: 'answer-attack' });
    expect(all.map(({ root }) => root.bearer)).toEqual(
      library
        .circuit()
        .findings.filter(({ norm }) => norm === 'answer-attack')
        .map(({ bearer }) => bearer),
    );
    const state = library.next({ situation }, ({ norm }) => norm === 'answer-attack');
    expect(state.questions.length).toBeGreaterThan(0);
  });

  it('compares days, proves, audits and backtests', () => {
    expect(overAll.differ(library, { on: '1965-01-01' }, { on: '1998-01-01' }).norms.length).toBeGreaterThan(
      0,
    );
    const same = { library: openLibrary(smallRulebook()), on: '1998-01-01' };
    expect(overAll.differ(library, { on: '1998-01-01' }, same).norms).toEqual([]);
    const query = {
      quantifier: 'always' as const,
      left: { kind: 'norm' as const, norm: 'answer-attack', bearers: ['US'] },
      when: fact('attack'),
      period: {},
      text: '',
    };
    expect(overAll.prove(library, query)).toEqual(prove(compileQueries(rulebook, [query]), 0));
    expect(overAll.audit(library, { on: '1998-01-01' }).conflicts.length).toBeGreaterThan(0);
    expect([...overAll.claims(library)]).toEqual([]);
    expect(overAll.backtest(library).totals.failed).toBe(0);
  });

  it('complains of what it does not know, whatever is asked', () => {
    const complains = (work: () => unknown): void => expect(work).toThrow(ComplaintError);
    complains(() => library.assess({ ...situation, on: '1998-02-30' }));
    complains(() => library.assess(situation, { view: 'nobody' }));
    complains(() => library.why({ situation, norm: 'answer-atack' }));
    complains(() =>
      library.next({ situation: { ...situation, given: [{ ...given[0], fact: 'x' } as GivenFact] } }),
    );
    complains(() => overAll.differ(library, { on: 'yesterday' }, { on: '1998-01-01' }));
    complains(() => overAll.audit(library, { on: '1998-13-01' }));
    complains(() => library.law('never'));
    expect(library.check({ situation, view: 'nobody' })).toHaveLength(1);
  });
});
