/** Prints counts and survivors in columns. */
import type { Mutant } from './mutants.ts';

export function countTable(tried: readonly Mutant[], survivors: readonly Mutant[]): string {
  const survived = Map.groupBy(survivors, (mutant) => mutant.kind);
  const rows = [...Map.groupBy(tried, (mutant) => mutant.kind)].map(([kind, all]) => {
    const alive = survived.get(kind)?.length ?? 0;
    return [kind, String(all.length), String(all.length - alive), String(alive)];
  });
  return columns([['change', 'tried', 'noticed', 'survived'], ...rows]);
}

export function survivorTable(survivors: readonly Mutant[], place: (mutant: Mutant) => string): string {
  const rows = survivors.map((mutant) => [mutant.item, mutant.kind, mutant.what, place(mutant)]);
  return columns([['survivor', 'change', 'what', 'where'], ...rows]);
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return `${rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}
