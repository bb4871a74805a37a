/** The claims ledger, one claim with its proofs, and the complaints of `check` where a verdict does not stand. */
import type { CheckedClaim, CheckedVerdict, Claim, Complaint, Rulebook } from '@anpo/engine';
import type { Context } from '../context.ts';
import { claimComplaint, foundWords } from '../messages/claim-words.ts';
import { Page } from './page.ts';
import { printProof } from './proof.ts';

const verdictOrder = ['holds', 'fails', 'holds-in-part', 'contested', 'outside'] as const;

export function renderClaims(
  claims: readonly Claim[],
  checked: ReadonlyMap<string, CheckedClaim>,
  context: Context,
): string {
  const { messages, paint, language } = context;
  const { reasoning } = messages;
  const page = new Page(context);
  page.heading(reasoning.claimsTitle, paint.heading, '═');
  if (claims.length === 0) page.text(reasoning.noClaims);
  for (const verdict of verdictOrder) {
    const members = claims.filter(({ verdicts }) => verdicts[0]?.verdict === verdict);
    if (members.length === 0) continue;
    page.blank();
    page.heading(
      reasoning.claimsHeading(messages.verdicts[verdict] ?? verdict, members.length),
      paint.heading,
    );
    for (const claim of members) {
      const results = checked.get(claim.id)?.verdicts ?? [];
      const wrong = results.filter(({ agrees }) => !agrees);
      const sign = wrong.length > 0 ? paint.bad('✗') : results.length > 0 ? paint.good('✓') : '·';
      const basis = claim.query === undefined ? messages.inBrackets(reasoning.byEvidence) : '';
      page.text(`${claim.says[language]}${basis} [${claim.id}]`, `  ${sign} `);
      for (const each of results)
        if (results.length > 1 || !each.agrees) page.text(verdictText(each, context), '      ', paint.faint);
    }
  }
  page.blank();
  const results = [...checked.values()];
  const wrong = results.filter(({ verdicts }) => verdicts.some(({ agrees }) => !agrees)).length;
  page.text(reasoning.claimCounts(claims.length, results.length, wrong));
  return page.toString();
}

export function renderClaim(
  claim: Claim,
  checked: CheckedClaim | undefined,
  rulebook: Rulebook,
  full: boolean,
  context: Context,
): string {
  const { messages, paint, language } = context;
  const { reasoning } = messages;
  const page = new Page(context);
  page.heading(reasoning.claimTitle(claim.id), paint.heading, '═');
  const row = (label: string, text: string): void => page.text(text, messages.labelled(label, ''));
  row(messages.labels.says, claim.says[language]);
  if (claim.query) row(messages.labels.query, claim.query.text);
  if (claim.evidence.length > 0) row(reasoning.evidence, messages.list(claim.evidence));
  if (claim.correction) row(messages.labels.correction, claim.correction[language]);
  for (const source of claim.citations) {
    const title = rulebook.sources.find(({ id }) => id === source.source)?.title[language] ?? source.source;
    row(messages.sources, source.at === undefined ? title : `${title}, ${source.at}`);
  }
  for (const [index, stated] of claim.verdicts.entries()) {
    const result = checked?.verdicts[index];
    page.blank();
    const words = result
      ? verdictText(result, context)
      : (messages.verdicts[stated.verdict] ?? stated.verdict);
    page.text(words, '', result && !result.agrees ? paint.bad : paint.strong);
    if (stated.note) page.text(stated.note[language], '  ');
    for (const proof of result?.proofs ?? [])
      if (claim.query) printProof(proof, claim.query, rulebook, full, page, context);
  }
  return page.toString();
}

function verdictText({ view, stated, found, agrees }: CheckedVerdict, context: Context): string {
  const { messages } = context;
  const { verdicts, reasoning } = messages;
  const where = view === undefined ? '' : messages.inBrackets(messages.inView(view));
  const word = verdicts[stated] ?? stated;
  if (agrees && (found === undefined || found === stated)) return `${word}${where}`;
  return `${reasoning.verdictDiffers(word, foundWords(found, messages))}${where}`;
}

/** One complaint a claim whose stated verdict is not what the proof finds. */
export function claimComplaints(
  rulebook: Rulebook,
  checked: ReadonlyMap<string, CheckedClaim>,
): readonly Complaint[] {
  return rulebook.claims.flatMap(({ id, position }) =>
    (checked.get(id)?.verdicts ?? [])
      .filter(({ agrees }) => !agrees)
      .map(({ view, stated, found }) =>
        claimComplaint('verdict-differs', { claim: id, view, stated, found }, { where: position }),
      ),
  );
}
