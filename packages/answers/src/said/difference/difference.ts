/** What changed, grouped by what made the change: the norms, the situations, one example each. */
import type { Difference, Language } from '@anpo/engine';
import type { Description, DifferentSituations, NormDifference, Shift } from '@anpo/engine/reasoning';
import { type Expression, indexRulebook } from '@anpo/engine/rulebook';
import { actorLabel, instrumentLabel, ruleClause } from '@anpo/engine/wording';
import type { Answer } from '../../answer/answer.ts';
import { AnswerWriter } from '../../answer/writer.ts';
import { expressionWords } from '../../parts/expression.ts';
import { QuestionWords } from '../../parts/question-words.ts';
import type { NamedSide } from '../../questions/sides.ts';
import { type Speaker, speakerFor } from '../../speaker.ts';
import { CauseWords } from './causes.ts';
import { type Block, type Group, Grouping } from './groups.ts';
import { kindCounts, writeHeader, writeNotEncoded } from './header.ts';

export function sayDifference(
  difference: Difference,
  sides: readonly [NamedSide, NamedSide],
  full: boolean,
  language: Language,
): Answer {
  return new DifferenceAnswer(difference, sides, full, language).answer();
}

/** Norms named and cases described before the rest is counted, unless all is said. */
const MOST_NAMES = 2;
const MOST_CASES = 2;

