/** The house in a browser: how large it is, and that Chromium finds what Node.js finds. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type AssessInput, assess } from '@anpo/answers';
import { readSituationFile } from '@anpo/answers/situation-file';
import type { Library } from '@anpo/engine';
import { buildArtefacts, loadLibrary } from '@anpo/node';
import { type Browser, chromium as driver } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundle, sizeOf } from './bundle.ts';
import { chromium } from './chromium.ts';

const root = join(import.meta.dirname, '../..');
const SITUATION = 'examples/senkakus-2016-soldiers.yaml';
/** What a reader waits for before the first answer, compressed; and everything there is. */
const PAGE = 70_000;
const WHOLE = 100_000;
/** Generous: where there is no browser, one is installed. Nothing is measured here. */
const PATIENCE = 600_000;
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let page: Bundle;
let whole: Bundle;
beforeAll(async () => {
  page = await bundle(join(import.meta.dirname, 'page.ts'));
  whole = await bundle(join(import.meta.dirname, 'whole.ts'));
});

describe('engine and answers, in both languages, bundled', () => {
  it('need nothing of Node.js', () => {
    expect(whole.missing).toEqual([]);
    expect(whole.code).not.toMatch(/["'`]node:/);
  });

  it('are small', () => {
    expect(sizeOf(page).brotli).toBeLessThan(PAGE);
    expect(sizeOf(whole).brotli).toBeLessThan(WHOLE);
  });
});

describe('the page in Chromium', () => {
  let library: Library;
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    library = await loadLibrary(join(root, 'library'), { variables: process.env });
    const files = new Map<string, readonly [type: string, text: string]>([
      ['/', ['text/html', `<!doctype html><script type="module" src="/page.js"></script>`]],
      ['/page.js', ['text/javascript', page.code]],
      ...Object.entries(buildArtefacts(library)).map(
        ([name, text]) => [`/${name}`, ['application/json', text]] as const,
      ),
    ]);
    server = createServer(({ url = '' }, response) => {
      const [type, text] = files.get(url) ?? ['text/plain', ''];
      response.writeHead(files.has(url) ? 200 : 404, { 'content-type': `${type}; charset=utf-8` }).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await driver.launch({ executablePath: chromium(), args: FLAGS });
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('finds and says what Node.js finds and says', { timeout: PATIENCE }, async () => {
    const text = readFileSync(join(root, SITUATION), 'utf8');
    const input: AssessInput = { situation: readSituationFile(text, SITUATION), today: '2026-01-15' };
    const { data, answer } = assess(library, input, { language: 'en' });
    const expected = {
      verdicts: data.findings.map(({ norm, bearer, outcome }) => [norm, bearer, outcome]),
      answers: [answer, assess(library, input, { language: 'ja' }).answer],
    };
    const shown = await browser.newPage();
    const faults: string[] = [];
    shown.on('pageerror', (error) => faults.push(String(error)));
    await shown.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'load' });
    const asked = JSON.stringify(input);
    const found = (await shown.evaluate(`anpo.assessed(${asked})`)) as typeof expected;
    expect(faults).toEqual([]);
    expect(found.verdicts).toEqual(expected.verdicts);
    expect(found.answers).toEqual(JSON.parse(JSON.stringify(expected.answers)));
  });
});
