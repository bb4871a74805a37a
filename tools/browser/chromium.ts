/** Finds a Chromium to run pages in; on Debian and its sisters, whoever may install packages has one installed. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium. Throws, and says how to mend it, where there is none and none can be installed. */
export function chromium(): string {
  return find() ?? install();
}

function find(): string | undefined {
  const { ANPO_CHROMIUM, PATH = '' } = process.env;
  if (ANPO_CHROMIUM) return ANPO_CHROMIUM;
  const inPath = PATH.split(delimiter).flatMap((directory) => names.map((name) => join(directory, name)));
  return [...inPath, ...elsewhere].find((file) => existsSync(file) && isExecutable(file));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install(): string {
  const why: string[] = [];
  if (process.getuid?.() === 0) {
    for (const argv of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
      const { error, status, stderr } = spawnSync('apt-get', argv, {
        encoding: 'utf8',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      if (status !== 0) why.push(`apt-get ${argv.join(' ')}: ${error?.message ?? stderr.trim()}`);
    }
  }
  const found = find();
  if (found !== undefined) return found;
  const advice =
    'There is no Chromium to run the page in: install one (Debian: `apt-get install chromium`), or name one in ANPO_CHROMIUM.';
  throw new Error([advice, ...why].join('\n'));
}
