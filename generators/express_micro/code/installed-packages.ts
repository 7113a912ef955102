import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readSettings } from '../../../lib/index.ts';
import type { DiskHookContext, MissingPackage, PackageSource } from '../../../lib/index.ts';

/**
 * What npm keeps of an install, and which of its packages are gone from the disk. In a workspace the packages lie in a folder
 * above; of folders above that have nothing to do with the application, a change costs one question to npm.
 */
export function lookAtPackages(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    const record = readText(join(at, 'node_modules', '.package-lock.json'));
    if (record !== null) return [at, record, ...gonePackages(at, record)].join('\n');
    if (existsSync(join(at, 'node_modules'))) return readdirSync(join(at, 'node_modules')).sort().join('\n');
    if (dirname(at) === at) return '';
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function gonePackages(folder: string, record: string): string[] {
  try {
    const { packages = {} } = JSON.parse(record) as { readonly packages?: Readonly<Record<string, unknown>> };
    return Object.keys(packages).filter((path) => !existsSync(join(folder, path)));
  } catch {
    return [];
  }
}

/** What npm says is not installed as `package.json` wants it, development dependencies included. */
export async function missingPackages({
  run,
}: Pick<DiskHookContext<object>, 'run'>): Promise<readonly MissingPackage[] | null> {
  const listed = await run('npm', ['ls', '--all', '--include=dev', '--json'], { shows: () => null });
  let problems: readonly string[];
  try {
    ({ problems = [] } = JSON.parse(listed.stdout) as { readonly problems?: readonly string[] });
  } catch {
    return null;
  }
  const missing = new Map<string, MissingPackage>();
  for (const problem of problems) {
    // What is there without being asked for is the person's own affair.
    const match = /^(missing|invalid): (@?[^@\s]+)@(\S+)/.exec(problem);
    if (match === null) continue;
    const [, kind, name = '', version = ''] = match;
    missing.set(name, { name, found: kind === 'missing' ? null : version });
  }
  return [...missing.values()];
}

/** The registry that npm is set to. It says nothing while it waits, so it is made to tell of each answer. */
export const npmRegistry: PackageSource = {
  command: 'npm config get registry',
  async address({ run }) {
    const settings = readSettings(
      await run('npm', ['config', 'get', 'registry', 'proxy', 'https-proxy'], { shows: () => null }),
    );
    const url = settings?.get('registry');
    if (url === undefined || !URL.canParse(url)) return null;
    const isSet = (name: string): boolean => !['null', '', undefined].includes(settings?.get(name));
    return { url, isProxied: isSet('proxy') || isSet('https-proxy') };
  },
  isProgress: (line) => !/^npm (?:error|ERR!|warn|WARN)|attempt \d+ failed/.test(line),
  shows: (line) => (/^npm http\b/.test(line) ? null : line),
};
