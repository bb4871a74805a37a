/** One finding: the rule, its standing and pinpoint, why, who reads it how, and what is missing. */
import type { Finding } from '@anpo/engine';
import type { HolderPosition, Pending, Reason } from '@anpo/engine/findings';
import { indexRulebook } from '@anpo/engine/rulebook';
import { instrumentLabel, wordings } from '@anpo/engine/wording';
import type { FindingPart, LabelledLines, MissingLine, Said } from '../answer/answer.ts';
import { between, cited, framed, joined } from '../answer/said.ts';
import type { Speaker } from '../speaker.ts';
import { agreementText } from './agreement.ts';
import type { Explanation } from './explanation.ts';
import { leavesOf, reasonLines, signedText } from './reason.ts';

/** The finding in full; `incidents` are the names of those of the situation. */
export function findingPart(
  finding: Finding,
  incidents: readonly string[],
  explanation: Explanation,
): FindingPart {
  const { words, language, say } = explanation.speaker;
  // Sources are numbered as they are first said: the parts are made in the order in which they are read.
  const head = findingHead(finding, explanation);
  const remark = remarkOf(finding, explanation.speaker);
  const why = { label: words.why, lines: reasonLines(finding.reason, explanation) };
  const readings = readingsOf(finding, explanation);
  const wording = wordings[language];
  const review = finding.review.map((name) => wording.reviewers[name] ?? name);
  return {
    ...head,
    ...(remark === undefined ? {} : { remark }),
    why,
    readings,
    silences: silencesOf(finding, explanation.speaker),
    ...missingOf(finding, incidents, explanation.speaker),
    notes: [
      ...(review.length === 0 ? [] : [{ label: words.review, text: words.list(review) }]),
      ...(finding.note ? [{ label: words.note, text: say(finding.note) }] : []),
    ],
  };
}

/** The rule and its outcome, its standing and pinpoint. */
export function findingHead(finding: Finding, { speaker, cite }: Explanation): FindingPart {
  const { words, language, rulebook, say } = speaker;
  const wording = wordings[language];
  const citations = cite(finding.citations, true);
  const place = words.provisionOf(
    say(instrumentLabel(rulebook, finding.instrument)),
    say(finding.provisionLabel),
  );
  return {
    kind: 'finding',
    norm: finding.norm,
    bearer: finding.bearer,
    instrument: finding.instrument,
    provision: finding.provision,
    ...(finding.incident === undefined ? {} : { incident: finding.incident }),
    outcome: finding.outcome,
    verdict: words.outcomeHeadings[finding.outcome],
    sentence: say(finding.sentence),
    standing: words.dotted([
      wording.kinds[finding.kind],
      wording.orders[finding.order],
      wording.forces[finding.force],
    ]),
    pinpoint:
      citations.length === 0
        ? `${place}${words.inBrackets(wording.marks[finding.mark])}`
        : cited(place, citations),
    silences: [],
    notes: [],
  };
}

function remarkOf({ decidedBy, outcome }: Finding, { words }: Speaker): FindingPart['remark'] {
  if (decidedBy === 'not-decided') return { text: words.reasoning.notDecided, tone: 'open' };
  return decidedBy !== undefined && outcome !== 'undetermined'
    ? { text: words.reasoning.settledAnyway }
    : undefined;
}

/** What blocks a rule: the requirement that fails, and the given fact under it that makes it fail. */
export function blocker(finding: Finding, explanation: Explanation): Said {
  const top = finding.reason.children[0] ?? finding.reason;
  const given = leavesOf(top).find(
    ({ basis }) => basis !== undefined && basis !== 'assumed' && basis !== 'missing' && basis !== 'law',
  );
  const text = signedText(top, explanation);
  if (given === undefined || given === top) return text;
  return joined(text, framed(explanation.speaker.words.inBrackets, signedText(given, explanation)));
}

