/**
 * Compiles a Rulebook into a Circuit. Nothing is fixed: dates, what is known, and readings stay atoms, so that
 * one Circuit serves questions about a day, about all days, and about what holders make of the same facts.
 */
import { toDay } from '../calendar/date.ts';
import { indexRulebook, type RulebookIndex } from '../rulebook/index.ts';
import type {
  ActorReference,
  Bearer,
  Definition,
  Expression,
  Fact,
  Norm,
  Period,
  Relation,
  Rulebook,
} from '../rulebook/schema.ts';
import { CircuitBuilder } from './builder.ts';
import type { AmountRoot, Choice, ChoiceOption, Circuit, FindingRoot, NodeId } from './circuit.ts';
import { type Dependence, Dependences } from './dependence.ts';
import { forIncidents } from './incidents.ts';
import { Geography, type Stretch } from './places.ts';
import { defeats } from './precedence.ts';

export interface CompileOptions {
  /** How many linked incidents the situation may hold. One unless said. */
  readonly incidents?: number;
  /** Further expressions to compile, each for an incident (the first unless said) and, if named, a bearer. */
  readonly extra?: readonly { expression: Expression; incident?: number; bearer?: string }[];
  /** The Circuit of this Rulebook for one incident, if there is one: then only further expressions are compiled. */
  readonly made?: Circuit | undefined;
}

/** What an expression is compiled for. */
interface Frame {
  readonly incident?: number | undefined;
  readonly bearer?:
    | { readonly id: string; readonly party: string; readonly kind: 'party' | 'organ' }
    | undefined;
}

const frameFor = ({ incident }: Pick<Dependence, 'incident'>): Frame => (incident ? { incident: FIRST } : {});

export function compileCircuit(rulebook: Rulebook, options: CompileOptions = {}): Circuit {
  const extra = options.extra ?? [];
  const index = indexRulebook(rulebook);
  const one =
    options.made && !speaksOfBearer(index, extra)
      ? new Compiler(index, options.made).extend(options.made, extra)
      : new Compiler(index).compile(extra);
  return forIncidents(
    one,
    options.incidents ?? 1,
    extra.map(({ incident }) => incident ?? 0),
  );
}

/** What is asked of a bearer was compiled within norms, and a Circuit does not tell for whom. */
function speaksOfBearer(
  index: RulebookIndex,
  extra: readonly { readonly expression: Expression }[],
): boolean {
  const dependences = new Dependences(index);
  return extra.some(({ expression }) => dependences.ofExpression(expression).bearer);
}

/** Everything is compiled for the first incident; the others are copies of it. */
const FIRST = 0;

class Compiler {
  readonly #index: RulebookIndex;
  readonly #builder: CircuitBuilder;
  readonly #dependences: Dependences;
  readonly #geography: Geography;
  readonly #memo = new Map<string, NodeId>();
  readonly #choices: Choice[];
  readonly #prevailing = new Map<string, Norm[]>();

  /** Goes on from a Circuit that was made of the same Rulebook, if one is given. */
  constructor(index: RulebookIndex, made?: Circuit) {
    this.#index = index;
    this.#builder = new CircuitBuilder(made);
    this.#choices = [...(made?.choices ?? [])];
    this.#dependences = new Dependences(index);
    this.#geography = new Geography(index.rulebook.places);
    for (const norm of index.rulebook.norms) {
      for (const defeated of norm.prevails) {
        this.#prevailing.set(defeated, [...(this.#prevailing.get(defeated) ?? []), norm]);
      }
    }
  }

