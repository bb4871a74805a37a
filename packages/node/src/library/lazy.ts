/** Properties that are worked out when first read: the reference data of a library are read only where something asks. */

/** Adds to an object properties that are computed once, on first use; they are enumerable, so JSON has them. */
export function withLazy<T extends object, L extends object>(
  object: T,
  properties: { readonly [K in keyof L]: () => L[K] },
): T & L {
  for (const key of Object.keys(properties) as (keyof L & string)[]) {
    Object.defineProperty(object, key, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = properties[key]();
        Object.defineProperty(object, key, { enumerable: true, value });
        return value;
      },
    });
  }
  return object as T & L;
}
