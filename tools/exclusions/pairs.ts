/**
 * Pairs of facts that may exclude each other, or of which one may imply the other: yes-no facts and values of
 * choices that speak alike, or that speak somewhat alike and are asked by one norm. Whether they do is for a
 * reader to decide: a constraint of the library names the pair, or `compatible.txt` does.
 */
import type { Rulebook } from '@anpo/engine';
import { type Circuit, coneOf } from '@anpo/engine/circuit';

export interface Pair {
  /** A fact, or `fact=value`. */
  readonly left: string;
  readonly right: string;
}

/** Cosine of the words of two, each word weighed by how few others say it. */
const ALIKE = 0.3;
const ALIKE_WITHIN_A_NORM = 0.2;

interface Statement {
  readonly name: string;
  readonly fact: string;
  readonly words: ReadonlySet<string>;
}

/** `strictness` of more than one asks for more likeness than a search would. */
export function alikePairs(rulebook: Rulebook, circuit: Circuit, strictness = 1): readonly Pair[] {
  const statements = statementsOf(rulebook);
  const together = askedTogether(circuit);
  const uses = new Map<string, number>();
  for (const { words } of statements) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const weight = (word: string): number => Math.log(statements.length / (uses.get(word) ?? 1)) ** 2;
  const sum = (words: Iterable<string>): number =>
    [...words].reduce((total, word) => total + weight(word), 0);
  const lengths = new Map(statements.map(({ name, words }) => [name, Math.sqrt(sum(words))]));
  return statements.flatMap((left, at) =>
    statements.slice(at + 1).flatMap((right): Pair[] => {
      if (left.fact === right.fact) return [];
      const shared = sum([...left.words].filter((word) => right.words.has(word)));
      const alike = shared / ((lengths.get(left.name) ?? 1) * (lengths.get(right.name) ?? 1));
      const bound = together.has(pairKey(left.fact, right.fact)) ? ALIKE_WITHIN_A_NORM : ALIKE;
      return alike >= bound * strictness ? [{ left: left.name, right: right.name }] : [];
    }),
  );
}

export const pairKey = (left: string, right: string): string => [left, right].sort().join(' ');

/** What may be held against another: a yes-no fact, or one value of a choice. */
function statementsOf(rulebook: Rulebook): readonly Statement[] {
  return rulebook.facts.flatMap((fact): Statement[] => {
    const { id, label, question } = fact;
    if (fact.type === 'yes-no') return [{ name: id, fact: id, words: wordsOf(`${label.en} ${question.en}`) }];
    return fact.choices.map((choice) => ({
      name: `${id}=${choice.id}`,
      fact: id,
      words: wordsOf(`${choice.label.en} ${label.en}`),
    }));
  });
}

const unsaying = new Set(
  'has have had does did the are was were been being for from with and not its that this which who whom whose what how under over any other another there their they than can may must will would into out yes merely'.split(
    ' ',
  ),
);

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/[a-z]{3,}/g) ?? [])
      .filter((word) => !unsaying.has(word))
      .map((word) => word.replace(/(ing|ed|es|s|ly|ion)$/, '')),
  );

/** Facts that one norm asks. */
function askedTogether(circuit: Circuit): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const { node } of circuit.findings) {
    const facts = factsBelow(circuit, [node]);
    for (const left of facts) for (const right of facts) if (left < right) pairs.add(pairKey(left, right));
  }
  return pairs;
}

function factsBelow(circuit: Circuit, roots: readonly number[]): readonly string[] {
  const facts = new Set<string>();
  for (const id of roots.flatMap((root) => coneOf(circuit, root))) {
    const node = circuit.nodes[id];
    const atom = node?.kind === 'atom' ? circuit.atoms[node.atom] : undefined;
    if (atom && 'fact' in atom) facts.add(atom.fact);
  }
  return [...facts];
}

/** Pairs of facts that one constraint speaks of: decided, and held in every question. */
export function constrained(rulebook: Rulebook, circuit: Circuit): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const { id } of rulebook.constraints) {
    const facts = factsBelow(circuit, circuit.constraints.get(id) ?? []);
    for (const left of facts) for (const right of facts) if (left < right) pairs.add(pairKey(left, right));
  }
  return pairs;
}

export const factOf = (statement: string): string => statement.split('=')[0] ?? statement;

/** Lines `left right` of a file of decided pairs; lines that begin with # say why. */
export const decidedIn = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => pairKey(...(line.split(' ') as [string, string]))),
  );

export interface Decided {
  readonly pairs: readonly Pair[];
  /** Neither a constraint nor the file speaks of them. */
  readonly open: readonly Pair[];
  /** Pairs of the file that are no longer found, or that a constraint decides. */
  readonly stale: readonly string[];
}

/** Every pair that is found, and which of them nobody decided. */
export function decide(
  rulebook: Rulebook,
  circuit: Circuit,
  compatible: ReadonlySet<string>,
  strictness = 1,
): Decided {
  const pairs = alikePairs(rulebook, circuit, strictness);
  const held = constrained(rulebook, circuit);
  const isHeld = ({ left, right }: Pair): boolean => held.has(pairKey(factOf(left), factOf(right)));
  const free = pairs.filter((pair) => !isHeld(pair));
  const found = new Set(free.map(({ left, right }) => pairKey(left, right)));
  return {
    pairs,
    open: free.filter(({ left, right }) => !compatible.has(pairKey(left, right))),
    stale: [...compatible].filter((key) => !found.has(key)),
  };
}
