/**
 * One world as a situation that a reader can check: facts with values, a date, and the readings adopted. Every
 * example is evaluated again by the plain evaluator before it is shown.
 */

import { type Day, formatDay } from '../calendar/date.ts';
import type { NodeId } from '../circuit/circuit.ts';
import type { ConeCircuits } from '../circuit/cone-circuit.ts';
import type { Law } from '../diagram/law.ts';
import { ALWAYS, type Diagram, not } from '../diagram/manager.ts';
import type { Allowed } from '../diagram/quantify.ts';
import type { Scene } from '../diagram/scene.ts';
import type { ValueClass, Variable } from '../diagram/variables.ts';
import { example, supportOf } from '../diagram/walk.ts';
import { assignFacts } from '../evaluate/assignment.ts';
import { evaluateNodes, FALSE, type Kleene, TRUE } from '../evaluate/kleene.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import type { GivenFact } from '../situation/situation.ts';
import { withoutIdle } from './bare-example.ts';
import { openClasses } from './given.ts';
import { type Likelihood, likeliestValue, likelihoodOf } from './likeliest.ts';

export interface AdoptedReading {
  readonly choice: string;
  /** Absent where a view is asked for that has no reading. */
  readonly holder?: string | undefined;
}

/** A situation in which every fact that matters to a question has a value. */
export interface ExampleSituation {
  readonly on: string;
  readonly known?: string | undefined;
  readonly given: readonly GivenFact[];
  readonly readings: readonly AdoptedReading[];
  /** How choices came out that nobody reads; nothing determines them. */
  readonly unread: readonly { readonly choice: string; readonly value: boolean }[];
}

/**
 * The likeliest of the worlds within the classes allowed, with an answer to every question below the (restricted)
 * nodes that matters: without the others, every possible world is one of those, and a plain evaluator comes to
 * the same.
 */
export function completeWorld(
  law: Law,
  worlds: Diagram,
  nodes: readonly NodeId[],
  allowed: Allowed,
  scene = 0,
): Map<number, number> | undefined {
  const { manager } = law;
  const asked = new Set(supportOf(manager, worlds));
  for (const node of nodes) for (const level of law.levelsBelow(node)) asked.add(level);
  const possible = law.possibleOver(asked, scene) ?? ALWAYS;
  const both = law.attempt(() => manager.and(worlds, possible)) ?? worlds;
  const choicesAt = (level: number, among = allowed[level]): Likelihood => {
    const { order, costs } = likelihoodOf(law, level, scene);
    return { order: among ? order.filter((value) => among.includes(value)) : order, costs };
  };
  const world = example(manager, both, choicesAt);
  if (!world) return undefined;
  for (const level of [...asked, ...supportOf(manager, possible)]) {
    if (world.has(level)) continue;
    const { order } = choicesAt(level, allowed[level] ?? openClasses(law, level, scene));
    world.set(level, order[0] ?? 0);
  }
  const certain = law.attempt(() => manager.or(worlds, not(possible)));
  return certain === undefined ? world : withoutIdle(law, world, { certain, nodes, allowed });
}

/** The world (a class for each level that matters) as a situation. */
export function exampleSituation(law: Law, world: ReadonlyMap<number, number>, scene = 0): ExampleSituation {
  const { day, known } = law.scenes[scene] as Scene;
  const given: GivenFact[] = [];
  const readings: AdoptedReading[] = [];
  const unread: { choice: string; value: boolean }[] = [];
  for (const [level, index] of [...world].sort(([a], [b]) => a - b)) {
    const { question, classes } = law.variables[level] as Variable;
    const value = classes[index] as ValueClass;
    if (question.kind === 'reading' && value.kind === 'reading')
      readings.push({ choice: question.choice, holder: value.holder });
    else if (question.kind === 'unread')
      unread.push({ choice: question.choice, value: value.kind === 'yes-no' && value.value });
    else if (question.kind === 'fact') {
      const { fact, incident, organ } = question;
      given.push({
        fact,
        ...(incident === undefined ? {} : { incident }),
        ...(organ === undefined ? {} : { organ }),
        value: representative(law, fact, value, scene),
        asserted: 'stipulated',
      });
    }
  }
  return {
    on: formatDay(day),
    ...(known === undefined ? {} : { known: formatDay(known) }),
    given,
    readings,
    unread,
  };
}

/** The value of the nodes in an example, by the plain evaluator; durations are reckoned to `clock`. */
export function evaluateExample(
  rulebook: Rulebook,
  cones: ConeCircuits,
  example: ExampleSituation,
  roots: readonly NodeId[],
  clock = example.on,
): (node: NodeId) => Kleene {
  const { known, given } = example;
  const { circuit, roots: places } = cones.below(roots);
  const assign = (on: string): Uint8Array =>
    assignFacts(rulebook, circuit, { on, known, incidents: [], given });
  const values = assign(example.on);
  if (clock !== example.on) {
    const reckoned = assign(clock);
    circuit.atoms.forEach((atom, id) => {
      if (atom.kind === 'elapsed') values[id] = reckoned[id] as number;
    });
  }
  const readings = new Map(example.readings.map(({ choice, holder }) => [choice, holder]));
  const unread = new Map(example.unread.map(({ choice, value }) => [choice, value]));
  circuit.atoms.forEach((atom, id) => {
    if (atom.kind === 'reading' && readings.has(atom.choice))
      values[id] = readings.get(atom.choice) === atom.holder ? TRUE : FALSE;
    if (atom.kind === 'held' && readings.has(atom.choice))
      values[id] = readings.get(atom.choice) === undefined ? FALSE : TRUE;
    if (atom.kind === 'unread' && unread.has(atom.choice))
      values[id] = unread.get(atom.choice) ? TRUE : FALSE;
  });
  const nodes = evaluateNodes(circuit, values);
  return (node) => nodes[places.get(node) as NodeId] as Kleene;
}

/** One value that stands for its class. */
function representative(law: Law, factId: string, value: ValueClass, scene: number): string {
  switch (value.kind) {
    case 'yes-no':
      return value.value ? 'yes' : 'no';
    case 'among':
      return likeliestValue(law, factId, value.values, scene);
    case 'range': {
      const { rulebook } = law.scenes[scene] as Scene;
      const isDate = indexRulebook(rulebook).find('fact', factId)?.type === 'date';
      const number = value.from ?? oneBelow(value.until as string);
      return isDate ? formatDay(Number(number) as Day) : number;
    }
    case 'reading':
      return value.holder ?? 'none';
  }
}

/** A number one less than a decimal text, exactly. */
function oneBelow(text: string): string {
  const [whole = '0', fraction] = text.split('.');
  // Dropping the fraction of a negative number goes up, so that two less are needed to be below.
  const below = BigInt(whole) - (fraction === undefined || !text.startsWith('-') ? 1n : 2n);
  return String(below);
}
