import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnswerValue } from '../backend/types.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import { codeFrame } from '../diagnostics/frame.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { ConflictPolicy } from '../plan/types.ts';
import { createTableReader } from './check-manifest.ts';
import type { Table, TableReader } from './check-manifest.ts';
import type { Manifest } from './manifest.ts';
import { normalizeOutputDir, outputDirProblem } from './output-dir.ts';
import { readHookSettings, readValues } from './read-hook-settings.ts';
import { readIgnored } from './read-warnings.ts';
import { presetNamed, unknownBackend, unknownPreset } from './stacks.ts';
import type { KnownNames } from './stacks.ts';

/**
 * A manifest, or null where nothing of the file can be used. Where `diagnostics` has errors, the values that they speak of
 * are at their defaults, so that whoever only looks (`dazzle validate`) can go on.
 */
export interface ManifestReading {
  readonly manifest: Manifest | null;
  readonly diagnostics: readonly Diagnostic[];
}

const tables = [
  'project',
  'modules',
  'output',
  'stack',
  'backends',
  'hooks',
  'plugins',
  'conflicts',
  'warnings',
];
const policies: readonly ConflictPolicy[] = ['ask', 'keep', 'take', 'markers', 'fail'];

/** Reads and checks `<projectDir>/dazzle.toml`; reports DZL201 to DZL215, DZL379 and DZL380, everything that is wrong at once. */
export async function readManifest(projectDir: string, known: KnownNames): Promise<ManifestReading> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(projectDir, 'dazzle.toml'));
  } catch (error) {
    return { manifest: null, diagnostics: [unreadable(projectDir, error as NodeJS.ErrnoException)] };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { manifest: null, diagnostics: [notUtf8()] };
  }
  return checkManifest(text, known);
}

/** Checks the text of a `dazzle.toml`. */
export async function checkManifest(text: string, known: KnownNames): Promise<ManifestReading> {
  const { parse, TomlError } = await import('smol-toml');
  let root: Table;
  try {
    root = parse(text) as Table;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const place = { file: 'dazzle.toml', line: error.line, column: error.column };
    const cause = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '');
    const frame = codeFrame(text, { ...place, endLine: error.line, endColumn: error.column + 1 });
    return {
      manifest: null,
      diagnostics: [
        diagnose('DZL203', {
          message: `dazzle.toml is not well-formed TOML: ${cause}`,
          fix: 'texts are quoted, lists are in [ ], and each key stands once in its table',
          place,
          frame,
        }),
      ],
    };
  }
  const reader = createTableReader(text, root);
  reader.refuseUnknown([], tables);
  for (const name of tables) reader.table([name]);
  const manifest: Manifest = {
    ...readProject(reader),
    modulePaths: readModules(reader),
    outputDir: readOutput(reader),
    stack: readStack(reader, known),
    answers: readAnswers(reader, known),
    hooks: readHookSettings(reader),
    plugins: readPlugins(reader),
    conflicts: readConflicts(reader),
    ignoredWarnings: readIgnored(reader),
    locate: reader.locate,
  };
  return { manifest, diagnostics: inOrder(reader.diagnostics) };
}

function readProject(reader: TableReader): Pick<Manifest, 'name' | 'version' | 'root'> {
  reader.refuseUnknown(['project'], ['name', 'version', 'root']);
  const path = ['project', 'name'];
  const name = reader.text(path);
  if (name === null && reader.isTable(['project']) && !Object.hasOwn(reader.table(['project']), 'name')) {
    reader.refuseKey(
      'DZL206',
      ['project'],
      'dazzle.toml does not name the project',
      'write name = "my_app" below [project]',
    );
  } else if (name !== null && !/^[a-z][a-z0-9_-]*$/.test(name)) {
    const better = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]+|_+$/g, '');
    const fix = better === '' ? 'write something like "my_app"' : `write "${better}"`;
    reader.refuse(
      'DZL207',
      path,
      `the project's name cannot be "${name}": it begins with a small letter and has only small letters, digits, _ and -`,
      fix,
    );
  }
  const rootPath = ['project', 'root'];
  const root = reader.text(rootPath);
  const isRoot = root === null || /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(root);
  if (!isRoot) {
    reader.refuse(
      'DZL207',
      rootPath,
      `"root" in [project] names a module, and "${root}" is no module's name`,
      'write it as in its `module` line, e.g. "shop.core"',
    );
  }
  return {
    name: name ?? '',
    version: reader.text(['project', 'version']) ?? '0.1.0',
    root: isRoot ? root : null,
  };
}

