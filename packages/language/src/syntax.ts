/** Words and forms that the grammar does not know, as problems that say what was expected. */
import type { LangiumDocument } from 'langium';
import { type Problem, problemAt } from './problem.ts';

export function syntaxProblems(document: LangiumDocument, file: string, text: string): Problem[] {
  const { lexerErrors, parserErrors } = document.parseResult;
  return [
    ...lexerErrors.map((error) =>
      problemAt(file, text, document.textDocument ? rangeAt(document, error.offset, error.length) : none, {
        message: `this is no word of the language: ${JSON.stringify(text.slice(error.offset, error.offset + Math.min(error.length, 20)))}`,
        mend: 'wording stands in double quotes on both sides, names begin with a letter, remarks with //',
      }),
    ),
    ...parserErrors.map((error) => {
      const { startOffset, endOffset } = error.token;
      // The end of the file has no offset of its own; the last word before it is where the reader looks.
      const before = (error as { previousToken?: typeof error.token }).previousToken;
      const start = Number.isNaN(startOffset) ? (before?.startOffset ?? 0) : startOffset;
      const end = Number.isNaN(startOffset) ? (before?.endOffset ?? 0) : (endOffset ?? startOffset);
      const range = rangeAt(document, start, Math.max(1, end - start + 1));
      return problemAt(file, text, range, explain(error.message, error.token.image));
    }),
  ];
}

const none = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function rangeAt(document: LangiumDocument, offset: number, length: number) {
  return {
    start: document.textDocument.positionAt(offset),
    end: document.textDocument.positionAt(offset + length),
  };
}

/** The parser generator's message in the language of this one: what stands there, and what could. */
function explain(
  message: string,
  found: string,
): { message: string; candidates: readonly string[]; mend: string } {
  const expected = [...message.matchAll(/token of type '([^']+)'|'([^'`]+)'(?= <|$)|\[([^\]]+)\]/g)]
    .flatMap((match) => (match[3] ?? match[1] ?? match[2] ?? '').split(','))
    .map((word) => plain(word.trim()))
    .filter((word) => word !== '' && word !== found);
  const candidates = [...new Set(expected)];
  const what = found === '' ? 'the text ends here' : `"${found}" does not belong here`;
  return {
    message: candidates.length > 0 ? `${what}: expected ${candidates.slice(0, 12).join(', ')}` : what,
    candidates,
    mend: 'compare the form with another file of the library; a word of the language cannot be a name',
  };
}

const plain = (token: string): string =>
  ({ ID: 'a name', STRING: '"wording"', DATE: 'a date', NUMBER: 'a number', EOF: 'the end' })[token] ?? token;
