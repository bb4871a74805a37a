/** The shape of reason trees: counting lines, choosing the simplest, joining chains, limiting depth. */
import type { Reason } from '../findings/reason.ts';
import { bilingual } from '../wording/languages.ts';

function countLines(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, reason) => sum + 1 + countLines(reason.children), 0);
}

/** The group with the fewest lines; the first of several. A group that says nothing is no explanation. */
export function simplest(groups: readonly (readonly Reason[])[]): readonly Reason[] {
  let best: readonly Reason[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const lines = countLines(group);
    if (lines > 0 && lines < fewest) {
      best = group;
      fewest = lines;
    }
  }
  return best;
}

/** A term that rests on one given fact alone is said in one line with it. */
export function collapse(reason: Reason): Reason {
  const only = reason.children.length === 1 ? reason.children[0] : undefined;
  if (!only || reason.basis !== undefined || reason.item === undefined) return reason;
  if (only.children.length > 0 || only.basis === undefined || only.basis === 'law') return reason;
  if (only.value !== reason.value) return reason;
  const same = only.text.en === reason.text.en;
  return {
    ...reason,
    text: same ? reason.text : bilingual((wording, say) => wording.nested(say(reason.text), say(only.text))),
    basis: only.basis,
    ...(only.organ === undefined ? {} : { organ: only.organ }),
    citations: [...reason.citations, ...only.citations],
    children: [],
  };
}

/** Below the last level, only the leaves are kept, so that what blocks is never lost. */
export function capDepth(reason: Reason, levels: number): Reason {
  const children =
    levels > 1 ? reason.children.map((child) => capDepth(child, levels - 1)) : distinct(leaves(reason));
  return { ...reason, children };
}

function leaves(reason: Reason): readonly Reason[] {
  return reason.children.flatMap((child) => (child.children.length === 0 ? [child] : leaves(child)));
}

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    const key = `${reason.value} ${reason.text.en}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
