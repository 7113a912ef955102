import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../../lib/index.ts';
import type { DiskHookContext, MissingPackage, PackageSource } from '../../../lib/index.ts';
import { virtualPython } from './virtual-python.ts';

/** The `.dist-info` folders in `.venv` (package names with versions), one a line; empty without a `.venv`. */
export function lookAtPackages(folder: string): string {
  return sitePackages(join(folder, '.venv'))
    .flatMap((site) => readdirSync(site).filter((name) => name.endsWith('.dist-info')))
    .sort()
    .join('\n');
}

function sitePackages(environment: string): string[] {
  const library = join(environment, 'lib');
  const pythons = existsSync(library) ? readdirSync(library) : [];
  return [
    ...pythons.map((python) => join(library, python, 'site-packages')),
    join(environment, 'Lib', 'site-packages'),
  ].filter((site) => existsSync(site));
}

/**
 * A Python program that prints `name` or `name version` for each package that the requirements file needs,
 * directly or through another package, and that is missing or installed in a version that is not accepted.
 * `pip check` would not do: it does not read the file, and complains of packages that a person added. A
 * requirement that cannot be parsed, such as a URL, counts as installed.
 */
const checkRequirements = `
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from pip._vendor.packaging.requirements import InvalidRequirement, Requirement

seen = set()


def check(text, extra=""):
    try:
        wanted = Requirement(text)
    except InvalidRequirement:
        return
    if wanted.marker and not wanted.marker.evaluate({"extra": extra}):
        return
    try:
        found = distribution(wanted.name)
    except PackageNotFoundError:
        print(wanted.name)
        return
    if not wanted.specifier.contains(found.version, prereleases=True):
        print(wanted.name, found.version)
    for name in ("", *wanted.extras):
        if (wanted.name, name) in seen:
            continue
        seen.add((wanted.name, name))
        for needed in found.requires or ():
            check(needed, name)


def read(file):
    for line in file.read_text(encoding="utf-8-sig").splitlines():
        line = line.split(" #")[0].strip()
        option, _, other = line.partition(" ")
        if option in ("-r", "--requirement"):
            read(file.parent / other.strip())
        elif line and line[0] not in "#-":
            check(line.split(" --")[0])


read(Path(sys.argv[1]))
`;

/**
 * The packages of `requirements-dev.txt` that are missing or of a wrong version; only `.venv` itself where it
 * has no Python. Null where the check fails.
 */
export async function missingPackages({
  folder,
  run,
}: Pick<DiskHookContext<object>, 'folder' | 'run'>): Promise<readonly MissingPackage[] | null> {
  if (!existsSync(join(folder, virtualPython))) return [{ name: '.venv', found: null }];
  const checked = await run(virtualPython, ['-c', checkRequirements, 'requirements-dev.txt'], {
    shows: () => null,
  });
  if (checked.status !== 0) return null;
  const found = new Map<string, MissingPackage>();
  for (const line of checked.stdout.split(/\r?\n/).filter((text) => text !== '')) {
    const [name = '', version = null] = line.split(' ');
    found.set(name, { name, found: version });
  }
  return [...found.values()];
}

/** The package index of pip's settings, else PyPI; null while there is no pip, or where it may ask none. */
export const packageIndex: PackageSource = {
  command: 'pip config list',
  async address({ run }) {
    const settings = readSettings(
      await run(virtualPython, ['-m', 'pip', 'config', 'list'], { shows: () => null }),
    );
    // There is no pip to ask until the virtual environment has been made.
    if (settings === null) return null;
    const read = (key: string): string | undefined =>
      [':env:', 'install', 'global'].map((part) => settings.get(`${part}.${key}`)).find(Boolean);
    if (read('no-index') !== undefined) return null;
    const url = read('index-url') ?? 'https://pypi.org/simple/';
    return URL.canParse(url) ? { url, isProxied: read('proxy') !== undefined } : null;
  },
  isProgress: (line) => !/^(?:Looking in|WARNING|ERROR)/.test(line),
  shows: (line) => line,
};
