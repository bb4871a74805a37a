/**
 * Brute force for tests: every complete situation over the facts in a cone, evaluated one by one. Values are
 * taken from the Rulebook and its thresholds, not from the variables of diagrams, so that both can be held
 * against each other.
 */
import { addDuration, formatDay, toDay } from '../../calendar/date.ts';
import type { Atom, Circuit, CircuitNode, NodeId } from '../../circuit/circuit.ts';
import { assignFacts } from '../../evaluate/assignment.ts';
import { evaluateNodes, TRUE } from '../../evaluate/kleene.ts';
import { indexRulebook } from '../../rulebook/index.ts';
import type { Rulebook } from '../../rulebook/schema.ts';
import type { GivenFact, Situation } from '../../situation/situation.ts';
import { geographyOf, parseValue } from '../../situation/value.ts';

/** The values of the roots in one complete situation. */
export interface BruteWorld {
  readonly given: readonly GivenFact[];
  readonly readings: ReadonlyMap<string, string>;
  readonly roots: readonly boolean[];
}

/** All complete situations, or `limit` drawn ones where there are more; `complete` says which. */
export function bruteForce(
  rulebook: Rulebook,
  circuit: Circuit,
  situation: Situation,
  view: readonly string[],
  roots: readonly NodeId[],
  limit: number,
  random: () => number,
): { worlds: BruteWorld[]; complete: boolean } {
  const constraints = [...circuit.constraints.values()].flat();
  const atoms = atomsBelow(circuit, [...roots, ...constraints]);
  const open = assignFacts(rulebook, circuit, situation);
  const valid = evaluateNodes(circuit, open);
  const axes: { set: (world: Draft, value: string) => void; values: readonly string[] }[] = [];
  const facts = new Map<
    string,
    { fact: string; incident?: number | undefined; organ?: string | undefined }
  >();
  const choices = new Set<string>();
  for (const atom of atoms) {
    if (atom.kind === 'reading' || atom.kind === 'unread' || atom.kind === 'held') choices.add(atom.choice);
    else if ('fact' in atom) {
      const organ = atom.kind === 'fact' ? atom.organ : undefined;
      facts.set(`${atom.fact} ${atom.incident ?? ''} ${organ ?? ''}`, {
        fact: atom.fact,
        incident: atom.incident,
        organ,
      });
    }
  }
  for (const each of facts.values()) {
    const values = valuesOf(rulebook, circuit, situation, each);
    axes.push({
      values,
      set: (draft, value) => draft.given.push({ ...each, value, asserted: 'stipulated' }),
    });
  }
  for (const key of choices) {
    const held = [
      ...new Set(
        circuit.choices
          .filter((choice) => choice.key === key)
          .flatMap((choice) => choice.options)
          .filter((option) => valid[option.valid] === TRUE)
          .map((option) => option.holder),
      ),
    ];
    const chosen = view.find((holder) => held.includes(holder));
    if (held.length > 0) {
      axes.push({
        values: chosen !== undefined ? [chosen] : view.length > 0 ? [''] : held,
        set: (draft, value) => draft.readings.set(key, value),
      });
    }
    axes.push({ values: ['no', 'yes'], set: (draft, value) => draft.unread.set(key, value === 'yes') });
  }
  const total = axes.reduce((product, axis) => product * axis.values.length, 1);
  const complete = total <= limit;
  const worlds: BruteWorld[] = [];
  for (let at = 0; at < (complete ? total : limit); at++) {
    let rest = at;
    const draft: Draft = { given: [], readings: new Map(), unread: new Map() };
    for (const axis of axes) {
      const index = complete ? rest % axis.values.length : Math.floor(random() * axis.values.length);
      rest = Math.floor(rest / axis.values.length);
      axis.set(draft, axis.values[index] as string);
    }
    const values = evaluateNodes(circuit, assignWorld(rulebook, circuit, situation, draft));
    if (constraints.some((constraint) => values[constraint] !== TRUE)) continue;
    worlds.push({
      given: draft.given,
      readings: draft.readings,
      roots: roots.map((root) => {
        if (values[root] === 2) throw new Error('a complete situation left a finding unknown');
        return values[root] === TRUE;
      }),
    });
  }
  return { worlds, complete };
}

