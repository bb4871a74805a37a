/** The head of an answer about a situation (day, view, facts given and assumed) and its receipt. */
import type { Assessment } from '@anpo/engine';
import { indexRulebook } from '@anpo/engine/rulebook';
import { actorLabel, valueLabel, wordings } from '@anpo/engine/wording';
import type { Speaker } from '../speaker.ts';
import type { Explanation } from './explanation.ts';
import { leavesOf } from './reason.ts';
import { isConcerned, isNear } from './relevance.ts';

export interface AssessmentOptions {
  /** Say in full also what does not apply and what nothing given bears on. */
  readonly full: boolean;
  /** True where today was taken for want of a date. */
  readonly today: boolean;
}

export function writeHeader(
  assessment: Assessment,
  options: AssessmentOptions,
  { speaker, write }: Explanation,
): void {
  const { words, rulebook, say } = speaker;
  const { situation, receipt } = assessment;
  write.chapter(situation.title === undefined ? words.untitled : say(situation.title));
  const view = [...rulebook.views, ...rulebook.holders].find(({ id }) => id === receipt.view);
  const day = options.today ? `${receipt.on}${words.inBrackets(words.todayNote)}` : receipt.on;
  const rows: [string, readonly string[]][] = [
    [words.date, [day]],
    [words.knownOn, [receipt.known === undefined ? words.knownAll : words.knownOnly(receipt.known)]],
    [words.view, [view ? say(view.label) : words.allViews]],
    [words.logic, [words.logics[receipt.logic]]],
    [words.given, givenLines(assessment, speaker)],
    [
      words.assumed,
      assumedHere(assessment, options, speaker).map(({ fact, label, value }) =>
        words.labelled(say(label), valueWords(fact, value, speaker)),
      ),
    ],
  ];
  write.rows(
    rows.flatMap(([label, lines]) =>
      lines.length === 0
        ? [{ label, text: words.nothing }]
        : lines.map((text, index) => ({ label: index === 0 ? label : '', text })),
    ),
  );
  if (assessment.impossible !== undefined) {
    const names = assessment.impossible.map((id) => {
      const constraint = rulebook.constraints.find((each) => each.id === id);
      return constraint ? say(constraint.label) : id;
    });
    write.text(words.reasoning.impossible(names), { tone: 'fails' });
  }
}

/** The assumptions that some finding said here rests on; all of them where all is said. */
function assumedHere(
  { assumed, findings, situation }: Assessment,
  { full }: AssessmentOptions,
  { rulebook }: Speaker,
): Assessment['assumed'] {
  if (full) return assumed;
  const used = new Set(
    findings
      .filter(
        ({ bearer, outcome }) => outcome !== 'does-not-apply' && isConcerned(bearer, rulebook, situation),
      )
      .filter((finding) => isNear(finding, rulebook, situation))
      .flatMap((finding) => leavesOf(finding.reason))
      .filter(({ basis }) => basis === 'assumed')
      .map(({ item }) => item),
  );
  return assumed.filter(({ fact }) => used.has(fact));
}

function givenLines({ situation }: Assessment, speaker: Speaker): readonly string[] {
  const { words, language, rulebook, say } = speaker;
  return situation.given.map((given) => {
    const fact = indexRulebook(rulebook).find('fact', given.fact);
    const incident = given.incident === undefined ? '' : `${situation.incidents[given.incident]}: `;
    const organ = given.organ === undefined ? [] : [say(actorLabel(rulebook, given.organ))];
    const notes = [wordings[language].bases[given.asserted] ?? given.asserted, ...organ];
    const value = words.labelled(
      fact ? say(fact.label) : given.fact,
      valueWords(given.fact, given.value, speaker),
    );
    return `${incident}${value}${words.inBrackets(words.list(notes))}`;
  });
}

function valueWords(factId: string, value: string, { words, rulebook, say }: Speaker): string {
  if (value === 'unknown') return words.unknownValue;
  const fact = indexRulebook(rulebook).find('fact', factId);
  return fact ? say(valueLabel(rulebook, fact, value)) : value;
}

/** By what the answer was made, so that it can be made again. */
export function writeReceipt({ receipt }: Assessment, { speaker, write }: Explanation): void {
  const { words } = speaker;
  write.apart();
  const text = words.labelled(words.receipt, words.receiptText(receipt.engine, receipt.library));
  write.text(text, { tone: 'faint' });
  write.text(words.notAdvice, { tone: 'faint' });
}
