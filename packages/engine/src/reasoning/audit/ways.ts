/** What else whoever does an act does: the acts that it is a way to, and those that these are ways to. */
import type { Rulebook } from '../../rulebook/schema.ts';

/** For an act, itself and every act that it is a way to. */
export function actsDone(rulebook: Rulebook): (act: string) => ReadonlySet<string> {
  const ways = new Map(rulebook.acts.map((act) => [act.id, act.ways ?? []]));
  const known = new Map<string, ReadonlySet<string>>();
  return (act) => {
    let done = known.get(act);
    if (!done) {
      const found = new Set([act]);
      for (const each of found) for (const general of ways.get(each) ?? []) found.add(general);
      done = found;
      known.set(act, done);
    }
    return done;
  };
}
