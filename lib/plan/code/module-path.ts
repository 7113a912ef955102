import { posix } from 'node:path';

/**
 * The path that a Python module's name stands for, without an ending, where the module is of the generated project; undefined
 * for others. A name that starts at the top (`app.models`) is of the project where a folder above the file has that name.
 */
export function modulePath(
  request: {
    readonly path: string;
    readonly names: { readonly files: Pick<ReadonlySet<string>, 'has'> | null };
  },
  module: string,
): string | undefined {
  const path = findModule(request.path, module);
  const { files } = request.names;
  if (path === undefined || files === null || files.has(`${path}.py`)) return path;
  return files.has(`${path}/__init__.py`) ? path : undefined;
}

function findModule(path: string, module: string): string | undefined {
  const [, dots = '', rest = ''] = /^(\.*)(.*)$/s.exec(module)!;
  const parts = rest === '' ? [] : rest.split('.');
  if (dots !== '') {
    const folder = path.split('/').slice(0, -dots.length);
    return [...folder, ...parts].join('/');
  }
  const folders = path.split('/').slice(0, -1);
  const at = folders.lastIndexOf(parts[0]!);
  return at < 0 ? undefined : [...folders.slice(0, at), ...parts].join('/');
}

/** The path that an import of JavaScript stands for, where it is a file of the project. */
export function importPath({ path }: { readonly path: string }, source: string): string | undefined {
  return /^\.\.?\//.test(source) ? posix.join(posix.dirname(path), source) : undefined;
}
