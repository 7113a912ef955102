import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

type Wanted = Readonly<Record<string, string>>;

interface Package {
  readonly dependencies?: Wanted;
  readonly devDependencies?: Wanted;
  readonly optionalDependencies?: Wanted;
}

interface Lock {
  readonly packages: Readonly<Record<string, Package>>;
}

describe('a fresh machine', () => {
  it('finds every optional package in the lock file, whatever its platform, so that npm ci does not refuse', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as Lock;
    const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          packages[`node_modules/${name}`] === undefined &&
          packages[`${at}/node_modules/${name}`] === undefined,
      ),
    );
    expect(missing).toEqual([]);
  });

  it('finds the dependencies of package.json in the lock file, so that npm ci does not refuse', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Package;
    const { packages } = JSON.parse(read('package-lock.json')) as Lock;
    expect({
      dependencies: packages['']!.dependencies,
      devDependencies: packages['']!.devDependencies,
    }).toEqual({ dependencies, devDependencies });
    const missing = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => packages[`node_modules/${name}`] === undefined,
    );
    expect(missing).toEqual([]);
  });

  it('has each script that the README and the docs tell to run', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = ['README.md', 'docs/tutorial.md', 'docs/writing-a-backend.md', 'docs/contributing.md']
      .filter((file) => existsSync(path.join(root, file)))
      .flatMap((file) => [...read(file).matchAll(/npm run ([\w:]+)/g)].map((match) => match[1]!));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
