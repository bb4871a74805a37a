/** Alliances side by side: what applies to the situation, each treaty's profile, the codings, where two part. */
import type { AllianceProfile, CheckedClaim, ComparedAct, Parting } from '@anpo/engine';
import { type MemberObligation, type MemberProfile, obligations } from '@anpo/engine/reasoning';
import type { Claim, Instrument, Norm } from '@anpo/engine/rulebook';
import { indexRulebook } from '@anpo/engine/rulebook';
import { actorLabel, instrumentLabel, ruleClause, wordings } from '@anpo/engine/wording';
import type { Answer } from '../answer/answer.ts';
import { AnswerWriter } from '../answer/writer.ts';
import { QuestionWords } from '../parts/question-words.ts';
import { standingWords } from '../parts/standing.ts';
import type { Question } from '../questions/situation.ts';
import type { Speaker } from '../speaker.ts';

export interface Comparison {
  readonly instruments: readonly Instrument[];
  /** The findings of the situation, where facts were given. */
  readonly acts: readonly ComparedAct[];
  readonly profiles: readonly AllianceProfile[];
  readonly codings: readonly Coding[];
  /** Where two of them part; only where two were named. */
  readonly partings: readonly Parting[];
}

/** How a data set codes an instrument, as a claim, with what the proof makes of it. */
export interface Coding {
  readonly instrument: string;
  readonly claim: Claim;
  readonly checked: CheckedClaim | undefined;
}

const MANY_MEMBERS = 6;

export function sayComparison(
  comparison: Comparison,
  question: Question,
  full: boolean,
  speaker: Speaker,
): Answer {
  return new ComparisonAnswer(comparison, question, full, speaker).answer();
}

class ComparisonAnswer {
  readonly #comparison: Comparison;
  readonly #question: Question;
  readonly #full: boolean;
  readonly #speaker: Speaker;
  readonly #questionWords: QuestionWords;
  readonly #write = new AnswerWriter();

  constructor(comparison: Comparison, question: Question, full: boolean, speaker: Speaker) {
    this.#comparison = comparison;
    this.#question = question;
    this.#full = full;
    this.#speaker = speaker;
    const { on, incidents } = question.situation;
    this.#questionWords = new QuestionWords(speaker, on, incidents);
  }

