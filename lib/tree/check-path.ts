import { diagnose } from '../diagnostics/diagnose.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';

const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
const controlCharacter = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** What makes `path` unsafe as a file's path below a backend's folder on any system, or undefined. */
export function unsafePathReason(path: string): string | undefined {
  if (path === '') return 'it is empty';
  if (controlCharacter.test(path)) return 'it has a control character';
  if (path.includes('\\')) return 'it has a backslash; paths are written with "/"';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'it is absolute';
  if (/[<>:"|?*]/.test(path)) return 'it has one of < > : " | ? *, which Windows does not allow in a name';
  for (const segment of path.split('/')) {
    if (segment === '') return 'a folder name in it is empty';
    if (segment === '.' || segment === '..') return `it has the segment "${segment}"`;
    if (deviceName.test(segment)) return `"${segment}" is the name of a device on Windows`;
    if (/[. ]$/.test(segment)) return `"${segment}" ends with a dot or a space`;
    if (Buffer.byteLength(segment) > 255) return 'a name in it is longer than 255 bytes';
  }
  return undefined;
}

/** Throws DZL310 where `path` is not safe below a backend's folder; `writer` is named in the message. */
export function checkPath(path: string, writer: string): void {
  const reason = unsafePathReason(path);
  if (reason === undefined) return;
  throw new DazzleError(
    diagnose('DZL310', {
      message: `${writer} cannot write ${JSON.stringify(path)}: ${reason}`,
      fix: 'rename what the file is named for in the spec, or make a relative path with "/" in the generator',
    }),
  );
}
