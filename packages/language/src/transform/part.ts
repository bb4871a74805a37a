/** What one text comes to, and all that it was made of besides the text: as long as that holds, it need not be made anew. */
import type { Rulebook } from '@anpo/engine';
import type { AstNode, LangiumDocument } from 'langium';
import type { Library } from '../generated/ast.ts';
import type { Declaration, Kinds, Names } from '../names/declaration.ts';
import { Reporter } from '../problem.ts';
import { rulebookOf } from './rulebook.ts';

export interface TextPart {
  /** The elements of the text as a Rulebook of their own. */
  readonly rulebook: Rulebook;
  readonly reporter: Reporter;
  /** Whether it would be made of its document alike today. */
  holds(document: LangiumDocument<Library>, names: Names): boolean;
}

/** The document must be linked. */
export function partOf(
  document: LangiumDocument<Library>,
  names: Names,
  fileOf: (node: AstNode) => string,
): TextPart {
  const read = new ReadNames(names);
  const reporter = new Reporter(fileOf);
  const rulebook = rulebookOf({ reporter, fileOf, names: read }, [document.parseResult.value], '');
  const unlinked = unlinkedIn(document);
  return {
    rulebook,
    reporter,
    holds: (now, others) => now === document && read.hold(others) && unlinkedIn(now) === unlinked,
  };
}

/** Which references stand for nothing, by their place among all. */
const unlinkedIn = ({ references }: LangiumDocument): string =>
  references.flatMap((reference, index) => (reference.error ? [index] : [])).join(' ');

/** Names that remember what was asked of them. */
class ReadNames implements Names {
  readonly #names: Names;
  readonly #read = new Map<keyof Kinds, Map<string, Declaration | undefined>>();

  constructor(names: Names) {
    this.#names = names;
  }

  find<Kind extends keyof Kinds>(kind: Kind, name: string): Kinds[Kind] | undefined {
    const found = this.#names.find(kind, name);
    let read = this.#read.get(kind);
    if (!read) {
      read = new Map();
      this.#read.set(kind, read);
    }
    read.set(name, found);
    return found;
  }

  /** Whether all answers are the same now. A declaration that says the same is the same one. */
  hold(names: Names): boolean {
    for (const [kind, read] of this.#read)
      for (const [name, found] of read) if (names.find(kind, name) !== found) return false;
    return true;
  }
}