function readingsOf(finding: Finding, explanation: Explanation): NonNullable<FindingPart['readings']> {
  const { words } = explanation.speaker;
  const { agreement } = finding;
  if (agreement.kind === 'no-reading-recorded')
    return { label: words.readings, text: words.noReading, positions: [] };
  return {
    label: words.readings,
    text: agreementText(agreement, explanation.speaker),
    positions: agreement.positions.map((position) => positionText(position, finding.reason, explanation)),
  };
}

function silencesOf({ silences }: Finding, { words, say }: Speaker): readonly LabelledLines[] {
  return (['silent', 'declines'] as const).flatMap((manner) => {
    const holders = silences.filter((silence) => silence.manner === manner);
    if (holders.length === 0) return [];
    const texts = holders.map(({ label, on }) => words.silentOn(say(label), say(on)));
    return [{ label: words[manner], text: words.semicolons(texts) }];
  });
}

/** Whose reading of what, since when; then, apart from it, what it comes to on these facts. */
function positionText(position: HolderPosition, reason: Reason, { speaker, cite }: Explanation): Said {
  const { language, words, say } = speaker;
  const readings = position.readings.map((reading): Said => {
    const dates = [
      reading.since === undefined ? '' : words.since(reading.since),
      reading.sinceRule === undefined ? '' : words.sinceRule(reading.sinceRule),
      reading.until === undefined ? '' : words.until(reading.until),
      reading.known === undefined ? '' : words.knownSince(reading.known),
    ].filter((text) => text !== '');
    // The tree has said it already where the reading is decisive.
    const note = reading.note && say(reading.note);
    const noted = note === undefined || says(reason, note, speaker) ? [] : [words.dash(note)];
    const text = [words.readingOf(say(reading.subject), words.list(dates)), ...noted].join(' ');
    return cited(text, cite(reading.citations, false));
  });
  const parts = between(readings, words.semicolons(['', '']));
  return framed((read) => words.position(say(position.label), read, outcomeText(position)), parts);

  function outcomeText({ outcome, unread }: HolderPosition): string {
    const text = wordings[language].outcomes[outcome];
    if (outcome !== 'undetermined') return text;
    const because =
      unread.length === 0 ? words.openByFacts : words.openByReadings(unread.map((subject) => say(subject)));
    return `${text}${words.inBrackets(because)}`;
  }
}

const says = (reason: Reason, note: string, speaker: Speaker): boolean =>
  speaker.say(reason.text).includes(note) || reason.children.some((child) => says(child, note, speaker));

function missingOf(
  { pending }: Finding,
  incidents: readonly string[],
  speaker: Speaker,
): Pick<FindingPart, 'missing'> {
  if (pending.length === 0) return {};
  return {
    missing: {
      label: speaker.words.missing,
      lines: pending.map((each) => missingLine(each, incidents, speaker)),
    },
  };
}

function missingLine(pending: Pending, incidents: readonly string[], speaker: Speaker): MissingLine {
  const { words, say } = speaker;
  if (pending.kind === 'reading') {
    const holders = pending.holders.length === 0 ? '' : ` ${words.dash(words.list(pending.holders))}`;
    return { text: `${say(pending.text)}${holders}` };
  }
  const incident = pending.incident === undefined ? undefined : incidents[pending.incident];
  const organ = pending.kind === 'determination' ? `@${pending.organ}` : '';
  const fact = `${incident === undefined ? '' : `${incident}.`}${pending.fact}${organ}`;
  const flag = `--fact ${fact}=${valueHint(pending.fact, speaker)}`;
  const decides = pending.kind === 'determination' ? [words.forOrgan(say(pending.organLabel))] : [];
  return { text: `${say(pending.question)} ${words.dash(words.semicolons([...decides, flag]))}`, fact };
}

/** What to write as the value: the choices where they are few. */
export function valueHint(id: string, { rulebook }: Speaker): string {
  const fact = indexRulebook(rulebook).find('fact', id);
  if (fact?.type === 'yes-no') return 'yes|no';
  if (fact?.type === 'date') return 'YYYY-MM-DD';
  if (fact?.type === 'choice') return fact.choices.map((choice) => choice.id).join('|');
  return '…';
}
