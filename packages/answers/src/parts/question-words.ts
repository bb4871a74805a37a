/** What the reasoning speaks of, in words: questions, answers, conditions, descriptions, example situations. */
import type { GivenFact, Rulebook } from '@anpo/engine';
import { formatDay, toDay } from '@anpo/engine/calendar';
import { Geography } from '@anpo/engine/circuit';
import type { Question, ValueClass } from '@anpo/engine/diagram';
import type { Condition, Description, ExampleSituation } from '@anpo/engine/reasoning';
import type { Fact } from '@anpo/engine/rulebook';
import { indexRulebook } from '@anpo/engine/rulebook';
import { actorLabel, choiceText, placeLabel, valueLabel, wordings } from '@anpo/engine/wording';
import type { AnswerWriter } from '../answer/writer.ts';
import type { Speaker } from '../speaker.ts';

/** Values of a fact named one by one before "and others" is said. */
const MOST_VALUES = 8;

export class QuestionWords {
  readonly #rulebook: Rulebook;
  readonly #speaker: Speaker;
  readonly #incidents: readonly string[];
  readonly #on: string;
  #geography: Geography | undefined;

  /** `on` is the day on which regions of places are named. */
  constructor(speaker: Speaker, on: string, incidents: readonly string[] = []) {
    this.#rulebook = speaker.rulebook;
    this.#speaker = speaker;
    this.#incidents = incidents;
    this.#on = on;
  }

  question(question: Question): string {
    const { words, language } = this.#speaker;
    if (question.kind !== 'fact') return words.reasoning.readingOf(this.choice(question.choice));
    const fact = this.#fact(question.fact);
    return this.#placed(question, fact?.label[language] ?? question.fact);
  }

