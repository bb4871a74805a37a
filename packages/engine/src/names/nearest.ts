/** The names nearest to a misspelt one, by edit distance, for "did you mean". */

export function nearest(text: string, candidates: readonly string[], most: number): readonly string[] {
  const limit = Math.max(2, Math.floor(text.length / 3));
  const lower = text.toLowerCase();
  return candidates
    .map((name) => ({ name, distance: score(lower, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

function score(text: string, name: string): number {
  // A name that holds the whole text, or the reverse, is near whatever its length.
  if (text.length >= 3 && (name.includes(text) || text.includes(name))) return 1;
  // The beginning of a longer name, misspelt: `armed-atack` for `armed-attack-found`.
  if (
    text.length >= 6 &&
    name.length > text.length &&
    editDistance(text, name.slice(0, text.length + 1)) <= 1
  ) {
    return 2;
  }
  if (Math.abs(text.length - name.length) > Math.max(2, text.length / 3)) return Number.POSITIVE_INFINITY;
  return editDistance(text, name);
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
