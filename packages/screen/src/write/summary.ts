/** The counts of a screening as CSV: a record for each norm, year and party. */
import type { SummaryRow } from '../count/summary.ts';
import { csvRecord } from './csv.ts';

export function summaryCsv({
  summary,
  logic,
}: {
  readonly summary: readonly SummaryRow[];
  readonly logic: string;
}): string {
  const head = ['finding', 'year', 'party', 'applies', 'undetermined', 'does_not_apply', 'logic'];
  const rows = summary.map(({ finding, year, party, applies, undetermined, doesNotApply }) => [
    finding,
    year,
    party,
    applies,
    undetermined,
    doesNotApply,
    logic,
  ]);
  return [head, ...rows].map(csvRecord).join('');
}