class DifferenceAnswer {
  readonly #difference: Difference;
  readonly #sides: readonly [NamedSide, NamedSide];
  readonly #full: boolean;
  /** Speaks of the later side where nothing says which. */
  readonly #speaker: Speaker;
  readonly #write = new AnswerWriter();
  readonly #words: readonly [QuestionWords, QuestionWords];
  readonly #grouping: Grouping;
  readonly #causes: CauseWords;
  #saidExample = false;
  #saidShare = false;

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
    this.#grouping = new Grouping(sides);
    this.#causes = new CauseWords(sides, this.#speaker, this.#words[1], full);
  }

  /** Views of one day: nothing was before. */
  get #sameDay(): boolean {
    return this.#sides[0].side.on === this.#sides[1].side.on;
  }

  answer(): Answer {
    const { words, language } = this.#speaker;
    const { norms } = this.#difference;
    const write = this.#write;
    write.chapter(words.reasoning.diffTitle(this.#sides[0].text, this.#sides[1].text));
    writeHeader(this.#difference, this.#sides, this.#full, write, this.#speaker);
    writeNotEncoded(this.#sides, write, this.#speaker);
    if (norms.length === 0) {
      write.apart();
      write.text(words.reasoning.nothingChanged);
    }
    const near = this.#full ? norms : norms.filter((change) => !this.#grouping.isElsewhere(change));
    for (const group of this.#grouping.groups(near)) this.#writeGroup(group);
    const far = norms.filter((change) => !near.includes(change));
    if (far.length > 0) this.#writeElsewhere(far);
    write.apart();
    if (!this.#full && this.#saidExample) write.text(words.reasoning.exampleNote, { tone: 'faint' });
    if (this.#saidShare) write.text(words.reasoning.weighting, { tone: 'faint' });
    write.text(words.notAdvice, { tone: 'faint' });
    return write.answer('diff', language);
  }

  #writeGroup({ key, causes, changes }: Group): void {
    const { words } = this.#speaker;
    const write = this.#write;
    write.apart();
    const said = new Set<string>();
    const rules = causes.filter(({ kind }) => kind === 'rule-changed').map(({ id }) => id);
    const lines = new Set(
      causes.filter(({ kind }) => kind !== 'rule-changed').map((cause) => this.#causes.text(cause)),
    );
    // Rules by name alone: each is said once, not with every norm that it bears on.
    if (rules.length > 0) lines.add(words.reasoning.causes.ruleChanged(words.list([...new Set(rules)])));
    for (const rule of rules) said.add(words.reasoning.causes.ruleChanged(rule));
    const brief = this.#full || lines.size > 1 ? undefined : this.#causes.briefly(key, causes);
    if (brief !== undefined) write.text(brief, { tone: 'strong' });
    else {
      write.chapter(this.#causes.heading(key));
      for (const line of lines) write.text(line, { marker: 'bullet' });
    }
    for (const line of lines) said.add(line);
    const alone = this.#full ? changes : changes.filter(({ through }) => through === undefined);
    this.#writeTerms(changes, key);
    const instrument = key.startsWith('instrument ') ? key.slice('instrument '.length) : undefined;
    for (const block of this.#grouping.blocks(alone)) this.#writeBlock(block, said, instrument);
  }

  /** `instrument` is that of the heading: its name is not said again with every rule. */
  #writeBlock(block: Block, said: ReadonlySet<string>, instrument: string | undefined): void {
    const { reasoning } = this.#speaker.words;
    const write = this.#write;
    const first = block.rules[0]?.change;
    // A rule that is wholly new or gone says in its own words when it applies.
    const own = !this.#full && first?.never !== undefined && first.succession === undefined;
    if (!own) write.apart();
    const label = reasoning.changeKinds[block.kind] as string;
    const tone = kindTones[block.kind];
    block.rules.forEach((rule, index) => {
      write.text(this.#ruleText(rule.change, rule.bearers, own, instrument), {
        depth: 1,
        marker: { label, badge: true, tone, ...(index === 0 ? {} : { repeated: true }) },
      });
    });
    if (!own) {
      this.#writeSituations(
        block.gained,
        this.#sameDay ? reasoning.onlySecond : reasoning.gainedOnly,
        1,
        true,
      );
      this.#writeSituations(block.lost, this.#sameDay ? reasoning.onlyFirst : reasoning.lostOnly, 0, true);
      this.#writeUnread(block);
    }
    if (block.kind === 'not-decided') write.text(reasoning.notDecided, { depth: 2 });
    const others = new Set(
      block.rules.flatMap(({ change }) => change.causes.map((cause) => this.#causes.text(cause))),
    );
    for (const text of others) if (!said.has(text)) write.text(text, { depth: 2, tone: 'faint' });
  }

  /** When a rule applies, in its own words. */
  #ownCondition(change: NormDifference): string {
    const { words } = this.#speaker;
    const { reasoning } = words;
    const { norm, rulebook } = this.#grouping.normOf(change);
    const speaker = speakerFor(rulebook, this.#speaker.language);
    const said = (expression: Expression): string => expressionWords(expression, speaker, false);
    const when = norm.condition === undefined ? '' : reasoning.ownCondition(said(norm.condition));
    const exceptions = norm.exceptions.map((each) => said(each.when));
    return exceptions.length === 0 ? when : `${when}${reasoning.butNot(words.semicolons(exceptions))}`;
  }

  /** Terms that turned, each once, with what changed only through it. */
  #writeTerms(changes: readonly NormDifference[], key: string): void {
    const { words, language } = this.#speaker;
    const { reasoning } = words;
    const write = this.#write;
    const through = Map.groupBy(changes, (change) => change.through);
    const said = new Set<string>();
    for (const term of this.#difference.terms) {
      const members = through.get(term.term);
      const situations = JSON.stringify([term.term, term.gained?.description, term.lost?.description]);
      if (!members || said.has(situations)) continue;
      const isFirst = ![...said].some((each) => each.startsWith(JSON.stringify([term.term]).slice(0, -1)));
      said.add(situations);
      write.apart();
      const found = indexRulebook(this.#sides[1].side.rulebook).find('term', term.term);
      // Where the term's own reading is the cause, that has just named it.
      const named = key === `choice term:${term.term}` ? '' : `${found?.label[language] ?? term.term} `;
      write.text(`${named}[${term.term}]`, {
        depth: 1,
        marker: {
          label: reasoning.changeKinds[term.kind] as string,
          badge: true,
          tone: kindTones[term.kind],
        },
      });
      this.#writeSituations(
        term.gained,
        this.#sameDay ? reasoning.holdsOnSecond : reasoning.holdsNow,
        1,
        false,
      );
      this.#writeSituations(
        term.lost,
        this.#sameDay ? reasoning.holdsOnFirst : reasoning.heldBefore,
        0,
        false,
      );
      this.#writeUnread(term);
      if (term.kind === 'not-decided') write.text(reasoning.notDecided, { depth: 2 });
      // Where these are all that changed, the head has said of which kinds.
      const all = members.length === this.#difference.norms.length;
      const kinds = all ? '' : kindCounts(members, this.#speaker);
      if (isFirst && !this.#full)
        write.text(reasoning.throughTerm(members.length, kinds, this.#names(members)), {
          depth: 2,
          hang: 3,
        });
    }
  }

  /** The first few norms by where they stand. */
  #names(changes: readonly NormDifference[]): string {
    const { words, language } = this.#speaker;
    const norms = new Map(
      changes.map((change) => {
        const { norm, rulebook } = this.#grouping.normOf(change);
        return [norm.id, { norm, rulebook }];
      }),
    );
    const shown = [...norms.values()].slice(0, MOST_NAMES).map(({ norm, rulebook }) => {
      const provision = indexRulebook(rulebook).find('provision', norm.provision);
      const label = provision?.label?.[language] ?? provision?.name ?? norm.provision;
      return `${words.provisionOf(instrumentLabel(rulebook, norm.instrument)[language], label)} [${norm.id}]`;
    });
    const more = norms.size - shown.length;
    return words.semicolons([...shown, ...(more > 0 ? [words.reasoning.moreNorms(more)] : [])]);
  }

  #writeSituations(
    situations: DifferentSituations | undefined,
    label: string,
    side: 0 | 1,
    withExample: boolean,
  ): void {
    if (!situations) return;
    const { words } = this.#speaker;
    const { description, example } = situations;
    // Whose reading holds where is the cause, and is said there.
    if (!this.#full && description && (isOnlyOfReadings(description) || isOfUnread(description))) return;
    const depth = 2;
    if (!description) this.#write.text(words.labelled(label, words.reasoning.notDescribed), { depth });
    else {
      const most = this.#full ? Number.POSITIVE_INFINITY : MOST_CASES;
      this.#words[side].writeDescription(label, description, depth, this.#write, most);
      if (this.#full) this.#saidShare = true;
      const only = description.anyOf[0];
      if (description.anyOf.length === 1 && only?.allOf.length === 0 && !description.except) return;
      // What is described in one line is its own example.
      if (!this.#full && description.anyOf.length === 1 && !description.except) return;
    }
    // Cases that are only counted are shown by one of them.
    if (example && (this.#full || withExample)) {
      this.#saidExample = true;
      const text = this.#words[side].example(example, { full: this.#full, of: description });
      const options = { depth, hang: depth + 1, tone: 'faint' } as const;
      this.#write.text(words.labelled(words.reasoning.example, text), options);
    }
  }

  #writeUnread({ gained, lost }: Pick<Shift, 'gained' | 'lost'>): void {
    const isOpen = [gained, lost].some((each) => each?.description && isOfUnread(each.description));
    if (isOpen && !this.#full) this.#write.text(this.#speaker.words.reasoning.unreadOnOneSide, { depth: 2 });
  }

  #ruleText(
    change: NormDifference,
    bearers: readonly string[],
    withCondition: boolean,
    instrument: string | undefined,
  ): string {
    const { before, after, succession } = change;
    const { words, language } = this.#speaker;
    const scene = after !== undefined && this.#grouping.norm(after, 1) ? 1 : 0;
    const id = (scene === 1 ? after : before) as string;
    const rulebook = this.#sides[scene].side.rulebook;
    const norm = this.#grouping.norm(id, scene);
    if (!norm) return id;
    const [first = '', ...rest] = bearers;
    const provision = indexRulebook(rulebook).find('provision', norm.provision);
    const label = provision?.label?.[language] ?? provision?.name ?? norm.provision;
    const where =
      !this.#full && norm.instrument === instrument
        ? label
        : words.provisionOf(instrumentLabel(rulebook, norm.instrument)[language], label);
    const when = withCondition ? this.#ownCondition(change) : '';
    const likewise =
      rest.length === 0
        ? ''
        : words.inBrackets(
            words.reasoning.likewise(words.list(rest.map((each) => actorLabel(rulebook, each)[language]))),
          );
    const text = `${ruleClause(rulebook, norm, first)[language]}${likewise}${when} ${words.dash(where)} [${id}]`;
    if (succession === undefined || before === undefined) return text;
    const old = this.#grouping.norm(before, 0);
    const oldText = old ? ruleClause(this.#sides[0].side.rulebook, old, first)[language] : before;
    return `${text}${words.after(words.reasoning.succeeds[succession](`${oldText} [${before}]`))}`;
  }

  #writeElsewhere(changes: readonly NormDifference[]): void {
    const { words, say } = this.#speaker;
    const { reasoning } = words;
    const write = this.#write;
    write.apart();
    write.chapter(reasoning.elsewhereHeading);
    write.text(reasoning.elsewhere, { tone: 'faint' });
    const byInstrument = Map.groupBy(changes, (change) => this.#grouping.normOf(change).norm.instrument);
    for (const [instrument, members] of byInstrument) {
      const { rulebook } = this.#grouping.normOf(members[0] as NormDifference);
      write.text(say(instrumentLabel(rulebook, instrument)), { depth: 1, tone: 'strong' });
      const lines = new Set(members.flatMap(({ causes }) => causes.map((cause) => this.#causes.text(cause))));
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

const isOnlyOfReadings = ({ anyOf }: Description): boolean =>
  anyOf.every(({ allOf }) => allOf.length > 0 && allOf.every(({ question }) => question.kind !== 'fact'));

/** Whether it hangs on what stays open because nobody's reading is recorded. */
const isOfUnread = ({ anyOf }: Description): boolean =>
  anyOf.some(({ allOf }) => allOf.some(({ question }) => question.kind === 'unread'));

const kindTones = {
  new: 'holds',
  wider: 'holds',
  moved: 'open',
  narrower: 'fails',
  gone: 'fails',
  'not-decided': 'open',
} as const;