  compile(furtherExpressions: NonNullable<CompileOptions['extra']>): Circuit {
    const { rulebook } = this.#index;
    const perIncident: string[] = [];
    const instruments = new Map(rulebook.instruments.map((item) => [item.id, this.#inForce(item.id)]));
    const terms = new Map<string, readonly NodeId[]>();
    for (const term of rulebook.terms) {
      const dependence = this.#dependences.ofTerm(term.id);
      // A term asked of a bearer has no value of its own: it is reached through the norms that use it.
      if (dependence.bearer) continue;
      if (dependence.incident) perIncident.push(`term ${term.id}`);
      terms.set(term.id, [this.#term(term.id, frameFor(dependence))]);
    }
    const findings = rulebook.norms.flatMap((norm) => this.#findings(norm));
    const amounts = rulebook.amounts.map((amount) => this.#amount(amount.id));
    const constraints = new Map(
      rulebook.constraints.map((item) => {
        const dependence = this.#dependences.ofExpression(item.always);
        if (dependence.incident) perIncident.push(`constraint ${item.id}`);
        return [item.id, [this.#expression(item.always, frameFor(dependence))]];
      }),
    );
    const extra = this.#further(furtherExpressions);
    return {
      nodes: this.#builder.nodes,
      atoms: this.#builder.atoms,
      choices: this.#choices,
      findings,
      terms,
      instruments,
      amounts,
      constraints,
      perIncident,
      extra,
      incidents: 1,
    };
  }

  /** The Circuit with further expressions, as {@link compile} would make it, none of them asked of a bearer. */
  extend(made: Circuit, furtherExpressions: NonNullable<CompileOptions['extra']>): Circuit {
    const { incident } = frameFor({ incident: true });
    for (const [id, nodes] of made.terms)
      this.#memo.set(
        `term ${id} ${this.#dependences.ofTerm(id).incident ? incident : ''} `,
        nodes[FIRST] as NodeId,
      );
    for (const [id, node] of made.instruments) this.#memo.set(`in-force ${id}`, node);
    for (const finding of made.findings)
      this.#memo.set(`norm ${finding.norm} ${finding.bearer} ${finding.incident ?? ''}`, finding.node);
    made.nodes.forEach((node, id) => {
      if (node.kind !== 'named' || node.origin.kind !== 'relation') return;
      const { fact, relation, party } = node.origin;
      this.#memo.set(`relation ${fact} ${node.origin.incident ?? ''} ${relation} ${party}`, id);
    });
    const extra = this.#further(furtherExpressions);
    return {
      ...made,
      nodes: this.#builder.nodes,
      atoms: this.#builder.atoms,
      choices: this.#choices,
      extra,
    };
  }

  #further(expressions: NonNullable<CompileOptions['extra']>): NodeId[] {
    return expressions.map(({ expression, bearer }) =>
      this.#expression(expression, {
        incident: FIRST,
        bearer: bearer === undefined ? undefined : this.#actor(bearer),
      }),
    );
  }

  #findings(norm: Norm): FindingRoot[] {
    const frame = frameFor(this.#dependences.ofNorm(norm));
    return norm.bearers.map((bearer) => ({
      norm: norm.id,
      bearer: bearer.id,
      incident: frame.incident,
      node: this.#norm(norm, bearer, frame),
    }));
  }

  #amount(id: string): AmountRoot {
    const amount = this.#index.amount(id);
    const frame = frameFor({
      incident: this.#dependences.ofAmount(amount).incident,
    });
    return {
      amount: id,
      incident: frame.incident,
      guards: amount.pieces.map((piece) =>
        this.#builder.and([
          ...(amount.instrument === undefined ? [] : [this.#inForce(amount.instrument)]),
          this.#period(piece.period),
          ...(amount.territory ? [this.#expression(amount.territory, frame)] : []),
          ...(piece.when === undefined ? [] : [this.#expression(piece.when, frame)]),
        ]),
      ),
    };
  }

  #norm(norm: Norm, bearer: Bearer, frame: Frame): NodeId {
    const dependence = this.#dependences.ofNorm(norm);
    const own: Frame = {
      incident: dependence.incident ? frame.incident : undefined,
      bearer: this.#actor(bearer.id),
    };
    return this.#once(`norm ${norm.id} ${bearer.id} ${own.incident ?? ''}`, () => {
      const builder = this.#builder;
      const parts = [this.#inForce(norm.instrument)];
      const period = this.#period(norm.period);
      if (period !== CircuitBuilder.true)
        parts.push(builder.named(period, { kind: 'period', norm: norm.id }));
      const membership = this.#period(bearer.period);
      if (membership !== CircuitBuilder.true) {
        parts.push(builder.named(membership, { kind: 'membership', norm: norm.id, bearer: bearer.id }));
      }
      if (norm.standing) {
        parts.push(
          builder.named(this.#definition(`norm:${norm.id}`, norm.standing, own), {
            kind: 'standing',
            norm: norm.id,
          }),
        );
      }
      for (const condition of [norm.territory, norm.condition]) {
        if (!condition) continue;
        parts.push(builder.named(this.#expression(condition, own), { kind: 'condition', norm: norm.id }));
      }
      norm.exceptions.forEach((exception, index) => {
        const node = builder.named(this.#expression(exception.when, own), {
          kind: 'exception',
          norm: norm.id,
          index,
        });
        parts.push(builder.not(node));
      });
      for (const other of this.#prevailing.get(norm.id) ?? []) {
        const otherBearer = other.bearers.find((candidate) => candidate.id === bearer.id);
        if (!otherBearer || !defeats(other, norm)) continue;
        const node = builder.named(this.#norm(other, otherBearer, frame), {
          kind: 'precedence',
          norm: norm.id,
          by: other.id,
        });
        parts.push(builder.not(node));
      }
      return builder.named(builder.and(parts), { kind: 'norm', norm: norm.id, bearer: bearer.id });
    });
  }

  #inForce(id: string): NodeId {
    return this.#once(`in-force ${id}`, () => {
      const instrument = this.#index.instrument(id);
      const builder = this.#builder;
      const parts = [this.#period(instrument.period)];
      if (instrument.known !== undefined)
        parts.push(builder.atom({ kind: 'known', at: toDay(instrument.known) }));
      if (instrument.ends) parts.push(builder.not(this.#expression(instrument.ends, {})));
      if (instrument.standing) parts.push(this.#definition(`instrument:${id}`, instrument.standing, {}));
      return builder.named(builder.and(parts), { kind: 'in-force', instrument: id });
    });
  }

  #term(id: string, frame: Frame): NodeId {
    const dependence = this.#dependences.ofTerm(id);
    const own: Frame = {
      incident: dependence.incident ? frame.incident : undefined,
      bearer: dependence.bearer ? frame.bearer : undefined,
    };
    return this.#once(`term ${id} ${own.incident ?? ''} ${own.bearer?.id ?? ''}`, () =>
      this.#builder.named(this.#definition(`term:${id}`, this.#index.term(id).definition, own), {
        kind: 'term',
        term: id,
      }),
    );
  }

  /** One meaning, or a choice among the readings that are held on the date and known. */
  #definition(key: string, definition: Definition, frame: Frame): NodeId {
    if (definition.meaning) return this.#expression(definition.meaning, frame);
    return this.#choice(
      key,
      definition.readings.map((reading, index) => ({
        holder: reading.holder,
        reading: index,
        valid: this.#builder.and([
          this.#period(reading.period),
          ...(reading.known === undefined
            ? []
            : [this.#builder.atom({ kind: 'known', at: toDay(reading.known) })]),
        ]),
        meaning: this.#expression(reading.meaning, frame),
      })),
      frame.incident,
    );
  }

