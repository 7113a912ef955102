// What a new type of field touches: which files the compiler names once the type stands in the language's union.
import path from 'node:path';
import ts from 'typescript';

/** `text` with `{ readonly kind: '<kind>' }` as one more member of its type `FieldType`. */
export function addFieldType(text, kind) {
  const source = ts.createSourceFile('app-spec-field.ts', text, ts.ScriptTarget.Latest);
  const union = source.statements.find(
    (statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === 'FieldType',
  );
  if (union === undefined) throw new Error('there is no type FieldType to add a member to');
  return `${text.slice(0, union.type.end)} | { readonly kind: '${kind}' }${text.slice(union.type.end)}`;
}

/** The program of `files` under the repository's `tsconfig.json`, read as if `changed.file` held `changed.text`. */
export function programWith(root, files, changed) {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  host.readFile = (name) =>
    path.resolve(name) === path.join(root, changed.file) ? changed.text : readFile(name);
  return ts.createProgram(
    files.map((file) => path.join(root, file)),
    options,
    host,
  );
}

/** What the compiler has to say, by file: `{ file, problems }`, `file` relative to `root`, `problems` as `line: message`. */
export function brokenFiles(program, root) {
  const found = new Map();
  for (const { file, start, messageText } of ts.getPreEmitDiagnostics(program)) {
    const name = path.relative(root, file.fileName).split(path.sep).join('/');
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    const problem = `${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    found.set(name, [...(found.get(name) ?? []), problem]);
  }
  return [...found].map(([file, problems]) => ({ file, problems }));
}

/** Where the compiler may name a file: the language itself, the row of the type, and one file of each backend. */
const wanted = [/^(lib\/spec)\//, /^(lib\/kit\/fields)\//];
const backend = /^(generators\/[^/]+)\//;

/** Those of `files` that a new type should leave alone. The first file of each backend is its one `switch`. */
export function filesBeyond(files) {
  const seen = new Set();
  return files.filter((file) => {
    if (wanted.some((place) => place.test(file))) return false;
    const [, name] = backend.exec(file) ?? [];
    if (name === undefined || seen.has(name)) return true;
    seen.add(name);
    return false;
  });
}
