/**
 * The law of a day as SMT-LIB text, written straight from the Circuit and the Rulebook: nothing of the diagrams
 * is used, so that z3 is an independent witness to them.
 */
import type { Rulebook } from '@anpo/engine';
import { addDuration, type Day } from '@anpo/engine/calendar';
import {
  type Atom,
  type Circuit,
  type CircuitNode,
  evaluateNodes,
  type NodeId,
  TRUE,
} from '@anpo/engine/circuit';
import { geographyOf } from '../../packages/engine/src/situation/value.ts';

/** Declarations and definitions; the value of a node is the constant `n<node>`. */
export function smtOf(rulebook: Rulebook, circuit: Circuit, day: Day, roots: readonly NodeId[]): string {
  const declared = new Map<string, string>();
  const lines: string[] = [];
  const declare = (name: string, sort: string, bound?: string): string => {
    const quoted = `|${name}|`;
    if (!declared.has(name)) {
      declared.set(name, sort);
      lines.push(`(declare-const ${quoted} ${sort})`);
      if (bound !== undefined) lines.push(`(assert ${bound.replaceAll('$', quoted)})`);
    }
    return quoted;
  };
  const held = heldReadings(circuit, day);
  const fact = (id: string) => rulebook.facts.find((each) => each.id === id);

  const domain = (id: string): readonly string[] => {
    const type = fact(id)?.type;
    if (type === 'choice') return (fact(id)?.choices ?? []).map((choice) => choice.id);
    return type === 'party' ? rulebook.parties.map((party) => party.id) : geographyOf(rulebook).leaves;
  };

  const atomText = (atom: Atom): string => {
    switch (atom.kind) {
      case 'date':
        return String(day >= atom.at);
      case 'known':
        return 'true';
      case 'fact':
        return declare(`${atom.fact} ${atom.incident ?? ''} ${atom.organ ?? ''}`, 'Bool');
      case 'value': {
        const values = domain(atom.fact);
        const name = declare(
          `${atom.fact} ${atom.incident ?? ''}`,
          'Int',
          `(and (<= 0 $) (< $ ${values.length}))`,
        );
        const inside = atom.values.map((value) => `(= ${name} ${values.indexOf(value)})`);
        return inside.length === 1 ? (inside[0] as string) : `(or ${inside.join(' ')})`;
      }
      case 'threshold': {
        const { minimum, maximum } = fact(atom.fact) ?? {};
        const bounds = [
          ...(minimum === undefined ? [] : [`(<= ${number(minimum)} $)`]),
          ...(maximum === undefined ? [] : [`(<= $ ${number(maximum)})`]),
        ];
        const isDate = fact(atom.fact)?.type === 'date';
        const name = declare(
          `${atom.fact} ${atom.incident ?? ''}`,
          isDate ? 'Int' : 'Real',
          isDate || bounds.length === 0 ? undefined : `(and ${bounds.join(' ')})`,
        );
        return `(>= ${name} ${number(atom.at)})`;
      }
      case 'elapsed': {
        let start = day;
        while (addDuration(start, atom.duration) > day) start -= 1;
        while (addDuration(start + 1, atom.duration) <= day) start += 1;
        return `(<= ${declare(`${atom.fact} ${atom.incident ?? ''}`, 'Int')} ${number(String(start))})`;
      }
      case 'reading': {
        const holders = held.get(atom.choice) ?? [];
        if (!holders.includes(atom.holder)) return 'false';
        const name = declare(`reading ${atom.choice}`, 'Int', `(and (<= 0 $) (< $ ${holders.length}))`);
        return `(= ${name} ${holders.indexOf(atom.holder)})`;
      }
      case 'held':
        return 'true';
      case 'unread':
        return declare(`unread ${atom.choice}`, 'Bool');
    }
  };

  const done = new Set<NodeId>();
  const define = (id: NodeId): void => {
    if (done.has(id)) return;
    done.add(id);
    const node = circuit.nodes[id] as CircuitNode;
    let text: string;
    switch (node.kind) {
      case 'false':
      case 'true':
        text = node.kind;
        break;
      case 'atom':
        text = atomText(circuit.atoms[node.atom] as Atom);
        break;
      case 'not':
        define(node.of);
        text = `(not n${node.of})`;
        break;
      case 'named':
        define(node.of);
        text = `n${node.of}`;
        break;
      default:
        node.of.forEach(define);
        text = `(${node.kind} ${node.of.map((part) => `n${part}`).join(' ')})`;
    }
    lines.push(`(declare-const n${id} Bool)`, `(assert (= n${id} ${text}))`);
  };
  const constraints = [...circuit.constraints.values()].flat();
  for (const root of [...roots, ...constraints]) define(root);
  for (const constraint of constraints) lines.push(`(assert n${constraint})`);
  return lines.join('\n');
}

function heldReadings(circuit: Circuit, day: Day): ReadonlyMap<string, readonly string[]> {
  const values = evaluateNodes(
    circuit,
    Uint8Array.from(circuit.atoms, (atom) =>
      atom.kind === 'date' ? Number(day >= atom.at) : atom.kind === 'known' ? TRUE : 2,
    ),
  );
  const held = new Map<string, string[]>();
  for (const { key, options } of circuit.choices) {
    const holders = held.get(key) ?? [];
    for (const option of options)
      if (values[option.valid] === TRUE && !holders.includes(option.holder)) holders.push(option.holder);
    held.set(key, holders);
  }
  return held;
}

const number = (text: string): string => (text.startsWith('-') ? `(- ${text.slice(1)})` : text);
