// Draws the cases of this trial: ten of each list, in an order that the seed alone decides. The seed is
// the day of the trial and was written here before the first draw; a case that cannot be put to any
// system of this kind is said to be so in the expectations, and stays in the count.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const seed = 20261127;
const drawnOfEachList = 10;

const listsSchema = z.object({
  lists: z.record(z.string(), z.array(z.object({ id: z.string(), document: z.string() }))),
});

/** A stream of numbers in [0, 1) from a 32-bit seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The entries in the order of the draw (Fisher and Yates). */
function shuffled<Entry>(entries: readonly Entry[], random: () => number): Entry[] {
  const order = [...entries];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [at, from] = [order[last], order[other]];
    if (at === undefined || from === undefined) continue;
    order[last] = from;
    order[other] = at;
  }
  return order;
}

const { lists } = listsSchema.parse(parse(readFileSync(new URL('lists.yaml', import.meta.url), 'utf8')));
const random = randomFrom(seed);
for (const [name, entries] of Object.entries(lists)) {
  const order = shuffled(entries, random).map((entry) => entry.id);
  process.stdout.write(
    `${name}: ${order.slice(0, drawnOfEachList).join(' ')}\n  next: ${order.slice(drawnOfEachList).join(' ')}\n`,
  );
}
