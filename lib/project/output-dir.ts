import { posix } from 'node:path';

/** What is wrong with a folder as the output's, or undefined; the same rule holds for `--out`. */
export function outputDirProblem(dir: string): string | undefined {
  if (dir.trim() === '') return 'it is empty';
  if (dir.includes('\\')) return 'paths are written with "/"';
  if (/[\u0000-\u001f\u007f<>:"|?*]/.test(dir))
    return 'it has a character that a folder cannot have everywhere';
  if (posix.isAbsolute(dir)) return 'it is absolute';
  const normal = normalizeOutputDir(dir);
  if (normal === '..' || normal.startsWith('../')) return 'it lies outside of the project';
  if (/^\.(?:dazzle|git)(?:\/|$)/i.test(normal)) return 'that folder is not for generated files';
  return undefined;
}

/** The folder as the manifest keeps it: without `./` and a slash at the end. */
export function normalizeOutputDir(dir: string): string {
  return posix.normalize(dir).replace(/\/$/, '');
}