  answer(): Answer {
    const { words, language } = this.#speaker;
    const { reasoning } = words;
    const write = this.#write;
    const { instruments, acts, profiles, partings } = this.#comparison;
    write.chapter(reasoning.comparisonTitle);
    write.text(words.labelled(words.date, this.#question.situation.on));
    write.text(standingWords(this.#speaker), { tone: 'faint' });
    if (instruments.length === 0) write.text(reasoning.noAlliance);
    if (acts.length > 0) this.#writeFindings(acts);
    for (const profile of profiles) this.#writeProfile(profile);
    if (partings.length > 0) this.#writePartings(partings);
    write.apart();
    if (partings.length > 0) write.text(reasoning.weighting, { tone: 'faint' });
    write.text(words.notAdvice, { tone: 'faint' });
    return write.answer('compare', language);
  }

  /** Act by act, what each instrument makes of the situation; acts that apply nowhere stay out. */
  #writeFindings(acts: readonly ComparedAct[]): void {
    const { words, language, rulebook, say } = this.#speaker;
    const write = this.#write;
    const { situation } = this.#question;
    write.apart();
    write.section(words.reasoning.thisSituation);
    const given = situation.given.map((each) => this.#questionWords.given(each));
    write.text(words.labelled(words.given, words.semicolons(given)));
    for (const { act, kind, instruments } of acts) {
      const shown = instruments.filter(({ findings }) =>
        findings.some(({ outcome }) => this.#full || outcome !== 'does-not-apply'),
      );
      if (shown.length === 0) continue;
      write.apart();
      const found = indexRulebook(rulebook).find('act', act);
      const label = found ? say(found.label) : act;
      write.text(words.labelled(wordings[language].kinds[kind], label), { depth: 1, tone: 'strong' });
      for (const { instrument, findings } of shown) {
        const parts = [...Map.groupBy(findings, ({ outcome }) => outcome)].map(([outcome, same]) =>
          words.labelled(wordings[language].outcomes[outcome], this.#names(same.map(({ bearer }) => bearer))),
        );
        const text = words.labelled(say(instrumentLabel(rulebook, instrument)), words.semicolons(parts));
        write.text(text, { depth: 2, marker: 'bullet' });
      }
      const silent = instruments.filter(({ findings }) => findings.length === 0);
      if (silent.length > 0) {
        const names = silent.map(({ instrument }) => say(instrumentLabel(rulebook, instrument)));
        const text = words.reasoning.noSuchNorm(words.list(names));
        write.text(text, { depth: 2, marker: 'bullet', tone: 'faint' });
      }
    }
  }

  #writeProfile(profile: AllianceProfile): void {
    const { words, rulebook, say } = this.#speaker;
    const { reasoning } = words;
    const write = this.#write;
    write.apart();
    write.section(reasoning.profileOn(say(instrumentLabel(rulebook, profile.instrument)), profile.on));
    const row = (label: string, text: string): void =>
      write.text(text, { depth: 1, hang: 2, marker: { label: words.labelled(label, '') } });
    for (const obligation of obligations) {
      const name = reasoning.obligations[obligation];
      const alike = Map.groupBy(profile.groups, (group) => JSON.stringify(group.obligations[obligation]));
      for (const groups of alike.values()) {
        const members = groups.flatMap((group) => group.members);
        const who = alike.size === 1 ? '' : words.inBrackets(this.#names(members));
        const own = (groups[0] as MemberProfile).obligations[obligation];
        const texts = own.map((each) => this.#obligationText(each));
        row(`${name}${who}`, texts.length === 0 ? reasoning.noNorm : words.semicolons(texts));
      }
    }
    const { asymmetric } = profile;
    row(
      reasoning.asymmetry,
      asymmetric.length === 0
        ? reasoning.sameForAll
        : reasoning.differIn(words.list(asymmetric.map((each) => reasoning.obligations[each]))),
    );
    write.text(reasoning.term(profile.until, profile.endsOnFacts), {
      depth: 1,
      marker: { label: words.labelled(reasoning.termLabel, '') },
    });
    this.#writeCodings(profile.instrument);
  }

  #obligationText({
    norm: id,
    kind,
    scope,
    area,
    onlyOwnTerritory,
    needs,
    forOthers,
  }: MemberObligation): string {
    const { words, language, rulebook, say } = this.#speaker;
    const { reasoning } = words;
    const norm = indexRulebook(rulebook).find('norm', id) as Norm;
    const provision = indexRulebook(rulebook).find('provision', norm.provision);
    const labelOf = (fact: string): string => {
      const found = indexRulebook(rulebook).find('fact', fact);
      return found ? say(found.label) : fact;
    };
    const notes = [
      reasoning.scopes[scope],
      ...(area === undefined ? [] : [reasoning.onlyAt(words.list(this.#questionWords.places(area)))]),
      ...(onlyOwnTerritory ? [reasoning.ownTerritoryOnly] : []),
      ...(needs.length === 0 ? [] : [reasoning.needs(words.list(needs.map(labelOf)))]),
      ...(forOthers ? [reasoning.forOthers] : []),
    ];
    const act = indexRulebook(rulebook).find('act', norm.act);
    const text = words.labelled(wordings[language].kinds[kind], act ? say(act.label) : norm.act);
    const where = provision?.label ? say(provision.label) : (provision?.name ?? '');
    return `${text}${words.inBrackets(words.semicolons([where, ...notes]))}`;
  }

  #writeCodings(instrument: string): void {
    const codings = this.#comparison.codings.filter((coding) => coding.instrument === instrument);
    if (codings.length === 0) return;
    const { words, rulebook, say } = this.#speaker;
    const write = this.#write;
    const sources = new Set(codings.flatMap(({ claim }) => claim.citations.map(({ source }) => source)));
    const titles = [...sources].map((id) => {
      const source = indexRulebook(rulebook).find('source', id);
      return source ? say(source.title) : id;
    });
    write.apart();
    write.text(words.reasoning.codings(words.semicolons(titles)), { depth: 1, tone: 'strong' });
    for (const { claim, checked } of codings) {
      const stated = claim.verdicts[0];
      const proved = checked?.verdicts.every(({ agrees }) => agrees) ?? true;
      const agrees = stated?.verdict === 'holds' && proved;
      const at = claim.citations.flatMap((citation) => citation.at ?? []);
      write.text(`${say(claim.says)}${words.inBrackets(words.list(at))}`, {
        depth: 1,
        hang: 2,
        marker: agrees ? 'holds' : { label: '≠', tone: 'fails' },
      });
      if (!proved) write.text(words.reasoning.codingUnproved, { depth: 2, tone: 'fails' });
      if (stated?.note) write.text(say(stated.note), { depth: 2, ...(agrees ? { tone: 'faint' } : {}) });
    }
  }

  /** Where one instrument binds on an act that both know, and the other does not. */
  #writePartings(partings: readonly Parting[]): void {
    const { words, rulebook, say } = this.#speaker;
    const { reasoning } = words;
    const write = this.#write;
    write.apart();
    write.section(reasoning.partings);
    for (const { act, kind, bearer, instrument, other, onlyHere, decided } of partings) {
      write.apart();
      const norm = rulebook.norms.find(
        (each) => each.act === act && each.kind === kind && each.instrument === instrument,
      );
      const who = bearer ?? norm?.bearers[0]?.id ?? '';
      const clause = norm ? say(ruleClause(rulebook, norm, who)) : act;
      const labelOf = (id: string): string => say(instrumentLabel(rulebook, id));
      const text = reasoning.partsHere(clause, labelOf(instrument), labelOf(other));
      write.text(text, { depth: 1, marker: 'bullet', tone: 'strong' });
      if (!decided || onlyHere === undefined) write.text(reasoning.notDecided, { depth: 2 });
      else if (onlyHere.description) {
        this.#questionWords.writeDescription(reasoning.onlyThere, onlyHere.description, 2, write);
        if (onlyHere.example) {
          const example = this.#questionWords.example(onlyHere.example, {
            full: this.#full,
            of: onlyHere.description,
          });
          const options = { depth: 2, hang: 3, tone: 'faint' } as const;
          write.text(words.labelled(reasoning.example, example), options);
        }
      } else write.text(reasoning.notDescribed, { depth: 2 });
    }
  }

  #names(ids: readonly string[]): string {
    const { words, rulebook, say } = this.#speaker;
    const names = [...new Set(ids)].map((id) => say(actorLabel(rulebook, id)));
    if (!this.#full && names.length > MANY_MEMBERS) {
      const rest = names.length - MANY_MEMBERS + 2;
      return words.list([...names.slice(0, MANY_MEMBERS - 2), words.reasoning.others(rest)]);
    }
    return words.list(names);
  }
}
