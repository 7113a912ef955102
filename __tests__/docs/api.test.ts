import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '../..');

it('docs/api.md is what the package exports, each with its doc comment', () => {
  const check = spawnSync(process.execPath, ['scripts/write-api.mjs', '--check'], { cwd: root });
  expect(check.stderr.toString()).toBe('');
  expect(check.status).toBe(0);
}, 120_000);

/** What `typeof` names in place of a type: the whole package, and the codes that docs/diagnostics.md lists. */
const values = ['api', 'severities'];

/** What the compiler says where nothing declares a name: `Cannot find name`, with and without a suggestion, and of namespaces. */
const unknownName = new Set([2304, 2503, 2552, 2583]);

/** The names in declarations that neither they nor TypeScript and Node declare. */
function undeclaredNames(declarations: string): string[] {
  const file = path.join(root, 'api-page.d.ts');
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.NodeNext,
    types: ['node'],
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, version, ...rest) =>
    name === file ? ts.createSourceFile(name, declarations, version) : getSourceFile(name, version, ...rest);
  const program = ts.createProgram([file], options, host);
  const said = program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .filter(({ code }) => unknownName.has(code));
  return [...new Set(said.map(({ start, length }) => declarations.slice(start, start! + length!)))].sort();
}

it('declares every type that its declarations refer to', () => {
  const page = readFileSync(path.join(root, 'docs/api.md'), 'utf8');
  const blocks = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
  expect(blocks.length).toBeGreaterThan(50);
  expect(undeclaredNames(`${blocks.join('\n')}\nexport {};\n`)).toEqual(values);
});

it('finds a type that is declared nowhere', () => {
  expect(
    undeclaredNames('interface Page<T> extends Base { of: Map<T, URL>; at: Place }\nexport {};\n'),
  ).toEqual(['Base', 'Place']);
});
