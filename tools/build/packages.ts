/**
 * Builds the published packages: one run of the compiler for all, then for each a folder with what was compiled, its
 * manifest, its README and its licence; `anpo` has the library besides, as texts and as data.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildArtefacts, loadLibrary, writeEntry } from '@anpo/node';
import { built, isOfTests, type Manifest, publishedManifest } from './manifest.ts';
import { thirdPartyNotices } from './notices.ts';

const root = join(import.meta.dirname, '../..');

export interface BuiltPackage {
  readonly name: string;
  readonly directory: string;
}

/** Builds into a folder, in place of what it held. Throws where a source does not compile or the library is not sound. */
export async function buildPackages(into = join(root, 'build')): Promise<readonly BuiltPackage[]> {
  rmSync(into, { recursive: true, force: true });
  const emitted = join(into, 'emitted');
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const argv = [compiler, '-p', 'tsconfig.build.json', '--outDir', emitted];
  execFileSync(process.execPath, argv, { cwd: root, stdio: 'inherit' });
  const folders = readdirSync(join(root, 'packages')).sort();
  const packages = folders.map((folder) => buildPackage(folder, into));
  const anpo = packages.find(({ name }) => name === 'anpo');
  if (anpo) await addLibrary(anpo.directory);
  return packages;
}

function buildPackage(folder: string, into: string): BuiltPackage {
  const source = join(root, 'packages', folder);
  const directory = join(into, 'packages', folder);
  const compiled = join(into, 'emitted/packages', folder, 'src');
  mkdirSync(directory, { recursive: true });
  cpSync(compiled, join(directory, 'dist'), {
    recursive: true,
    filter: (path) => !isOfTests(`${path.slice(compiled.length)}/`),
  });
  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Manifest;
  const extra: string[] = [];
  if (manifest.bin !== undefined) {
    extra.push('bin');
    for (const name of readdirSync(join(source, 'bin'))) copyStarter(source, directory, join('bin', name));
  }
  if (manifest.name === 'anpo') {
    extra.push('data', 'library', 'LICENSE-library', 'THIRD-PARTY-NOTICES');
    writeFileSync(join(directory, 'THIRD-PARTY-NOTICES'), thirdPartyNotices(root));
  }
  const text = JSON.stringify(publishedManifest(manifest, extra), undefined, 2);
  writeFileSync(join(directory, 'package.json'), `${text}\n`);
  cpSync(join(source, 'README.md'), join(directory, 'README.md'));
  cpSync(join(root, 'LICENSE'), join(directory, 'LICENSE'));
  return { name: manifest.name, directory };
}

/** A starter is plain JavaScript: only the paths into the sources change. */
function copyStarter(source: string, directory: string, file: string): void {
  const text = readFileSync(join(source, file), 'utf8');
  mkdirSync(join(directory, 'bin'), { recursive: true });
  writeFileSync(
    join(directory, file),
    text.replace(/'\.(\.\/src\/[^']+\.ts)'/g, (_, path: string) => `'.${built(path)}'`),
    { mode: 0o755 },
  );
}

async function addLibrary(directory: string): Promise<void> {
  const texts = join(root, 'library');
  cpSync(texts, join(directory, 'library'), { recursive: true });
  cpSync(join(root, 'LICENSE-library'), join(directory, 'LICENSE-library'));
  const opened = await loadLibrary(texts, { variables: process.env });
  writeEntry(join(directory, 'data'), buildArtefacts(opened));
}
