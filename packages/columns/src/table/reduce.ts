/**
 * Reduces a table of all combinations to few rows. A row is a box: for each variable a set of values. Values that
 * never differ are taken as one; boxes are grown until nothing can be added; then as few boxes as possible are
 * chosen: exactly where the search is short, else greedily and without a box that others make superfluous.
 */

export interface TableRow {
  /** For each variable the positions of its values; undefined: any. */
  readonly values: readonly (readonly number[] | undefined)[];
  readonly outcome: number;
}

/** `outcomes` holds a code for each combination, the last variable changing fastest. */
export function reduceTable(sizes: readonly number[], outcomes: Uint8Array): readonly TableRow[] {
  const classes = sizes.map((_, variable) => equalValues(sizes, outcomes, variable));
  const small = classes.map((members) => members.length);
  const merged = new Uint8Array(small.reduce((product, size) => product * size, 1));
  for (let cell = 0; cell < merged.length; cell++) {
    const at = coordinates(cell, small);
    merged[cell] = outcomes[
      index(
        at.map((value, variable) => classes[variable]?.[value]?.[0] as number),
        sizes,
      )
    ] as number;
  }
  const rows: TableRow[] = [];
  for (const outcome of [1, 0, 2]) {
    for (const box of cover(small, merged, outcome)) {
      rows.push({
        outcome,
        values: box.map((set, variable) => {
          const members = classes[variable] as readonly (readonly number[])[];
          return set.length === members.length
            ? undefined
            : set.flatMap((value) => members[value] as readonly number[]).sort((a, b) => a - b);
        }),
      });
    }
  }
  return rows;
}

type Box = readonly (readonly number[])[];

/** Values of a variable in groups that come to the same whatever the others are. */
function equalValues(
  sizes: readonly number[],
  outcomes: Uint8Array,
  variable: number,
): readonly (readonly number[])[] {
  const after = sizes.slice(variable + 1).reduce((product, size) => product * size, 1);
  const size = sizes[variable] as number;
  const columns = Array.from({ length: size }, () => [] as number[]);
  outcomes.forEach((outcome, cell) => void columns[Math.floor(cell / after) % size]?.push(outcome));
  return [...Map.groupBy(columns.keys(), (value) => (columns[value] as number[]).join('')).values()];
}

function coordinates(cell: number, sizes: readonly number[]): number[] {
  const at: number[] = [];
  let rest = cell;
  for (let variable = sizes.length - 1; variable >= 0; variable--) {
    const size = sizes[variable] as number;
    at[variable] = rest % size;
    rest = Math.floor(rest / size);
  }
  return at;
}

const index = (at: readonly number[], sizes: readonly number[]): number =>
  at.reduce((sum, value, variable) => sum * (sizes[variable] as number) + value, 0);

/** The boxes that cover all cells of an outcome and no other. */
function cover(sizes: readonly number[], outcomes: Uint8Array, outcome: number): readonly Box[] {
  const cells = [...outcomes.keys()].filter((cell) => outcomes[cell] === outcome);
  const boxes = new Map<string, { box: Box; cells: ReadonlySet<number> }>();
  for (const cell of cells) {
    for (const order of orders(sizes.length)) {
      const box = grow(cell, order, sizes, outcomes, outcome);
      const key = JSON.stringify(box);
      if (!boxes.has(key)) boxes.set(key, { box, cells: new Set(cellsOf(box, sizes)) });
    }
  }
  return choose(cells, [...boxes.values()]);
}

/** Different orders of growing give different boxes; a few are enough for tables that people read. */
function orders(count: number): readonly (readonly number[])[] {
  const plain = Array.from({ length: count }, (_, variable) => variable);
  if (count > 4) return plain.map((start) => [...plain.slice(start), ...plain.slice(0, start)]);
  const permute = (rest: readonly number[]): number[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((one) => permute(rest.filter((other) => other !== one)).map((tail) => [one, ...tail]));
  return permute(plain);
}

function grow(
  cell: number,
  order: readonly number[],
  sizes: readonly number[],
  outcomes: Uint8Array,
  outcome: number,
): Box {
  const box: number[][] = coordinates(cell, sizes).map((value) => [value]);
  for (const variable of order) {
    for (let value = 0; value < (sizes[variable] as number); value++) {
      if (box[variable]?.includes(value)) continue;
      const slice = box.map((set, each) => (each === variable ? [value] : set));
      if (cellsOf(slice, sizes).every((each) => outcomes[each] === outcome)) box[variable]?.push(value);
    }
  }
  return box.map((set) => set.sort((a, b) => a - b));
}

function cellsOf(box: Box, sizes: readonly number[]): number[] {
  return box.reduce<number[]>(
    (cells, set, variable) =>
      cells.flatMap((cell) => set.map((value) => cell * (sizes[variable] as number) + value)),
    [0],
  );
}

interface Candidate {
  readonly box: Box;
  readonly cells: ReadonlySet<number>;
}

const MOST_STEPS = 20_000;

function choose(cells: readonly number[], candidates: readonly Candidate[]): readonly Box[] {
  let best = greedy(cells, candidates);
  let steps = 0;
  const search = (left: ReadonlySet<number>, taken: readonly Candidate[]): void => {
    if (left.size === 0) {
      if (taken.length < best.length) best = taken;
      return;
    }
    if (taken.length + 1 >= best.length || steps++ > MOST_STEPS) return;
    // The cell with the fewest boxes decides first.
    let few: readonly Candidate[] | undefined;
    for (const cell of left) {
      const holding = candidates.filter((candidate) => candidate.cells.has(cell));
      if (!few || holding.length < few.length) few = holding;
      if (few.length === 1) break;
    }
    for (const candidate of few ?? []) {
      search(new Set([...left].filter((cell) => !candidate.cells.has(cell))), [...taken, candidate]);
    }
  };
  if (cells.length <= 400) search(new Set(cells), []);
  return best.map(({ box }) => box);
}

function greedy(cells: readonly number[], candidates: readonly Candidate[]): readonly Candidate[] {
  const left = new Set(cells);
  const taken: Candidate[] = [];
  const gain = (candidate: Candidate): number => [...candidate.cells].filter((cell) => left.has(cell)).length;
  while (left.size > 0) {
    const best = candidates.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    taken.push(best);
    for (const cell of best.cells) left.delete(cell);
  }
  // Later boxes may have made an earlier one superfluous.
  for (const candidate of [...taken]) {
    const others = taken.filter((other) => other !== candidate);
    if ([...candidate.cells].every((cell) => others.some((other) => other.cells.has(cell)))) {
      taken.splice(taken.indexOf(candidate), 1);
    }
  }
  return taken;
}
