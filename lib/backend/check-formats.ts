import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileFormat } from './file-format.ts';
import type { Backend } from './types.ts';

/** Reports DZL309 for each format of a backend that says too little to be used; a plug-in may be plain JavaScript. */
export function checkFormats({ name, formats = [] }: Pick<Backend, 'name' | 'formats'>): Diagnostic[] {
  if (!Array.isArray(formats))
    return [wrongFormat(name, 'are no list', 'write formats: [{ files: […], … }]')];
  return formats.flatMap((format: Partial<FileFormat> | null, index) => {
    const which = `${index + 1} of ${formats.length}`;
    const { files, readParts, formatter } = format ?? {};
    const pattern = Array.isArray(files) ? files.find(isPattern) : undefined;
    if (pattern !== undefined)
      return wrongFormat(
        name,
        `(${which}) name a pattern, '${pattern}', where the end of a path belongs`,
        `write the end of the path alone${endOf(pattern)}`,
      );
    if (!Array.isArray(files) || files.length === 0 || !files.every(isEnd))
      return wrongFormat(
        name,
        `(${which}) name no files`,
        "write ends of paths, as in files: ['.tf', '/Caddyfile']",
      );
    if (readParts === undefined && formatter === undefined)
      return wrongFormat(name, `(${which}) do nothing`, 'give it readParts, a formatter, or both');
    if (readParts !== undefined && typeof readParts !== 'function')
      return wrongFormat(
        name,
        `(${which}) have a readParts that is no function`,
        'write readParts: (text) => […]',
      );
    if (
      formatter !== undefined &&
      (typeof formatter?.version !== 'string' || typeof formatter.load !== 'function')
    )
      return wrongFormat(
        name,
        `(${which}) have a formatter without a version or a load`,
        "write formatter: { version: '1.0.0', load: () => (text) => … }",
      );
    return [];
  });
}

/** Claims that a name of files is a text; that it is no pattern is known by then. */
function isEnd(file: unknown): boolean {
  return typeof file === 'string' && file !== '';
}

function isPattern(file: unknown): file is string {
  return typeof file === 'string' && /[*?\\]/.test(file);
}

/** What to write in place of a pattern: all that follows its last wildcard, or examples where nothing follows. */
function endOf(pattern: string): string {
  const [end] = /[^*?\\]*$/.exec(pattern)!;
  return end === '' ? ", such as '.tf' or '/Caddyfile'" : `: '${end}'`;
}

function wrongFormat(backend: string, problem: string, fix: string): Diagnostic {
  return diagnose('DZL309', { message: `the formats of ${backend} ${problem}`, fix });
}