interface Draft {
  readonly given: GivenFact[];
  readonly readings: Map<string, string>;
  readonly unread: Map<string, boolean>;
}

function assignWorld(rulebook: Rulebook, circuit: Circuit, situation: Situation, draft: Draft): Uint8Array {
  const values = assignFacts(rulebook, circuit, { ...situation, given: draft.given });
  circuit.atoms.forEach((atom, id) => {
    if (atom.kind === 'reading') values[id] = draft.readings.get(atom.choice) === atom.holder ? 1 : 0;
    if (atom.kind === 'held') values[id] = draft.readings.get(atom.choice) === '' ? 0 : 1;
    if (atom.kind === 'unread') values[id] = draft.unread.get(atom.choice) ? 1 : 0;
  });
  return values;
}

/** The values that an axis runs through: what the situation allows, one of each stretch between thresholds. */
function valuesOf(
  rulebook: Rulebook,
  circuit: Circuit,
  situation: Situation,
  each: { fact: string; incident?: number | undefined; organ?: string | undefined },
): readonly string[] {
  const fact = indexRulebook(rulebook).fact(each.fact);
  const day = toDay(situation.on);
  const meant = situation.given.filter(
    (given) => given.fact === each.fact && (given.organ === undefined || given.organ === each.organ),
  );
  const own =
    meant.filter((given) => given.incident !== undefined && given.incident === each.incident).at(-1) ??
    meant.filter((given) => given.incident === undefined).at(-1);
  const text = own === undefined ? fact.default : own.value === 'unknown' ? undefined : own.value;
  if (text !== undefined) {
    const value = parseValue(rulebook, fact, text, day);
    return value.kind === 'among' ? value.values : [text];
  }
  switch (fact.type) {
    case 'yes-no':
      return ['no', 'yes'];
    case 'choice':
      return fact.choices.map((choice) => choice.id);
    case 'party':
      return rulebook.parties.map((party) => party.id);
    case 'place':
      return geographyOf(rulebook).leaves;
    case 'date': {
      const cuts = new Set<number>([0]);
      for (const atom of circuit.atoms) {
        if (atom.kind === 'threshold' && atom.fact === fact.id)
          for (const shift of [-1, 0, 1]) cuts.add(Number(atom.at) + shift);
        if (atom.kind !== 'elapsed' || atom.fact !== fact.id) continue;
        for (let start = day - 1100; start <= day + 1; start++)
          if (addDuration(start, atom.duration) === day) cuts.add(start).add(start + 1);
      }
      return [...cuts].map(formatDay);
    }
    default: {
      const cuts = circuit.atoms.flatMap((atom) =>
        atom.kind === 'threshold' && atom.fact === fact.id ? [Number(atom.at)] : [],
      );
      return ['-5', ...cuts.flatMap((cut) => [String(cut), String(cut + 0.25)])];
    }
  }
}

export function atomsBelow(circuit: Circuit, roots: readonly NodeId[]): Atom[] {
  const seen = new Set<NodeId>();
  const atoms = new Set<Atom>();
  const visit = (id: NodeId): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const node = circuit.nodes[id] as CircuitNode;
    if (node.kind === 'atom') atoms.add(circuit.atoms[node.atom] as Atom);
    else if (node.kind === 'not' || node.kind === 'named') visit(node.of);
    else if (node.kind === 'and' || node.kind === 'or') node.of.forEach(visit);
    if (node.kind === 'named' && node.origin.kind === 'choice')
      for (const option of circuit.choices[node.origin.index]?.options ?? []) visit(option.valid);
  };
  roots.forEach(visit);
  return [...atoms];
}
