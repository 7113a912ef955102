import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { MigrationPlace } from '../../lib/commit/journal.ts';
import { expect } from '@jest/globals';
import { commitPlan } from '../../lib/commit/commit-plan.ts';
import { DazzleError } from '../../lib/diagnostics/diagnostic.ts';
import { planChanges } from '../../lib/plan/plan-changes.ts';
import type { PlanRequest } from '../../lib/plan/plan-changes.ts';
import { settlePlan } from '../../lib/plan/settle-plan.ts';
import type { SettleRequest } from '../../lib/plan/settle-plan.ts';
import type { NextFile, SettledPlan } from '../../lib/plan/types.ts';

/** What a test's tree holds at a path: text, or more about the file. */
export type TreeEntry =
  string | (Partial<Omit<NextFile, 'contents' | 'path'>> & { readonly contents: string | Uint8Array });

export const output = { backend: 'demo', outputDir: 'apps/demo' };

/** The files of a tree, by path in the output folder. */
export function makeTree(files: Readonly<Record<string, TreeEntry>>): NextFile[] {
  return Object.entries(files).map(([path, entry]) => {
    const { contents, ...more } = typeof entry === 'string' ? { contents: entry } : entry;
    return {
      path: `${output.outputDir}/${path}`,
      contents: Buffer.from(contents),
      mode: 0o644,
      once: null,
      backend: output.backend,
      identity: `demo/files/-/${path}`,
      ...more,
    };
  });
}

/** A disk in memory where the system has one. */
export const memoryDisk = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A temporary project that trees are built into; paths are relative to it. */
export class BuildFolder {
  readonly dir: string;

  /** @param root the folder to be in; a disk in memory makes thousands of builds quick */
  constructor(root = tmpdir()) {
    this.dir = mkdtempSync(join(root, 'dazzle-plan-'));
  }

  write(path: string, contents: string | Uint8Array, mode?: number): void {
    mkdirSync(dirname(join(this.dir, path)), { recursive: true });
    writeFileSync(join(this.dir, path), contents);
    if (mode !== undefined) chmodSync(join(this.dir, path), mode);
  }

  read(path: string): string | null {
    return existsSync(join(this.dir, path)) ? readFileSync(join(this.dir, path), 'utf8') : null;
  }

  mode(path: string): number {
    return statSync(join(this.dir, path)).mode & 0o777;
  }

  remove(path: string): void {
    rmSync(join(this.dir, path), { recursive: true });
  }

  /** Every file below a folder, with its text; `.dazzle` left out unless asked for. */
  files(folder = 'apps'): Record<string, string> {
    const found: Record<string, string> = {};
    if (!existsSync(join(this.dir, folder))) return found;
    for (const entry of readdirSync(join(this.dir, folder), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name).slice(this.dir.length + 1);
      found[path] = readFileSync(join(this.dir, path), 'latin1');
    }
    return Object.fromEntries(Object.entries(found).sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** Plans, settles and commits. */
  /** Where builds say that migrations are. */
  migrations: readonly MigrationPlace[] = [];

  async build(
    files: Readonly<Record<string, TreeEntry>>,
    request: Partial<PlanRequest> = {},
    settle: Partial<SettleRequest> = {},
  ): Promise<SettledPlan> {
    const settled = await this.settle(files, request, settle);
    await commitPlan(settled, { migrations: this.migrations });
    return settled;
  }

  async settle(
    files: Readonly<Record<string, TreeEntry>>,
    request: Partial<PlanRequest> = {},
    settle: Partial<SettleRequest> = {},
  ): Promise<SettledPlan> {
    const plan = await planChanges({
      projectDir: this.dir,
      next: makeTree(files),
      outputs: [output],
      ...request,
    });
    return settlePlan(plan, { policy: 'keep', ...settle });
  }

  discard(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** Changes in short: `kind why path`. */
export function listChanges(settled: SettledPlan): string[] {
  return settled.changes.map(({ kind, why, path, from }) =>
    [kind, why, from && `${from} →`, path]
      .filter((part) => part !== undefined)
      .join(' ')
      .replaceAll('apps/demo/', ''),
  );
}

/** The diagnostics that a failing build is refused with. */
export async function refused(building: Promise<unknown>): Promise<string[]> {
  const error = await building.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DazzleError);
  return (error as DazzleError).diagnostics.map(({ code, message }) => `${code} ${message}`);
}
