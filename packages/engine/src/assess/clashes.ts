/** Findings of different legal orders that cannot both be followed. Both stand; the clash is shown. */
import { opposed } from '../circuit/precedence.ts';
import { actorLabel } from '../explain/labels.ts';
import { ruleClause } from '../explain/rule-words.ts';
import type { Finding } from '../findings/finding.ts';
import { indexRulebook, madeOnce } from '../rulebook/index.ts';
import type { Norm, Rulebook } from '../rulebook/schema.ts';
import { bilingual } from '../wording/languages.ts';
import type { Assessment } from './assessment.ts';

export function clashesAmong(rulebook: Rulebook, findings: readonly Finding[]): Assessment['clashes'] {
  const index = indexRulebook(rulebook);
  const clashes = new Map<string, Assessment['clashes'][number]>();
  const contended = contendedNorms(rulebook);
  const applying = findings.filter((finding) => finding.outcome === 'applies' && contended.has(finding.norm));
  // Only rules on the same act of the same party can clash.
  const together = Map.groupBy(applying, (finding) => `${index.partyOf(finding.bearer)} ${finding.act}`);
  for (const group of together.values()) {
    group.forEach((left, position) => {
      for (const right of group.slice(position + 1)) {
        // What is soonest told comes first: of several incidents most pairs meet in none.
        if (left.order === right.order || !sameIncident(left, right)) continue;
        const [first, second] = [index.norm(left.norm), index.norm(right.norm)];
        if (!opposed(first, second)) continue;
        const bearer = index.partyOf(left.bearer);
        const label = actorLabel(rulebook, bearer);
        const clauses = [
          ruleClause(rulebook, first, left.bearer),
          ruleClause(rulebook, second, right.bearer),
        ];
        const text = bilingual((wording, say) => {
          const [one = '', other = ''] = clauses.map(say);
          return wording.clash(say(label), one, other);
        });
        clashes.set(`${left.norm} ${right.norm} ${bearer}`, {
          left: left.norm,
          right: right.norm,
          bearer,
          text,
        });
      }
    });
  }
  return [...clashes.values()];
}

/** The norms that some norm of another legal order opposes: few of all. */
const contendedNorms = madeOnce(({ norms }): ReadonlySet<string> => {
  const parted = (left: Norm, right: Norm): boolean => left.order !== right.order && opposed(left, right);
  return new Set(
    [...Map.groupBy(norms, ({ act }) => act).values()].flatMap((alike) =>
      alike.flatMap((norm) => (alike.some((other) => parted(norm, other)) ? [norm.id] : [])),
    ),
  );
});

/** A finding about the whole situation meets those about each of its incidents. */
const sameIncident = (left: Finding, right: Finding): boolean =>
  left.incident === undefined || right.incident === undefined || left.incident === right.incident;
