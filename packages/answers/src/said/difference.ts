/** What changed, grouped by what made the change: the norms, the situations, one example each. */
import type { Difference, Language, Rulebook } from '@anpo/engine';
import type { Cause, DifferentSituations, NormDifference } from '@anpo/engine/reasoning';
import { homeParties, type Norm } from '@anpo/engine/rulebook';
import { actorLabel, instrumentLabel, ruleClause } from '@anpo/engine/wording';
import type { Answer } from '../answer/answer.ts';
import { AnswerWriter } from '../answer/writer.ts';
import { QuestionWords } from '../parts/question-words.ts';
import type { NamedSide } from '../questions/sides.ts';
import { type Speaker, speakerFor } from '../speaker.ts';

/** Norms that changed alike, for bearers that are bound alike. */
interface Block {
  readonly kind: NormDifference['kind'];
  readonly gained: DifferentSituations | undefined;
  readonly lost: DifferentSituations | undefined;
  readonly rules: readonly { readonly change: NormDifference; readonly bearers: readonly string[] }[];
}

interface Group {
  readonly heading: string;
  readonly causes: readonly Cause[];
  readonly changes: readonly NormDifference[];
  /** The first day on which something of it turned. */
  readonly day: string;
  readonly rank: number;
}

const kindOrder = ['new', 'wider', 'moved', 'narrower', 'gone', 'not-decided'] as const;

export function sayDifference(
  difference: Difference,
  sides: readonly [NamedSide, NamedSide],
  full: boolean,
  language: Language,
): Answer {
  return new DifferenceAnswer(difference, sides, full, language).answer();
}

class DifferenceAnswer {
  readonly #difference: Difference;
  readonly #sides: readonly [NamedSide, NamedSide];
  readonly #full: boolean;
  /** Speaks of the later side where nothing says which. */
  readonly #speaker: Speaker;
  readonly #write = new AnswerWriter();
  readonly #words: readonly [QuestionWords, QuestionWords];

  constructor(
    difference: Difference,
    sides: readonly [NamedSide, NamedSide],
    full: boolean,
    language: Language,
  ) {
    this.#difference = difference;
    this.#sides = sides;
    this.#full = full;
    this.#speaker = speakerFor(sides[1].side.rulebook, language);
    const words = ({ side }: NamedSide): QuestionWords =>
      new QuestionWords(speakerFor(side.rulebook, language), side.on);
    this.#words = [words(sides[0]), words(sides[1])];
  }

