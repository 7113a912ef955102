import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { AppSpec } from '../spec/app-spec.ts';
import { defineBackend, defineGenerator } from './define.ts';
import type { Answers, Backend, Question } from './types.ts';

/** A backend of the old kind: one function that writes a whole project into a folder. */
export interface LegacyBackend {
  readonly name: string;
  readonly summary?: string;
  readonly questions?: readonly Question[];
  generate(spec: AppSpec, outputDir: string, options: Answers): unknown;
}

/**
 * Lets an old monolithic backend take part in the four phases: its function writes into an empty temporary folder, and
 * what it leaves there becomes the tree, so that conflicts, merges and undo work for it too.
 */
export function adaptLegacyBackend(legacy: LegacyBackend): Backend {
  return defineBackend({
    name: legacy.name,
    summary: legacy.summary ?? `${legacy.name}, a backend of the old kind`,
    templates: new URL('./', import.meta.url),
    questions: () => legacy.questions ?? [],
    generators: [
      defineGenerator({
        name: 'generate',
        description: 'everything, by one function',
        async generate({ spec, answers, tree }) {
          const folder = mkdtempSync(join(tmpdir(), 'dazzle-legacy-'));
          try {
            await legacy.generate(spec, folder, answers);
            for (const file of filesBelow(folder)) {
              const path = relative(folder, file).split(sep).join('/');
              tree.write(path, textOrBytes(readFileSync(file)), {
                mode: (statSync(file).mode & 0o100) === 0 ? 0o644 : 0o755,
                formatted: true,
              });
            }
          } finally {
            rmSync(folder, { recursive: true, force: true });
          }
        },
      }),
    ],
    hooks: [],
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function textOrBytes(bytes: Buffer): string | Uint8Array {
  const text = bytes.toString('utf8');
  return !text.includes('\0') && Buffer.from(text).equals(bytes) ? text : bytes;
}
