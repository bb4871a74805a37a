/** The claims ledger, one claim with its proofs, and the complaints of `check` where a verdict does not stand. */
import type { CheckedClaim, Complaint, Rulebook } from '@anpo/engine';
import type { CheckedVerdict } from '@anpo/engine/reasoning';
import type { Claim } from '@anpo/engine/rulebook';
import { indexRulebook } from '@anpo/engine/rulebook';
import type { Answer } from '../answer/answer.ts';
import { AnswerWriter } from '../answer/writer.ts';
import { answersComplaint } from '../complaints/codes.ts';
import type { Speaker } from '../speaker.ts';
import { ifAssumed, writeProof } from './proof.ts';

const verdictOrder = ['holds', 'fails', 'holds-in-part', 'contested', 'outside'] as const;

export function sayClaims(
  claims: readonly Claim[],
  checked: ReadonlyMap<string, CheckedClaim>,
  speaker: Speaker,
): Answer {
  const { words, say, language } = speaker;
  const { reasoning } = words;
  const write = new AnswerWriter();
  write.chapter(reasoning.claimsTitle);
  if (claims.length === 0) write.text(reasoning.noClaims);
  for (const verdict of verdictOrder) {
    const members = claims.filter(({ verdicts }) => verdicts[0]?.verdict === verdict);
    if (members.length === 0) continue;
    write.apart();
    write.section(reasoning.claimsHeading(words.verdicts[verdict] ?? verdict, members.length));
    for (const claim of members) {
      const results = checked.get(claim.id)?.verdicts ?? [];
      const wrong = results.some(({ agrees }) => !agrees);
      const basis = claim.query === undefined ? words.inBrackets(reasoning.byEvidence) : '';
      write.text(
        [
          `${say(claim.says)}${basis} [`,
          { text: claim.id, item: { collection: 'claims', id: claim.id } },
          `]${conditionOf(results, speaker)}`,
        ],
        { depth: 1, marker: wrong ? 'fails' : 'dot' },
      );
      for (const each of results)
        if (results.length > 1 || !each.agrees)
          write.text(verdictText(each, speaker), { depth: 3, tone: 'faint' });
    }
  }
  write.apart();
  const results = [...checked.values()];
  const wrong = results.filter(({ verdicts }) => verdicts.some(({ agrees }) => !agrees)).length;
  write.text(reasoning.claimCounts(claims.length, results.length, wrong));
  return write.answer('claims', language);
}

export function sayClaim(
  claim: Claim,
  checked: CheckedClaim | undefined,
  full: boolean,
  speaker: Speaker,
): Answer {
  const { words, rulebook, say, language } = speaker;
  const { reasoning } = words;
  const write = new AnswerWriter();
  write.chapter(reasoning.claimTitle(claim.id));
  const row = (label: string, text: string): void =>
    write.text(text, { marker: { label: words.labelled(label, '') } });
  row(words.labels.says, say(claim.says));
  if (claim.query) row(words.labels.query, claim.query.text);
  if (claim.evidence.length > 0) row(reasoning.evidence, words.list(claim.evidence));
  if (claim.correction) row(words.labels.correction, say(claim.correction));
  for (const { source, at } of claim.citations) {
    const found = indexRulebook(rulebook).find('source', source);
    const title = found ? say(found.title) : source;
    row(words.sources, at === undefined ? title : `${title}, ${at}`);
  }
  for (const [index, stated] of claim.verdicts.entries()) {
    const result = checked?.verdicts[index];
    write.apart();
    const text = result ? verdictText(result, speaker) : (words.verdicts[stated.verdict] ?? stated.verdict);
    const condition = result ? conditionOf([result], speaker) : '';
    write.text(`${text}${condition}`, { tone: result && !result.agrees ? 'fails' : 'strong' });
    if (stated.note) write.text(say(stated.note), { depth: 1 });
    for (const proof of result?.proofs ?? [])
      if (claim.query) writeProof(proof, claim.query, full, write, speaker);
  }
  return write.answer('claims', language);
}

/** What the verdicts of a claim rest on besides the law, in brackets. */
function conditionOf(results: readonly CheckedVerdict[], speaker: Speaker): string {
  const restsOn = new Set(results.flatMap(({ proofs }) => proofs.flatMap((proof) => proof.restsOn)));
  const condition = ifAssumed([...restsOn], speaker);
  return condition === undefined ? '' : speaker.words.inBrackets(condition);
}

/** A verdict of a proof in words; `not-decided` has none among the verdicts a claim may state. */
function foundWords(found: CheckedVerdict['found'], { words }: Speaker): string {
  if (found === undefined) return words.reasoning.byEvidence;
  return words.verdicts[found] ?? words.reasoning.notDecided;
}

function verdictText({ view, stated, found, agrees }: CheckedVerdict, speaker: Speaker): string {
  const { words } = speaker;
  const { verdicts, reasoning } = words;
  const where = view === undefined ? '' : words.inBrackets(words.inView(view));
  const word = verdicts[stated] ?? stated;
  if (agrees && (found === undefined || found === stated)) return `${word}${where}`;
  return `${reasoning.verdictDiffers(word, foundWords(found, speaker))}${where}`;
}

/** A complaint for each claim whose stated verdict is not what the proof finds. */
export const claimComplaints = (
  rulebook: Rulebook,
  checked: ReadonlyMap<string, CheckedClaim>,
): readonly Complaint[] =>
  rulebook.claims.flatMap((claim) =>
    (checked.get(claim.id)?.verdicts ?? []).flatMap(({ view, stated, found, agrees }) =>
      agrees
        ? []
        : [
            answersComplaint(
              'claim-wrong',
              { claim: claim.id, view, stated, found },
              { where: claim.position },
            ),
          ],
    ),
  );
