import { describe, expect, test } from 'vitest';
import { toDay } from '../calendar/date.ts';
import { compileCircuit } from '../circuit/compile.ts';
import { smallRulebook } from '../testing/small-rulebook.ts';
import { Law } from './law.ts';
import { supportOf } from './walk.ts';

const rulebook = smallRulebook();
const circuit = compileCircuit(rulebook);
const lawOf = (): Law => new Law([{ scene: { rulebook, circuit, day: toDay('1998-01-01') } }]);
const nodes = circuit.findings.map(({ node }) => node);

describe('Law', () => {
  test('keeps no diagram that an attempt around it took back', () => {
    const law = lawOf();
    law.attempt(() => {
      for (const node of nodes) law.diagram(node);
      law.manager.giveUp();
    });
    // Other functions take the places of the nodes that were taken back.
    for (let level = 0; level + 1 < law.variables.length; level++) {
      const [one, other] = [level, level + 1].map((of) => law.manager.literal(of, (value) => value === 0));
      law.manager.and(one as number, other as number);
    }
    const fresh = lawOf();
    for (const node of nodes)
      expect(supportOf(law.manager, law.diagram(node) as number)).toEqual(
        supportOf(fresh.manager, fresh.diagram(node) as number),
      );
  });

  test('a cone that only an attempt around it could not afford is tried again', () => {
    const law = lawOf();
    const fresh = lawOf();
    const node = nodes.find((each) => supportOf(fresh.manager, fresh.diagram(each) as number).length > 1);
    const within = law.manager.attempt(() => [law.diagram(node as number)], { slots: 1, steps: 0 });
    expect(within?.[0]).toBeUndefined();
    expect(law.diagram(node as number)).toBeDefined();
  });
});
