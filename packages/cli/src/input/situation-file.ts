/**
 * Reads a situation from YAML. Scalars are kept as written (the failsafe schema), so that dates need no quotes,
 * `no` stays no, and no number loses a digit. Complains about everything at once, each with line and column.
 */
import { nearest } from '@anpo/engine';
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
import { type Complaint, Failure } from '../failure.ts';
import type { Messages } from '../messages/index.ts';
import type { Draft, DraftGiven, PlacedText } from './draft.ts';

const topKeys = ['title', 'on', 'known-on', 'view', 'facts', 'incidents'];
const titleKeys = ['en', 'ja'];
const valueKeys = ['value', 'asserted', 'organ'];
const assertions = ['observed', 'alleged', 'found', 'stipulated'] as const;

export function readSituationFile(text: string, file: string, messages: Messages): Draft {
  return new Reader(text, file, messages).read();
}

class Reader {
  readonly #text: string;
  readonly #file: string;
  readonly #messages: Messages;
  readonly #lines = new LineCounter();
  readonly #complaints: Complaint[] = [];
  readonly #given: DraftGiven[] = [];

  constructor(text: string, file: string, messages: Messages) {
    this.#text = text;
    this.#file = file;
    this.#messages = messages;
  }

  read(): Draft {
    const draft = this.#situation(this.#parse());
    if (this.#complaints.length > 0) throw new Failure(this.#complaints);
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
      throw new Failure([{ where: this.#file, message: this.#messages.yamlWrong((error as Error).message) }]);
    }
    const errors = document.errors.map(({ pos, message }) => ({
      where: this.#at(pos[0]),
      message: this.#messages.yamlWrong(message),
      // The usual slip, and its message speaks of something else.
      mend: /nested mappings/i.test(message) ? this.#messages.quoteColons : undefined,
    }));
    if (errors.length > 0) throw new Failure(errors.slice(0, 5));
    return document.contents;
  }

  #situation(root: unknown): Draft {
    const messages = this.#messages;
    if (!isMap(root)) {
      this.#complain(root, { message: messages.situationIsMapping, mend: messages.situationExample });
      return { incidents: [], given: [] };
    }
    const top = this.#entries(root, topKeys);
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
      const { assertedWrong, assertedAre } = this.#messages;
      this.#complaints.push({
        where: asserted.where,
        message: assertedWrong(asserted.text),
        nearest: nearest(asserted.text, assertions, 2),
        mend: assertedAre,
      });
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
      const message = isAlias(value) ? this.#messages.anchorsRefused : this.#messages.mustBeText(what);
      this.#complain(value ?? pair.key, {
        message: value === null ? this.#messages.valueMissing(what) : message,
      });
      return undefined;
    }
    if (value.value.trim() === '') {
      this.#complain(pair.key, { message: this.#messages.valueMissing(what) });
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
        this.#complain(pair.value, { message: this.#messages.mustBeMapping(what) });
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
        const { unknownKey, keysAre } = this.#messages;
        const complaint = {
          message: unknownKey(key),
          nearest: nearest(key, allowed, 2),
          mend: keysAre(allowed),
        };
        this.#complain(item.key, complaint);
      } else if (entries.has(key)) {
        this.#complain(item.key, { message: this.#messages.keyTwice(key) });
      } else entries.set(key, item);
    }
    return entries;
  }

  #keyOf(item: Pair): string | undefined {
    if (isScalar(item.key) && typeof item.key.value === 'string') return item.key.value;
    this.#complain(item.key, { message: this.#messages.situationIsMapping });
    return undefined;
  }

  #complain(node: unknown, complaint: Complaint): void {
    this.#complaints.push({ where: this.#where(node), ...complaint });
  }

  #where(node: unknown): string {
    const range = (node as Node | null | undefined)?.range;
    return range ? this.#at(range[0]) : this.#file;
  }

  #at(offset: number): string {
    const { line, col } = this.#lines.linePos(offset);
    return line === 0 ? this.#file : `${this.#file}:${line}:${col}`;
  }
}

const isAssertion = (text: string): text is DraftGiven['asserted'] =>
  (assertions as readonly string[]).includes(text);
