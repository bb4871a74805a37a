/**
 * The engine's version, as receipts record it. What it was made from is told by a hash of the sources that whoever
 * opens a library hands in (`LibraryOptions.engineHash`): a file with the hash would change with every change of
 * any source, and lie in the way of every merge.
 */
export const ENGINE_VERSION = '0.1.0';
