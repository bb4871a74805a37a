/** Alliances side by side: what applies to the situation, each treaty's profile, the codings, where two part. */
import {
  type AllianceProfile,
  actorLabel,
  type CheckedClaim,
  type Claim,
  type ComparedAct,
  instrumentLabel,
  type MemberObligation,
  type MemberProfile,
  type Norm,
  obligations,
  type Parting,
  type Rulebook,
  ruleClause,
  wordings,
} from '@anpo/engine';
import type { Comparison } from '../commands/compare.ts';
import type { Context } from '../context.ts';
import type { Question } from '../input/situation.ts';
import { Page } from './page.ts';
import { QuestionWords } from './question-words.ts';

/** How a data set codes an instrument, as a claim, with what the proof makes of it. */
export interface Coding {
  readonly instrument: string;
  readonly claim: Claim;
  readonly checked: CheckedClaim | undefined;
}

const MANY_MEMBERS = 6;

export function renderComparison(
  comparison: Comparison,
  question: Question,
  rulebook: Rulebook,
  full: boolean,
  context: Context,
): string {
  return new ComparisonPage(comparison, question, rulebook, full, context).render();
}

class ComparisonPage {
  readonly #comparison: Comparison;
  readonly #question: Question;
  readonly #rulebook: Rulebook;
  readonly #full: boolean;
  readonly #context: Context;
  readonly #page: Page;

  constructor(
    comparison: Comparison,
    question: Question,
    rulebook: Rulebook,
    full: boolean,
    context: Context,
  ) {
    this.#comparison = comparison;
    this.#question = question;
    this.#rulebook = rulebook;
    this.#full = full;
    this.#context = context;
    this.#page = new Page(context);
  }

