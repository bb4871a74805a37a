/**
 * The notices of the software that the published packages depend on: names, versions, licences from the lock file,
 * and the texts that the packages ship. A binary of another platform is listed without its text.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}
type Packages = Readonly<Record<string, Locked>>;

export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Its place below the root. */
  readonly place: string;
}

const MODULES = 'node_modules/';

export function thirdPartyNotices(root: string): string {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Packages;
  };
  const sections = thirdParties(packages).map(({ name, version, licence, place }) => {
    const texts = licenceTexts(join(root, place));
    return [`${name} ${version}`, `Licence: ${licence}`, ...texts].join('\n\n');
  });
  const opening =
    'Anpo depends on the following software, which npm installs beside it. Each is under its own licence.';
  return `${[opening, ...sections].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Whatever the packages of the tree need to run, with what these need in turn. */
export function thirdParties(packages: Packages): readonly ThirdParty[] {
  const seen = new Map<string, ThirdParty>();
  const visit = (place: string): void => {
    const locked = packages[place];
    if (!locked || seen.has(place)) return;
    if (locked.link && locked.resolved) {
      visit(locked.resolved);
      return;
    }
    const name = place.slice(place.lastIndexOf(MODULES) + MODULES.length);
    if (place.includes(MODULES)) {
      const { version = '', license = 'not stated' } = locked;
      seen.set(place, { name, version, licence: license, place });
    }
    const needed = { ...locked.dependencies, ...locked.optionalDependencies, ...locked.peerDependencies };
    for (const dependency of Object.keys(needed)) visit(placeOf(dependency, place, packages));
  };
  for (const place of Object.keys(packages)) if (/^packages\/[^/]+$/.test(place)) visit(place);
  return [...seen.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** Where Node.js finds a dependency: in the nearest `node_modules` above. */
function placeOf(dependency: string, from: string, packages: Packages): string {
  let above = from;
  for (;;) {
    const place = `${above === '' ? '' : `${above}/`}${MODULES}${dependency}`;
    if (packages[place] || above === '') return place;
    const cut = above.lastIndexOf(`/${MODULES}`);
    above = cut < 0 ? '' : above.slice(0, cut);
  }
}

function licenceTexts(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(directory, name), 'utf8').trim());
}
