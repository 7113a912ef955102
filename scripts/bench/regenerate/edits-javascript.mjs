import { deleteBlock, inBlock, insertIn, onWhole } from './text-scopes.mjs';

const schema = /db\/schema\.js$/;
const routes = /routes\/(?!index)\w[\w-]*\.js$/;
const routeIndex = /routes\/index\.js$/;
const rules = /(validation|forms|schemas|inputs?|rules)[\w/-]*\.js$/;
const tests = /tests?\/[\w/.-]*\.js$/;
const js = /src\/.*\.js$/;

const table = (name) => new RegExp(`^export const ${name}\\b`);

const column = (owner, after, line) =>
  insertIn([table(owner)], new RegExp(`^(\\s+)(${after}: .*\\n)`, 'm'), `$1$2$1${line}\n`);

const addImport = (line) =>
  onWhole((text) => {
    const lines = text.split('\n');
    const last = lines.findLastIndex((one) => /^import .* from '.*';$/.test(one));
    return last < 0 ? null : [...lines.slice(0, last + 1), line, ...lines.slice(last + 1)].join('\n');
  });

const append = (...added) => onWhole((text) => `${text.trimEnd()}\n\n${added.join('\n')}\n`);

const renameLocal = (from, to) =>
  onWhole((text) => {
    const changed = text.replace(new RegExp(`(?<![\\w.'"])${from}\\b(?!['":(])`, 'g'), to);
    return changed === text || new RegExp(`\\b${to}\\b`).test(text) ? null : changed;
  });

/** The hand edits of JavaScript files. */
export const javascriptEdits = [
  ['schema: add a column after tasks.title', schema, column('tasks', 'title', "subtitle: text('subtitle'),")],
  [
    'schema: add a column after tasks.priority',
    schema,
    column('tasks', 'priority', "weight: real('weight'),"),
  ],
  ['schema: add a column after people.phone', schema, column('people', 'phone', "city: text('city'),")],
  [
    'schema: add a column after projects.name',
    schema,
    column('projects', 'name', "nickname: text('nickname'),"),
  ],
  [
    'schema: add a table',
    schema,
    append(
      '/** Words. */',
      "export const tags = sqliteTable('tags', {",
      "  word: text('word').primaryKey(),",
      '});',
    ),
  ],
  ['schema: add an import', schema, addImport("import { stamp } from '../stamp.js';")],
  [
    'schema: comment above tasks',
    schema,
    insertIn([], /^(export const tasks\b)/m, '// Billing reads this one too.\n$1'),
  ],
  [
    'schema: comment above tasks.status',
    schema,
    insertIn([table('tasks')], /^(\s+)(status: )/m, '$1// As on the board.\n$1$2'),
  ],
  [
    'routes: add a route',
    routes,
    insertIn(
      [],
      /^(\s*)(\w+\.get\('\/tasks\/new\/)/m,
      "$1router.get('/tasks/report/', (req, res) => {\n$1  res.send('report');\n$1});\n\n$1$2",
    ),
  ],
  ['routes: add a function at the end', routes, append('function report() {', '  return null;', '}')],
  ['routes: add an import', routes, addImport("import { audit } from '../audit.js';")],
  ['routes: double quotes', routes, onWhole((text) => text.replace(/'([^'"\\\n]*)'/g, '"$1"'))],
  ['routes: no semicolons', routes, onWhole((text) => text.replace(/;$/gm, ''))],
  ['routes: rename a local name', routes, renameLocal('values', 'entered')],
  ['routes: index gets one more', routeIndex, addImport("import { reports } from './reports.js';")],
  [
    'routes: index uses one more',
    routeIndex,
    insertIn([], /^(\s*)return router;$/m, "$1router.use('/reports', reports);\n$1return router;"),
  ],
  ['rules: add a rule', rules, insertIn([], /^(\s+)(title: )/m, '$1subtitle: optionalText(80),\n$1$2')],
  ['rules: add an import', rules, addImport("import { trim } from '../trim.js';")],
  [
    'javascript: add a function at the end',
    js,
    append('/** Mine. */', 'export function mine() {', '  return 1;', '}'),
  ],
  ['javascript: delete a function', js, deleteBlock([/^(export )?(async )?function \w*(?:[Cc]omment)\w*\(/])],
  [
    'javascript: line in a function',
    js,
    inBlock([/^(export )?(async )?function \w*[tT]ask\w*\(.*\{$/], (lines) =>
      lines.length < 3 ? null : [lines[0], '  performance.now();', ...lines.slice(1)],
    ),
  ],
  ['tests: add a test', tests, append("test('mine', () => {", '  assert.equal(1, 1);', '});')],
  ['tests: delete a test', tests, deleteBlock([/^\s*(test|it)\(/])],
  ['javascript: CRLF alone', js, onWhole((text) => text.replaceAll('\n', '\r\n'))],
].map(([name, path, edit]) => ({ name, path, ...edit }));
