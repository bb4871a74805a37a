/** What changed, grouped by what made the change: the norms, the situations, one example each. */
import type { Difference, Language } from '@anpo/engine';
import type { DifferentSituations, NormDifference } from '@anpo/engine/reasoning';
import { indexRulebook } from '@anpo/engine/rulebook';
import { actorLabel, instrumentLabel, ruleClause } from '@anpo/engine/wording';
import type { Answer } from '../../answer/answer.ts';
import { AnswerWriter } from '../../answer/writer.ts';
import { QuestionWords } from '../../parts/question-words.ts';
import type { NamedSide } from '../../questions/sides.ts';
import { type Speaker, speakerFor } from '../../speaker.ts';
import { CauseWords } from './causes.ts';
import { type Block, type Group, Grouping, kindOrder } from './groups.ts';

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
  readonly #grouping: Grouping;
  readonly #causes: CauseWords;

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
    this.#causes = new CauseWords(sides, this.#speaker, this.#words[1]);
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
    const near = this.#full ? norms : norms.filter((change) => !this.#grouping.isElsewhere(change));
    for (const group of this.#grouping.groups(near)) this.#writeGroup(group);
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

  #writeGroup({ key, causes, changes }: Group): void {
    const { words } = this.#speaker;
    const write = this.#write;
    write.apart();
    write.chapter(this.#causes.heading(key));
    const said = new Set<string>();
    const rules = causes.filter(({ kind }) => kind === 'rule-changed').map(({ id }) => id);
    const lines = new Set(
      causes.filter(({ kind }) => kind !== 'rule-changed').map((cause) => this.#causes.text(cause)),
    );
    // Rules by name alone: each is said once, not with every norm that it bears on.
    if (rules.length > 0) lines.add(words.reasoning.causes.ruleChanged(words.list([...new Set(rules)])));
    for (const rule of rules) said.add(words.reasoning.causes.ruleChanged(rule));
    for (const line of lines) write.text(line, { marker: 'bullet' });
    for (const line of lines) said.add(line);
    for (const block of this.#grouping.blocks(changes)) this.#writeBlock(block, said);
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
      block.rules.flatMap(({ change }) => change.causes.map((cause) => this.#causes.text(cause))),
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
    const scene = after !== undefined && this.#grouping.norm(after, 1) ? 1 : 0;
    const id = (scene === 1 ? after : before) as string;
    const rulebook = this.#sides[scene].side.rulebook;
    const norm = this.#grouping.norm(id, scene);
    if (!norm) return id;
    const [first = '', ...rest] = bearers;
    const provision = indexRulebook(rulebook).find('provision', norm.provision);
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
    const old = this.#grouping.norm(before, 0);
    const oldText = old ? ruleClause(this.#sides[0].side.rulebook, old, first)[language] : before;
    return `${text}${words.after(words.reasoning.succeeds[succession](`${oldText} [${before}]`))}`;
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

const kindTones = {
  new: 'holds',
  wider: 'holds',
  moved: 'open',
  narrower: 'fails',
  gone: 'fails',
  'not-decided': 'open',
} as const;
