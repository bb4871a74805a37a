/**
 * Starts PostgreSQL from a copy of its binaries. The server refuses to run as root, and another user may not
 * reach a checkout in root's own directory: for root the copy runs as the user `nobody`. The package leaves its
 * links between libraries to an install script, which npm may be told not to run: they are made in the copy,
 * and links that the script did make are left behind, as they would lead back into the checkout.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface RunningServer {
  stop(): Promise<void>;
}

/** `initdb` is a binary of the package; `directory` is the server's own. Listens on loopback only. */
export async function startFromCopy(initdb: string, directory: string, port: number): Promise<RunningServer> {
  const user = process.getuid?.() === 0 ? nobody() : undefined;
  const native = join(directory, 'native');
  cpSync(join(dirname(initdb), '..'), native, {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  });
  linkLibraries(native);
  for (const name of ['initdb', 'postgres']) chmodSync(join(native, 'bin', name), 0o755);
  const data = join(directory, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (user) for (const path of [directory, data]) chownSync(path, user.uid, user.gid);
  const options = { ...user, cwd: directory, env: { LD_LIBRARY_PATH: join(native, 'lib'), LC_ALL: 'C' } };
  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    [
      '--pgdata',
      data,
      '--username',
      'postgres',
      '--auth',
      'trust',
      '--encoding',
      'UTF8',
      '--no-locale',
      '--no-sync',
    ],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr ?? made.error}`);
  const server = spawn(
    join(native, 'bin', 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', directory],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await ready(server);
  return {
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', () => resolve());
        server.kill('SIGINT');
      }),
  };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (text.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log}`)));
  });
}

/** The names under which the libraries ask for each other: `libicuuc.so.60` for `libicuuc.so.60.2`. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

function nobody(): { readonly uid: number; readonly gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? '').split(':');
  if (uid === undefined || gid === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and there is no user "nobody": run the tests as another user',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}