  /**
   * The value of a choice: that of the reading adopted; or, whichever is adopted, that on which all readings
   * held on the date agree; where none is held, or none by the view asked for, it stays unknown.
   */
  #choice(
    key: string,
    readings: readonly Omit<ChoiceOption, 'selected'>[],
    incident: number | undefined,
  ): NodeId {
    const builder = this.#builder;
    const options = readings.map((reading) => ({
      ...reading,
      selected: builder.atomId({ kind: 'reading', choice: key, holder: reading.holder }),
    }));
    const adopted = options.map((option) =>
      builder.and([
        option.valid,
        builder.atom({ kind: 'reading', choice: key, holder: option.holder }),
        option.meaning,
      ]),
    );
    const someValid = builder.or(options.map((option) => option.valid));
    const held = builder.atom({ kind: 'held', choice: key });
    const agreed = builder.and([
      held,
      someValid,
      ...options.map((option) => builder.or([builder.not(option.valid), option.meaning])),
    ]);
    const unread = builder.and([
      builder.not(builder.and([held, someValid])),
      builder.atom({ kind: 'unread', choice: key }),
    ]);
    const index = this.#choices.length;
    this.#choices.push({ key, ...(incident === undefined ? {} : { incident }), options });
    return builder.named(builder.or([...adopted, agreed, unread]), { kind: 'choice', choice: key, index });
  }

  #expression(expression: Expression, frame: Frame): NodeId {
    const builder = this.#builder;
    switch (expression.kind) {
      case 'constant':
        return builder.constant(expression.value);
      case 'not':
        return builder.not(this.#expression(expression.of, frame));
      case 'and':
      case 'or': {
        const parts = expression.of.map((part) => this.#expression(part, frame));
        return expression.kind === 'and' ? builder.and(parts) : builder.or(parts);
      }
      case 'term':
        return this.#term(expression.term, frame);
      case 'in-force':
        return this.#inForce(expression.instrument);
      case 'date':
        return builder.atom({ kind: 'date', at: toDay(expression.at) });
      case 'bearer':
        return builder.constant(expression.values.includes(this.#bearer(frame).party));
      case 'fact':
        return this.#fact(expression.fact, expression.organ, frame);
      case 'value': {
        const values = expression.bearer ? [this.#bearer(frame).party] : [...expression.values].sort();
        return this.#valueIn(expression.fact, values, frame);
      }
      case 'place':
        return this.#place(expression.fact, expression.places, frame);
      case 'relation':
        return this.#relation(expression.fact, expression.relation, expression.party, frame);
      case 'member':
        return this.#member(expression.fact, expression.instrument, frame);
      case 'threshold': {
        const fact = this.#index.fact(expression.fact);
        const at = fact.type === 'date' ? String(toDay(expression.at)) : expression.at;
        return builder.atom({
          kind: 'threshold',
          fact: fact.id,
          incident: this.#incidentOf(fact, frame),
          at,
        });
      }
      case 'elapsed': {
        const fact = this.#index.fact(expression.fact);
        return builder.atom({
          kind: 'elapsed',
          fact: fact.id,
          incident: this.#incidentOf(fact, frame),
          duration: expression.duration,
        });
      }
      case 'applies':
        return this.#applies(expression.norm, expression.bearer, frame);
      case 'some-incident':
        return builder.named(this.#expression(expression.of, { ...frame, incident: FIRST }), {
          kind: 'some-incident',
        });
    }
  }

  #fact(id: string, organ: ActorReference | undefined, frame: Frame): NodeId {
    const fact = this.#index.fact(id);
    let by: string | undefined;
    if (fact.kind === 'determination') {
      if (organ?.kind === 'organ') by = organ.id;
      else if (organ) {
        const party = this.#partyOf(organ, frame);
        by = fact.organs.find((candidate) => this.#index.organ(candidate).party === party);
        // A bearer with no organ of its own to determine the fact: nobody can find it for that bearer.
        if (by === undefined) return this.#builder.constant(false);
      } else by = fact.organs[0];
    }
    return this.#builder.atom({ kind: 'fact', fact: id, incident: this.#incidentOf(fact, frame), organ: by });
  }

  #valueIn(id: string, values: readonly string[], frame: Frame): NodeId {
    if (values.length === 0) return CircuitBuilder.false;
    const fact = this.#index.fact(id);
    return this.#builder.atom({ kind: 'value', fact: id, incident: this.#incidentOf(fact, frame), values });
  }

  #place(id: string, places: readonly string[], frame: Frame): NodeId {
    const fact = this.#index.fact(id);
    const node = this.#builder.or(
      this.#geography
        .covered(places)
        .map((stretch) =>
          this.#builder.and([this.#stretch(stretch), this.#valueIn(id, stretch.leaves, frame)]),
        ),
    );
    return this.#builder.named(node, {
      kind: 'place',
      fact: id,
      incident: this.#incidentOf(fact, frame),
      places,
    });
  }

  #relation(id: string, relation: Relation, actor: ActorReference, frame: Frame): NodeId {
    const builder = this.#builder;
    const party = this.#partyOf(actor, frame);
    const fact = this.#index.fact(id);
    const incident = this.#incidentOf(fact, frame);
    return this.#once(`relation ${id} ${incident ?? ''} ${relation} ${party}`, () => {
      const parts = this.#geography.relations(relation).map((stretch) => {
        const agreed: string[] = [];
        const contested: NodeId[] = [];
        for (const [leaf, entries] of stretch.value) {
          if (entries.every((entry) => entry.holder === undefined)) {
            if (entries.some((entry) => entry.party === party)) agreed.push(leaf);
            continue;
          }
          const places = [...new Set(entries.map((entry) => entry.place))].sort();
          const holders = [
            ...new Set(entries.flatMap((entry) => (entry.holder === undefined ? [] : [entry.holder]))),
          ];
          const everybody = entries.filter((entry) => entry.holder === undefined);
          const options = holders.map((holder) => {
            const own = entries.filter((entry) => entry.holder === holder);
            return {
              holder,
              reading: own[0]?.index ?? 0,
              place: own[0]?.place ?? leaf,
              valid: this.#stretch(stretch),
              meaning: builder.constant([...own, ...everybody].some((entry) => entry.party === party)),
            };
          });
          contested.push(
            builder.and([
              this.#valueIn(id, [leaf], frame),
              this.#choice(`relation:${places.join('+')}/${relation}`, options, incident),
            ]),
          );
        }
        return builder.and([
          this.#stretch(stretch),
          builder.or([this.#valueIn(id, agreed.sort(), frame), ...contested]),
        ]);
      });
      return builder.named(builder.or(parts), { kind: 'relation', fact: id, incident, relation, party });
    });
  }

  #member(id: string | undefined, instrumentId: string, frame: Frame): NodeId {
    const builder = this.#builder;
    const parts = this.#index
      .instrument(instrumentId)
      .parties.map(({ party, period }) =>
        builder.and([
          this.#period(period),
          id === undefined
            ? builder.constant(this.#bearer(frame).party === party)
            : this.#valueIn(id, [party], frame),
        ]),
      );
    return builder.named(builder.or(parts), { kind: 'member', instrument: instrumentId });
  }

  #applies(id: string, bearer: ActorReference | undefined, frame: Frame): NodeId {
    const norm = this.#index.norm(id);
    const bearers =
      bearer === undefined
        ? norm.bearers
        : norm.bearers.filter((candidate) =>
            bearer.kind === 'bearer'
              ? this.#actor(candidate.id).party === this.#bearer(frame).party
              : candidate.id === bearer.id,
          );
    return this.#builder.or(bearers.map((candidate) => this.#norm(norm, candidate, frame)));
  }

  #period(period: Period): NodeId {
    return this.#stretch({
      from: period.from === undefined ? undefined : toDay(period.from),
      until: period.until === undefined ? undefined : toDay(period.until),
    });
  }

  #stretch({ from, until }: Stretch): NodeId {
    const builder = this.#builder;
    return builder.and([
      ...(from === undefined ? [] : [builder.atom({ kind: 'date', at: from })]),
      ...(until === undefined ? [] : [builder.not(builder.atom({ kind: 'date', at: until }))]),
    ]);
  }

  #incidentOf(fact: Fact, frame: Frame): number | undefined {
    if (fact.scope === 'situation') return undefined;
    if (frame.incident === undefined) {
      throw new RangeError(`the fact "${fact.id}" is asked of an incident, and none is meant here`);
    }
    return frame.incident;
  }

  #actor(id: string): NonNullable<Frame['bearer']> {
    const party = this.#index.partyOf(id);
    return { id, party, kind: party === id ? 'party' : 'organ' };
  }

  #bearer(frame: Frame): NonNullable<Frame['bearer']> {
    if (!frame.bearer) throw new RangeError('"bearer" has a meaning only within a norm');
    return frame.bearer;
  }

  #partyOf(actor: ActorReference, frame: Frame): string {
    if (actor.kind === 'bearer') return this.#bearer(frame).party;
    const id = actor.id as string;
    return actor.kind === 'party' ? id : this.#index.organ(id).party;
  }

  #once(key: string, compute: () => NodeId): NodeId {
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    const node = compute();
    this.#memo.set(key, node);
    return node;
  }
}
