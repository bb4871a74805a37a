/** What every part of the transformation needs: positions, wording, citations and dates, each checked once. */
import type { Text } from '@anpo/engine';
import { parseDay } from '@anpo/engine/calendar';
import type { Citation, Mark, Period, Position } from '@anpo/engine/rulebook';
import { type AstNode, AstUtils, type Reference } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { Names } from '../names/declaration.ts';
import { languageComplaint, type Reporter } from '../problem.ts';
import type { What } from '../words/what.ts';

export interface TransformContext {
  readonly reporter: Reporter;
  readonly fileOf: (node: AstNode) => string;
  /** What the names of this text and of all others stand for. */
  readonly names: Names;
}

export function positionOf(context: TransformContext, node: AstNode): Position {
  const start = node.$cstNode?.range.start ?? { line: 0, character: 0 };
  return { file: context.fileOf(node), line: start.line + 1, column: start.character + 1 };
}

interface Worded extends AstNode {
  en?: string;
  ja?: string;
}

/** English and Japanese wording of an element; complains about either that is missing. */
export function wordingOf(context: TransformContext, node: Worded, what: What): Text {
  for (const language of ['en', 'ja'] as const) {
    const text = node[language];
    if (text === undefined || text.trim() === '')
      context.reporter.at(node, undefined, languageComplaint('wording-missing', { language, ...what }));
  }
  return { en: node.en ?? '', ja: node.ja ?? '' };
}

export function optionalText(
  context: TransformContext,
  node: ast.Text | undefined,
  what: What,
): Text | undefined {
  return node && wordingOf(context, node, what);
}

/** Wording that must be there at all; complains at the owner where it is not. */
export function requiredText(
  context: TransformContext,
  owner: AstNode,
  node: ast.Text | undefined,
  what: What,
  keyword: string,
): Text {
  if (node) return wordingOf(context, node, what);
  context.reporter.at(owner, undefined, languageComplaint('text-missing', { keyword, ...what }));
  return { en: '', ja: '' };
}

export function citationsOf(context: TransformContext, citations: readonly ast.Citation[]): Citation[] {
  return citations.map((citation) => {
    const source = nameOf(citation.source);
    const mark: Mark = citation.mark ?? context.names.find('Source', source)?.mark ?? 'unconfirmed';
    return { source, ...(citation.at === undefined ? {} : { at: citation.at }), mark };
  });
}

/** Citations that must be there: nothing stands in the library without its source. */
export function requiredCitations(
  context: TransformContext,
  owner: AstNode,
  citations: readonly ast.Citation[],
  what: What,
): Citation[] {
  if (citations.length === 0) {
    context.reporter.at(owner, undefined, languageComplaint('source-missing', what));
  }
  return citationsOf(context, citations);
}

/** A checked period; an impossible date or an end before the beginning is reported. */
export function periodOf(
  context: TransformContext,
  node: AstNode & { from?: string; until?: string },
): Period {
  const from = dateOf(context, node, 'from', node.from);
  const until = dateOf(context, node, 'until', node.until);
  if (from !== undefined && until !== undefined && from >= until) {
    context.reporter.at(node, 'until', languageComplaint('period-ends-early', { from, until }));
  }
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

export function dateOf(
  context: TransformContext,
  node: AstNode,
  property: string,
  text: string | undefined,
): string | undefined {
  if (text === undefined) return undefined;
  if (parseDay(text) === undefined) {
    context.reporter.at(node, property, languageComplaint('no-such-day', { text }));
    return '1900-01-01';
  }
  return text;
}

/** The name that a reference resolves to: elements are named as they are known, provisions with their instrument. */
export function nameOf(reference: Reference): string {
  return reference.$refText;
}

export function namesOf(references: readonly Reference[]): string[] {
  return references.map(nameOf);
}

/** The names of a list that an item need not have; undefined where it has none. */
export const someNames = (references: readonly Reference[]): string[] | undefined =>
  references.length === 0 ? undefined : namesOf(references);

export function containerOf<T extends AstNode>(
  node: AstNode,
  guard: (item: unknown) => item is T,
): T | undefined {
  return AstUtils.getContainerOfType(node, guard);
}

/** A copy without the properties that are undefined, as exact optional properties demand. */
export function compact<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as never;
}
