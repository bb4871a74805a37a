/** Words and forms that the grammar does not know, as problems that say what stands there and what could. */
import { type Complaint, nearest } from '@anpo/engine';
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
  const problems: Problem[] = [];
  let covered = -1;
  for (const error of parserErrors) {
    // The end of the text has no offset of its own.
    const offset = error.token.startOffset >= 0 ? error.token.startOffset : text.length;
    if (offset <= covered || problems.length >= MOST) continue;
    const start = elementBefore(tokens, text, offset);
    const rest = tokens.slice(start, start + READ_MOST);
    const failure = recognizerOf(services).failure(rest.map((token) => token.tokenType.name));
    const [first, name] = rest;
    if (!failure && problems.length === 0 && start > 0 && first?.image === 'source' && name) {
      const complaint = languageComplaint('source-as-citation', { source: name.image });
      problems.push(place(first.startOffset, first.image.length, complaint));
      covered = nextElement(tokens, text, start) - 1;
      continue;
    }
    // Where the recognizer finds nothing wrong, the parser stumbled over the consequence of an earlier slip.
    if (!failure || (failure.index >= READ_MOST && start + READ_MOST < tokens.length)) continue;
    const found = rest[failure.index];
    const where = found ?? rest.at(-1);
    const broken = found && brokenString(rest, text, found.startOffset);
    const from = where?.startOffset ?? 0;
    problems.push(
      broken
        ? place(broken.startOffset, 1, unclosedString)
        : place(from, where?.image.length ?? 1, explain(found, failure.expected, rest)),
    );
    covered = nextElement(tokens, text, start + failure.index) - 1;
    if (broken) break;
  }
  if (problems.length > 0) return problems;
  const [first] = parserErrors;
  const at = first && first.token.startOffset >= 0 ? first.token.startOffset : text.trimEnd().length - 1;
  return [place(at, first?.token.image.length ?? 1, unread)];
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

const starts = new Set([
  ...[
    'source',
    'party',
    'organ',
    'holder',
    'view',
    'place',
    'instrument',
    'provision',
    'fact',
    'term',
    'act',
  ],
  ...['qualifier', 'duty', 'prohibition', 'permission', 'power', 'immunity', 'amount', 'constraint'],
  ...['precedent', 'statement', 'claim'],
]);

const startsElement = (token: Token, text: string): boolean =>
  starts.has(token.tokenType.name) && (token.startOffset === 0 || text[token.startOffset - 1] === '\n');

/** The element that holds the offset: they begin at the left margin. */
function elementBefore(tokens: readonly Token[], text: string, offset: number): number {
  return Math.max(
    0,
    tokens.findLastIndex((token) => token.startOffset <= offset && startsElement(token, text)),
  );
}

function nextElement(tokens: readonly Token[], text: string, after: number): number {
  const next = tokens.find((token, index) => index > after && startsElement(token, text));
  return next?.startOffset ?? text.length + 1;
}

function explain(found: Token | undefined, expected: readonly Expected[], rest: readonly Token[]): Complaint {
  const [first, second] = rest;
  const inside = first && startsElementWord(first) && second && found !== first;
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

const startsElementWord = (token: Token): boolean => starts.has(token.tokenType.name);
