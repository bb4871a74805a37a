/** Whether this code runs from its sources, in the tree that it is written in, or built, from a package. */
export const runsFromSources = import.meta.url.endsWith('.ts');