function readModules(reader: TableReader): readonly string[] {
  reader.refuseUnknown(['modules'], ['paths']);
  const path = ['modules', 'paths'];
  const paths = reader.texts(path);
  if (paths?.length === 0) {
    reader.refuse(
      'DZL207',
      path,
      `"paths" in [modules] is empty, so there is no spec`,
      'write paths = ["./dsl"]',
    );
  }
  for (const entry of paths ?? []) {
    if (entry.trim() === '')
      reader.refuse('DZL207', path, 'a path in [modules] is empty', 'write paths = ["./dsl"]', entry);
  }
  const right = (paths ?? []).filter((entry) => entry.trim() !== '');
  return right.length === 0 ? ['./dsl'] : right;
}

function readOutput(reader: TableReader): string {
  reader.refuseUnknown(['output'], ['dir']);
  const path = ['output', 'dir'];
  const dir = reader.text(path);
  const problem = dir === null ? undefined : outputDirProblem(dir);
  if (problem !== undefined)
    reader.refuse(
      'DZL208',
      path,
      `"dir" in [output] cannot be "${dir}": ${problem}`,
      'name a folder inside the project, e.g. "apps"',
    );
  return dir === null || problem !== undefined ? 'apps' : normalizeOutputDir(dir);
}

function readStack(reader: TableReader, known: KnownNames): Manifest['stack'] {
  const before = reader.diagnostics.length;
  const stack = readStackNames(reader, known);
  return reader.diagnostics.length === before ? stack : { ...stack, isGuess: true };
}

function readStackNames(reader: TableReader, known: KnownNames): Manifest['stack'] {
  reader.refuseUnknown(['stack'], ['name', 'backends']);
  const preset = reader.text(['stack', 'name']);
  const backends = reader.texts(['stack', 'backends']);
  if (preset !== null && backends !== null) {
    reader.refuseKey(
      'DZL210',
      ['stack', 'backends'],
      '[stack] has both "name" and "backends"',
      'keep one of them: a preset by name, or a list',
    );
  }
  if (backends !== null) {
    const right = backends.filter((name) => {
      const unknown = unknownBackend(name, '"backends" in [stack]', known);
      if (unknown !== undefined)
        reader.refuse('DZL212', ['stack', 'backends'], unknown.message, unknown.fix!, name);
      return unknown === undefined;
    });
    if (backends.length === 0) {
      reader.refuse(
        'DZL215',
        ['stack', 'backends'],
        '"backends" in [stack] names no backend, so there is nothing to build',
        `name at least one of ${known.backends.join(', ')}`,
      );
    }
    if (right.length > 0) return { preset: null, backends: right };
  }
  const unknown = preset === null ? undefined : unknownPreset(preset, '"name" in [stack]');
  if (unknown !== undefined) reader.refuse('DZL211', ['stack', 'name'], unknown.message, unknown.fix!);
  const name = preset === null || unknown !== undefined ? 'micro' : preset;
  return { preset: name, backends: presetNamed(name)!.backends };
}

function readAnswers(reader: TableReader, known: KnownNames): Manifest['answers'] {
  const answers: Record<string, Readonly<Record<string, AnswerValue>>> = {};
  for (const name of Object.keys(reader.table(['backends']))) {
    const path = ['backends', name];
    const unknown = unknownBackend(name, `[backends.${name}]`, known);
    if (unknown !== undefined) reader.refuseKey('DZL212', path, unknown.message, unknown.fix!);
    answers[name] = readValues(reader, path, []);
  }
  return answers;
}

function readPlugins(reader: TableReader): Manifest['plugins'] {
  reader.refuseUnknown(['plugins'], ['modules']);
  return reader.texts(['plugins', 'modules']) ?? [];
}

function readConflicts(reader: TableReader): Manifest['conflicts'] {
  return Object.keys(reader.table(['conflicts'])).flatMap((pattern) => {
    const path = ['conflicts', pattern];
    const policy = reader.text(path);
    if (policy === null) return [];
    if ((policies as readonly string[]).includes(policy))
      return [{ pattern, policy: policy as ConflictPolicy }];
    const near = suggest(policy, policies);
    reader.refuse(
      'DZL214',
      path,
      `"${pattern}" in [conflicts] has the policy "${policy}", which does not exist`,
      near === undefined ? `write one of ${policies.join(', ')}` : `write "${near}"`,
    );
    return [];
  });
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}

function unreadable(projectDir: string, error: NodeJS.ErrnoException): Diagnostic {
  if (error.code === 'ENOENT') {
    return diagnose('DZL201', {
      message: `there is no dazzle.toml in ${projectDir}`,
      fix: 'run `dazzle init` there, or go to a folder inside a project',
    });
  }
  const reason =
    error.code === 'EACCES'
      ? 'you may not read it'
      : error.code === 'EISDIR'
        ? 'it is a folder'
        : error.message;
  return diagnose('DZL202', {
    message: `dazzle.toml cannot be read: ${reason}`,
    fix: 'make it a file that you may read',
  });
}

function notUtf8(): Diagnostic {
  return diagnose('DZL202', {
    message: 'dazzle.toml cannot be read: it is not UTF-8',
    fix: 'save it as UTF-8',
  });
}
