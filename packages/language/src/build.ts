/**
 * From texts to a Rulebook: read, link, transform, check. Everything that is wrong is told in one round, and nothing
 * that would be right once something else is: what refers to a text that cannot be read, or to an element with an
 * error, waits for its turn.
 */
import type { Rulebook } from '@anpo/engine';
import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import { problemOf } from './checks/complaint.ts';
import { checkNames } from './checks/names.ts';
import { checkRulebook } from './checks/rulebook.ts';
import { soundPartOf } from './checks/sound-part.ts';
import type { Library } from './generated/ast.ts';
import { declare, link } from './link.ts';
import { reportLinks } from './links.ts';
import { isError, type Problem, Reporter, sorted } from './problem.ts';
import { type LibraryText, literateProblems, readText } from './read.ts';
import { type AnpoServices, createServices } from './services.ts';
import { rulebookOf } from './transform/rulebook.ts';
import { type UnreadNames, unreadNames } from './unread.ts';

export interface BuildResult {
  /** Present exactly if there is no error. */
  readonly rulebook?: Rulebook;
  readonly problems: readonly Problem[];
}

/** `hash` is the content hash of the texts; the Rulebook carries it into every receipt. */
export async function buildRulebook(texts: readonly LibraryText[], hash: string): Promise<BuildResult> {
  const services = idle.pop() ?? createServices();
  const result = await buildWith(services, texts, hash);
  // Services that threw are not used again.
  idle.push(services);
  return result;
}

/** Services cost as much as a small build, and parse faster with use. Each serves one build at a time. */
const idle: AnpoServices[] = [];

async function buildWith(
  services: AnpoServices,
  texts: readonly LibraryText[],
  hash: string,
): Promise<BuildResult> {
  const unread: LibraryText[] = [];
  const problems: Problem[] = [];
  const documents: LangiumDocument<Library>[] = [];
  const files = new Map<string, string>();
  for (const text of texts) {
    const unreadable = literateProblems(text);
    const read = unreadable.length > 0 ? undefined : readText(services, text);
    problems.push(...(read?.problems ?? unreadable));
    if (!read || read.problems.length > 0) unread.push(text);
    else {
      documents.push(read.document);
      files.set(read.document.uri.toString(), text.file);
    }
  }
  const fileOf = (node: AstNode): string => files.get(AstUtils.getDocument(node).uri.toString()) ?? '';
  for (const document of documents) await declare(services, document);
  for (const document of documents) await link(services, document);
  const reporter = new Reporter(fileOf);
  const rulebook = linkedRulebook(services, documents, reporter, unreadNames(unread), hash);
  for (const { uri } of documents) services.names.remove(uri);

  const byFile = new Map(texts.map(({ file, text }) => [file, text]));
  const checked = rulebook.complaints.map((complaint) =>
    problemOf(complaint, byFile.get(complaint.where.file) ?? ''),
  );
  const all = sorted([...problems, ...reporter.problems, ...checked]);
  return all.some(isError) ? { problems: all } : { rulebook: rulebook.whole, problems: all };
}

/** The Rulebook of the texts that could be read, and what is wrong with it as a whole. */
function linkedRulebook(
  services: AnpoServices,
  documents: readonly LangiumDocument<Library>[],
  reporter: Reporter,
  unread: UnreadNames,
  hash: string,
): { readonly whole: Rulebook; readonly complaints: ReturnType<typeof checkRulebook> } {
  const { fileOf } = reporter;
  checkNames(documents, reporter, fileOf);
  for (const document of documents) reportLinks(document, reporter, services, unread);
  const libraries = documents.map((document) => document.parseResult.value);
  const whole = rulebookOf({ reporter, fileOf, names: services.names }, libraries, hash);
  const sound = unread.some || reporter.failed ? soundPartOf(whole, libraries, reporter) : whole;
  return { whole, complaints: checkRulebook(whole, sound, unread) };
}
