import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import djangoMicro from '../generators/django_micro/index.ts';
import expressMicro from '../generators/express_micro/index.ts';
import { run } from './support/build-project.ts';

const root = path.resolve(import.meta.dirname, '..');
const golden = path.join(import.meta.dirname, 'golden');
const backends = [djangoMicro, expressMicro];

/** `npm run golden` writes the trees that this test compares with. */
const isWriting = process.env['GOLDEN'] === 'write';

interface GoldenFile {
  readonly text: string;
  readonly isExecutable: boolean;
}

type Tree = Readonly<Record<string, GoldenFile>>;

/** Git would obey a `.gitignore` among the golden files: it is kept without its dot. */
const keptName = (file: string): string => file.replace(/(^|\/)\.gitignore$/, '$1gitignore');

/** Random values differ from build to build. */
function withoutSecrets(file: string, text: string): string {
  if (file === '.env') return text.replace(/^(\w*SECRET\w*)=.+$/gm, '$1=(secret)');
  return file === '.admin_credentials' ? text.replace(/^Password: .+$/m, 'Password: (secret)') : text;
}

function readTree(folder: string): Tree {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file): [string, GoldenFile] => {
        const name = keptName(path.relative(folder, file).split(path.sep).join('/'));
        const text = withoutSecrets(name, readFileSync(file, 'utf8'));
        return [name, { text, isExecutable: (statSync(file).mode & 0o100) !== 0 }];
      })
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function writeTree(folder: string, tree: Tree): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, { text, isExecutable }] of Object.entries(tree)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (isExecutable) chmodSync(file, 0o755);
  }
}

describe.each(['small', 'medium'])('the %s example', (example) => {
  let projectDir: string;

  beforeAll(async () => {
    projectDir = mkdtempSync(path.join(tmpdir(), 'dazzle-golden-'));
    for (const part of ['dazzle.toml', 'dsl'])
      cpSync(path.join(root, 'examples', example, part), path.join(projectDir, part), { recursive: true });
    const outcome = await run(
      { projectDir, backends: backends.map(({ name }) => name), diskHooks: false },
      { of: backends },
    );
    expect(outcome.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  }, 120_000);

  afterAll(() => rmSync(projectDir, { recursive: true, force: true }));

  it.each(backends.map(({ name }) => name))('is on %s what its golden tree shows', (backend) => {
    const kept = path.join(golden, example, backend);
    const built = readTree(path.join(projectDir, 'apps', backend));
    if (isWriting) writeTree(kept, built);
    // Rewritten by `npm run golden`; its diff is what people will get.
    expect(built).toEqual(readTree(kept));
  });
});
