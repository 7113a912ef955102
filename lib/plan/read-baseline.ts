import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { joinSides } from './baseline/join-sides.ts';
import { parsePack } from './baseline/pack-format.ts';
import type { ParsedPack } from './baseline/pack-format.ts';
import { baselineDir, shapePath } from './baseline/shard.ts';
import { parseSpec } from './baseline/spec-file.ts';
import type { SpecFile } from './baseline/spec-file.ts';
import { lastLabel, splitSides } from './baseline/split-sides.ts';
import type { BaseEntry, Baseline } from './types.ts';

/**
 * Reads what dazzle wrote last time from `.dazzle/baseline` of the project (an absolute path).
 *
 * Never fails: what is missing, truncated, of another version or holds git's conflict markers is left out file by
 * file, with a warning (DZL410 to DZL413).
 */
export function readBaseline(projectDir: string): Promise<Baseline> {
  const stored = new Map<string, Uint8Array>();
  const entries = new Map<string, BaseEntry>();
  const packs = new Map<string, string>();
  const damaged = new Set<string>();
  const lost = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const paths = listFolder(projectDir, baselineDir);
  for (const path of paths ?? []) {
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(projectDir, path));
    } catch (error) {
      diagnostics.push(sayDamaged(path, `cannot be read (${reasonOf(error)})`));
      continue;
    }
    stored.set(path, bytes);
    if (!path.endsWith('.base')) continue;
    const pack = readPack(path, bytes, diagnostics);
    for (const entry of pack.entries) {
      if (entries.has(entry.path)) {
        lost.add(entry.path);
        damaged.add(path).add(packs.get(entry.path)!);
      }
      entries.set(entry.path, entry);
      packs.set(entry.path, path);
    }
    if (pack.damage !== null) damaged.add(path);
    for (const each of pack.lost) lost.add(each);
  }
  for (const path of lost) entries.delete(path);
  const spec = readSpec(stored.get(shapePath), diagnostics);
  return Promise.resolve({
    exists: paths !== null,
    entries,
    packs,
    damaged,
    lost,
    stored,
    ...spec,
    diagnostics,
  });
}

function readPack(path: string, bytes: Buffer, diagnostics: Diagnostic[]): ParsedPack {
  const sides = splitSides(bytes);
  if (sides !== null) {
    const pack = joinSides(parsePack(sides.ours), parsePack(sides.theirs), lastLabel(bytes));
    diagnostics.push(
      diagnose('DZL412', {
        message: `${path} holds git's conflict markers; ${pack.lost.length === 0 ? 'both sides of it are used' : countLost(pack)}`,
        fix: 'settle the generated files themselves and build again: the build writes this file anew',
      }),
    );
    return pack;
  }
  const pack = parsePack(bytes);
  if (pack.damage === 'damaged') diagnostics.push(sayDamaged(path, `is damaged; ${countLost(pack)}`));
  if (pack.damage === 'version') {
    diagnostics.push(
      diagnose('DZL413', {
        message: `${path} was written by another version of dazzle, which keeps it differently`,
        fix: 'build with the version that the project uses, or go on: files that differ are asked about',
      }),
    );
  }
  return pack;
}

function countLost(pack: ParsedPack): string {
  if (pack.lost.length === 1) return `what dazzle wrote to ${pack.lost[0]!} is not known any more`;
  return `what dazzle wrote to ${pack.lost.length || 'its'} files is not known any more`;
}

function sayDamaged(path: string, what: string): Diagnostic {
  return diagnose('DZL411', {
    message: `${path} ${what}`,
    fix: 'take it from git (git checkout), or go on: files that differ are asked about, never overwritten',
  });
}

function readSpec(bytes: Uint8Array | undefined, diagnostics: Diagnostic[]): SpecFile {
  const spec = bytes === undefined ? undefined : parseSpec(bytes);
  if (spec === null) {
    diagnostics.push({
      ...sayDamaged(shapePath, 'is damaged; renames since the last build cannot be told'),
      fix: 'declare them in the spec with was:',
    });
  }
  return spec ?? { shape: null, version: null, behind: [] };
}

/** Every file below a folder of the project, sorted; null where there is no such folder. */
function listFolder(projectDir: string, folder: string): string[] | null {
  let found;
  try {
    found = readdirSync(join(projectDir, folder), { withFileTypes: true, recursive: true });
  } catch {
    return null;
  }
  const root = join(projectDir, folder);
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const below = entry.parentPath.slice(root.length).replaceAll('\\', '/');
      return `${folder}${below}/${entry.name}`;
    })
    .sort();
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
