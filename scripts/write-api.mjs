// Writes docs/api.md from the doc comments of what the package exports: `node scripts/write-api.mjs`.
// With `--check` it writes nothing, and ends with 1 where the file is not what it would write.
// An export without a doc comment is an error in both cases.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'docs/api.md');
const index = path.join(root, 'lib/package.ts');

/** Sections of the page: the folder of lib that each is about, its heading, and what it is for. */
const sections = [
  ['backend/', 'Backends, generators and hooks', 'What a backend is made of, and what its parts are given.'],
  ['load-plugins', 'Plug-ins', 'How a package adds backends and hooks.'],
  ['spec/', 'The spec', 'The checked application that backends read.'],
  ['plan/', 'Parts of files', 'How a backend tells what the parts of its files are.'],
  ['tree/', 'The tree', 'The files in memory, and values written as literals of a language.'],
  ['kit/fields/', 'Fields', 'What the types of the language mean for every application.'],
  ['kit/pages/', 'Pages', 'Which pages there are, and where they lead.'],
  ['kit/screens/', 'Screens', 'What stands on a page, in which order and with which words.'],
  ['kit/cases/', 'Cases', 'What the generated tests assert.'],
  ['kit/service/', 'Service', 'Facts of a service, and texts made from them.'],
  ['kit/rows/', 'Rows', 'Whether existing rows fit a new version.'],
  ['kit/hooks/', 'Shared hooks', 'Hooks that backends list instead of writing them.'],
  ['kit/', 'Other parts of the kit', 'Names, questions and notes that backends share.'],
  ['words/', 'Words', 'Spellings and plurals.'],
  ['diagnostics/', 'Diagnostics', 'How to say what is wrong.'],
];

/** The declarations of lib, as TypeScript prints them for users of the package: comments stay, bodies go. */
function emitDeclarations() {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(root, 'tsconfig.types.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: console.error },
  );
  const program = ts.createProgram([index], config.options);
  const checker = program.getTypeChecker();
  const texts = new Map();
  program.emit(
    undefined,
    (name, text, _mark, _error, sources) => texts.set(sources[0].fileName, text),
    undefined,
    true,
  );
  const exported = checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(index)))
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
  return { texts, exported };
}

/** One statement of a declaration file with its doc comment, without the words that only such files need. */
function printStatement(source, name) {
  const statement = source.statements.find(
    (candidate) =>
      candidate.name?.text === name ||
      candidate.declarationList?.declarations.some((declaration) => declaration.name.getText() === name),
  );
  const [doc] = statement.jsDoc ?? [];
  if (doc === undefined) undocumented.push(name);
  return statement
    .getFullText(source)
    .trim()
    .replace(/^(export )(declare )?/m, '');
}

const { texts, exported } = emitDeclarations();
const undocumented = [];
const lines = [
  '# The public API',
  '',
  'What the package exports: `lib/index.ts`, which is all that a backend, a hook or a plug-in may import, and the types of a',
  'plug-in. This page is written from the doc comments by `node scripts/write-api.mjs`; do not edit it. A change of it is a',
  'change of what others rely on.',
  '',
];
const fileOf = (symbol) => symbol.declarations[0].getSourceFile().fileName;
const files = [...new Set(exported.map(fileOf))].sort();
const told = new Set();
for (const [folder, heading, purpose] of sections) {
  const inside = files.filter(
    (file) => !told.has(file) && path.relative(path.dirname(index), file).startsWith(folder),
  );
  if (inside.length === 0) continue;
  lines.push(`## ${heading}`, '', purpose, '');
  for (const file of inside) {
    told.add(file);
    const source = ts.createSourceFile(file, texts.get(file), ts.ScriptTarget.Latest, true);
    const names = exported.filter((symbol) => fileOf(symbol) === file).map((symbol) => symbol.name);
    const order = (name) =>
      texts.get(file).search(new RegExp(`\\b(?:function|const|class|interface|type) ${name}\\b`));
    names.sort((one, other) => order(one) - order(other));
    const printed = names.map((name) => printStatement(source, name));
    lines.push(`### \`lib/${path.relative(path.dirname(index), file)}\``, '');
    lines.push('```ts', printed.join('\n\n'), '```', '');
  }
}

const untold = files.filter((file) => !told.has(file));
for (const file of untold)
  console.error(`${path.relative(root, file)} belongs to no section of scripts/write-api.mjs.`);
for (const name of undocumented) console.error(`${name} has no doc comment.`);
if (untold.length + undocumented.length > 0) process.exit(1);

const text = await format(lines.join('\n'), { ...(await resolveConfig(target)), parser: 'markdown' });

if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error(
    'docs/api.md is not what the package exports; run "node scripts/write-api.mjs", and read the difference.',
  );
  process.exit(1);
}
