/**
 * The next best question: the one whose answer is expected to tell most about the findings still open. Every
 * answer that is left weighs by its class (see variables); that is a stated convention, not a probability.
 * What an organ decides and whose reading is adopted are not asked of the user; they are listed.
 */
import type { NodeId } from '../circuit/circuit.ts';
import type { Law } from '../diagram/law.ts';
import type { Diagram } from '../diagram/manager.ts';
import { marginalsOf } from '../diagram/marginals.ts';
import type { Scene } from '../diagram/scene.ts';
import type { Question, ValueClass, Variable } from '../diagram/variables.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { Givens } from './given.ts';
import { settleNode } from './settle.ts';
import { openLevels, possibleWithin } from './why.ts';

export interface RankedQuestion {
  readonly question: Question;
  /** The answers that rules tell apart, of those still possible. */
  readonly answers: readonly ValueClass[];
  /** Expected information in bits, summed over the open findings. */
  readonly information: number;
  /** The open findings (nodes) that the answer can bear on. */
  readonly bearsOn: readonly NodeId[];
}

/** What is best asked next about some findings, and what cannot be asked. */
export interface NextQuestion {
  /** Absent: nothing that could be asked can change a finding. */
  readonly best?: RankedQuestion | undefined;
  /** Every question that could be asked and matters, the best first. */
  readonly questions: readonly RankedQuestion[];
  /** Determinations of organs that would settle something. */
  readonly determinations: readonly Question[];
  /** Choices between readings, and choices that nobody reads, that would settle something. */
  readonly readings: readonly Question[];
  readonly open: readonly NodeId[];
  /** Findings whose diagrams passed the allowance: their questions are not ranked. */
  readonly notDecided: readonly NodeId[];
}

/** Asks about the findings at `roots`: those that are open under what is given. */
export function nextQuestion(law: Law, roots: readonly NodeId[], givens: Givens): NextQuestion {
  const open: NodeId[] = [];
  const notDecided: NodeId[] = [];
  const found = new Map<number, { information: number; bearsOn: NodeId[] }>();
  // Findings that are one function are one question answered, not several.
  const functions = new Map<Diagram, NodeId[]>();
  for (const root of roots) {
    if (settleNode(law, root, givens).outcome !== 'undetermined') continue;
    open.push(root);
    const diagram = law.diagram(root);
    if (diagram === undefined) notDecided.push(root);
    else functions.set(diagram, [...(functions.get(diagram) ?? []), root]);
  }
  for (const [diagram, same] of functions) {
    const told = toldBy(law, diagram, givens);
    if (!told) notDecided.push(...same);
    for (const [level, bits] of told ?? []) {
      const entry = found.get(level) ?? { information: 0, bearsOn: [] };
      entry.information += bits;
      entry.bearsOn.push(...same);
      found.set(level, entry);
    }
  }
  const questions: RankedQuestion[] = [];
  const determinations: Question[] = [];
  const readings: Question[] = [];
  for (const [level, entry] of found) {
    const { question, classes } = law.variables[level] as Variable;
    const answers = givens.allowed[level]?.map((value) => classes[value] as ValueClass) ?? classes;
    if (question.kind !== 'fact') readings.push(question);
    else if (isDetermination(law, question.fact)) determinations.push(question);
    else questions.push({ question, answers, ...entry });
  }
  questions.sort((a, b) => b.information - a.information || b.bearsOn.length - a.bearsOn.length);
  return { best: questions[0], questions, determinations, readings, open, notDecided };
}

/** For each question that matters to the function, the bits that its answer is expected to tell. */
function toldBy(law: Law, diagram: Diagram, givens: Givens): Map<number, number> | undefined {
  const { manager, weights } = law;
  const possible = possibleWithin(law, diagram, givens);
  if (possible === undefined) return undefined;
  const holding = law.attempt(() => manager.and(diagram, possible));
  if (holding === undefined) return undefined;
  const worlds = marginalsOf(manager, possible, weights, givens.allowed);
  const holds = marginalsOf(manager, holding, weights, givens.allowed);
  return new Map(
    openLevels(law, diagram, possible, givens).map((level) => [
      level,
      information(holds.at(level), worlds.at(level), holds.share, worlds.share),
    ]),
  );
}

function isDetermination(law: Law, id: string): boolean {
  return law.scenes.some(
    (scene: Scene) => indexRulebook(scene.rulebook).find('fact', id)?.kind === 'determination',
  );
}

/** How many bits the answer is expected to tell about the finding. */
function information(
  holds: readonly number[],
  worlds: readonly number[],
  share: number,
  total: number,
): number {
  let after = 0;
  worlds.forEach((weight, value) => {
    if (weight > 0) after += (weight / total) * entropy((holds[value] as number) / weight);
  });
  return Math.max(0, entropy(share / total) - after);
}

function entropy(share: number): number {
  if (share <= 0 || share >= 1) return 0;
  return -share * Math.log2(share) - (1 - share) * Math.log2(1 - share);
}