  render(): string {
    const { messages, paint } = this.#context;
    const { reasoning } = messages;
    const page = this.#page;
    const { instruments, acts, profiles, partings } = this.#comparison;
    page.heading(reasoning.comparisonTitle, paint.heading, '═');
    page.text(messages.labelled(messages.date, this.#question.situation.on));
    if (instruments.length === 0) page.text(reasoning.noAlliance);
    if (acts.length > 0) this.#printFindings(acts);
    for (const profile of profiles) this.#printProfile(profile);
    if (partings.length > 0) this.#printPartings(partings);
    page.blank();
    if (partings.length > 0) page.text(reasoning.weighting, '', paint.faint);
    page.text(messages.notAdvice, '', paint.faint);
    return page.toString();
  }

  /** Act by act, what each instrument makes of the situation; acts that apply nowhere stay out. */
  #printFindings(acts: readonly ComparedAct[]): void {
    const { messages, paint, language } = this.#context;
    const page = this.#page;
    const { situation } = this.#question;
    const words = new QuestionWords(this.#rulebook, this.#context, situation.on, situation.incidents);
    page.blank();
    page.heading(messages.reasoning.thisSituation, paint.heading);
    page.text(
      messages.labelled(
        messages.given,
        messages.semicolons(situation.given.map((given) => words.given(given))),
      ),
    );
    for (const { act, kind, instruments } of acts) {
      const shown = instruments.filter(({ findings }) =>
        findings.some(({ outcome }) => this.#full || outcome !== 'does-not-apply'),
      );
      if (shown.length === 0) continue;
      page.blank();
      const label = this.#rulebook.acts.find(({ id }) => id === act)?.label[language] ?? act;
      page.text(messages.labelled(wordings[language].kinds[kind], label), '  ', paint.strong);
      for (const { instrument, findings } of shown) {
        const byOutcome = Map.groupBy(findings, ({ outcome }) => outcome);
        const parts = [...byOutcome].map(([outcome, same]) =>
          messages.labelled(
            wordings[language].outcomes[outcome],
            this.#names(same.map(({ bearer }) => bearer)),
          ),
        );
        page.text(
          messages.labelled(
            instrumentLabel(this.#rulebook, instrument)[language],
            messages.semicolons(parts),
          ),
          `    ${messages.bullet}`,
        );
      }
      const silent = instruments.filter(({ findings }) => findings.length === 0);
      if (silent.length > 0) {
        const names = silent.map(({ instrument }) => instrumentLabel(this.#rulebook, instrument)[language]);
        page.text(messages.reasoning.noSuchNorm(messages.list(names)), `    ${messages.bullet}`, paint.faint);
      }
    }
  }

  #printProfile(profile: AllianceProfile): void {
    const { messages, paint, language } = this.#context;
    const { reasoning } = messages;
    const page = this.#page;
    page.blank();
    const label = instrumentLabel(this.#rulebook, profile.instrument)[language];
    page.heading(reasoning.profileOn(label, profile.on), paint.heading);
    for (const obligation of obligations) {
      const name = reasoning.obligations[obligation];
      const alike = Map.groupBy(profile.groups, (group) => JSON.stringify(group.obligations[obligation]));
      for (const groups of alike.values()) {
        const members = groups.flatMap((group) => group.members);
        const everybody = alike.size === 1;
        const who = everybody ? '' : messages.inBrackets(this.#names(members));
        const own = (groups[0] as MemberProfile).obligations[obligation];
        const texts = own.map((each) => this.#obligationText(each));
        page.text(
          texts.length === 0 ? reasoning.noNorm : messages.semicolons(texts),
          `  ${messages.labelled(`${name}${who}`, '')}`,
          undefined,
          '    ',
        );
      }
    }
    const asymmetry =
      profile.asymmetric.length === 0
        ? reasoning.sameForAll
        : reasoning.differIn(messages.list(profile.asymmetric.map((each) => reasoning.obligations[each])));
    page.text(asymmetry, `  ${messages.labelled(reasoning.asymmetry, '')}`, undefined, '    ');
    page.text(
      reasoning.term(profile.until, profile.endsOnFacts),
      `  ${messages.labelled(reasoning.termLabel, '')}`,
    );
    this.#printCodings(profile.instrument);
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
    const { messages, language } = this.#context;
    const { reasoning } = messages;
    const norm = this.#rulebook.norms.find((each) => each.id === id) as Norm;
    const provision = this.#rulebook.provisions.find((each) => each.id === norm.provision);
    const labels = (facts: readonly string[]): string =>
      messages.list(
        facts.map((fact) => this.#rulebook.facts.find((each) => each.id === fact)?.label[language] ?? fact),
      );
    const notes = [
      reasoning.scopes[scope],
      ...(area === undefined ? [] : [reasoning.onlyAt(this.#places(area))]),
      ...(onlyOwnTerritory ? [reasoning.ownTerritoryOnly] : []),
      ...(needs.length === 0 ? [] : [reasoning.needs(labels(needs))]),
      ...(forOthers ? [reasoning.forOthers] : []),
    ];
    const modal = wordings[language].kinds[kind];
    const act = this.#rulebook.acts.find((each) => each.id === norm.act)?.label[language] ?? norm.act;
    const where = provision?.label?.[language] ?? provision?.name ?? '';
    return `${messages.labelled(modal, act)}${messages.inBrackets(messages.semicolons([where, ...notes]))}`;
  }

  #printCodings(instrument: string): void {
    const codings = this.#comparison.codings.filter((coding) => coding.instrument === instrument);
    if (codings.length === 0) return;
    const { messages, paint, language } = this.#context;
    const page = this.#page;
    const sources = new Set(codings.flatMap(({ claim }) => claim.citations.map(({ source }) => source)));
    const titles = [...sources].map(
      (id) => this.#rulebook.sources.find((source) => source.id === id)?.title[language] ?? id,
    );
    page.blank();
    page.text(messages.reasoning.codings(messages.semicolons(titles)), '  ', paint.strong);
    for (const { claim, checked } of codings) {
      const stated = claim.verdicts[0];
      const proved = checked?.verdicts.every(({ agrees }) => agrees) ?? true;
      const agrees = stated?.verdict === 'holds' && proved;
      const sign = agrees ? paint.good('✓') : paint.bad('≠');
      const at = claim.citations.flatMap((citation) => citation.at ?? []);
      page.text(
        `${claim.says[language]}${messages.inBrackets(messages.list(at))}`,
        `  ${sign} `,
        undefined,
        '    ',
      );
      if (!proved) page.text(messages.reasoning.codingUnproved, '    ', paint.bad);
      if (stated?.note) page.text(stated.note[language], '    ', agrees ? paint.faint : undefined);
    }
  }

  /** Where one instrument binds on an act that both know, and the other does not. */
  #printPartings(partings: readonly Parting[]): void {
    const { messages, paint, language } = this.#context;
    const { reasoning } = messages;
    const page = this.#page;
    page.blank();
    page.heading(reasoning.partings, paint.heading);
    for (const { act, kind, bearer, instrument, other, onlyHere, decided } of partings) {
      page.blank();
      const norm = this.#rulebook.norms.find(
        (each) => each.act === act && each.kind === kind && each.instrument === instrument,
      );
      const who = bearer ?? norm?.bearers[0]?.id ?? '';
      const clause = norm ? ruleClause(this.#rulebook, norm, who)[language] : act;
      const [here, there] = [instrument, other].map((id) => instrumentLabel(this.#rulebook, id)[language]);
      page.text(reasoning.partsHere(clause, here ?? '', there ?? ''), `  ${messages.bullet}`, paint.strong);
      const words = new QuestionWords(this.#rulebook, this.#context, this.#question.situation.on);
      if (!decided || onlyHere === undefined) page.text(reasoning.notDecided, '    ');
      else if (onlyHere.description) {
        words.printDescription(reasoning.onlyThere, onlyHere.description, '    ', page);
        if (onlyHere.example) {
          const text = words.example(onlyHere.example, { full: this.#full, of: onlyHere.description });
          page.text(messages.labelled(reasoning.example, text), '    ', paint.faint, '      ');
        }
      } else page.text(reasoning.notDescribed, '    ');
    }
  }

  #names(ids: readonly string[]): string {
    const { messages, language } = this.#context;
    const names = [...new Set(ids)].map((id) => actorLabel(this.#rulebook, id)[language]);
    if (!this.#full && names.length > MANY_MEMBERS) {
      const rest = names.length - MANY_MEMBERS + 2;
      return messages.list([...names.slice(0, MANY_MEMBERS - 2), messages.reasoning.others(rest)]);
    }
    return messages.list(names);
  }

  #places(leaves: readonly string[]): string {
    const { messages } = this.#context;
    const words = new QuestionWords(this.#rulebook, this.#context, this.#question.situation.on);
    return messages.list(words.places(leaves));
  }
}
