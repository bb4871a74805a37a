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

/** Without the alternatives that say again what another says. */
export function distinctGroups(groups: readonly (readonly Reason[])[]): readonly (readonly Reason[])[] {
  const seen = new Set<string>();
  return groups.filter((group) => {
    const key = group.map(({ value, text }) => `${value} ${text.en}`).join('\n');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
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
  // What only holds lines together is no level: a cut through it would make each of them a way of its own.
  const children =
    levels > 1 || reason.group !== undefined
      ? reason.children.map((child) => capDepth(child, child.group === undefined ? levels - 1 : levels))
      : distinct(leaves(reason));
  return { ...reason, children };
}

/** The lines at the ends; alternatives stay together. */
function leaves(reason: Reason): readonly Reason[] {
  return reason.children.flatMap((child) => {
    if (child.children.length === 0) return [child];
    return child.group === undefined ? leaves(child) : [{ ...child, children: grouped(child) }];
  });
}

const grouped = (reason: Reason): readonly Reason[] => distinct(leaves(reason));

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    const key = `${reason.value} ${reason.text.en}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
