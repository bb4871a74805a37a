/**
 * Reads a situation from YAML. Scalars are kept as written (the failsafe schema), so that dates need no quotes,
 * `no` stays no, and no number loses a digit. Complains about everything at once, each with line and column.
 */
import type { Complaint } from '@anpo/engine';
import { ComplaintError, checkFormat, nearest, refuse, type Where } from '@anpo/engine/complaint';
import { SITUATION_FORMAT } from '@anpo/engine/situation';
import {
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { answersComplaint } from '../complaints/codes.ts';
import type { Draft, DraftGiven, PlacedText } from './draft.ts';

const topKeys = ['title', 'on', 'known-on', 'view', 'facts', 'incidents', 'format'];
const titleKeys = ['en', 'ja'];
const valueKeys = ['value', 'asserted', 'organ'];
const assertions = ['observed', 'alleged', 'found', 'stipulated'] as const;

/** `file` is the name that complaints give. Throws a ComplaintError that has everything that is wrong. */
export function readSituationFile(text: string, file: string): Draft {
  return new Reader(text, file).read();
}

class Reader {
  readonly #text: string;
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #complaints: Complaint[] = [];
  readonly #given: DraftGiven[] = [];

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  read(): Draft {
    const draft = this.#situation(this.#parse());
    if (this.#complaints.length > 0) throw new ComplaintError(this.#complaints);
    return draft;
  }

  #parse(): unknown {
    let document: ReturnType<typeof parseDocument>;
    try {
      document = parseDocument(this.#text, {
        schema: 'failsafe',
        lineCounter: this.#lines,
        prettyErrors: false,
        uniqueKeys: false,
        logLevel: 'silent',
      });
    } catch (error) {
      // The parser is recursive: nesting without end overflows its stack.
      const { message: detail } = error as Error;
      throw new ComplaintError([answersComplaint('yaml-wrong', { detail }, { where: { file: this.#file } })]);
    }
    const errors = document.errors.map(({ pos, message: detail }) =>
      // The usual slip, and its message speaks of something else.
      answersComplaint(
        /nested mappings/i.test(detail) ? 'yaml-colon' : 'yaml-wrong',
        { detail },
        { where: this.#at(pos[0]) },
      ),
    );
    if (errors.length > 0) throw new ComplaintError(errors.slice(0, 5));
    return document.contents;
  }

  #situation(root: unknown): Draft {
    if (!isMap(root)) {
      this.#complaints.push(answersComplaint('situation-no-mapping', {}, { where: this.#where(root) }));
      return { incidents: [], given: [] };
    }
    const top = this.#entries(root, topKeys);
    this.#refuseOtherFormat(top.get('format'));
    this.#facts(top.get('facts'), 'facts', undefined);
    const incidents = [...this.#named(top.get('incidents'), 'incidents')];
    for (const [name, pair] of incidents) this.#facts(pair, name, name);
    return {
      title: this.#title(top.get('title')),
      on: this.#single(top.get('on'), 'on'),
      known: this.#single(top.get('known-on'), 'known-on'),
      view: this.#single(top.get('view'), 'view'),
      incidents: incidents.map(([name]) => name),
      given: this.#given,
    };
  }

  /** What is wrong in a file of another form cannot be told: that it is of another form is said alone. */
  #refuseOtherFormat(pair: Pair | undefined): void {
    const format = this.#single(pair, 'format');
    if (format) refuse(checkFormat('situation', format.text, SITUATION_FORMAT, format.where));
  }

  #title(pair: Pair | undefined): Draft['title'] {
    if (!pair) return undefined;
    if (!isMap(pair.value)) {
      const text = this.#single(pair, 'title')?.text;
      return text === undefined ? undefined : { en: text, ja: text };
    }
    const entries = this.#entries(pair.value, titleKeys);
    const [en, ja] = titleKeys.map((key) => this.#single(entries.get(key), key)?.text);
    const either = en ?? ja;
    return either === undefined ? undefined : { en: en ?? either, ja: ja ?? either };
  }

  #facts(pair: Pair | undefined, what: string, incident: string | undefined): void {
    for (const [fact, entry] of this.#named(pair, what)) {
      const value = entry.value;
      if (!isMap(value)) {
        this.#give(entry, fact, incident, undefined, undefined);
        continue;
      }
      const keys = value.items.map((item) => this.#keyOf(item));
      if (keys.includes('value')) {
        const parts = this.#entries(value, valueKeys);
        const organ = this.#single(parts.get('organ'), 'organ')?.text;
        this.#give(parts.get('value'), fact, incident, organ, parts.get('asserted'));
        continue;
      }
      for (const [organ, found] of this.#named(entry, fact)) {
        if (!isMap(found.value)) this.#give(found, fact, incident, organ, undefined);
        else {
          const parts = this.#entries(found.value, ['value', 'asserted']);
          this.#give(parts.get('value') ?? found, fact, incident, organ, parts.get('asserted'));
        }
      }
    }
  }

  #give(
    pair: Pair | undefined,
    fact: string,
    incident: string | undefined,
    organ: string | undefined,
    assertedPair: Pair | undefined,
  ): void {
    const value = this.#single(pair, fact);
    const asserted = this.#single(assertedPair, 'asserted');
    if (!value) return;
    if (asserted && !isAssertion(asserted.text)) {
      const { text, where } = asserted;
      this.#complaints.push(
        answersComplaint('asserted-wrong', { text }, { where, nearest: nearest(text, assertions, 2) }),
      );
      return;
    }
    this.#given.push({
      where: value.where,
      fact,
      organ,
      incident,
      value: value.text,
      asserted: asserted && isAssertion(asserted.text) ? asserted.text : organ ? 'found' : 'stipulated',
    });
  }

  /** The text of a single value; complains where there is none or more than one. */
  #single(pair: Pair | undefined, what: string): PlacedText | undefined {
    if (!pair) return undefined;
    const { value } = pair;
    if (!isScalar(value) || typeof value.value !== 'string') {
      const where = this.#where(value ?? pair.key);
      this.#complaints.push(
        value === null
          ? answersComplaint('value-missing', { what }, { where })
          : isAlias(value)
            ? answersComplaint('anchors-refused', {}, { where })
            : answersComplaint('must-be-text', { what }, { where }),
      );
      return undefined;
    }
    if (value.value.trim() === '') {
      this.#complaints.push(answersComplaint('value-missing', { what }, { where: this.#where(pair.key) }));
      return undefined;
    }
    return { text: value.value.trim(), where: this.#where(value) };
  }

  /** The entries of a mapping whose keys are the author's own names. */
  #named(pair: Pair | undefined, what: string): ReadonlyMap<string, Pair> {
    if (!pair) return new Map();
    if (!isMap(pair.value)) {
      const empty = isScalar(pair.value) && pair.value.value === '';
      if (!empty && pair.value !== null) {
        const where = this.#where(pair.value);
        this.#complaints.push(answersComplaint('must-be-mapping', { what }, { where }));
      }
      return new Map();
    }
    return this.#entries(pair.value, undefined);
  }

  #entries(map: YAMLMap, allowed: readonly string[] | undefined): ReadonlyMap<string, Pair> {
    const entries = new Map<string, Pair>();
    for (const item of map.items) {
      const key = this.#keyOf(item);
      if (key === undefined) continue;
      if (allowed && !allowed.includes(key)) {
        const where = this.#where(item.key);
        const data = { key, keys: allowed };
        this.#complaints.push(
          answersComplaint('unknown-key', data, { where, nearest: nearest(key, allowed, 2) }),
        );
      } else if (entries.has(key)) {
        this.#complaints.push(answersComplaint('key-twice', { key }, { where: this.#where(item.key) }));
      } else entries.set(key, item);
    }
    return entries;
  }

  #keyOf(item: Pair): string | undefined {
    if (isScalar(item.key) && typeof item.key.value === 'string') return item.key.value;
    this.#complaints.push(answersComplaint('key-no-text', {}, { where: this.#where(item.key) }));
    return undefined;
  }

  #where(node: unknown): Where {
    const range = (node as Node | null | undefined)?.range;
    return range ? this.#at(range[0]) : { file: this.#file };
  }

  #at(offset: number): Where {
    const { line, col } = this.#lines.linePos(offset);
    return line === 0 ? { file: this.#file } : { file: this.#file, line, column: col };
  }
}

const isAssertion = (text: string): text is DraftGiven['asserted'] =>
  (assertions as readonly string[]).includes(text);
