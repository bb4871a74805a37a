/** Which norm of one side answers to which of the other. */
import type { FindingRoot } from '../circuit/circuit.ts';
import type { Law } from '../diagram/law.ts';
import { indexRulebook } from '../rulebook/index.ts';
import type { DifferenceSide } from './difference-side.ts';

export interface Pair {
  readonly before?: FindingRoot | undefined;
  readonly after?: FindingRoot | undefined;
  readonly succession?: 'continues' | 'replaces' | undefined;
}

/** Norms matched by name and bearer; a norm without a counterpart, by what it continues or replaces. */
export function pairsOf(law: Law, [from, to]: readonly [DifferenceSide, DifferenceSide]): readonly Pair[] {
  const key = (root: FindingRoot, norm = root.norm): string =>
    `${norm} ${root.bearer} ${root.incident ?? ''}`;
  const before = new Map(from.circuit.findings.map((root) => [key(root), root]));
  const after = new Map(to.circuit.findings.map((root) => [key(root), root]));
  const never = (root: FindingRoot | undefined, scene: number): boolean =>
    root === undefined || law.restricted(root.node, scene) === 0;
  const pairs: Pair[] = [];
  const matched = new Set<string>();
  for (const [name, root] of after) {
    const own = before.get(name);
    if (never(own, 0) && !never(root, 1)) {
      const norm = indexRulebook(to.rulebook).find('norm', root.norm);
      const succeeded = [
        ...(norm?.continues ?? []).map((id) => ['continues', id] as const),
        ...(norm?.replaces ?? []).map((id) => ['replaces', id] as const),
      ].flatMap(([succession, id]) => {
        const old = before.get(key(root, id));
        return old && !never(old, 0) && never(after.get(key(root, id)), 1) ? [{ succession, old }] : [];
      })[0];
      if (succeeded) {
        matched.add(key(succeeded.old));
        matched.add(name);
        pairs.push({ before: succeeded.old, after: root, succession: succeeded.succession });
        continue;
      }
    }
    pairs.push({ before: own, after: root });
  }
  const rest: readonly Pair[] = [...before].flatMap(([name, root]) =>
    after.has(name) ? [] : [{ before: root }],
  );
  return [...pairs, ...rest].filter(
    (pair) => pair.succession !== undefined || !matched.has(key((pair.before ?? pair.after) as FindingRoot)),
  );
}
