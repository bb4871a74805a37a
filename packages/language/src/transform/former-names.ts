/** Enters the former names of elements and of values into a Rulebook: one form for every kind of element. */
import type { Rulebook } from '@anpo/engine';
import type * as ast from '../generated/ast.ts';
import { instrumentBefore } from '../scope.ts';

interface Named {
  readonly id: string;
  formerly?: string[] | undefined;
}

export function enterFormerNames(rulebook: Rulebook, libraries: readonly ast.Library[]): void {
  const former = new Map<string, string[]>();
  for (const element of libraries.flatMap(({ elements }) => elements)) {
    const before = element.$type === 'Provision' ? `${instrumentBefore(element) ?? ''}/` : '';
    if (element.formerly.length > 0) {
      former.set(
        `${before}${element.name}`,
        element.formerly.map((name) => `${before}${name}`),
      );
    }
    if (element.$type !== 'Fact' || !element.choices.some(({ formerly }) => formerly.length > 0)) continue;
    const fact = rulebook.facts.find(({ id }) => id === element.name);
    enter(
      new Map(
        element.choices
          .filter(({ formerly }) => formerly.length > 0)
          .map((each) => [each.name, each.formerly]),
      ),
      fact?.choices ?? [],
    );
  }
  for (const items of Object.values(rulebook)) if (Array.isArray(items)) enter(former, items);
}

function enter(former: ReadonlyMap<string, string[]>, items: readonly Named[]): void {
  if (former.size === 0) return;
  for (const item of items) {
    const names = former.get(item.id);
    if (names) item.formerly = names;
  }
}
