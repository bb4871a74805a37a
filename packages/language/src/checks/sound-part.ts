/**
 * The part of a library with errors that can be checked as a library of its own: the elements that have no error that
 * changes what they mean, and refer to nothing but such elements. What is wrong there is wrong whatever else is mended.
 */
import type { Rulebook } from '@anpo/engine';
import { type AstNode, AstUtils } from 'langium';
import { type Element, isCitation, isLibrary, type Library } from '../generated/ast.ts';
import type { Reporter } from '../problem.ts';
import type { LanguageCodes } from '../words/codes.ts';

/** What is missing here is missing for a reader, and changes no meaning. */
const harmless = new Set<string>([
  'wording-missing',
  'text-missing',
  'source-missing',
  'title-missing',
  'reason-missing',
  'review-missing',
  'verdict-missing',
  'blocker-missing',
] satisfies (keyof LanguageCodes)[]);

export function soundPartOf(rulebook: Rulebook, libraries: readonly Library[], reporter: Reporter): Rulebook {
  const unsound = unsoundNames(libraries, reporter);
  const entries = Object.entries(rulebook).map(([key, items]) => [
    key,
    Array.isArray(items) ? items.filter(({ id }: { id: string }) => !unsound.has(id)) : items,
  ]);
  return Object.fromEntries(entries) as Rulebook;
}

function unsoundNames(libraries: readonly Library[], reporter: Reporter): ReadonlySet<string> {
  const touched = new Set(
    reporter.reports.filter(({ code }) => !harmless.has(code)).map(({ node }) => elementOf(node)),
  );
  const users = new Map<string, string[]>();
  const open: string[] = [];
  for (const library of libraries) {
    let instrument: string | undefined;
    let provision: string | undefined;
    for (const element of library.elements) {
      const name = element.$type === 'Provision' ? `${instrument ?? ''}/${element.name}` : element.name;
      if (element.$type === 'Instrument') {
        instrument = name;
        provision = undefined;
      }
      const needed = [instrument, provision]
        .filter((other) => other !== undefined)
        .filter((other) => other !== name);
      if (element.$type === 'Provision') provision = name;
      const { names, missing } = referencesOf(element);
      if (missing || touched.has(element)) open.push(name);
      for (const other of [...names, ...needed]) {
        const those = users.get(other);
        if (those) those.push(name);
        else users.set(other, [name]);
      }
    }
  }
  const unsound = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (unsound.has(name)) continue;
    unsound.add(name);
    open.push(...(users.get(name) ?? []));
  }
  return unsound;
}

function elementOf(node: AstNode): AstNode {
  let element = node;
  while (element.$container && !isLibrary(element.$container)) element = element.$container;
  return element;
}

/** What an element refers to, its sources apart: they bear it out and do not change what it means. */
function referencesOf(element: Element): { readonly names: readonly string[]; readonly missing: boolean } {
  const names: string[] = [];
  let missing = false;
  for (const node of AstUtils.streamAst(element)) {
    if (isCitation(node)) continue;
    for (const { reference } of AstUtils.streamReferences(node)) {
      if ('error' in reference && reference.error) missing = true;
      else names.push(reference.$refText);
    }
  }
  return { names, missing };
}
