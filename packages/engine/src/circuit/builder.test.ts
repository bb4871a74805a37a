import { describe, expect, it } from 'vitest';
import { CircuitBuilder } from './builder.ts';

const atoms = () => {
  const builder = new CircuitBuilder();
  const [a, b] = ['a', 'b'].map((fact) => builder.atom({ kind: 'fact', fact })) as [number, number];
  return { builder, a, b };
};

describe('the builder of Circuits', () => {
  it('makes equal nodes once, whatever the order of their parts', () => {
    const { builder, a, b } = atoms();
    expect(builder.and([a, b])).toBe(builder.and([b, a]));
    expect(builder.or([a, b])).not.toBe(builder.and([a, b]));
    expect(builder.atom({ kind: 'fact', fact: 'a' })).toBe(a);
    expect(builder.atom({ kind: 'fact', fact: 'a', incident: 1 })).not.toBe(a);
  });

  it('folds constants, single parts, repetitions and double negation', () => {
    const { builder, a, b } = atoms();
    expect(builder.and([a, CircuitBuilder.true, a])).toBe(a);
    expect(builder.and([a, CircuitBuilder.false])).toBe(CircuitBuilder.false);
    expect(builder.or([a, CircuitBuilder.true])).toBe(CircuitBuilder.true);
    expect(builder.or([])).toBe(CircuitBuilder.false);
    expect(builder.not(builder.not(b))).toBe(b);
    expect(builder.not(CircuitBuilder.true)).toBe(CircuitBuilder.false);
  });

  it('leaves a contradiction as it is: of an unknown it is unknown', () => {
    const { builder, a } = atoms();
    expect(builder.nodes[builder.and([a, builder.not(a)])]?.kind).toBe('and');
  });

  it('keeps names apart', () => {
    const { builder, a } = atoms();
    const named = builder.named(a, { kind: 'term', term: 't' });
    expect(named).not.toBe(a);
    expect(builder.named(a, { kind: 'term', term: 't' })).toBe(named);
    expect(builder.named(a, { kind: 'term', term: 'u' })).not.toBe(named);
  });
});
