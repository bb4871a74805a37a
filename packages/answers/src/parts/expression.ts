/** A condition of the Rulebook in words, as `show` prints it. */
import type { Rulebook, Text } from '@anpo/engine';
import type { ActorReference, Expression } from '@anpo/engine/rulebook';
import { indexRulebook } from '@anpo/engine/rulebook';
import { actorLabel, instrumentLabel, placeLabel, valueLabel, wordings } from '@anpo/engine/wording';
import type { Speaker } from '../speaker.ts';

/** Terms and facts stand with their names, so that a reader can `show` them next, unless they shall not be `named`. */
export function expressionWords(expression: Expression, speaker: Speaker, named = true): string {
  return new ExpressionWriter(speaker, named).write(expression);
}

class ExpressionWriter {
  readonly #rulebook: Rulebook;
  readonly #speaker: Speaker;
  readonly #withNames: boolean;

  constructor(speaker: Speaker, withNames: boolean) {
    this.#withNames = withNames;
    this.#rulebook = speaker.rulebook;
    this.#speaker = speaker;
  }

  write(expression: Expression, negated = false): string {
    const { words, language } = this.#speaker;
    const wording = wordings[language];
    const say = (text: Text): string => text[language];
    switch (expression.kind) {
      case 'constant':
        return wording.constant(expression.value !== negated);
      case 'not':
        return negated ? this.write(expression.of) : this.#negation(expression.of);
      case 'and':
        return expression.of.map((part) => this.#part(part)).join(words.and);
      case 'or':
        return expression.of.map((part) => this.#part(part)).join(words.or);
      case 'fact': {
        const name = this.#named('facts', expression.fact);
        return expression.organ ? wording.foundBy(name, this.#actor(expression.organ)) : name;
      }
      case 'term':
        return this.#named('terms', expression.term);
      case 'value': {
        const fact = indexRulebook(this.#rulebook).find('fact', expression.fact);
        const values = expression.values.map((value) =>
          fact ? say(valueLabel(this.#rulebook, fact, value)) : value,
        );
        if (expression.bearer) values.push(words.bearer);
        return wording.valueIs(this.#named('facts', expression.fact), values, negated);
      }
      case 'place': {
        const places = expression.places.map((place) => say(placeLabel(this.#rulebook, place)));
        return wording.liesIn(this.#named('facts', expression.fact), places, negated);
      }
      case 'relation': {
        const party = this.#actor(expression.party);
        return wording.related(this.#named('facts', expression.fact), expression.relation, party, negated);
      }
      case 'member': {
        const party = expression.fact === undefined ? undefined : this.#named('facts', expression.fact);
        return wording.partyTo(party, this.#instrument(expression.instrument), negated);
      }
      case 'threshold':
        return wording.atLeast(this.#named('facts', expression.fact), expression.at, negated);
      case 'date':
        return wording.dateFrom(expression.at, negated);
      case 'elapsed':
        return wording.elapsed(expression.duration, this.#named('facts', expression.fact), negated);
      case 'in-force':
        return wording.inForce(this.#instrument(expression.instrument), { kind: 'in-force' }, negated);
      case 'applies': {
        const norm = indexRulebook(this.#rulebook).find('norm', expression.norm);
        const act = indexRulebook(this.#rulebook).find('act', norm?.act);
        if (!this.#withNames) {
          const whose = expression.bearer?.id === undefined ? '' : `@${expression.bearer.id}`;
          return words.reasoning.ruleApplies(`${expression.norm}${whose}`);
        }
        const name = `${act ? say(act.label) : expression.norm} [${expression.norm}]`;
        return words.normApplies(name, expression.bearer ? this.#actor(expression.bearer) : undefined);
      }
      case 'some-incident':
        return wording.nested(wording.someIncident(negated), this.write(expression.of));
      case 'bearer': {
        const parties = expression.values.map((party) => say(actorLabel(this.#rulebook, party)));
        return wording.valueIs(words.bearer, parties, negated);
      }
    }
  }

  #negation(of: Expression): string {
    const compound = of.kind === 'and' || of.kind === 'or';
    const named = of.kind === 'fact' || of.kind === 'term' || of.kind === 'applies';
    if (compound) return wordings[this.#speaker.language].not(`(${this.write(of)})`);
    return named ? wordings[this.#speaker.language].not(this.write(of)) : this.write(of, true);
  }

  #part(part: Expression): string {
    return part.kind === 'and' || part.kind === 'or' ? `(${this.write(part)})` : this.write(part);
  }

  #named(collection: 'facts' | 'terms', id: string): string {
    const item = (this.#rulebook[collection] as readonly { id: string; label: Text }[]).find(
      (candidate) => candidate.id === id,
    );
    return item ? this.#withName(item.label[this.#speaker.language], id) : id;
  }

  #withName(label: string, id: string): string {
    return this.#withNames ? `${label} [${id}]` : label;
  }

  #actor(actor: ActorReference): string {
    if (actor.kind === 'bearer' || actor.id === undefined) return this.#speaker.words.bearer;
    return actorLabel(this.#rulebook, actor.id)[this.#speaker.language];
  }

  #instrument(id: string): string {
    return this.#withName(instrumentLabel(this.#rulebook, id)[this.#speaker.language], id);
  }
}
