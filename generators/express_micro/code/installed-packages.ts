import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readSettings } from '../../../lib/index.ts';
import type { DiskHookContext, MissingPackage, PackageSource } from '../../../lib/index.ts';

/**
 * A text that changes when installed packages do: npm's `node_modules/.package-lock.json` and those of its packages that are
 * gone from the disk; without that file, the names in `node_modules`. In a workspace the packages lie in a folder above, so
 * the nearest one is read. Where it belongs to another project, a change in it costs no more than one `npm ls`.
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

/**
 * The packages that `npm ls` reports as missing or of a wrong version, development dependencies included; null where its
 * output is not JSON.
 */
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
    // npm also reports `extraneous` packages, which `package.json` does not name: they do no harm.
    const match = /^(missing|invalid): (@?[^@\s]+)@(\S+)/.exec(problem);
    if (match === null) continue;
    const [, kind, name = '', version = ''] = match;
    missing.set(name, { name, found: kind === 'missing' ? null : version });
  }
  return [...missing.values()];
}

/**
 * The registry that npm is configured to use. npm prints nothing while it waits for packages, so it is run with the log level
 * `http`, which prints a line for each response: those lines count as progress and are not shown.
 */
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
