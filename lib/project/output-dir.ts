import { posix } from 'node:path';

/** Names that no folder can have on Windows, with or without an ending. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** What is wrong with a folder as the output's, or undefined; the same rule holds for `--out`. */
export function outputDirProblem(dir: string): string | undefined {
  if (dir.trim() === '') return 'it is empty';
  if (dir.includes('\\')) return 'paths are written with "/"';
  if (/[\u0000-\u001f\u007f<>:"|?*]/.test(dir))
    return 'it has a character that a folder cannot have everywhere';
  if (posix.isAbsolute(dir)) return 'it is absolute';
  const normal = normalizeOutputDir(dir);
  if (normal === '..' || normal.startsWith('../')) return 'it lies outside of the project';
  for (const part of normal.split('/')) {
    if (deviceName.test(part)) return `"${part}" is the name of a device on Windows`;
    if (/[. ]$/.test(part) && part !== '.') return `"${part}" ends with a dot or a space`;
  }
  if (/^\.(?:dazzle|git)(?:\/|$)/i.test(normal)) return 'that folder is not for generated files';
  return undefined;
}

/** The folder as the manifest keeps it: without `./` and a slash at the end. */
export function normalizeOutputDir(dir: string): string {
  return posix.normalize(dir).replace(/\/$/, '');
}
