/** Reads a map from YAML, and knows where each of its parts stands. */
import { type Complaint, ComplaintError } from '@anpo/engine';
import { nearest, refuse, type Where } from '@anpo/engine/complaint';
import { type Document, isMap, isNode, isScalar, LineCounter, type Pair, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { type MapPart, screenComplaint } from '../words/codes.ts';
import { type MapPlaces, mapKeys, mapSchema, type ScreenMap } from './map.ts';

export interface WrittenMap {
  readonly map: ScreenMap;
  readonly places: MapPlaces;
}

/** `file` is named in complaints. Throws a ComplaintError that lists every problem. */
export function readMap(text: string, file?: string): WrittenMap {
  const lines = new LineCounter();
  const at = (range: readonly number[] | null | undefined): Where => {
    if (!range) return { file };
    const [begin, end] = [lines.linePos(range[0] as number), lines.linePos(range[1] as number)];
    return { file, line: begin.line, column: begin.col, endLine: end.line, endColumn: end.col };
  };
  const document = parsed(text, lines, at);
  const places: MapPlaces = (path, of = 'value') => {
    const pair = pairAt(document, path);
    const node = of === 'key' ? pair?.key : pair?.value;
    const found = isNode(node) ? node : pair?.key;
    return isNode(found) ? at(found.range) : { file };
  };
  const result = mapSchema.safeParse(document.toJS());
  if (result.success) return { map: result.data, places };
  throw new ComplaintError(result.error.issues.flatMap((issue) => complaintsOf(issue, document, places)));
}

/** Errors beyond the first few follow from these. */
const MOST_ERRORS = 5;

function parsed(
  text: string,
  lines: LineCounter,
  at: (range: readonly number[] | null | undefined) => Where,
): Document.Parsed {
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true,
      logLevel: 'silent',
    });
  } catch (error) {
    // The reader is recursive: nesting without end overflows its stack.
    throw new ComplaintError([
      screenComplaint('map-not-yaml', { detail: (error as Error).message }, { where: at(undefined) }),
    ]);
  }
  const errors: Complaint[] = document.errors.map(({ message, pos }) =>
    screenComplaint('map-not-yaml', { detail: message }, { where: at(pos) }),
  );
  refuse(errors.slice(0, MOST_ERRORS));
  const aliases: Complaint[] = [];
  visit(document, {
    Alias: (_, { range }) => {
      aliases.push(screenComplaint('map-alias', {}, { where: at(range) }));
    },
  });
  refuse(aliases);
  return document;
}

/** The entry of a document that a path of keys leads to. */
function pairAt(document: Document.Parsed, path: readonly string[]): Pair | undefined {
  let node: unknown = document.contents;
  let pair: Pair | undefined;
  for (const name of path) {
    pair = isMap(node)
      ? node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === name)
      : undefined;
    node = pair?.value;
  }
  return pair;
}

function complaintsOf(
  issue: z.core.$ZodIssue,
  document: Document.Parsed,
  places: MapPlaces,
): readonly Complaint[] {
  const [part, fact] = issue.path.map(String);
  if (part === undefined && issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      screenComplaint(
        'map-unknown-key',
        { key, keys: mapKeys },
        { where: places([key], 'key'), nearest: nearest(key, mapKeys, 2) },
      ),
    );
  }
  if (part === 'facts' && fact === undefined && isMap(document.contents) && !document.has('facts'))
    return [screenComplaint('map-facts-missing', {}, { where: places([]) })];
  if (part === 'facts' && fact !== undefined)
    return [
      screenComplaint('map-wrong-part', { part: 'fact', fact }, { where: places(['facts', fact], 'key') }),
    ];
  const wrong = (part ?? 'map') as MapPart;
  return [
    screenComplaint(
      'map-wrong-part',
      { part: wrong, fact: undefined },
      { where: places(part === undefined ? [] : [part], 'key') },
    ),
  ];
}