  answer(): Answer {
    const { words, language } = this.#speaker;
    const { norms } = this.#difference;
    const write = this.#write;
    write.chapter(words.reasoning.diffTitle(this.#sides[0].text, this.#sides[1].text));
    this.#writeHeader();
    this.#writeNotEncoded();
    if (norms.length === 0) {
      write.apart();
      write.text(words.reasoning.nothingChanged);
    }
    const near = this.#full ? norms : norms.filter((change) => !this.#isElsewhere(change));
    for (const group of this.#groups(near)) this.#writeGroup(group);
    const far = norms.filter((change) => !near.includes(change));
    if (far.length > 0) this.#writeElsewhere(far);
    write.apart();
    if (!this.#full) write.text(words.reasoning.exampleNote, { tone: 'faint' });
    write.text(words.reasoning.weighting, { tone: 'faint' });
    write.text(words.notAdvice, { tone: 'faint' });
    return write.answer('diff', language);
  }

  #writeHeader(): void {
    const { words } = this.#speaker;
    const { reasoning } = words;
    const { norms, unchanged, identical, assumed } = this.#difference;
    const counts = kindOrder.flatMap((kind) => {
      const number = norms.filter((change) => change.kind === kind).length;
      return number === 0 ? [] : [reasoning.kindCount(reasoning.changeKinds[kind] as string, number)];
    });
    const counted = counts.length === 0 ? '' : words.inBrackets(words.list(counts));
    this.#write.rows([
      { label: reasoning.from, text: this.#sideText(this.#sides[0]) },
      { label: reasoning.to, text: this.#sideText(this.#sides[1]) },
      {
        label: reasoning.changed,
        text: `${reasoning.changedCounts(norms.length, unchanged, identical)}${counted}`,
      },
      ...(assumed.length === 0
        ? []
        : [{ label: words.assumed, text: reasoning.assumedFacts(assumed.length) }]),
    ]);
  }

  #sideText({ side, view, text, kind }: NamedSide): string {
    const { words, language } = this.#speaker;
    const { sideKinds } = words.reasoning;
    const found = [...side.rulebook.views, ...side.rulebook.holders].find(({ id }) => id === view);
    const viewWords = found ? sideKinds.view(found.label[language]) : words.allViews;
    const parts = [
      ...(kind === 'directory' ? [sideKinds.library(text)] : []),
      ...(kind === 'revision' ? [sideKinds.revision(text)] : []),
      sideKinds.date(side.on),
      viewWords,
      ...(side.known === undefined ? [] : [words.knownOnly(side.known)]),
    ];
    return words.semicolons(parts);
  }

  #writeGroup({ heading, causes, changes }: Group): void {
    const { words } = this.#speaker;
    const write = this.#write;
    write.apart();
    write.chapter(heading);
    const said = new Set<string>();
    const rules = causes.filter(({ kind }) => kind === 'rule-changed').map(({ id }) => id);
    const lines = new Set(
      causes.filter(({ kind }) => kind !== 'rule-changed').map((cause) => this.#causeText(cause)),
    );
    // Rules by name alone: each is said once, not with every norm that it bears on.
    if (rules.length > 0) lines.add(words.reasoning.causes.ruleChanged(words.list([...new Set(rules)])));
    for (const rule of rules) said.add(words.reasoning.causes.ruleChanged(rule));
    for (const line of lines) write.text(line, { marker: 'bullet' });
    for (const line of lines) said.add(line);
    for (const block of this.#blocks(changes)) this.#writeBlock(block, said);
  }

  #writeBlock(block: Block, said: ReadonlySet<string>): void {
    const { reasoning } = this.#speaker.words;
    const write = this.#write;
    write.apart();
    const label = reasoning.changeKinds[block.kind] as string;
    const tone = kindTones[block.kind];
    block.rules.forEach((rule, index) => {
      write.text(this.#ruleText(rule.change, rule.bearers), {
        depth: 1,
        marker: { label, badge: true, tone, ...(index === 0 ? {} : { repeated: true }) },
      });
    });
    this.#writeSituations(block.gained, reasoning.gainedOnly, 1);
    this.#writeSituations(block.lost, reasoning.lostOnly, 0);
    if (block.kind === 'not-decided') write.text(reasoning.notDecided, { depth: 2 });
    const others = new Set(
      block.rules.flatMap(({ change }) => change.causes.map((cause) => this.#causeText(cause))),
    );
    for (const text of others) if (!said.has(text)) write.text(text, { depth: 2, tone: 'faint' });
  }

  #writeSituations(situations: DifferentSituations | undefined, label: string, side: 0 | 1): void {
    if (!situations) return;
    const { words } = this.#speaker;
    const { description, example } = situations;
    const depth = 2;
    if (!description) this.#write.text(words.labelled(label, words.reasoning.notDescribed), { depth });
    else {
      this.#words[side].writeDescription(label, description, depth, this.#write);
      const only = description.anyOf[0];
      if (description.anyOf.length === 1 && only?.allOf.length === 0 && !description.except) return;
    }
    if (example) {
      const text = this.#words[side].example(example, { full: this.#full, of: description });
      const options = { depth, hang: depth + 1, tone: 'faint' } as const;
      this.#write.text(words.labelled(words.reasoning.example, text), options);
    }
  }

  #ruleText({ before, after, succession }: NormDifference, bearers: readonly string[]): string {
    const { words, language } = this.#speaker;
    const scene = after !== undefined && this.#norm(after, 1) ? 1 : 0;
    const id = (scene === 1 ? after : before) as string;
    const rulebook = this.#sides[scene].side.rulebook;
    const norm = this.#norm(id, scene);
    if (!norm) return id;
    const [first = '', ...rest] = bearers;
    const provision = rulebook.provisions.find((each) => each.id === norm.provision);
    const label = provision?.label?.[language] ?? provision?.name ?? norm.provision;
    const where = words.provisionOf(instrumentLabel(rulebook, norm.instrument)[language], label);
    const likewise =
      rest.length === 0
        ? ''
        : words.inBrackets(
            words.reasoning.likewise(words.list(rest.map((each) => actorLabel(rulebook, each)[language]))),
          );
    const text = `${ruleClause(rulebook, norm, first)[language]}${likewise} ${words.dash(where)} [${id}]`;
    if (succession === undefined || before === undefined) return text;
    const old = this.#norm(before, 0);
    const oldText = old ? ruleClause(this.#sides[0].side.rulebook, old, first)[language] : before;
    return `${text}${words.after(words.reasoning.succeeds[succession](`${oldText} [${before}]`))}`;
  }

  #norm(id: string, scene: 0 | 1): Norm | undefined {
    return this.#sides[scene].side.rulebook.norms.find((norm) => norm.id === id);
  }

  /** The norm as it stands on the side where it is. */
  #normOf({ before, after }: NormDifference): { norm: Norm; rulebook: Rulebook } {
    const norm = (after === undefined ? undefined : this.#norm(after, 1)) ?? this.#norm(before ?? '', 0);
    const scene = after !== undefined && this.#norm(after, 1) ? 1 : 0;
    return { norm: norm as Norm, rulebook: this.#sides[scene].side.rulebook };
  }

  /** Changes of the same kind in the same situations, norms in the order of the library. */
  #blocks(changes: readonly NormDifference[]): readonly Block[] {
    const situations = (each: DifferentSituations | undefined): string =>
      each === undefined ? '' : each.description ? JSON.stringify(each.description.anyOf) : 'undescribed';
    const alike = Map.groupBy(
      changes,
      (change) =>
        `${change.kind} ${situations(change.gained)} ${situations(change.lost)} ${change.gained?.description?.except} ${change.lost?.description?.except}`,
    );
    return [...alike.values()]
      .map((members): Block => {
        const first = members[0] as NormDifference;
        const byNorm = Map.groupBy(members, ({ before, after }) => `${before} ${after}`);
        return {
          kind: first.kind,
          gained: first.gained,
          lost: first.lost,
          rules: [...byNorm.values()].map((same) => ({
            change: same[0] as NormDifference,
            bearers: [...new Set(same.map(({ bearer }) => bearer))],
          })),
        };
      })
      .sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind));
  }

  #groups(changes: readonly NormDifference[]): readonly Group[] {
    const byCause = Map.groupBy(changes, (change) => this.#groupKey(change));
    return [...byCause]
      .map(([key, members]): Group => {
        const causes = members
          .flatMap((change) => change.causes)
          .filter((cause) => this.#causeKey(cause, undefined) === key);
        return {
          heading: this.#groupHeading(key, members),
          causes,
          changes: members,
          rank: this.#isTreaty(key) ? 0 : 1,
          day: causes.flatMap(({ dates }) => dates).sort()[0] ?? '9999',
        };
      })
      .sort(
        (a, b) =>
          (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
          a.rank - b.rank ||
          b.changes.length - a.changes.length,
      );
  }

  /** Of what changed on one day, treaties come before what was concluded under them. */
  #isTreaty(key: string): boolean {
    const id = key.replace(/^instrument /, '');
    const { instruments } = this.#sides[1].side.rulebook;
    return instruments.some((each) => each.id === id && each.kind === 'treaty');
  }

  /** Instruments that ended in between and are not wholly encoded: what stood there cannot show as continued. */
  #writeNotEncoded(): void {
    const [from, to] = this.#sides;
    const { rulebook } = from.side;
    const { words, language } = this.#speaker;
    for (const { id, period } of rulebook.instruments) {
      const { until } = period;
      if (until === undefined || until <= from.side.on || until > to.side.on) continue;
      const own = rulebook.provisions.filter(({ instrument }) => instrument === id);
      const open = own.filter(({ status }) => status === 'not-encoded').length;
      if (open === 0) continue;
      const label = instrumentLabel(rulebook, id)[language];
      this.#write.text(words.reasoning.notEncoded(label, open, own.length), { tone: 'faint' });
    }
  }

  /** The instrument that made the change: of several causes the most telling one. */
  #groupKey(change: NormDifference): string {
    const { norm } = this.#normOf(change);
    const keys = change.causes
      .map((cause) => ({ cause, key: this.#causeKey(cause, norm) }))
      .sort((a, b) => rankOf(a.cause, norm) - rankOf(b.cause, norm));
    return keys[0]?.key ?? 'other';
  }

  #causeKey(cause: Cause, norm: Norm | undefined): string {
    if (cause.kind === 'reading' || cause.kind === 'view') return `choice ${cause.id}`;
    if (cause.kind === 'relation' || cause.kind === 'place') return 'places';
    if (cause.kind === 'rule-changed') return 'rules';
    const instrument = cause.instrument ?? norm?.instrument;
    return instrument === undefined ? 'other' : `instrument ${instrument}`;
  }

  #groupHeading(key: string, members: readonly NormDifference[]): string {
    const { words, language } = this.#speaker;
    const { causes } = words.reasoning;
    const [kind, id = ''] = key.split(/ (.*)/s);
    switch (kind) {
      case 'instrument': {
        const known = this.#sides.find(({ side }) =>
          side.rulebook.instruments.some((instrument) => instrument.id === id),
        );
        return known ? instrumentLabel(known.side.rulebook, id)[language] : id;
      }
      case 'choice':
        return words.labelled(causes.readingHeading, this.#words[1].choice(id));
      case 'places':
        return causes.placesHeading;
      case 'rules':
        return causes.ruleChangedHeading;
      default:
        return members.length > 0 ? causes.otherHeading : '';
    }
  }

  #causeText(cause: Cause): string {
    const { words, language } = this.#speaker;
    const { causes } = words.reasoning;
    const { rulebook } = this.#sides[1].side;
    const dates = words.list(cause.dates);
    const sources = cause.sources.flatMap((id) => {
      const source = rulebook.sources.find((each) => each.id === id);
      return source ? [source.title[language]] : [];
    });
    const cited = sources.length === 0 ? '' : ` ${words.dash(words.semicolons(sources))}`;
    const holders = (cause.holders ?? []).map((id) =>
      id === '' ? causes.noHolder : this.#words[1].holder(id),
    );
    switch (cause.kind) {
      case 'in-force': {
        const instrument = rulebook.instruments.find(({ id }) => id === cause.id);
        const label = instrument ? instrumentLabel(rulebook, cause.id)[language] : cause.id;
        const { from, until } = instrument?.period ?? {};
        if (from !== undefined && cause.dates.includes(from)) return causes.inForceFrom(label, from);
        if (until !== undefined && cause.dates.includes(until)) return causes.endedOn(label, until);
        return causes.inForceTurned(label, dates);
      }
      case 'period':
        return causes.rulesFrom(dates);
      case 'membership':
        return causes.bound(dates);
      case 'member':
        return causes.members(dates);
      case 'term': {
        const term = rulebook.terms.find(({ id }) => id === cause.id);
        return causes.term(term?.label[language] ?? cause.id, dates);
      }
      case 'norm':
        return causes.amended(dates);
      case 'reading':
        return `${causes.reading(this.#words[1].choice(cause.id), words.list(holders), dates)}${cited}`;
      case 'view':
        return causes.view(this.#words[1].choice(cause.id), holders[0] ?? '', holders[1] ?? '');
      case 'relation': {
        const places = cause.id.split('+').map((id) => {
          const place = rulebook.places.find((each) => each.id === id);
          return place?.label[language] ?? id;
        });
        return causes.relation(words.list(places), dates);
      }
      case 'place':
        return causes.places(dates);
      case 'rule-changed':
        return causes.ruleChanged(cause.id);
    }
  }

  /** Of other alliances only what the situation of the two countries does not need: in short. */
  #isElsewhere(change: NormDifference): boolean {
    const { norm, rulebook } = this.#normOf(change);
    const { parties = [] } = rulebook.instruments.find(({ id }) => id === norm.instrument) ?? {};
    const names = parties.map(({ party }) => party);
    return (
      names.length > 0 && names.length !== 1 && !homeParties(rulebook).every((party) => names.includes(party))
    );
  }

  #writeElsewhere(changes: readonly NormDifference[]): void {
    const { words, say } = this.#speaker;
    const { reasoning } = words;
    const write = this.#write;
    write.apart();
    write.chapter(reasoning.elsewhereHeading);
    write.text(reasoning.elsewhere, { tone: 'faint' });
    const byInstrument = Map.groupBy(changes, (change) => this.#normOf(change).norm.instrument);
    for (const [instrument, members] of byInstrument) {
      const { rulebook } = this.#normOf(members[0] as NormDifference);
      write.text(say(instrumentLabel(rulebook, instrument)), { depth: 1, tone: 'strong' });
      const lines = new Set(members.flatMap(({ causes }) => causes.map((cause) => this.#causeText(cause))));
      for (const line of lines) write.text(line, { depth: 2, marker: 'bullet' });
      for (const [kind, same] of Map.groupBy(members, (change) => change.kind)) {
        const norms = new Set(same.map(({ before, after }) => after ?? before)).size;
        const bearers = [...new Set(same.map(({ bearer }) => bearer))].map((id) =>
          say(actorLabel(rulebook, id)),
        );
        const who = bearers.length > 6 ? reasoning.partiesCount(bearers.length) : words.list(bearers);
        const text = reasoning.elsewhereLine(reasoning.changeKinds[kind] as string, norms, who);
        write.text(text, { depth: 2, marker: 'bullet' });
      }
    }
  }
}

const kindTones = {
  new: 'holds',
  wider: 'holds',
  moved: 'open',
  narrower: 'fails',
  gone: 'fails',
  'not-decided': 'open',
} as const;

const causeRanks: Readonly<Record<Cause['kind'], number>> = {
  'in-force': 0,
  period: 1,
  membership: 2,
  term: 3,
  norm: 4,
  reading: 5,
  member: 6,
  view: 7,
  relation: 8,
  place: 9,
  'rule-changed': 10,
};

/** The norm's own instrument tells most where several came into force at once. */
const rankOf = (cause: Cause, norm: Norm): number =>
  causeRanks[cause.kind] - (cause.kind === 'in-force' && cause.instrument === norm.instrument ? 1 : 0);
