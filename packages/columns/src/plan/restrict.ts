/**
 * Restricts a Circuit to dates, a known-on date and a view. What depends on the date alone is computed here,
 * once for each date class; only what depends on facts is left for the evaluators.
 */
import type { Rulebook } from '@anpo/engine';
import { type Day, formatDay } from '@anpo/engine/calendar';
import {
  type Atom,
  type AtomId,
  assignFacts,
  assignView,
  type Circuit,
  FALSE,
  type NodeId,
  TRUE,
  UNKNOWN,
} from '@anpo/engine/circuit';
import { complain } from '@anpo/engine/complaint';
import { type Fact, indexRulebook } from '@anpo/engine/rulebook';
import { parseValue } from '@anpo/engine/situation';
import { columnsComplaint } from '../words/codes.ts';
import { latestStart, type Stretches } from './dates.ts';
import { GateBuilder, negate } from './gates.ts';
import {
  FALSE_LITERAL,
  type Input,
  type Literal,
  type Slot,
  slotKey,
  slotKeys,
  type Test,
  TRUE_LITERAL,
  UNKNOWN_LITERAL,
} from './plan.ts';
import { atLeast, codeTables, domainOf } from './tests.ts';

/** The value of a node: the same for all rows of a date class, or a literal. */
type Part = { readonly byClass: Uint8Array } | { readonly literal: Literal };

export interface RestrictOptions {
  readonly stretches: Stretches;
  readonly known: Day | undefined;
  readonly holders: readonly string[];
  /** Keys of the columns that will be given; absent: all may be. */
  readonly facts?: ReadonlySet<string> | undefined;
}

export class Restriction {
  readonly builder = new GateBuilder();
  readonly slots: Slot[] = [];
  readonly inputs: Input[] = [];
  readonly uniforms: string[] = [];
  /** Facts that stand at their default. */
  readonly assumed = new Set<string>();
  readonly #rulebook: Rulebook;
  readonly #circuit: Circuit;
  readonly #options: RestrictOptions;
  readonly #count: number;
  readonly #parts: (Part | undefined)[];
  readonly #atoms: (Part | undefined)[];
  /** For each stretch of time the atoms that no fact decides. */
  readonly #law: readonly Uint8Array[];
  readonly #slotIds = new Map<string, number>();
  readonly #inputIds = new Map<string, number>();
  readonly #uniformIds = new Map<string, number>();

