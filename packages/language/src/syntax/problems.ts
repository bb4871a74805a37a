/** Words and forms that the grammar does not know, as problems that say what stands there and what could. */
import { nearest } from '@anpo/engine';
import type { LangiumCoreServices, LangiumDocument, LexerResult } from 'langium';
import { nounOf, withArticle } from '../nouns.ts';
import { type Complaint, type Problem, problemAt } from '../problem.ts';
import { type Expected, Recognizer } from './recognizer.ts';

type Token = LexerResult['tokens'][number];

/** How many words the recognizer reads before it leaves the matter to the parser's own message. */
const READ_MOST = 4000;
/** Errors shown of one file; the rest are mostly consequences. */
const MOST = 20;

let known: { grammar: LangiumCoreServices['Grammar']; recognizer: Recognizer } | undefined;

function recognizerOf(services: LangiumCoreServices): Recognizer {
  if (known?.grammar !== services.Grammar)
    known = { grammar: services.Grammar, recognizer: new Recognizer(services.Grammar) };
  return known.recognizer;
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

const unread: Complaint = {
  message: 'what stands here cannot be read',
  mend: 'compare the form with another file of the library',
};

const unclosedString: Complaint = {
  message: 'the wording begun here is not closed, or a quotation mark stands inside it',
  mend: 'close it with " before the next word; inside wording write \\" for a quotation mark',
};

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
  const message = `this is no word of the language: ${JSON.stringify(character)}`;
  const around = text.slice(Math.max(0, offset - 8), offset + 8);
  if (character === '-' && /\d{4}-?\d*-?\d*/.test(around))
    return { message, mend: 'write dates as YYYY-MM-DD, with two figures for month and day' };
  if ('“”„«»「」『』'.includes(character))
    return { message, mend: 'put wording in straight quotation marks: "…"' };
  return { message, mend: 'put wording in double quotes; names begin with a letter; remarks stand after //' };
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

function explain(
  found: Token | undefined,
  expected: readonly Expected[],
  element: readonly Token[],
): Complaint {
  const candidates = [...new Set(expected.map(wordOf))].sort();
  const name = element[1]?.image;
  const inside =
    element[0] && startsElementWord(element[0]) && name !== undefined && found !== element[0]
      ? ` in the ${element[0].image} ${name}`
      : '';
  if (!found) {
    return { message: `the text ends too early${inside}`, candidates, mend: `go on with ${few(candidates)}` };
  }
  const image = found.image.length > 40 ? `${found.image.slice(0, 40)}…` : found.image;
  const message = `${image.startsWith('"') ? `the wording ${image}` : `"${image}"`} cannot stand here${inside}`;
  const names = expected.some((item) => item.kind === 'reference' || item.text === 'ID');
  const words = expected.filter((item) => item.kind === 'word').map((item) => item.text);
  const near = /^[A-Za-z]/.test(image) ? nearest(image, words, 2).filter((word) => word !== image) : [];
  if (near.length > 0 && found.tokenType.name === 'ID')
    return { message, candidates, mend: `did you mean ${near.join(' or ')}?` };
  if (candidates.join('') === 'a new name' && found.tokenType.name !== 'ID')
    return {
      message,
      candidates,
      mend: `"${image}" is no name: choose one that begins with a letter and is no word of the language`,
    };
  if (names && /^[a-z]/i.test(image) && found.tokenType.name !== 'ID')
    return {
      message,
      candidates,
      mend: `"${image}" is a word of the language and cannot be a name: write ${few(candidates)}`,
    };
  return { message, candidates, mend: `write ${few(candidates)}` };
}

const startsElementWord = (token: Token): boolean => starts.has(token.tokenType.name);

function few(candidates: readonly string[]): string {
  if (candidates.length > 8) return 'one of the candidates';
  if (candidates.length < 2) return candidates.join('');
  return `${candidates.slice(0, -1).join(', ')} or ${candidates.at(-1)}`;
}

const terminals: ReadonlyMap<string, string> = new Map([
  ['ID', 'a new name'],
  ['STRING', 'wording in double quotes'],
  ['DATE', 'a date (YYYY-MM-DD)'],
  ['NUMBER', 'a number'],
]);

function wordOf({ kind, text }: Expected): string {
  if (kind === 'reference') return `the name of ${withArticle(nounOf(text))}`;
  return kind === 'terminal' ? (terminals.get(text) ?? text) : text;
}
