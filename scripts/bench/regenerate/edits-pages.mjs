import { insertIn, onWhole, replaceIn } from './text-scopes.mjs';

const page = (words) => new RegExp(`(templates|views)/.*${words}.*\\.(html|ejs)$`);
const taskList = page('(task|tasks)[\\w/-]*list');
const taskView = page('(task|tasks)[\\w/-]*(view|detail|show)');
const taskForm = page('(task|tasks)[\\w/-]*(form|create|edit|new)');
const projectList = page('(project|projects)[\\w/-]*list');
const personView = page('(person|people)[\\w/-]*(view|detail|show)');
const anyPage = /(templates|views)\/.*\.(html|ejs)$/;
const layout = /(templates|views)\/.*(base|layout|header|nav|head)[\w-]*\.(html|ejs)$/;
const home = /(templates|views)\/.*(home|index)\.(html|ejs)$/;
const named = (name) => new RegExp(`(^|/)${name}$`);

const after = (pattern, added) =>
  insertIn([], pattern, (line) => `${line}\n${/^\s*/.exec(line.split('\n').at(-1))[0]}${added}`);

const addDependency = onWhole((text) => {
  const parsed = JSON.parse(text);
  parsed.dependencies = { ...parsed.dependencies, 'left-pad': '^1.3.0' };
  return `${JSON.stringify(parsed, null, 2)}\n`;
});

const addScript = onWhole((text) => {
  const parsed = JSON.parse(text);
  parsed.scripts = { ...parsed.scripts, report: 'node report.js' };
  return `${JSON.stringify(parsed, null, 2)}\n`;
});