  constructor(rulebook: Rulebook, circuit: Circuit, options: RestrictOptions) {
    this.#rulebook = rulebook;
    this.#circuit = circuit;
    this.#options = options;
    this.#count = options.stretches.days.length;
    this.#parts = new Array(circuit.nodes.length);
    this.#atoms = new Array(circuit.atoms.length);
    const situation = {
      known: options.known === undefined ? undefined : formatDay(options.known),
      incidents: [],
      given: [],
    };
    // The engine's own assignment says which readings a view adopts on which day: one definition for all.
    this.#law = options.stretches.days.map((day) =>
      assignView(
        circuit,
        assignFacts(rulebook, circuit, { ...situation, on: formatDay(day) }),
        options.holders,
      ),
    );
  }

  /** The literal of a node. */
  literal(node: NodeId): Literal {
    this.#reach(node);
    return this.#literalOf(this.#parts[node] as Part);
  }

  /** Fills in the nodes below `root`; children stand before parents, so one sweep over the reached does. */
  #reach(root: NodeId): void {
    const stack = [root];
    while (stack.length > 0) {
      const id = stack.at(-1) as NodeId;
      if (this.#parts[id]) {
        stack.pop();
        continue;
      }
      const node = this.#circuit.nodes[id] as Circuit['nodes'][number];
      const children =
        node.kind === 'and' || node.kind === 'or'
          ? node.of
          : node.kind === 'not' || node.kind === 'named'
            ? [node.of]
            : [];
      const missing = children.filter((child) => !this.#parts[child]);
      if (missing.length > 0) {
        stack.push(...missing);
        continue;
      }
      stack.pop();
      this.#parts[id] = this.#part(node);
    }
  }

  #part(node: Circuit['nodes'][number]): Part {
    const of = (id: NodeId): Part => this.#parts[id] as Part;
    switch (node.kind) {
      case 'false':
        return this.#constant(FALSE);
      case 'true':
        return this.#constant(TRUE);
      case 'atom':
        return this.#atom(node.atom);
      case 'named':
        return of(node.of);
      case 'not':
        return invert(of(node.of));
      case 'and':
        return this.#and(node.of.map(of));
      case 'or':
        return invert(this.#and(node.of.map((child) => invert(of(child)))));
    }
  }

  #and(parts: readonly Part[]): Part {
    let dated: Uint8Array | undefined;
    const literals: Literal[] = [];
    for (const part of parts) {
      if ('literal' in part) literals.push(part.literal);
      else dated = dated ? both(dated, part.byClass) : part.byClass;
    }
    if (literals.length === 0) return { byClass: dated ?? new Uint8Array(this.#count).fill(TRUE) };
    if (dated) literals.push(this.#literalOf({ byClass: dated }));
    return simplest(this.builder.and(literals), this.#count);
  }

  #literalOf(part: Part): Literal {
    if ('literal' in part) return part.literal;
    const digits = part.byClass.join('');
    if (!/[^1]/.test(digits)) return TRUE_LITERAL;
    if (!/[^0]/.test(digits)) return FALSE_LITERAL;
    if (!/[^2]/.test(digits)) return UNKNOWN_LITERAL;
    const opposite = invertValues(part.byClass).join('');
    const known = this.#uniformIds.get(opposite);
    if (known !== undefined) return negate(this.builder.uniform(known));
    let id = this.#uniformIds.get(digits);
    if (id === undefined) {
      id = this.uniforms.length;
      this.uniforms.push(digits);
      this.#uniformIds.set(digits, id);
    }
    return this.builder.uniform(id);
  }

  #constant(value: number): Part {
    return { byClass: new Uint8Array(this.#count).fill(value) };
  }

  #atom(id: number): Part {
    let part = this.#atoms[id];
    if (!part) {
      part = this.#makeAtom(id, this.#circuit.atoms[id] as Atom);
      this.#atoms[id] = part;
    }
    return part;
  }

  #makeAtom(id: AtomId, atom: Atom): Part {
    const { stretches } = this.#options;
    switch (atom.kind) {
      case 'date':
      case 'known':
      case 'reading':
      case 'held':
      case 'unread':
        return { byClass: Uint8Array.from(this.#law, (values) => values[id] as number) };
      case 'fact':
        return this.#test(atom.fact, atom.incident, atom.organ, { kind: 'yes' });
      case 'value': {
        const fact = indexRulebook(this.#rulebook).fact(atom.fact);
        const domain = domainOf(this.#rulebook, fact);
        const { tables, byClass } = codeTables(this.#rulebook, fact, domain, atom.values, stretches.days);
        return this.#test(atom.fact, atom.incident, undefined, { kind: 'code', tables, byClass });
      }
      case 'threshold':
        return this.#test(atom.fact, atom.incident, undefined, { kind: 'at-least', at: atom.at });
      case 'elapsed': {
        if (stretches.on === undefined) {
          return this.#test(atom.fact, atom.incident, undefined, {
            kind: 'elapsed',
            duration: atom.duration,
          });
        }
        const at = String(latestStart(stretches.on, atom.duration) + 1);
        return invert(this.#test(atom.fact, atom.incident, undefined, { kind: 'at-least', at }));
      }
    }
  }

  #test(factId: string, incident: number | undefined, organ: string | undefined, test: Test): Part {
    const fact = indexRulebook(this.#rulebook).fact(factId);
    const { facts } = this.#options;
    if (facts && !slotKeys({ fact: factId, incident, organ }).some((key) => facts.has(key))) {
      return this.#assumed(fact, test);
    }
    const slot = this.#slot(fact, incident, organ);
    const key = `${slot} ${JSON.stringify(test)}`;
    let id = this.#inputIds.get(key);
    if (id === undefined) {
      id = this.inputs.length;
      this.inputs.push({ slot, test });
      this.#inputIds.set(key, id);
    }
    return { literal: this.builder.input(id) };
  }

  /** The value of a test on a fact that is not given: that of its default, or unknown. */
  #assumed(fact: Fact, test: Test): Part {
    if (fact.default === undefined) return this.#constant(UNKNOWN);
    this.assumed.add(fact.id);
    const { days } = this.#options.stretches;
    const value = parseValue(this.#rulebook, fact, fact.default, days[0] as Day);
    switch (test.kind) {
      case 'yes':
        return this.#constant(value.kind === 'yes-no' ? (value.value ? TRUE : FALSE) : UNKNOWN);
      case 'code': {
        const code = domainOf(this.#rulebook, fact).indexOf(fact.default);
        return {
          byClass: Uint8Array.from(days, (_, index) =>
            Number((test.tables[test.byClass[index] as number] as string)[code]),
          ),
        };
      }
      case 'at-least':
        return this.#constant(
          value.kind === 'date' || value.kind === 'number'
            ? atLeast(String(value.value), test.at)
              ? TRUE
              : FALSE
            : UNKNOWN,
        );
      case 'elapsed':
        return complain(columnsComplaint('default-needs-column', { fact: fact.id }));
    }
  }

  #slot(fact: Fact, incident: number | undefined, organ: string | undefined): number {
    const key = slotKey(fact.id, incident, organ);
    let id = this.#slotIds.get(key);
    if (id === undefined) {
      id = this.slots.length;
      const coded = fact.type === 'choice' || fact.type === 'party' || fact.type === 'place';
      this.slots.push({
        key,
        fact: fact.id,
        type: fact.type,
        ...(incident === undefined ? {} : { incident }),
        ...(organ === undefined ? {} : { organ }),
        ...(coded ? { domain: domainOf(this.#rulebook, fact) } : {}),
        ...(fact.minimum === undefined ? {} : { minimum: fact.minimum }),
        ...(fact.maximum === undefined ? {} : { maximum: fact.maximum }),
      });
      this.#slotIds.set(key, id);
    }
    return id;
  }
}

const flipped = [TRUE, FALSE, UNKNOWN] as const;
const invertValues = (values: Uint8Array): Uint8Array => values.map((value) => flipped[value] as number);

const invert = (part: Part): Part =>
  'literal' in part ? { literal: negate(part.literal) } : { byClass: invertValues(part.byClass) };

function both(left: Uint8Array, right: Uint8Array): Uint8Array {
  return left.map((value, index) => {
    const other = right[index] as number;
    if (value === FALSE || other === FALSE) return FALSE;
    return value === TRUE && other === TRUE ? TRUE : UNKNOWN;
  });
}

/** A literal that came out constant is the same for all classes, and folds further as such. */
function simplest(literal: Literal, count: number): Part {
  if (literal === TRUE_LITERAL) return { byClass: new Uint8Array(count).fill(TRUE) };
  if (literal === FALSE_LITERAL) return { byClass: new Uint8Array(count).fill(FALSE) };
  return { literal };
}
