/** Who imports whom, read from the files: type imports count, since a reader follows them as well. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** From each file (or folder) those it imports; every one is a key. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

const PATTERN =
  /(?:^|\n)\s*(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g;

/** What a text imports, as it names it. */
export function importsOf(text: string): readonly string[] {
  return [...text.matchAll(PATTERN)].map((match) => (match[1] ?? match[2] ?? match[3]) as string);
}

/** The files of a folder that are neither tests nor made for them, with the files of it that they import. */
export function fileGraph(root: string): ImportGraph {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const imported = importsOf(readFileSync(file, 'utf8'))
        .filter((name) => name.startsWith('.'))
        .map((name) => resolve(dirname(file), name))
        .filter((name) => known.has(name));
      return [relative(root, file), new Set(imported.map((name) => relative(root, name)))];
    }),
  );
}

/** The same by folders just below the root; files beside them, which stand above all folders, are left out. */
export function folderGraph(files: ImportGraph): ImportGraph {
  const folderOf = (file: string): string | undefined =>
    file.includes('/') ? file.slice(0, file.indexOf('/')) : undefined;
  const folders = new Map<string, Set<string>>();
  for (const [file, imported] of files) {
    const folder = folderOf(file);
    if (folder === undefined) continue;
    const found = folders.get(folder) ?? new Set();
    folders.set(folder, found);
    for (const name of imported) {
      const other = folderOf(name);
      if (other !== undefined && other !== folder) found.add(other);
    }
  }
  return folders;
}

/** The circles: groups of which each member reaches each other (Tarjan). Sorted, so that a report is stable. */
export function circlesOf(graph: ImportGraph): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (name: string): number => {
    const at = order.size;
    order.set(name, at);
    stack.push(name);
    let lowest = at;
    for (const next of graph.get(name) ?? []) {
      if (!order.has(next)) lowest = Math.min(lowest, visit(next));
      else if (stack.includes(next)) lowest = Math.min(lowest, order.get(next) as number);
    }
    low.set(name, lowest);
    if (lowest === at) {
      const group = stack.splice(stack.indexOf(name));
      if (group.length > 1 || graph.get(name)?.has(name)) circles.push(group.sort());
    }
    return lowest;
  };
  for (const name of graph.keys()) if (!order.has(name)) visit(name);
  return circles.sort((a, b) => String(a[0]).localeCompare(String(b[0])));
}
