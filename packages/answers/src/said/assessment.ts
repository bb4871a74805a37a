/** An assessment: what was asked, what binds whom and why, what is open, and how to ask it again. */
import type { Assessment, Finding, Rulebook, Text } from '@anpo/engine';
import type { AmountFinding } from '@anpo/engine/findings';
import { indexRulebook } from '@anpo/engine/rulebook';
import { instrumentLabel, provisionLabel } from '@anpo/engine/wording';
import type { Answer } from '../answer/answer.ts';
import { cited, framed, joined } from '../answer/said.ts';
import { notEncodedIn } from '../library/about.ts';
import { endingTerms } from '../library/dependencies.ts';
import { type Explanation, newExplanation, writeSources } from '../parts/explanation.ts';
import { blocker, findingPart } from '../parts/finding.ts';
import { type AssessmentOptions, writeHeader, writeReceipt } from '../parts/header.ts';
import { reasonLines } from '../parts/reason.ts';
import { isBlockedHere, isConcerned, isNear, isTouched, speaksTo } from '../parts/relevance.ts';
import type { Speaker } from '../speaker.ts';

export function sayAssessment(assessment: Assessment, options: AssessmentOptions, speaker: Speaker): Answer {
  const explanation = newExplanation(speaker);
  writeHeader(assessment, options, explanation);
  writeSummary(assessment, explanation);
  for (const group of groupsOf(assessment, speaker.rulebook, options))
    writeGroup(group, assessment, options, explanation);
  writeHidden(assessment, options, explanation);
  writeTerms(assessment, options, explanation);
  writeAmounts(assessment, options, explanation);
  writeClashes(assessment, explanation);
  writeNotEncoded(assessment, explanation);
  writeSources(explanation);
  writeReceipt(assessment, explanation);
  return explanation.write.answer('assess', speaker.language);
}

function writeSummary({ findings, receipt }: Assessment, { speaker, write }: Explanation): void {
  const { words } = speaker;
  if (findings.some(({ outcome }) => outcome === 'applies')) return;
  write.apart();
  write.text(words.noneApplies(receipt.on), { tone: 'strong' });
  const open = findings.filter(({ outcome }) => outcome === 'undetermined').length;
  if (open > 0) write.text(words.stillOpen(open));
}

interface Group {
  /** Those who are bound alike; the findings are those of the first. */
  readonly bearers: readonly Text[];
  readonly findings: readonly Finding[];
}

/**
 * By who is bound; first those whose rules the given facts speak to. Of parties that the situation does not
 * concern only what applies is shown, and those who are bound alike are shown as one.
 */
function groupsOf(
  { findings, situation }: Assessment,
  rulebook: Rulebook,
  { full }: AssessmentOptions,
): readonly Group[] {
  const near = (finding: Finding): boolean => isNear(finding, rulebook, situation);
  const isParty = (bearer: string): boolean => rulebook.parties.some(({ id }) => id === bearer);
  const groups = [...Map.groupBy(findings, ({ bearer }) => bearer)].map(([bearer, own]) => {
    const concerned = full || isConcerned(bearer, rulebook, situation);
    const shown = concerned ? own : own.filter((finding) => finding.outcome === 'applies' && near(finding));
    const alike = concerned ? bearer : shown.map(({ norm, incident }) => `${norm} ${incident}`).join();
    const spoken = own.some((finding) => finding.outcome !== 'does-not-apply' && near(finding));
    return {
      alike,
      label: own[0]?.bearerLabel as Text,
      findings: shown,
      // Parties before their organs; what nothing given speaks to, and whom nothing concerns, last.
      rank: (concerned ? (spoken ? 0 : 2) : 4) + (isParty(bearer) ? 0 : 1),
    };
  });
  return [...Map.groupBy(groups, ({ alike }) => alike).values()]
    .map((members) => ({
      bearers: members.map(({ label }) => label),
      findings: members[0]?.findings ?? [],
      rank: members[0]?.rank ?? 0,
    }))
    .sort((a, b) => a.rank - b.rank);
}

