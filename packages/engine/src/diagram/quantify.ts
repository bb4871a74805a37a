/** What holds for every answer, or for some answer, to some of the questions of a diagram. */
import { type Diagram, type DiagramManager, not } from './manager.ts';

/** For each level: the classes that count, or undefined where all of them do. */
export type Allowed = readonly (readonly number[] | undefined)[];

/** The function that holds where `diagram` holds for every answer to the levels that `over` selects. */
export function forAll(
  manager: DiagramManager,
  diagram: Diagram,
  over: (level: number) => boolean,
  allowed?: Allowed,
): Diagram {
  const memo = new Map<Diagram, Diagram>();
  const visit = (of: Diagram): Diagram => {
    const level = manager.levelOf(of);
    const size = manager.domains[level];
    if (size === undefined) return of;
    const known = memo.get(of);
    if (known !== undefined) return known;
    let result: Diagram;
    if (over(level)) {
      const classes = allowed?.[level];
      const children = classes
        ? classes.map((value) => visit(manager.child(of, level, value)))
        : Array.from({ length: size }, (_, value) => visit(manager.child(of, level, value)));
      result = manager.all([...new Set(children)]);
    } else {
      result = manager.branch(
        level,
        Array.from({ length: size }, (_, value) => visit(manager.child(of, level, value))),
      );
    }
    memo.set(of, result);
    return result;
  };
  return visit(diagram);
}

/** The function that holds where `diagram` holds for some answer to the levels that `over` selects. */
export function forSome(
  manager: DiagramManager,
  diagram: Diagram,
  over: (level: number) => boolean,
  allowed?: Allowed,
): Diagram {
  return not(forAll(manager, not(diagram), over, allowed));
}

/** The function with single levels answered; levels with several allowed classes, or all, stay as they are. */
export function fix(manager: DiagramManager, diagram: Diagram, allowed: Allowed): Diagram {
  return forAll(manager, diagram, (level) => allowed[level]?.length === 1, allowed);
}

/**
 * The function with levels answered as far as they are: classes that are not allowed behave like the first that
 * is, so that the function depends on a level only where two allowed answers part it.
 */
export function confine(manager: DiagramManager, diagram: Diagram, allowed: Allowed): Diagram {
  const memo = new Map<Diagram, Diagram>();
  const visit = (of: Diagram): Diagram => {
    const level = manager.levelOf(of);
    const size = manager.domains[level];
    if (size === undefined) return of;
    const known = memo.get(of);
    if (known !== undefined) return known;
    const classes = allowed[level];
    let result: Diagram;
    if (classes === undefined) {
      result = manager.branch(
        level,
        Array.from({ length: size }, (_, value) => visit(manager.child(of, level, value))),
      );
    } else {
      const first = visit(manager.child(of, level, classes[0] as number));
      result =
        classes.length === 1
          ? first
          : manager.branch(
              level,
              Array.from({ length: size }, (_, value) =>
                classes.includes(value) ? visit(manager.child(of, level, value)) : first,
              ),
            );
    }
    memo.set(of, result);
    return result;
  };
  return visit(diagram);
}
