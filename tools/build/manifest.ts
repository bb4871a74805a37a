/**
 * The manifest of a published package, from the one in the tree. In the tree `exports` name sources, so that nothing
 * needs to be built or told to Node.js; the package names what was built of them, and has nothing of tests.
 */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

const ofTree = new Set(['private', 'scripts', 'devDependencies']);
/** Helpers of tests stay in the tree. */
export const isOfTests = (path: string): boolean => /(^|\/)(testing|conformance)\/|\.test\./.test(path);

/** `extra` are the files and folders beside `dist` that the package has. */
export function publishedManifest(manifest: Manifest, extra: readonly string[]): Record<string, unknown> {
  const kept = Object.entries(manifest).filter(([field]) => !ofTree.has(field));
  const entries = Object.entries(manifest.exports)
    .filter(([, target]) => !isOfTests(target))
    .map(([entry, target]) => [entry, conditions(target)]);
  return {
    ...Object.fromEntries(kept),
    exports: { ...Object.fromEntries(entries), './package.json': './package.json' },
    files: ['dist', ...extra],
  };
}

/** The types come first: conditions are tried in order. */
const conditions = (target: string): unknown =>
  target.startsWith('./src/')
    ? { types: built(target).replace(/\.js$/, '.d.ts'), default: built(target) }
    : target;

/** Where a source of the tree stands in the package. */
export const built = (source: string): string => source.replace('./src/', './dist/').replace(/\.ts$/, '.js');