function writeGroup(
  group: Group,
  assessment: Assessment,
  options: AssessmentOptions,
  explanation: Explanation,
): void {
  const { speaker, write } = explanation;
  const { words, rulebook, say } = speaker;
  const { incidents } = assessment.situation;
  const parts = partsOf(group.findings, assessment, rulebook, options).filter((part) => !isEmpty(part));
  if (parts.length === 0) return;
  write.apart();
  const names = group.bearers.map(say);
  write.chapter(words.list(names));
  if (names.length > 1) write.text(words.eachAlike(names[0] as string), { tone: 'faint' });
  for (const part of parts) {
    if (incidents.length > 0) {
      const name = part.incident === undefined ? undefined : incidents[part.incident];
      write.apart();
      write.section(name === undefined ? words.wholeSituation : words.incident(name));
    }
    for (const finding of part.full) {
      write.apart();
      write.add(findingPart(finding, incidents, explanation));
    }
    writeNames(words.openHeading, part.open, explanation);
    writeNames(words.alwaysHeading, part.always, explanation);
    writeNames(words.untouchedHeading, part.untouched, explanation);
    writeBlocked(part.blocked, explanation);
  }
}

/** What does not apply, by instrument and by what blocks it. */
function writeBlocked(findings: readonly Finding[], explanation: Explanation): void {
  if (findings.length === 0) return;
  const { speaker, write } = explanation;
  const { words, rulebook, say } = speaker;
  write.apart();
  write.text(words.doesNotApplyHeading, { depth: 1, tone: 'strong' });
  const alike = Map.groupBy(
    findings,
    (finding) => `${finding.instrument} ${JSON.stringify(blocker(finding, explanation))}`,
  );
  for (const rules of alike.values()) {
    const first = rules[0] as Finding;
    const where = words.labelled(
      say(instrumentLabel(rulebook, first.instrument)),
      words.semicolons([...new Set(rules.map(({ provisionLabel }) => say(provisionLabel)))]),
    );
    const text = joined(`${where} `, framed(words.dash, blocker(first, explanation)));
    write.text(text, { depth: 1, marker: 'fails' });
  }
}

/** Only where each rule stands, instrument by instrument: they are said in full where all is. */
function writeNames(title: string, findings: readonly Finding[], { speaker, write }: Explanation): void {
  if (findings.length === 0) return;
  const { words, rulebook, say } = speaker;
  write.apart();
  write.text(title, { depth: 1, tone: 'strong' });
  for (const [instrument, rules] of Map.groupBy(findings, (finding) => finding.instrument)) {
    const labels = [...new Set(rules.map(({ provisionLabel }) => say(provisionLabel)))];
    const text = words.labelled(say(instrumentLabel(rulebook, instrument)), words.semicolons(labels));
    write.text(text, { depth: 1, marker: 'dot' });
  }
}

interface Part {
  readonly incident: number | undefined;
  readonly full: readonly Finding[];
  /** What was touched and lacks more than one fact: by name. */
  readonly open: readonly Finding[];
  /** What applies whatever is given, and what is open but nothing given bears on: by name. */
  readonly always: readonly Finding[];
  readonly untouched: readonly Finding[];
  readonly blocked: readonly Finding[];
}

const isEmpty = ({ full, open, always, untouched, blocked }: Part): boolean =>
  full.length + open.length + always.length + untouched.length + blocked.length === 0;

/** The treaties at the heart of the system first, then what binds, then what is politics or policy. */
function byWeight(findings: readonly Finding[], rulebook: Rulebook): readonly Finding[] {
  const forces: readonly Finding['force'][] = ['binding', 'political', 'policy'];
  const weight = ({ instrument, force }: Finding): number =>
    (indexRulebook(rulebook).instrument(instrument).confirmedWordingRequired ? 0 : forces.length) +
    forces.indexOf(force);
  return [...findings].sort((a, b) => weight(a) - weight(b));
}

/** The rules of each incident, then those about the whole situation; without named incidents all in one. */
function partsOf(
  findings: readonly Finding[],
  { situation }: Assessment,
  rulebook: Rulebook,
  { full: everything }: AssessmentOptions,
): readonly Part[] {
  const named = situation.incidents.length > 0;
  const byIncident = Map.groupBy(findings, ({ incident }) => (named ? (incident ?? -1) : -1));
  const last = (key: number): number => (key < 0 ? Number.POSITIVE_INFINITY : key);
  const order = [...byIncident.keys()].sort((a, b) => last(a) - last(b));
  return order.map((key) => {
    const members = byIncident.get(key) ?? [];
    const of = (outcome: Finding['outcome'], keep: (finding: Finding) => boolean): readonly Finding[] =>
      byWeight(
        members.filter((finding) => finding.outcome === outcome && keep(finding)),
        rulebook,
      );
    const near = (finding: Finding): boolean => everything || isNear(finding, rulebook, situation);
    const touched = (finding: Finding): boolean => isTouched(finding, rulebook, situation);
    return {
      incident: key < 0 ? undefined : key,
      full: [...of('applies', near), ...of('undetermined', near), ...of('does-not-apply', () => everything)],
      open: of('undetermined', (finding) => !near(finding) && touched(finding)),
      always: of('applies', (finding) => !near(finding)),
      untouched: of('undetermined', (finding) => !near(finding) && !touched(finding)),
      blocked: of('does-not-apply', (finding) => !everything && isBlockedHere(finding, rulebook, situation)),
    };
  });
}