/** The hand edits of pages, dependency and configuration files. */
export const pageEdits = [
  [
    'page: paragraph under the heading of the task list',
    taskList,
    after(/^.*<\/h1>$/m, '<p>Only what is still open.</p>'),
  ],
  ['page: class on the heading of the task list', taskList, insertIn([], /<h1>/, '<h1 class="loud">')],
  [
    'page: class on the table of the task list',
    taskList,
    insertIn([], /<table(?: class="([^"]*)")?/, '<table class="$1 wide"'),
  ],
  ['page: one more column in the task list', taskList, onWhole((text) => addColumn(text))],
  [
    'page: other words for an empty project list',
    projectList,
    replaceIn([], /(No |There are no )[^<{]*/, 'Nothing yet.'),
  ],
  ['page: heading of the project list', projectList, replaceIn([], /(?<=<h1[^>]*>)[^<]*/, 'Our projects')],
  [
    'page: line at the end of the task view',
    taskView,
    onWhole((text) => text.replace(/\n(.*)\s*$/, '\n<p class="foot">Printed by us.</p>\n$1\n')),
  ],
  [
    'page: comment on top of the task form',
    taskForm,
    onWhole((text) => text.replace(/^(.*<form)/m, '<!-- mine -->\n$1')),
  ],
  [
    'page: button text of the task form',
    taskForm,
    replaceIn([], /(?<=<button[^>]*>)\s*\w[\w ]*(?=<)/, 'Store'),
  ],
  [
    'page: class on a definition of the person view',
    personView,
    insertIn([], /<(dl|table)\b/, '<$1 data-mine="1"'),
  ],
  ['page: delete the first paragraph', anyPage, replaceIn([], /^\s*<p[^>\n]*>[^\n]*<\/p>\n/m, '')],
  [
    'page: link in the navigation',
    layout,
    insertIn([], /^(\s*)(<a [^\n]*<\/a>|<li>.*<\/li>)$/m, '$1<a href="/reports/">Reports</a>\n$1$2'),
  ],
  ['page: line in the footer', layout, insertIn([], /^(\s*)(<\/body>)/m, '$1<p class="foot">Ours</p>\n$1$2')],
  ['page: paragraph on the home page', home, after(/^.*<\/h1>$/m, '<p>Welcome to us.</p>')],
  ['page: CRLF alone', anyPage, onWhole((text) => text.replaceAll('\n', '\r\n'))],
  [
    'requirements: one more',
    named('requirements\\.txt'),
    onWhole((text) => `${text.trimEnd()}\nrequests>=2.32,<3\n`),
  ],
  [
    'requirements: pin Django',
    named('requirements\\.txt'),
    replaceIn([], /^[Dd]jango[^\n]*/m, 'Django==5.2.1'),
  ],
  ['package.json: one more dependency', named('package\\.json'), addDependency],
  ['package.json: one more script', named('package\\.json'), addScript],
  [
    'environment: one more variable',
    named('\\.env\\.example'),
    onWhole((text) => `${text.trimEnd()}\nREPORT_DAYS=30\n`),
  ],
  ['gitignore: one more pattern', named('\\.gitignore'), onWhole((text) => `${text.trimEnd()}\nreports/\n`)],
  [
    'README: one more section',
    named('README\\.md'),
    onWhole((text) => `${text.trimEnd()}\n\n## Ours\n\nAsk Kim.\n`),
  ],
  ['README: first paragraph', named('README\\.md'), insertIn([], /^(# .*\n\n)([^\n]+)/, '$1$2 Kept by Kim.')],
  [
    'compose: one more variable',
    /(^|\/)compose\.ya?ml$/,
    insertIn([], /^(\s+)(environment:)$/m, '$1$2\n$1  REPORT_DAYS: "30"'),
  ],
  [
    'continuous integration: one more step',
    /workflows\/\w+\.yml$/,
    onWhole((text) => `${text.trimEnd()}\n      - run: echo done\n`),
  ],
  [
    'styles: one more rule',
    /\.css$/,
    onWhole((text) => `${text.trimEnd()}\n\n.loud {\n  font-weight: bold;\n}\n`),
  ],
  [
    'page: attribute on a heading cell of tasks',
    taskList,
    insertIn([], /<th scope="col"(?=[^>]*due_on)/, '<th scope="col" id="due"'),
  ],
  [
    'page: take a column from the task list',
    taskList,
    onWhole((text) =>
      text
        .replace(/^ *<th [^\n]*Priority<\/a><\/th>\n/m, '')
        .replace(/^ *<td data-label="Priority"[^\n]*\n/m, ''),
    ),
  ],
  [
    'page: another cell of the project list',
    projectList,
    replaceIn(
      [],
      /<td data-label="Budget"[^\n]*<\/td>/,
      '<td data-label="Budget"><div>{{ record.budget|floatformat:2 }}</div></td>',
    ),
  ],
  [
    'page: wrap the table of the task list',
    taskList,
    onWhole((text) =>
      text
        .replace(/^( *)(<div class="table-wrap">)/m, '$1<section>\n$1$2')
        .replace(/^( *)(\{% include "app\/includes\/pagination.html" %\})/m, '$1</section>\n$1$2'),
    ),
  ],
  [
    'page: one more button on the task list',
    taskList,
    insertIn(
      [],
      /^( *)(<a class="button button-primary"[^\n]*\n)/m,
      '$1$2$1<a class="button" href="/export/">Export</a>\n',
    ),
  ],
  [
    'page: another caption of the task list',
    taskList,
    replaceIn([], /(?<=<caption[^>]*>)[^<]*/, 'What there is to do'),
  ],
  [
    'page: one more row in the person view',
    personView,
    insertIn([], /^( *)(<(?:div|dt)[^\n]*(?:Email|email))/m, '$1<!-- mine -->\n$1$2'),
  ],
  ['page: delete the empty state of tasks', taskList, replaceIn([], /^ *<p>There are no [^\n]*<\/p>\n/m, '')],
  [
    'page: script on the task form',
    taskForm,
    onWhole((text) =>
      text.replace(/\n(\{% endblock %\}|<%[^\n]*%>)\s*$/, '\n<script src="/static/mine.js"></script>\n$1\n'),
    ),
  ],
  ['page: heading of the task list', taskList, replaceIn([], /(?<=<h1[^>]*>)[^<]*/, 'What to do')],
  ['page: heading cell of the task list', taskList, replaceIn([], /(?<=<th[^\n]*>)Due on(?=<)/, 'Wanted by')],
  [
    'page: title of the person list',
    page('(person|people)[\\w/-]*list'),
    replaceIn([], /(?<=<h1[^>]*>)[^<]*/, 'Colleagues'),
  ],
  [
    'requirements: another Django',
    named('requirements\\.txt'),
    replaceIn([], /^[Dd]jango[^\n]*/m, 'Django~=5.2.0'),
  ],
].map(([name, path, edit]) => ({ name, path, ...edit }));

function addColumn(text) {
  const changed = text.replace(/^(\s*)(<\/tr>)/m, '$1  <th>Mine</th>\n$1$2');
  const at = changed.indexOf('</tr>', changed.indexOf('</tr>') + 1);
  if (changed === text || at < 0) return null;
  const start = changed.lastIndexOf('\n', at) + 1;
  const indent = changed.slice(start, at);
  return /^\s*$/.test(indent)
    ? `${changed.slice(0, start)}${indent}  <td>mine</td>\n${changed.slice(start)}`
    : null;
}
