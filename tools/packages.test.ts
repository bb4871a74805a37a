/**
 * The published packages, as a stranger has them: built, packed, installed in an empty folder, linted, run, and
 * compiled against by a strict TypeScript program. Third-party software comes from npm's cache or the registry.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readTexts } from '@anpo/node';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutCounts } from '../packages/cli/src/testing/without-counts.ts';
import { type BuiltPackage, buildPackages } from './build/packages.ts';

const root = join(import.meta.dirname, '..');
/** Of the library that the packages are built with. */
const { hash } = readTexts(join(root, 'library'));
const SITUATION = 'senkakus-2016-soldiers';
/** Generous: a machine under load, a registry far away. Nothing is measured here. */
const PATIENCE = 600_000;

let home: string;
let stranger: string;
let packages: readonly BuiltPackage[];

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command with the Node.js that runs the tests; nothing of this repository is on its way. */
function start(command: string, argv: readonly string[], cwd: string): Ended {
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  const env = { ...process.env, PATH: path, ANPO_CACHE: join(home, 'cache'), NODE_OPTIONS: '' };
  return spawnSync(command, argv, { cwd, encoding: 'utf8', env, maxBuffer: 1 << 28 });
}

function succeed(command: string, argv: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = start(command, argv, cwd);
  if (status !== 0) throw new Error(`${command} ${argv.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

const json = (file: string, content: unknown): void => writeFileSync(file, JSON.stringify(content));
const tarballOf = ({ name }: BuiltPackage): string =>
  join(home, 'tarballs', `${name.replace('@', '').replace('/', '-')}-0.1.0.tgz`);

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'anpo-packages-test-'));
  stranger = join(home, 'stranger');
  mkdirSync(join(home, 'tarballs'));
  mkdirSync(stranger);
  packages = await buildPackages(join(home, 'build'));
  const directories = packages.map(({ directory }) => directory);
  succeed('npm', ['pack', '--silent', '--pack-destination', join(home, 'tarballs'), ...directories], home);
  json(join(stranger, 'package.json'), {
    name: 'stranger',
    private: true,
    type: 'module',
    dependencies: Object.fromEntries(packages.map((built) => [built.name, `file:${tarballOf(built)}`])),
  });
  const flags = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // Without a network npm would try again for many minutes.
  flags.push('--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=1000');
  const { status, stderr } = start('npm', ['install', ...flags], stranger);
  if (status !== 0) {
    throw new Error(
      `The packages need third-party software that is neither in npm's cache nor to be had from the registry; ` +
        `run this once where there is a network. npm says:\n${stderr}`,
    );
  }
}, PATIENCE);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the published packages', () => {
  it('hold what publint asks', { timeout: PATIENCE }, async () => {
    for (const built of packages) {
      const tarball = Uint8Array.from(readFileSync(tarballOf(built))).buffer;
      const { messages, pkg } = await publint({ strict: true, pack: { tarball } });
      expect([built.name, messages.map((message) => formatMessage(message, pkg))]).toEqual([built.name, []]);
    }
  });

  it('have a README and a licence each, and nothing of the tests', () => {
    for (const { name } of packages) {
      const place = join(stranger, 'node_modules', name);
      const files = readdirSync(place, { recursive: true }).map(String);
      expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'package.json']));
      expect(
        files.filter((file) => /testing|conformance|test-data|\.test\.|(?<!\.d)\.ts$/.test(file)),
      ).toEqual([]);
    }
  });

  it('answer as the tree does, from data alone', { timeout: PATIENCE }, () => {
    const parser = join(stranger, 'node_modules/langium');
    const aside = join(home, 'langium');
    // An assessment needs neither the parser nor what earlier runs kept.
    renameSync(parser, aside);
    for (const lang of ['en', 'ja']) {
      const argv = [
        '--no-install',
        'anpo',
        'assess',
        join(root, 'examples', `${SITUATION}.yaml`),
        '--lang',
        lang,
      ];
      const printed = succeed('npx', argv, stranger).replace(hash, '(hash of the library)');
      expect(withoutCounts(printed)).toBe(
        readFileSync(join(root, 'examples', `${SITUATION}.${lang}.txt`), 'utf8'),
      );
    }
    renameSync(aside, parser);
    expect(existsSync(join(home, 'cache'))).toBe(false);
    const proof = 'never answer-armed-attack of JP when place is guam since 1960-06-23';
    expect(start('npx', ['--no-install', 'anpo', 'prove', proof], stranger)).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('compile with a strict program that does not skip their types, and run', { timeout: PATIENCE }, () => {
    const entries = packages.flatMap(({ directory, name }) => {
      const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
        exports: Record<string, unknown>;
      };
      return (
        Object.keys(manifest.exports)
          .filter((entry) => !/\.json$|\*/.test(entry))
          // The command line runs a command; it is not there to be imported.
          .map((entry) => `${name}${entry.slice(1)}`)
      );
    });
    expect(entries).toContain('anpo');
    const program = [
      ...entries.map((entry, index) => `import * as entry${index} from '${entry}';`),
      `const entries: readonly object[] = [${entries.map((_, index) => `entry${index}`).join(', ')}];`,
      "import { type Library, library } from 'anpo';",
      "import type { Situation } from '@anpo/engine';",
      'const opened: Library = library;',
      "const given = [{ fact: 'use-of-force', value: 'yes', asserted: 'stipulated' }] as const;",
      "const situation: Situation = { on: '2016-08-06', incidents: [], given };",
      'const { findings, receipt } = opened.assess(situation);',
      'console.log(entries.length, findings.length > 0, receipt.library, library.rulebook.claims.length > 0);',
    ];
    writeFileSync(join(stranger, 'program.ts'), `${program.join('\n')}\n`);
    json(join(stranger, 'tsconfig.json'), {
      compilerOptions: {
        strict: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        target: 'es2024',
        lib: ['es2024'],
        module: 'nodenext',
        types: ['node'],
        typeRoots: [join(root, 'node_modules/@types')],
      },
      files: ['program.ts'],
    });
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    succeed(process.execPath, [tsc, '-p', '.'], stranger);
    const printed = `${entries.length} true ${hash} true\n`;
    expect(succeed(process.execPath, ['program.js'], stranger)).toBe(printed);
  });
});
