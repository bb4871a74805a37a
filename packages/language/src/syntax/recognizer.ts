/**
 * Finds the first word that cannot stand where it stands, and all that could stand there instead. The parser
 * itself only knows which alternative it failed to choose, often clauses earlier; this is an Earley recognizer
 * over the same grammar, run only on the element that holds an error.
 */
import { type Grammar, GrammarAST } from 'langium';

/** One thing that could stand at a place: a word, a terminal, or a name of some type. */
export interface Expected {
  readonly kind: 'word' | 'terminal' | 'name';
  readonly text: string;
}

export interface Failure {
  /** Index of the token that does not fit; the number of tokens where the text ends too early. */
  readonly index: number;
  readonly expected: readonly Expected[];
}

type Symbol =
  | { readonly rule: string }
  | { readonly word: string }
  | { readonly terminal: string }
  /** What a reference names; its rule follows in the grammar, so this only carries the type. */
  | { readonly rule: string; readonly target: string };

/** Stands for the target of a name that is given here, and refers to nothing. */
const NEW_NAME = '';

interface Item {
  readonly rule: string;
  readonly body: readonly Symbol[];
  readonly at: number;
  readonly origin: number;
  /** What the reference that led here names. */
  readonly target?: string | undefined;
}

export class Recognizer {
  /** The words that begin an element, where a text is a sequence of elements. */
  readonly starts: ReadonlySet<string>;
  readonly #productions = new Map<string, Symbol[][]>();
  readonly #nullable = new Set<string>();
  readonly #start: string;
  #fresh = 0;

  constructor(grammar: Grammar) {
    let start = '';
    for (const rule of grammar.rules) {
      if (!GrammarAST.isParserRule(rule)) continue;
      if (rule.entry) start = rule.name;
      this.#productions.set(rule.name, [this.#symbols(rule.definition)]);
    }
    this.#start = start;
    this.#findNullable();
    // Only a sequence may be empty.
    this.starts = this.#nullable.has(start) ? this.#firstWords(start) : new Set();
  }

