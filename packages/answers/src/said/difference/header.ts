/** The head of a difference: what it rests on, what was compared, how much changed. */
import type { Difference } from '@anpo/engine';
import type { NormDifference } from '@anpo/engine/reasoning';
import { instrumentLabel } from '@anpo/engine/wording';
import type { AnswerWriter } from '../../answer/writer.ts';
import type { NamedSide } from '../../questions/sides.ts';
import type { Speaker } from '../../speaker.ts';
import { kindOrder } from './groups.ts';

/** What the title says, two days, is said again only where all is said; so is the view that is the default. */
export function writeHeader(
  { norms, unchanged, identical, assumed }: Difference,
  sides: readonly [NamedSide, NamedSide],
  full: boolean,
  write: AnswerWriter,
  speaker: Speaker,
): void {
  const { words } = speaker;
  const { reasoning } = words;
  const [from, to] = sides;
  const sameView = from.view === to.view;
  const inTitle = !full && sides.every(({ kind, side }) => kind === 'date' && side.known === undefined);
  const counted = kindCounts(norms, speaker);
  write.rows([
    ...(assumed.length === 0 ? [] : [{ label: reasoning.condition, text: reasoning.standingHere }]),
    ...(inTitle
      ? []
      : [
          { label: reasoning.from, text: sideText(from, !sameView, speaker) },
          { label: reasoning.to, text: sideText(to, !sameView, speaker) },
        ]),
    ...(sameView && (full || to.view !== 'all') ? [{ label: words.view, text: viewText(to, speaker) }] : []),
    {
      label: reasoning.changed,
      text: full
        ? `${reasoning.changedCounts(norms.length, unchanged, identical)}${counted}`
        : reasoning.changedShort(norms.length, counted, unchanged),
    },
  ]);
}

/** Instruments that ended in between and are not wholly encoded: what stood there cannot show as continued. */
export function writeNotEncoded(
  sides: readonly [NamedSide, NamedSide],
  write: AnswerWriter,
  { words, language }: Speaker,
): void {
  const [from, to] = sides;
  const { rulebook } = from.side;
  for (const { id, period } of rulebook.instruments) {
    const { until } = period;
    if (until === undefined || until <= from.side.on || until > to.side.on) continue;
    const own = rulebook.provisions.filter(({ instrument }) => instrument === id);
    const open = own.filter(({ status }) => status === 'not-encoded').length;
    if (open === 0) continue;
    const label = instrumentLabel(rulebook, id)[language];
    write.text(words.reasoning.notEncoded(label, open, own.length), { tone: 'faint' });
  }
}

/** How many of each kind, in brackets. */
export function kindCounts(changes: readonly NormDifference[], { words }: Speaker): string {
  const { reasoning } = words;
  const counts = kindOrder.flatMap((kind) => {
    const number = changes.filter((change) => change.kind === kind).length;
    return number === 0 ? [] : [reasoning.kindCount(reasoning.changeKinds[kind] as string, number)];
  });
  return counts.length === 0 ? '' : words.inBrackets(words.list(counts));
}

function viewText({ side, view }: NamedSide, { words, language }: Speaker): string {
  const found = [...side.rulebook.views, ...side.rulebook.holders].find(({ id }) => id === view);
  return found ? words.reasoning.sideKinds.view(found.label[language]) : words.allViews;
}

function sideText(named: NamedSide, withView: boolean, speaker: Speaker): string {
  const { side, text, kind } = named;
  const { words } = speaker;
  const { sideKinds } = words.reasoning;
  const parts = [
    ...(kind === 'directory' ? [sideKinds.library(text)] : []),
    ...(kind === 'revision' ? [sideKinds.revision(text)] : []),
    sideKinds.date(side.on),
    ...(withView ? [viewText(named, speaker)] : []),
    ...(side.known === undefined ? [] : [words.knownOnly(side.known)]),
  ];
  return words.semicolons(parts);
}