  choice(key: string): string {
    return choiceText(this.#rulebook, key)[this.#speaker.language];
  }

  holder(id: string): string {
    return indexRulebook(this.#rulebook).find('holder', id)?.label[this.#speaker.language] ?? id;
  }

  /** One question and the answers that are meant, by what is shorter: those or the others. */
  condition(condition: Condition): string {
    return this.answer(condition.question, condition.in, condition.notIn);
  }

  answer(question: Question, meant: readonly ValueClass[], others: readonly ValueClass[] = []): string {
    const { words, language } = this.#speaker;
    if (question.kind === 'unread') {
      const holds = meant.some((each) => each.kind === 'yes-no' && each.value);
      return words.reasoning.unreadIs(this.choice(question.choice), holds);
    }
    if (question.kind === 'reading') {
      const holders = meant.flatMap((each) =>
        each.kind === 'reading' && each.holder !== undefined ? [this.holder(each.holder)] : [],
      );
      const choice = this.choice(question.choice);
      return holders.length === 0
        ? words.reasoning.noReadingAdopted(choice)
        : words.reasoning.readingAdopted(choice, wordings[language].either(holders));
    }
    const wording = wordings[language];
    const fact = this.#fact(question.fact);
    const label = fact?.label[language] ?? question.fact;
    const first = meant[0];
    if (!fact || first === undefined) return this.#placed(question, label);
    switch (first.kind) {
      case 'yes-no': {
        const text = this.#placed(question, label);
        return first.value ? text : wording.not(text);
      }
      case 'among': {
        const [own, rest] = [valuesOf(meant), valuesOf(others)];
        const negated = rest.length > 0 && rest.length < own.length;
        const values = this.#values(fact, negated ? rest : own);
        const text =
          fact.type === 'place'
            ? wording.liesIn(label, values, negated)
            : wording.valueIs(label, values, negated);
        return this.#placed(question, text);
      }
      case 'range':
        return this.#placed(question, words.list(this.#ranges(fact, label, meant)));
      default:
        return label;
    }
  }

  /** A given fact: label and value. */
  given({ fact: id, incident, organ, value }: GivenFact): string {
    const { words, language } = this.#speaker;
    const fact = this.#fact(id);
    const label = this.#placed({ kind: 'fact', fact: id, incident, organ }, fact?.label[language] ?? id);
    if (value === 'unknown') return words.labelled(label, words.unknownValue);
    if (fact?.type === 'yes-no') return value === 'yes' ? label : wordings[language].not(label);
    return words.labelled(label, fact ? valueLabel(this.#rulebook, fact, value)[language] : value);
  }

  /** A fact at its default. */
  assumed(id: string): string {
    return this.given({ fact: id, value: this.#fact(id)?.default ?? 'unknown', asserted: 'stipulated' });
  }

  /** Says a description after a label: one conjunction at once, several on lines of their own. */
  writeDescription(
    label: string,
    description: Description,
    depth: number,
    write: AnswerWriter,
    most = Number.POSITIVE_INFINITY,
  ): void {
    const { words } = this.#speaker;
    const { reasoning } = words;
    // Where little is said, what a share is would take longer to say than the share is worth.
    const share =
      most === Number.POSITIVE_INFINITY
        ? words.inBrackets(reasoning.shareOfAll(percent(description.share, this.#speaker)))
        : '';
    const { anyOf, except, leftOut } = description;
    const common =
      leftOut === 0 || anyOf.length > most ? commonTo(anyOf.map(({ allOf }) => allOf)) : new Set<string>();
    const isCommon = (each: Condition): boolean => common.has(JSON.stringify(each));
    const said = (conditions: readonly Condition[]): string =>
      conditions.map((each) => this.condition(each)).join(reasoning.and);
    const shared = said((anyOf[0]?.allOf ?? []).filter(isCommon));
    const lines = anyOf.map(({ allOf }) =>
      said(allOf.filter((each) => anyOf.length === 1 || !isCommon(each))),
    );
    const only = lines.length === 1 && leftOut === 0 ? lines[0] : undefined;
    if (only === '') {
      write.text(`${words.labelled(label, reasoning.always)}${share}`, { depth });
      return;
    }
    const head = except ? reasoning.exceptWhere : reasoning.where;
    const hang = depth + 1;
    if (only !== undefined) {
      write.text(`${words.labelled(label, `${head.one}${only}`)}${share}`, { depth, hang });
      return;
    }
    if (lines.length > most) {
      // Some of many cases would seem to be all of them.
      const counted = reasoning.oneOfCases(lines.length + leftOut);
      const text = shared === '' ? counted : `${shared}${reasoning.and}${counted}`;
      write.text(words.labelled(label, `${head.one}${text}`), { depth, hang });
      return;
    }
    const start =
      shared === '' ? head.several : `${head.one}${shared}${reasoning.and}${reasoning.oneOfThese}`;
    write.text(`${words.labelled(label, start)}${share}`, { depth, hang });
    for (const line of lines) write.text(line, { depth: hang, marker: 'bullet' });
    if (leftOut > 0) write.text(reasoning.moreCases(leftOut), { depth: hang, marker: 'bullet' });
  }

  /**
   * One situation. With a description only what it speaks of is said (nothing else makes a difference); without
   * one, every fact that is not "no", or with `full` every fact.
   */
  example(example: ExampleSituation, { full, of }: { full: boolean; of?: Description | undefined }): string {
    const { words } = this.#speaker;
    const { reasoning } = words;
    const spoken =
      of && new Set(of.anyOf.flatMap(({ allOf }) => allOf.map((each) => questionKey(each.question))));
    const isSpoken = (key: string): boolean => full || spoken === undefined || spoken.has(key);
    const shown = example.given.filter(
      (given) => (full || given.value !== 'no') && isSpoken(questionKey({ kind: 'fact', ...given })),
    );
    const rest = spoken === undefined && !full ? example.given.length - shown.length : 0;
    const readings = example.readings
      .filter(({ choice }) => isSpoken(`reading ${choice}`))
      .map(({ choice, holder }) =>
        holder === undefined
          ? reasoning.noReadingAdopted(this.choice(choice))
          : reasoning.readingAdopted(this.choice(choice), this.holder(holder)),
      );
    const unread = example.unread
      .filter(({ choice, value }) => (full || value) && isSpoken(`unread ${choice}`))
      .map(({ choice, value }) => reasoning.unreadIs(this.choice(choice), value));
    const parts = [
      reasoning.onDay(example.on),
      ...shown.map((given) => this.given(given)),
      ...readings,
      ...unread,
      ...(rest > 0 ? [reasoning.otherwiseNo(rest)] : []),
    ];
    return words.semicolons(parts);
  }

  /** With the incident it is about and the organ that finds it. */
  #placed(question: Extract<Question, { kind: 'fact' }>, text: string): string {
    const { language } = this.#speaker;
    const wording = wordings[language];
    const { incident, organ } = question;
    // Where one organ alone decides, the fact's own words say so.
    const several = (this.#fact(question.fact)?.organs.length ?? 0) > 1;
    const found =
      organ === undefined || !several
        ? text
        : wording.foundBy(text, actorLabel(this.#rulebook, organ)[language]);
    const name = incident === undefined ? undefined : this.#incidents[incident];
    return name === undefined ? found : wording.inIncident(found, name);
  }

  /** Leaves of the place register in as few names as say it. */
  places(leaves: readonly string[]): readonly string[] {
    const { words, language } = this.#speaker;
    const named = this.#regions(leaves).map((place) => placeLabel(this.#rulebook, place)[language]);
    const more = named.length - MOST_VALUES;
    return more > 0 ? [...named.slice(0, MOST_VALUES), words.reasoning.others(more)] : named;
  }

  #values(fact: Fact, values: readonly string[]): readonly string[] {
    const { words, language } = this.#speaker;
    const named = fact.type === 'place' ? this.#regions(values) : values;
    const labels = named
      .slice(0, MOST_VALUES)
      .map((value) => valueLabel(this.#rulebook, fact, value)[language]);
    const more = named.length - labels.length;
    return more > 0 ? [...labels, words.reasoning.others(more)] : labels;
  }

  /** Names whole regions where all their parts are meant: the largest first. */
  #regions(values: readonly string[]): readonly string[] {
    this.#geography ??= new Geography(this.#rulebook.places);
    const geography = this.#geography;
    const day = toDay(this.#on);
    const left = new Set(values);
    const regions = this.#rulebook.places
      .map(({ id }) => ({ id, leaves: geography.leavesOf(id, day) }))
      .filter(({ leaves }) => leaves.length > 1 && leaves.every((leaf) => left.has(leaf)))
      .sort((a, b) => b.leaves.length - a.leaves.length);
    const named: string[] = [];
    for (const { id, leaves } of regions) {
      if (!leaves.every((leaf) => left.has(leaf))) continue;
      named.push(id);
      for (const leaf of leaves) left.delete(leaf);
    }
    return [...named, ...left];
  }

  /** Stretches of a number or date, neighbours joined. */
  #ranges(fact: Fact, label: string, meant: readonly ValueClass[]): readonly string[] {
    const { words, language } = this.#speaker;
    const wording = wordings[language];
    const stretches: { from?: string | undefined; until?: string | undefined }[] = [];
    for (const each of meant) {
      if (each.kind !== 'range') continue;
      const last = stretches.at(-1);
      if (last && last.until === each.from) last.until = each.until;
      else stretches.push({ from: each.from, until: each.until });
    }
    const say = (value: string, negated: boolean): string =>
      fact.type === 'date'
        ? wording.labelFrom(label, formatDay(Number(value)), negated)
        : wording.atLeast(label, fact.unit === undefined ? value : `${value} ${fact.unit}`, negated);
    return stretches.map(({ from, until }) => {
      const bounds = [
        ...(from === undefined || from === fact.minimum ? [] : [say(from, false)]),
        ...(until === undefined ? [] : [say(until, true)]),
      ];
      return bounds.length === 0 ? words.reasoning.anyValue(label) : bounds.join(words.reasoning.and);
    });
  }

  #fact(id: string): Fact | undefined {
    return indexRulebook(this.#rulebook).find('fact', id);
  }
}

/** The conditions that stand in every conjunction, as text. */
function commonTo(conjunctions: readonly (readonly Condition[])[]): ReadonlySet<string> {
  if (conjunctions.length < 2) return new Set();
  const sets = conjunctions.map((each) => new Set(each.map((condition) => JSON.stringify(condition))));
  const [first = new Set<string>(), ...rest] = sets;
  return new Set([...first].filter((text) => rest.every((set) => set.has(text))));
}

function questionKey(question: Question): string {
  if (question.kind !== 'fact') return `${question.kind} ${question.choice}`;
  return `fact ${question.fact} ${question.incident ?? ''} ${question.organ ?? ''}`;
}

const valuesOf = (classes: readonly ValueClass[]): readonly string[] =>
  classes.flatMap((each) => (each.kind === 'among' ? each.values : []));

/** A part of all situations; never 0 or 100 % where it is neither. */
export function percent(share: number, { language }: Speaker): string {
  const format = (value: number, digits: number): string =>
    `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)} %`;
  if (share <= 0 || share >= 1) return format(share * 100, 0);
  if (share < 0.0001) return `< ${format(0.01, 2)}`;
  if (share > 0.9999) return `> ${format(99.99, 2)}`;
  return format(share * 100, share < 0.1 ? 2 : 1);
}