function writeHidden(
  assessment: Assessment,
  { full }: AssessmentOptions,
  { speaker, write }: Explanation,
): void {
  if (full) return;
  const hidden = assessment.findings.filter(
    (finding) =>
      finding.outcome === 'does-not-apply' && !isBlockedHere(finding, speaker.rulebook, assessment.situation),
  ).length;
  if (hidden === 0) return;
  write.apart();
  write.text(speaker.words.hidden(hidden), { tone: 'faint' });
}

/** What the given facts decide besides rules: whether a notice is valid, whether a treaty has ended. */
function writeTerms(
  { terms, situation }: Assessment,
  { full }: AssessmentOptions,
  explanation: Explanation,
): void {
  const { speaker, write } = explanation;
  const { rulebook } = speaker;
  const ending = new Set(rulebook.instruments.flatMap(({ id }) => endingTerms(rulebook, id)));
  const shown = terms.filter(
    ({ term, incident }) =>
      full ||
      (ending.has(term) && speaksTo({ collection: 'terms', id: term }, incident, rulebook, situation)),
  );
  if (shown.length === 0) return;
  write.apart();
  write.chapter(speaker.words.terms);
  for (const { reason } of shown)
    write.add({ kind: 'reasons', depth: 1, lines: reasonLines(reason, explanation, true) });
}

function writeAmounts(
  { amounts, situation }: Assessment,
  { full }: AssessmentOptions,
  { speaker, write, cite }: Explanation,
): void {
  const { words, rulebook, say } = speaker;
  const asked = ({ amount, incident }: AmountFinding): boolean =>
    speaksTo({ collection: 'amounts', id: amount }, incident, rulebook, situation);
  const shown = amounts.filter((amount) => full || (amount.outcome !== 'none' && asked(amount)));
  if (shown.length === 0) return;
  write.apart();
  write.chapter(words.amounts);
  for (const amount of shown) {
    const name = amount.incident === undefined ? undefined : situation.incidents[amount.incident];
    const incident = name === undefined ? '' : `${name}: `;
    const text = `${incident}${words.labelled(say(amount.label), amountWords(amount, speaker))}`;
    write.text(cited(text, cite(amount.citations, true)), { depth: 1 });
  }
}

function amountWords({ value, unit, outcome }: AmountFinding, { words }: Speaker): string {
  if (value === undefined)
    return outcome === 'none' ? words.amountOutcomes.none : words.amountOutcomes.undetermined;
  return `${value} ${Object.hasOwn(words.units, unit) ? words.units[unit] : unit}`.trim();
}

function writeClashes({ clashes }: Assessment, { speaker, write }: Explanation): void {
  if (clashes.length === 0) return;
  write.apart();
  write.chapter(speaker.words.clashes);
  for (const { text } of clashes) write.text(speaker.say(text), { depth: 1, marker: 'dot' });
}

/** What the library does not hold of the instruments that it answers from: absence here is no silence of the law. */
function writeNotEncoded({ findings, situation }: Assessment, { speaker, write }: Explanation): void {
  const { words, rulebook, say } = speaker;
  const near = findings.filter(
    (finding) =>
      finding.outcome !== 'does-not-apply' &&
      isConcerned(finding.bearer, rulebook, situation) &&
      isNear(finding, rulebook, situation),
  );
  const open = notEncodedIn(rulebook, new Set(near.map(({ instrument }) => instrument)));
  if (open.length === 0) return;
  write.apart();
  write.section(words.notEncodedHere);
  for (const [id, members] of Map.groupBy(open, ({ instrument }) => instrument)) {
    const instrument = indexRulebook(rulebook).instrument(id);
    const labels = members.map((provision) => say(provisionLabel(instrument, provision)));
    const text = words.labelled(say(instrumentLabel(rulebook, id)), words.semicolons(labels));
    write.text(text, { depth: 1, marker: 'dot' });
  }
}
