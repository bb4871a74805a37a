/** Words and forms that the grammar does not know, as problems that say what stands there and what could. */
import type { Complaint } from '@anpo/engine';
import { nearest } from '@anpo/engine/complaint';
import type { LangiumCoreServices, LangiumDocument, LexerResult } from 'langium';
import { languageComplaint, type Problem, problemAt } from '../problem.ts';
import { type Expected, Recognizer } from './recognizer.ts';

type Token = LexerResult['tokens'][number];

/** How many words the recognizer reads before it leaves the matter to the parser's own message. */
const READ_MOST = 4000;
/** Errors shown of one file; the rest are mostly consequences. */
const MOST = 20;

const recognizers = new WeakMap<LangiumCoreServices, Recognizer>();

function recognizerOf(services: LangiumCoreServices): Recognizer {
  let recognizer = recognizers.get(services);
  if (!recognizer) {
    recognizer = new Recognizer(services.Grammar);
    recognizers.set(services, recognizer);
  }
  return recognizer;
}

export function syntaxProblems(
  document: LangiumDocument,
  file: string,
  text: string,
  services: LangiumCoreServices,
): Problem[] {
  const { lexerErrors, parserErrors } = document.parseResult;
  if (lexerErrors.length === 0 && parserErrors.length === 0) return [];
  const place = (offset: number, length: number, complaint: Complaint): Problem =>
    problemAt(
      file,
      text,
      {
        start: document.textDocument.positionAt(offset),
        end: document.textDocument.positionAt(offset + Math.max(1, length)),
      },
      complaint,
    );
  const tokens = services.parser.Lexer.tokenize(text).tokens;
  if (lexerErrors.length > 0) {
    const lines = new Map<number, (typeof lexerErrors)[number]>();
    for (const error of lexerErrors) {
      const { line } = document.textDocument.positionAt(error.offset);
      if (!lines.has(line)) lines.set(line, error);
    }
    const [first] = lexerErrors;
    const broken = first && brokenString(tokens, text, first.offset);
    if (broken) return [place(broken.startOffset, 1, unclosedString)];
    return [...lines.values()]
      .slice(0, MOST)
      .map((error) => place(error.offset, 1, strangeCharacter(text, error.offset)));
  }
  const recognizer = recognizerOf(services);
  const problems = slipsIn(tokens, text, recognizer).map(({ element, found, expected }) => {
    const where = found ?? tokens.at(-1);
    const broken = found && brokenString(element, text, found.startOffset);
    return broken
      ? place(broken.startOffset, 1, unclosedString)
      : place(
          where?.startOffset ?? 0,
          where?.image.length ?? 1,
          explain(found, expected, element, recognizer),
        );
  });
  // What follows wording that is not closed cannot be told from it.
  const end = problems.findIndex(({ code }) => code === unclosedString.code);
  if (problems.length > 0) return end < 0 ? problems : problems.slice(0, end + 1);
  const [first] = parserErrors;
  const at = first && first.token.startOffset >= 0 ? first.token.startOffset : text.trimEnd().length - 1;
  const [source, name] = tokens.slice(elementBefore(tokens, text, at, recognizer));
  return source?.image === 'source' && name
    ? [place(source.startOffset, 6, languageComplaint('source-as-citation', { source: name.image }))]
    : [place(at, first?.token.image.length ?? 1, unread)];
}

interface Slip {
  /** The words of the element that it stands in, and some that follow. */
  readonly element: readonly Token[];
  /** The word that cannot stand there; absent where the text ends too early. */
  readonly found: Token | undefined;
  readonly expected: readonly Expected[];
}

/** The first slip of each element: after one, the recognizer goes on with the element that follows. */
function slipsIn(tokens: readonly Token[], text: string, recognizer: Recognizer): Slip[] {
  const starts = tokens.flatMap((token, index) => (startsElement(token, text, recognizer) ? [index] : []));
  const slips: Slip[] = [];
  let start: number | undefined = 0;
  while (start !== undefined && slips.length < MOST) {
    const from: number = start;
    const read = tokens.slice(from, from + READ_MOST);
    const failure = recognizer.failure(read.map((token) => token.tokenType.name));
    if (!failure) break;
    const at = from + failure.index;
    if (failure.index < read.length || at >= tokens.length) {
      const holder = starts.findLast((index) => index >= from && index < at) ?? from;
      slips.push({
        element: tokens.slice(holder, holder + READ_MOST),
        found: tokens[at],
        expected: failure.expected,
      });
      start = starts.find((index) => index > from && index >= at);
    } else {
      // All that was read is well: go on with the last element, which was cut off.
      start = starts.findLast((index) => index > from && index < at);
    }
  }
  return slips;
}

const unread = languageComplaint('unreadable', {});
const unclosedString = languageComplaint('unclosed-wording', {});

/** The first string before the offset that a word follows without a space: most likely it began as the end of another. */
function brokenString(tokens: readonly Token[], text: string, offset: number): Token | undefined {
  return tokens.find(
    (token) =>
      token.tokenType.name === 'STRING' &&
      token.startOffset < offset &&
      /[^\s,)]/.test(text[(token.endOffset ?? 0) + 1] ?? ' '),
  );
}

function strangeCharacter(text: string, offset: number): Complaint {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (character === '"') return unclosedString;
  const around = text.slice(Math.max(0, offset - 8), offset + 8);
  if (character === '-' && /\d{4}-?\d*-?\d*/.test(around))
    return languageComplaint('date-form', { character });
  return languageComplaint('“”„«»「」『』'.includes(character) ? 'curly-quotes' : 'strange-character', {
    character,
  });
}

/** Elements begin at the left margin. */
const startsElement = (token: Token, text: string, { starts }: Recognizer): boolean =>
  starts.has(token.tokenType.name) && (token.startOffset === 0 || text[token.startOffset - 1] === '\n');

/** The element that holds the offset. */
function elementBefore(
  tokens: readonly Token[],
  text: string,
  offset: number,
  recognizer: Recognizer,
): number {
  return Math.max(
    0,
    tokens.findLastIndex((token) => token.startOffset <= offset && startsElement(token, text, recognizer)),
  );
}

function explain(
  found: Token | undefined,
  expected: readonly Expected[],
  [first, second]: readonly Token[],
  { starts }: Recognizer,
): Complaint {
  const inside = first && starts.has(first.tokenType.name) && second && found !== first;
  const place = {
    element: inside ? first.image : undefined,
    name: inside ? second.image : undefined,
    expected: expected.map(({ kind, text }) => `${kind} ${text}`),
  };
  if (!found) return languageComplaint('text-ends-early', place);
  const image = found.image.length > 40 ? `${found.image.slice(0, 40)}…` : found.image;
  const isId = found.tokenType.name === 'ID';
  const words = expected.filter((item) => item.kind === 'word').map((item) => item.text);
  const near = isId ? nearest(image, words, 2).filter((word) => word !== image) : [];
  const wrong = { found: image, ...place };
  if (near.length > 0) return languageComplaint('cannot-stand-here', { ...wrong, near }, { nearest: near });
  if (!isId && expected.length > 0 && expected.every(isNewName))
    return languageComplaint('no-new-name', wrong);
  const namesFit = expected.some((item) => item.kind === 'name' || isNewName(item));
  if (!isId && namesFit && /^[a-z]/i.test(image)) return languageComplaint('word-for-name', wrong);
  return languageComplaint('cannot-stand-here', { ...wrong, near });
}

const isNewName = ({ kind, text }: Expected): boolean => kind === 'terminal' && text === 'ID';
