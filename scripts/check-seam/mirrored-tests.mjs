// Tests at the mirrored paths of their sources: `lib/a/b.ts` has `__tests__/a/b.test.ts`, `generators/a/b.ts` keeps its folder.
import path from 'node:path';
import ts from 'typescript';

/** Where the test of a source file lies. */
export function mirroredTest(file) {
  return `__tests__/${file.replace(/^lib\//, '').replace(/\.ts$/, '')}.test.ts`;
}

/** Claims that the file runs: it declares more than types, and does more than hand on what others export. */
function runs({ file, text }) {
  return ts
    .createSourceFile(file, text, ts.ScriptTarget.Latest)
    .statements.some(
      (statement) =>
        !ts.isImportDeclaration(statement) &&
        !ts.isExportDeclaration(statement) &&
        !ts.isInterfaceDeclaration(statement) &&
        !ts.isTypeAliasDeclaration(statement),
    );
}

/**
 * What lacks a test at its mirrored path, of sources `{ file, text }` that run, given the paths of all tests:
 * `folders` have none of their own, `files` have none of that name.
 */
export function withoutTests(sources, tests) {
  const known = new Set(tests);
  const tested = new Set(tests.map((test) => path.posix.dirname(test)));
  const files = sources.filter(runs).map(({ file }) => file);
  const folders = new Set(files.map((file) => path.posix.dirname(file)));
  return {
    folders: [...folders].filter((folder) => !tested.has(path.posix.dirname(mirroredTest(`${folder}/a.ts`)))),
    files: files.filter((file) => !known.has(mirroredTest(file))),
  };
}
