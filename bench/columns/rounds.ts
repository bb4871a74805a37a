/** Short interleaved rounds: every contender runs once in every round, so that a busy moment hits all alike. */

export interface Contender {
  readonly name: string;
  /** Rows that one run evaluates. */
  readonly rows: number;
  /** Runs once; may answer the seconds it measured itself, where starting a process must not count. */
  readonly run: () => unknown;
}

/** The median rate of each, in rows a second. */
export async function interleave(
  contenders: readonly Contender[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, rows, run } of contenders) {
      const start = performance.now();
      const measured = await run();
      const seconds = typeof measured === 'number' ? measured : (performance.now() - start) / 1000;
      // The first round warms up.
      if (round > 0) rates.get(name)?.push(rows / seconds);
    }
  }
  return new Map(
    [...rates].map(([name, list]) => [name, list.sort((a, b) => a - b)[list.length >> 1] as number]),
  );
}

export const millions = (rate: number): string => {
  const value = rate / 1e6;
  return value >= 10 ? value.toFixed(0) : value >= 0.1 ? value.toFixed(2) : value.toPrecision(2);
};
