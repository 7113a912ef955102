import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { foldName } from './find-clashes.ts';
import type { DiskFile } from './read-disk.ts';
import type { NextFile } from './types.ts';

/** Everything that stands in the way of writing the files of a build; ignored paths are not written. */
export function checkPaths(
  next: readonly NextFile[],
  disk: ReadonlyMap<string, DiskFile>,
  isIgnored: (path: string) => boolean,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const spelled = new Map<string, string>();
  const cutOff = new Set<string>();
  for (const { path } of next) {
    if (isIgnored(path)) continue;
    const folded = foldName(path);
    const twin = spelled.get(folded);
    spelled.set(folded, path);
    if (twin !== undefined) diagnostics.push(sameName(twin, path));
    if (!isInside(path)) diagnostics.push(outside(path));
    const found = disk.get(path);
    if (found === undefined || found.kind === 'file') continue;
    if (found.kind === 'blocked')
      diagnostics.push(blocked(path, `a ${found.what} is in the way of the file ${path}`));
    else if (found.kind === 'unreadable') diagnostics.push(unreadable(path, found.reason));
    else if (!cutOff.has(found.parent)) {
      cutOff.add(found.parent);
      diagnostics.push(
        found.what === 'file'
          ? blocked(
              found.parent,
              `${found.parent} is a file, and a folder of that name is needed for ${path}`,
            )
          : leadsOut(found.parent),
      );
    }
  }
  return diagnostics;
}

/** Claims that a POSIX path is relative and does not leave the project. */
function isInside(path: string): boolean {
  return (
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && !path.includes('\0')
  );
}

function blocked(path: string, message: string): Diagnostic {
  return diagnose('DZL401', {
    message,
    fix: `move it away, or name ${path} in .dazzleignore to have it left alone`,
  });
}

function outside(path: string): Diagnostic {
  return diagnose('DZL403', {
    message: `${JSON.stringify(path)} leads out of the project`,
    fix: 'write files below the output folder only',
  });
}

function leadsOut(parent: string): Diagnostic {
  return diagnose('DZL403', {
    message: `${parent} is a symlink that leads out of the project`,
    fix: `make ${parent} a folder of the project, or name it in .dazzleignore to have it left alone`,
  });
}

function sameName(one: string, other: string): Diagnostic {
  return diagnose('DZL404', {
    message:
      one === other
        ? `two backends write ${one}`
        : `${one} and ${other} are one file on disks that do not tell case or accents apart`,
    fix: 'rename one of the things they are made from in the spec',
  });
}

function unreadable(path: string, reason: string): Diagnostic {
  return diagnose('DZL405', {
    message: `${path} cannot be read (${reason}), so it cannot be told whether you have edited it`,
    fix: `make it readable (chmod u+rw ${path}), or name it in .dazzleignore`,
  });
}
