/**
 * The texts of a library, kept open: one is put in place of another, and only what hangs on it is done again. What comes
 * out is what building all of them anew would give.
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
import { type LibraryText, readText } from './read.ts';
import { type AnpoServices, createServices } from './services.ts';
import { partOf, type TextPart } from './transform/part.ts';
import { joinRulebooks } from './transform/rulebook.ts';
import { unreadNames } from './unread.ts';

export interface BuildResult {
  /** Present exactly if there is no error. */
  readonly rulebook?: Rulebook;
  readonly problems: readonly Problem[];
}

interface OpenText {
  readonly text: LibraryText;
  /** Absent where the text cannot be read: `problems` say why. */
  readonly document: LangiumDocument<Library> | undefined;
  readonly problems: readonly Problem[];
  /** The names that its references use, as far as it is linked. */
  uses?: ReadonlySet<string>;
  /** What it comes to, as long as nothing that it read of others is changed. */
  part?: TextPart;
}

export class LibraryTexts {
  readonly #services: AnpoServices;
  readonly #open = new Map<string, OpenText>();
  /** What was put since the last build; undefined: removed. */
  readonly #waiting = new Map<string, LibraryText | undefined>();
  readonly #files = new Map<string, string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(services: AnpoServices) {
    this.#services = services;
  }

  /** Puts a text in place of the one of the same file, or after all others. */
  put(text: LibraryText): void {
    this.#waiting.set(text.file, text);
  }

  remove(file: string): void {
    this.#waiting.set(file, undefined);
  }

  /**
   * The Rulebook of the texts as they stand, or what is wrong with them. `hash` is their content hash; the Rulebook
   * carries it into every receipt. What is asked while a build runs is answered after it.
   */
  build(hash: string): Promise<BuildResult> {
    const result = this.#last.then(() => this.#build(hash));
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Forgets all texts, so that the services can serve another library. */
  close(): void {
    for (const { document } of this.#open.values()) if (document) this.#services.names.remove(document.uri);
    this.#open.clear();
    this.#waiting.clear();
    this.#files.clear();
  }

  async #build(hash: string): Promise<BuildResult> {
    await this.#link(await this.#take());
    const texts = [...this.#open.values()];
    const documents = texts.flatMap(({ document }) => document ?? []);
    const unread = unreadNames(texts.flatMap(({ text, document }) => (document ? [] : text)));
    const reporter = new Reporter(this.#fileOf);
    checkNames(documents, reporter, this.#fileOf);
    for (const document of documents) reportLinks(document, reporter, this.#services, unread);
    const parts = texts.flatMap((text) => this.#partOf(text) ?? []);
    for (const part of parts) reporter.add(part.reporter);

    const whole = joinRulebooks(
      parts.map(({ rulebook }) => rulebook),
      hash,
    );
    const libraries = documents.map(({ parseResult }) => parseResult.value);
    const sound = unread.some || reporter.failed ? soundPartOf(whole, libraries, reporter) : whole;
    const checked = checkRulebook(whole, sound, unread).map((complaint) =>
      problemOf(complaint, this.#open.get(complaint.where.file)?.text.text ?? ''),
    );
    const problems = sorted([...texts.flatMap((text) => text.problems), ...reporter.problems, ...checked]);
    return problems.some(isError) ? { problems } : { rulebook: whole, problems };
  }

  /** Reads what was put; gives all names that the texts concerned declared before or declare now. */
  async #take(): Promise<ReadonlySet<string>> {
    const { names } = this.#services;
    const touched = new Set<string>();
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const [file, text] of waiting) {
      const before = this.#open.get(file);
      if (text && before?.text.text === text.text) continue;
      if (before?.document) for (const name of names.declaredIn(before.document.uri)) touched.add(name);
      const now = text && { text, ...readText(this.#services, text) };
      if (now) this.#open.set(file, now);
      else this.#open.delete(file);
      if (now?.document) {
        this.#files.set(now.document.uri.toString(), file);
        await declare(this.#services, now.document);
        for (const name of names.declaredIn(now.document.uri)) touched.add(name);
      } else if (before?.document) names.remove(before.document.uri);
    }
    return touched;
  }

  /** Links what is new, and what uses one of the names. */
  async #link(touched: ReadonlySet<string>): Promise<void> {
    for (const text of this.#open.values()) {
      if (!text.document || text.uses?.isDisjointFrom(touched)) continue;
      await link(this.#services, text.document);
      text.uses = new Set(text.document.references.map(({ $refText }) => $refText));
    }
  }

  #partOf(text: OpenText): TextPart | undefined {
    const { document, part } = text;
    if (!document) return undefined;
    if (!part?.holds(document, this.#services.names))
      text.part = partOf(document, this.#services.names, this.#fileOf);
    return text.part;
  }

  readonly #fileOf = (node: AstNode): string =>
    this.#files.get(AstUtils.getDocument(node).uri.toString()) ?? '';
}

/** Opens the texts of a library. Nothing is read before the first build. */
export function openTexts(texts: readonly LibraryText[], services = createServices()): LibraryTexts {
  const library = new LibraryTexts(services);
  for (const text of texts) library.put(text);
  return library;
}
