/** Which norms defeat which: only within one legal order, and only norms that cannot both be followed. */
import type { Norm } from '../rulebook/schema.ts';

/** True where following one norm is incompatible with the other, on the same act. */
export function opposed(left: Norm, right: Norm): boolean {
  return left.act === right.act && (excludes(left, right) || excludes(right, left));
}

export function defeats(prevailing: Norm, defeated: Norm): boolean {
  return prevailing.order === defeated.order && opposed(prevailing, defeated);
}

export function excludes(left: Norm, right: Norm): boolean {
  return (
    (left.kind === 'prohibition' &&
      (right.kind === 'duty' || right.kind === 'permission' || right.kind === 'power')) ||
    (left.kind === 'immunity' && right.kind === 'duty')
  );
}
