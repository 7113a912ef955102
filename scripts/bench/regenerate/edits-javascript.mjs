import { deleteBlock, inBlock, insertIn, onWhole, replaceIn, takeOut } from './text-scopes.mjs';

const schema = /db\/schema\.js$/;
const routes = /routes\/(?!index)\w[\w-]*\.js$/;
const routeIndex = /routes\/index\.js$/;
const rules = /(validation|forms|schemas|inputs?|rules)[\w/-]*\.js$/;
const tests = /tests?\/[\w/.-]*\.js$/;
const modelFiles = /models\/\w+\.js$/;
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

/** Renames a local name in one function only. */
const renameLocal = (heads, from, to) =>
  inBlock(
    heads,
    (lines) => {
      const changed = lines.map((line) => line.replace(new RegExp(`\\b${from}\\b`, 'g'), to));
      return changed.join('\n') === lines.join('\n') ? null : changed;
    },
    (lines) => lines.filter((line) => new RegExp(`\\b${from}\\b`).test(line)).join('\n'),
  );

const fields = (name, line) =>
  insertIn([table(name), /^\s+fields: \{/], /^(\s+fields: \{\n)/m, `$1    ${line}\n`);
const addToList = (name, list, item) =>
  insertIn([table(name)], new RegExp(`^(\\s+${list}: \\[)`, 'm'), `$1${item}, `);

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
  ['routes: rename a local name', routes, renameLocal([/^export function afterTaskCreate/], 'record', 'row')],
  [
    'routes: change where a form leads',
    routes,
    replaceIn([/^export function afterTaskEdit/], /return .*/, "return '/';"),
  ],
  [
    'routes: line in a handler',
    routes,
    insertIn(
      [/^export function taskRoutes/],
      /^( +)(req\.flash\('success', 'Task saved)/m,
      '$1log(record);\n$1$2',
    ),
  ],
  [
    'routes: another message',
    routes,
    replaceIn([/^export function taskRoutes/], /'Task created.*?'/, "'Well done.'"),
  ],
  [
    'routes: a handler asks for a role',
    routes,
    insertIn([], /(router\.post\('\/tasks\/new\/', )/, '$1requireRole, '),
  ],
  [
    'routes: one more value for a page',
    routes,
    insertIn([/^export function taskRoutes/], /(res\.render\('task\/task_list', \{ )/, '$1now: 1, '),
  ],
  ['routes: one more search field', routes, addToList('taskListPage', 'search', "'project'")],
  ['routes: one more sort', routes, addToList('taskListPage', 'sorts', "'id'")],
  [
    'routes: one more sort, last',
    routes,
    insertIn([table('taskListPage')], /^(\s+sorts: \[.*)\],$/m, "$1, 'id'],"),
  ],
  ['routes: delete a handler', routes, deleteBlock([/^\s+router\.get\('\/people\/new\/'/])],
  [
    'routes: a route at the end',
    routes,
    insertIn(
      [/^export function taskRoutes/],
      /^(\s+)return router;$/m,
      "$1router.get('/tasks/about/', (req, res) => {\n$1  res.send('about');\n$1});\n\n$1return router;",
    ),
  ],
  [
    'models: one more field',
    modelFiles,
    fields('taskModel', "subtitle: { label: 'Subtitle', kind: 'str', input: 'text' },"),
  ],
  [
    'models: another label',
    modelFiles,
    replaceIn([table('taskModel')], /due_on: \{ label: '[^']*'/, "due_on: { label: 'Wanted by'"),
  ],
  [
    'models: help on a field',
    modelFiles,
    insertIn([table('taskModel')], /(notes: \{ label: 'Notes',)/, "$1 help: 'Short',"),
  ],
  ['models: another noun', modelFiles, replaceIn([table('taskModel')], /noun: '[^']*'/, "noun: 'job'")],
  [
    'models: an entry at the end',
    modelFiles,
    insertIn([table('personModel')], /^\};$/m, '  mine: true,\n};'),
  ],
  [
    'models: a comment above the fields',
    modelFiles,
    insertIn([table('projectModel')], /^( +)(fields: \{)/m, '$1// As on paper.\n$1$2'),
  ],
  ['rules: longer titles', rules, replaceIn([], /(?<=^  title: text\(\{ )maxLength: \d+/m, 'maxLength: 222')],
  ['rules: one more choice', rules, insertIn([], /(choice\(\['todo', 'doing', 'done')/, "$1, 'later'")],
  [
    'rules: one more name in a pick',
    rules,
    insertIn([table('taskCreateSchema')], /^( +)(title: true,\n)/m, '$1$2$1subtitle: true,\n'),
  ],
  ['rules: take a name from a pick', rules, takeOut([table('taskEditSchema')], /^ +notes: true,\n/m)],
  [
    'rules: one more imported name',
    rules,
    insertIn([], /^(import \{ .*?) \} from '\.\/fields\.js'/m, "$1, trim } from './fields.js'"),
  ],
  [
    'schema: longer tasks.title',
    schema,
    replaceIn([table('tasks')], /(?<=title: text\('title', \{ )length: \d+/, 'length: 222'),
  ],
  [
    'schema: one more index of tasks',
    schema,
    insertIn([table('tasks')], /^( +\(table\) => \[\n)/m, "$1    index('task_title_idx').on(table.title),\n"),
  ],
  [
    'schema: a default for people.phone',
    schema,
    insertIn([table('people')], /^( +phone: text\('phone'.*?\)),/m, "$1.default(''),"),
  ],
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
  [
    'schema: another default of tasks.priority',
    schema,
    replaceIn([table('tasks')], /(?<=priority: .*)default\(\d+\)/, 'default(4)'),
  ],
  ['models: another title', modelFiles, replaceIn([table('taskModel')], /(?<=^ +title: )'[^']*'/m, "'Job'")],
  [
    'models: longer names of projects',
    modelFiles,
    replaceIn([table('projectModel')], /maxlength: 120/, 'maxlength: 99'),
  ],
  [
    'rules: longer names of projects',
    rules,
    replaceIn([table('projectSchema')], /maxLength: 120/, 'maxLength: 99'),
  ],
].map(([name, path, edit]) => ({ name, path, ...edit }));
