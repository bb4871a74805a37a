/** What made a change, in words. */
import type { Cause } from '@anpo/engine/reasoning';
import { indexRulebook } from '@anpo/engine/rulebook';
import { instrumentLabel } from '@anpo/engine/wording';
import type { QuestionWords } from '../../parts/question-words.ts';
import type { NamedSide } from '../../questions/sides.ts';
import type { Speaker } from '../../speaker.ts';

/** Sources of one cause said, unless all is: the last, since what began is named after what ended. */
const MOST_SOURCES = 1;

export class CauseWords {
  readonly #sides: readonly [NamedSide, NamedSide];
  /** Speaks of the later side. */
  readonly #speaker: Speaker;
  readonly #questionWords: QuestionWords;
  readonly #full: boolean;

  constructor(
    sides: readonly [NamedSide, NamedSide],
    speaker: Speaker,
    questionWords: QuestionWords,
    full: boolean,
  ) {
    this.#full = full;
    this.#sides = sides;
    this.#speaker = speaker;
    this.#questionWords = questionWords;
  }

  heading(key: string): string {
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
        return words.labelled(causes.readingHeading, this.#questionWords.choice(id));
      case 'places':
        return causes.placesHeading;
      case 'rules':
        return causes.ruleChangedHeading;
      default:
        return causes.otherHeading;
    }
  }

  /** Heading and cause in one, where all that turned is the force of the instrument itself. */
  briefly(key: string, causes: readonly Cause[]): string | undefined {
    const { words } = this.#speaker;
    const [first] = causes;
    // Of a reading the cause names both what is read and who reads it.
    if (first?.kind === 'reading') return this.text(first);
    if (!first || !causes.every(({ kind, id }) => kind === 'in-force' && key === `instrument ${id}`))
      return undefined;
    const { rulebook } = this.#sides[1].side;
    const { from, until } = indexRulebook(rulebook).find('instrument', first.id)?.period ?? {};
    if (from !== undefined && first.dates.includes(from))
      return words.reasoning.causes.brieflyFrom(this.heading(key), from);
    if (until !== undefined && first.dates.includes(until))
      return words.reasoning.causes.brieflyUntil(this.heading(key), until);
    return undefined;
  }

  text(cause: Cause): string {
    const { words, language } = this.#speaker;
    const { causes } = words.reasoning;
    const { rulebook } = this.#sides[1].side;
    const dates = words.list(cause.dates);
    const sources = cause.sources.flatMap((id) => {
      const source = indexRulebook(rulebook).find('source', id);
      return source ? [source.title[language]] : [];
    });
    const shown = this.#full ? sources : sources.slice(-MOST_SOURCES);
    const more = sources.length - shown.length;
    const told = [...shown, ...(more > 0 ? [words.reasoning.others(more)] : [])];
    const cited = sources.length === 0 ? '' : ` ${words.dash(words.semicolons(told))}`;
    const holders = (cause.holders ?? []).map((id) =>
      id === '' ? causes.noHolder : this.#questionWords.holder(id),
    );
    switch (cause.kind) {
      case 'in-force': {
        const instrument = indexRulebook(rulebook).find('instrument', cause.id);
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
        const term = indexRulebook(rulebook).find('term', cause.id);
        return causes.term(term?.label[language] ?? cause.id, dates);
      }
      case 'norm':
        return causes.amended(dates);
      case 'reading':
        return `${causes.reading(this.#questionWords.choice(cause.id), words.list(holders), dates)}${cited}`;
      case 'view':
        return causes.view(this.#questionWords.choice(cause.id), holders[0] ?? '', holders[1] ?? '');
      case 'relation': {
        const places = cause.id.split('+').map((id) => {
          const place = indexRulebook(rulebook).find('place', id);
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
}