  /** `tokens` are token types as the lexer names them. Undefined where all of them fit and the text may end. */
  failure(tokens: readonly string[]): Failure | undefined {
    const sets: Item[][] = [[]];
    let seen = new Set<string>();
    const add = (position: number, item: Item): void => {
      if (position >= sets.length) {
        sets.push([]);
        seen = new Set();
      }
      const key = `${item.rule}|${bodyId(item.body)}|${item.at}|${item.origin}|${item.target ?? ''}`;
      if (seen.has(key)) return;
      seen.add(key);
      (sets[position] as Item[]).push(item);
    };
    for (const body of this.#bodies(this.#start)) add(0, { rule: this.#start, body, at: 0, origin: 0 });
    for (let position = 0; ; position++) {
      const set = sets[position] as Item[];
      for (let index = 0; index < set.length; index++) {
        const item = set[index] as Item;
        const next = item.body[item.at];
        if (next === undefined) {
          for (const parent of sets[item.origin] as Item[]) {
            const wanted = parent.body[parent.at];
            if (wanted && 'rule' in wanted && wanted.rule === item.rule)
              add(position, { ...parent, at: parent.at + 1 });
          }
        } else if ('rule' in next) {
          const target = 'target' in next ? next.target : item.target;
          for (const body of this.#bodies(next.rule))
            add(position, { rule: next.rule, body, at: 0, origin: position, target });
          if (this.#nullable.has(next.rule)) add(position, { ...item, at: item.at + 1 });
        }
      }
      const token = tokens[position];
      const ends = set.some((item) => item.rule === this.#start && item.at === item.body.length);
      if (token === undefined && ends) return undefined;
      const scanned =
        token === undefined
          ? []
          : set.filter((item) => {
              const next = item.body[item.at];
              return (
                next &&
                (('word' in next && next.word === token) || ('terminal' in next && next.terminal === token))
              );
            });
      if (scanned.length === 0) return { index: position, expected: expectedIn(set) };
      for (const item of scanned) add(position + 1, { ...item, at: item.at + 1 });
    }
  }

  #bodies(rule: string): readonly Symbol[][] {
    return this.#productions.get(rule) ?? [];
  }

  /** A grammar element as a sequence of symbols; alternatives and repetitions become rules of their own. */
  #symbols(element: GrammarAST.AbstractElement): Symbol[] {
    const inner = this.#plain(element);
    const cardinality = element.cardinality;
    if (!cardinality) return inner;
    const name = `${this.#fresh++}`;
    const bodies: Symbol[][] = cardinality === '+' ? [inner] : [[], inner];
    if (cardinality !== '?') bodies.push([{ rule: name }, ...inner]);
    this.#productions.set(name, cardinality === '*' ? [[], [{ rule: name }, ...inner]] : bodies);
    return [{ rule: name }];
  }

  #plain(element: GrammarAST.AbstractElement): Symbol[] {
    if (GrammarAST.isKeyword(element)) return [{ word: element.value }];
    if (GrammarAST.isAssignment(element)) return this.#symbols(element.terminal);
    if (GrammarAST.isRuleCall(element)) return this.#call(element);
    if (GrammarAST.isCrossReference(element)) {
      const call = element.terminal;
      const rule = call && GrammarAST.isRuleCall(call) ? (call.rule.ref?.name ?? '') : '';
      return [{ rule, target: element.type.ref?.name ?? element.type.$refText }];
    }
    if (GrammarAST.isGroup(element)) return element.elements.flatMap((part) => this.#symbols(part));
    if (GrammarAST.isAlternatives(element)) {
      const name = `${this.#fresh++}`;
      this.#productions.set(
        name,
        element.elements.map((part) => this.#symbols(part)),
      );
      return [{ rule: name }];
    }
    return [];
  }

  #call(element: GrammarAST.RuleCall): Symbol[] {
    const rule = element.rule.ref;
    if (!rule) return [];
    if (GrammarAST.isTerminalRule(rule)) return [{ terminal: rule.name }];
    return GrammarAST.isParserRule(rule) && isName(rule)
      ? [{ rule: rule.name, target: NEW_NAME }]
      : [{ rule: rule.name }];
  }

  #firstWords(start: string): Set<string> {
    const words = new Set<string>();
    const rules = new Set([start]);
    for (const rule of rules) {
      for (const body of this.#bodies(rule)) {
        for (const symbol of body) {
          if ('word' in symbol) words.add(symbol.word);
          if ('rule' in symbol) rules.add(symbol.rule);
          if (!('rule' in symbol && this.#nullable.has(symbol.rule))) break;
        }
      }
    }
    return words;
  }

  #findNullable(): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const [rule, bodies] of this.#productions) {
        if (this.#nullable.has(rule)) continue;
        const empty = bodies.some((body) =>
          body.every((symbol) => 'rule' in symbol && this.#nullable.has(symbol.rule)),
        );
        if (empty) {
          this.#nullable.add(rule);
          changed = true;
        }
      }
    }
  }
}

/** Whether a rule stands for a name: one word, which may be any. */
function isName(rule: GrammarAST.ParserRule): boolean {
  const holdsId = (element: GrammarAST.AbstractElement): boolean => {
    if (GrammarAST.isAlternatives(element)) return element.elements.some(holdsId);
    if (!GrammarAST.isRuleCall(element)) return false;
    const called = element.rule.ref;
    return GrammarAST.isParserRule(called) ? isName(called) : called?.name === 'ID';
  };
  return rule.dataType !== undefined && holdsId(rule.definition);
}

const bodyIds = new WeakMap<readonly Symbol[], number>();
let bodies = 0;

function bodyId(body: readonly Symbol[]): number {
  let id = bodyIds.get(body);
  if (id === undefined) {
    id = bodies++;
    bodyIds.set(body, id);
  }
  return id;
}

/** Names come first, then words. Within a name the words that are names too are not listed one by one. */
function expectedIn(set: readonly Item[]): Expected[] {
  const found = new Map<string, Expected>();
  for (const item of set) {
    const next = item.body[item.at];
    if (!next || 'rule' in next) continue;
    const expected: Expected =
      item.target === NEW_NAME
        ? { kind: 'terminal', text: 'ID' }
        : item.target !== undefined
          ? { kind: 'name', text: item.target }
          : 'word' in next
            ? { kind: 'word', text: next.word }
            : { kind: 'terminal', text: next.terminal };
    found.set(`${expected.kind} ${expected.text}`, expected);
  }
  return [...found.values()];
}
