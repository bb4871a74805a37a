/** The command as a process of its own: exit codes, streams, the kept Rulebook, the library's own errors. */
import { type StdioOptions, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const anpo = fileURLToPath(new URL('../../anpo/bin/anpo.js', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'anpo-main-test-'));
const library = join(home, 'library');
const cache = join(home, 'cache');
mkdirSync(library);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const law = (question: string): string => `# A fact

\`\`\`anpo
source gazette en "Gazette" ja "官報" confirmed
fact armed-attack yes-no, of incident en "an armed attack occurs" ja "武力攻撃が発生している"
  asks en "${question}" ja "武力攻撃が発生しているか"
  source gazette
\`\`\`
`;
const write = (text: string): void => writeFileSync(join(library, 'law.anpo.md'), text);
const env = { ...process.env, ANPO_LIBRARY: library, ANPO_CACHE: cache, ANPO_LANG: 'en' };
const start = (...argv: string[]) => startWith({}, ...argv);
const startWith = (more: Readonly<Record<string, string>>, ...argv: string[]) =>
  spawnSync(process.execPath, [anpo, ...argv], { encoding: 'utf8', env: { ...env, ...more }, cwd: home });

describe('the anpo process', () => {
  it('ends with 0 where it did what was asked, and keeps the Rulebook', () => {
    write(law('Is there an attack?'));
    const { status, stdout, stderr } = start('facts');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Is there an attack?');
    expect(readdirSync(cache)).toHaveLength(1);
    expect(start('facts').stdout).toBe(stdout);
    expect(start('assess', '--fact', 'armed-attack', '--on', '1975-01-01').status).toBe(0);
  });

  it('never answers from a library that has changed since, nor from a broken cache', () => {
    write(law('Has an attack occurred?'));
    expect(start('facts').stdout).toContain('Has an attack occurred?');
    for (const entry of readdirSync(cache, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) writeFileSync(join(entry.parentPath, entry.name), 'broken');
    }
    const { status, stdout } = start('facts');
    expect(status).toBe(0);
    expect(stdout).toContain('Has an attack occurred?');
  });

  it('ends with 1 where the library is not sound', () => {
    write('```anpo\nfact armed-attack yes-no en "x" source gazete\n```\n');
    const check = start('check');
    expect(check.status).toBe(1);
    expect(check.stdout).toMatch(/--> law\.anpo\.md:2:\d+/);
    const assess = start('assess');
    expect(assess.status).toBe(1);
    expect(assess.stderr).toContain('anpo check');
    write(law('Is there an attack?'));
    expect(start('check')).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([[['asess']], [['facts', '--nonsense']], [['facts', '--library', 'nowhere']], [['assess', '.']]])(
    'ends with 2 and a message for %j',
    (argv) => {
      const { status, stdout, stderr } = start(...argv);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^error: /);
    },
  );

  it('ends without a word where the reader closes early', async () => {
    const child = spawn(process.execPath, [anpo, 'facts', '--json'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let error = '';
    child.stderr.on('data', (chunk) => {
      error += String(chunk);
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, error }).toEqual({ code: 0, error: '' });
  });

  it.each(['UTC', 'Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati'])(
    'makes days of moments in Japan’s zone, where TZ is %s',
    (zone) => {
      write(law('Is there an attack?'));
      writeFileSync(join(home, 'moments.csv'), 'id,ts\n1,2016-03-28T23:30:00Z\n2,2016-03-28T14:59:00Z\n');
      writeFileSync(join(home, 'moments.yaml'), 'on: CAST(ts AS DATE)\nfacts: {armed-attack: true}\n');
      const argv = ['moments.csv', '--map', 'moments.yaml', '--out', 'moments.out.csv'];
      const { status, stdout, stderr } = startWith({ TZ: zone }, 'screen', ...argv);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain('Asia/Tokyo');
      const days = readFileSync(join(home, 'moments.out.csv'), 'utf8').matchAll(/\d{4}-\d\d-\d\d/g);
      expect([...days].map(([day]) => day)).toEqual(['2016-03-29', '2016-03-28']);
    },
  );

  it.runIf(existsSync('/dev/full'))('says so where its answer cannot be written', () => {
    write(law('Is there an attack?'));
    const full = openSync('/dev/full', 'w');
    const stdio: StdioOptions = ['ignore', full, 'pipe'];
    const { status, stderr } = spawnSync(process.execPath, [anpo, 'facts'], { encoding: 'utf8', env, stdio });
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'error: the answer cannot be written: ENOSPC\n',
    });
  });
});
