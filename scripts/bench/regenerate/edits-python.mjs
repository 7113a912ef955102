import {
  appendTo,
  deleteBlock,
  inBlock,
  insertIn,
  onWhole,
  rearrange,
  replaceIn,
  swapBlocks,
  swapLines,
  takeOut,
} from './text-scopes.mjs';

const py = /\.py$/;
const models = /(^|\/)models\.py$/;
const forms = /(^|\/)forms\.py$/;
const admin = /(^|\/)admin\.py$/;
const urls = /app\/urls\.py$/;
const settings = /settings\.py$/;
const views = /views(\/\w+)?\.py$/;
const tests = /tests?(\/\w+)?\.py$/;

const model = (name) => new RegExp(`^class ${name}\\(`);
const anyClass = (word) => new RegExp(`^class \\w*${word}\\w*\\(`);
const method = (name) => new RegExp(`^\\s+def ${name}\\(`);

const addImport = (line) =>
  onWhole((text) => {
    const lines = text.split('\n');
    const last = lines.findLastIndex((one) => /^(from \S+ import [^(]+|import .+)$/.test(one));
    return last < 0 ? null : [...lines.slice(0, last + 1), line, ...lines.slice(last + 1)].join('\n');
  });

const addImportFirst = (line) =>
  onWhole((text) => {
    const lines = text.split('\n');
    const first = lines.findIndex((one) => /^(from|import) /.test(one));
    return first < 0 ? null : [...lines.slice(0, first), line, ...lines.slice(first)].join('\n');
  });

const appendLines = (...added) => onWhole((text) => `${text.trimEnd()}\n\n\n${added.join('\n')}\n`);

const afterField = (owner, field, line) =>
  insertIn(
    [model(owner)],
    new RegExp(`(^    ${field} = (?:.*\\n(?:        .*\\n|    \\)\\n)*))`, 'm'),
    `$1    ${line}\n`,
  );

/** Renames a local name in one function only. */
const renameLocal = (heads, from, to) =>
  inBlock(
    heads,
    (lines) => {
      const pattern = new RegExp(`(?<![\\w."'])${from}\\b(?!["'(=]|\\s*=\\s*\\S+[,)])`, 'g');
      const changed = lines.map((line) => line.replace(pattern, to));
      return changed.join('\n') === lines.join('\n') ? null : changed;
    },
    (lines) => lines.filter((line) => line.includes(from)).join('\n'),
  );

/** Single quotes wherever that needs no escape. */
const singleQuotes = onWhole((text) => {
  const changed = text.replace(/(?<!")"([^"'\\\n]*)"(?!")/g, "'$1'");
  return changed === text ? null : changed;
});

/** Writes short lists of one line over several, as a formatter with a magic comma does. */
const explodeLists = onWhole((text) => {
  const changed = text.replace(/^( *)(\w+) = \[((?:"[^"\n]*"(?:, )?)+)\]$/gm, (_, indent, name, items) =>
    [`${indent}${name} = [`, ...items.split(', ').map((item) => `${indent}    ${item},`), `${indent}]`].join(
      '\n',
    ),
  );
  return changed === text ? null : changed;
});

const addToList = (heads, name, item) =>
  insertIn(heads, new RegExp(`(^ *${name} = [\\[(](?:\\n\\s*)?)(?=["'\\]\\w])`, 'm'), (found) =>
    found.includes('\n') ? `${found}${item},${/\n\s*$/.exec(found)[0]}` : `${found}${item}, `,
  );

/** The hand edits of Python files. */
export const pythonEdits = [
  [
    'models: add a method to Task',
    models,
    appendTo([model('Task')], ['', '    def is_open(self):', '        return self.status != "done"']),
  ],
  [
    'models: add a method to Project',
    models,
    appendTo([model('Project')], ['', '    def short(self):', '        return self.name[:20]']),
  ],
  [
    'models: add a property to Person',
    models,
    appendTo(
      [model('Person')],
      [
        '',
        '    @property',
        '    def initials(self):',
        '        return "".join(part[0] for part in str(self).split())',
      ],
    ),
  ],
  [
    'models: add a method above __str__ of Task',
    models,
    insertIn([model('Task')], /^( +def __str__)/m, '    def age(self):\n        return 3\n\n$1'),
  ],
  [
    'models: add a field after Task.title',
    models,
    afterField('Task', 'title', 'subtitle = models.CharField("Subtitle", max_length=80, blank=True)'),
  ],
  [
    'models: add a field after Task.priority',
    models,
    afterField('Task', 'priority', 'weight = models.FloatField("Weight", default=1.0)'),
  ],
  [
    'models: add a field after Project.name',
    models,
    afterField('Project', 'name', 'nickname = models.CharField("Nickname", max_length=40, blank=True)'),
  ],
  [
    'models: add a field after Person.phone',
    models,
    afterField('Person', 'phone', 'city = models.CharField("City", max_length=60, blank=True)'),
  ],
  ['models: add an import', models, addImport('from django.utils import timezone as clock')],
  ['models: add an import on top', models, addImportFirst('import logging')],
  [
    'models: add a class at the end',
    models,
    appendLines(
      'class Tag(models.Model):',
      '    word = models.CharField(max_length=30)',
      '',
      '    def __str__(self):',
      '        return self.word',
    ),
  ],
  [
    'models: add a function between classes',
    models,
    insertIn([], /^(class Person\()/m, 'def default_city():\n    return "Oslo"\n\n\n$1'),
  ],
  [
    'models: comment above Task.status',
    models,
    insertIn([model('Task')], /^( +status = )/m, '    # Kept in step with the board on the wall.\n$1'),
  ],
  [
    'models: comment above class Project',
    models,
    insertIn([], /^(class Project\()/m, '# Billing reads this one too.\n$1'),
  ],
  [
    'models: help text on Task.priority',
    models,
    insertIn([model('Task')], /^( +priority = .*?)\)$/m, '$1, help_text="1 is highest")'),
  ],
  [
    'models: change the length of Task.title',
    models,
    replaceIn([model('Task')], /(?<=^ +title = .*)max_length=\d+/m, 'max_length=222'),
  ],
  [
    'models: change the length of Person.full_name',
    models,
    replaceIn([model('Person')], /(?<=^ +full_name = .*)max_length=\d+/m, 'max_length=222'),
  ],
  [
    'models: change the default of Task.priority',
    models,
    replaceIn([model('Task')], /(?<=^ +priority = .*)default=\d+/m, 'default=4'),
  ],
  [
    'models: change Task.__str__',
    models,
    replaceIn([model('Task'), method('__str__')], /return .*/, 'return f"Task {self.pk}"'),
  ],
  [
    'models: change Person.__str__',
    models,
    replaceIn([model('Person'), method('__str__')], /return .*/, 'return f"Person {self.pk}"'),
  ],
  [
    'models: longer ordering of Task',
    models,
    insertIn([model('Task')], /^( +ordering = [[(].*?),?([\])])$/m, '$1, "-pk"$2'),
  ],
  [
    'models: new ordering of Person',
    models,
    replaceIn([model('Person')], /^( +ordering = ).*$/m, '$1["-pk"]'),
  ],
  [
    'models: add to Meta of Task',
    models,
    appendTo([model('Task'), /^\s+class Meta:/], ['    get_latest_by = "created_at"']),
  ],
  [
    'models: docstring of Project',
    models,
    replaceIn([model('Project')], /"""(.*?)"""/, '"""$1, as agreed with the client."""'),
  ],
  [
    'models: move __str__ above Meta in Person',
    models,
    swapBlocks([model('Person')], /^\s+class Meta:/, method('__str__')),
  ],
  ['models: delete __str__ of Comment', models, deleteBlock([model('Comment'), method('__str__')])],
  ['models: single quotes', models, singleQuotes],
  ['models: lists over several lines', models, explodeLists],
  [
    'forms: add a clean method to a Task form',
    forms,
    appendTo(
      [anyClass('Task')],
      ['', '    def clean_title(self):', '        return self.cleaned_data["title"].strip()'],
    ),
  ],
  [
    'forms: add a form at the end',
    forms,
    appendLines('class FeedbackForm(forms.Form):', '    words = forms.CharField()'),
  ],
  [
    'forms: add a name to the fields of a Task form',
    forms,
    addToList([anyClass('TaskCreateForm'), /^\s+class Meta:/], 'fields', '"subtitle"'),
  ],
  [
    'forms: add a name to the fields of a Person form',
    forms,
    addToList([anyClass('PersonEditForm'), /^\s+class Meta:/], 'fields', '"city"'),
  ],
  ['forms: add an import', forms, addImport('import re')],
  ['forms: single quotes', forms, singleQuotes],
  [
    'admin: add an action to TaskAdmin',
    admin,
    appendTo(
      [anyClass('TaskAdmin')],
      [
        '',
        '    @admin.action(description="Close")',
        '    def close(self, request, queryset):',
        '        queryset.update(status="done")',
      ],
    ),
  ],
  ['admin: first column of TaskAdmin', admin, addToList([anyClass('TaskAdmin')], 'list_display', '"pk"')],
  [
    'admin: add an option to PersonAdmin',
    admin,
    appendTo([anyClass('PersonAdmin')], ['    save_on_top = True']),
  ],
  [
    'admin: register one more model',
    admin,
    appendLines('@admin.register(models.Tag)', 'class TagAdmin(admin.ModelAdmin):', '    pass'),
  ],
  [
    'admin: another site title',
    admin,
    replaceIn([], /^admin\.site\.site_title = .*/m, 'admin.site.site_title = "Back office"'),
  ],
  [
    'urls: add a route at the end',
    urls,
    insertIn([], /^\]$/m, '    path("about/", general.HomeView.as_view(), name="about"),\n]'),
  ],
  [
    'urls: add a route first',
    urls,
    insertIn(
      [],
      /^(urlpatterns = \[)$/m,
      '$1\n    path("start/", general.HomeView.as_view(), name="start"),',
    ),
  ],
  ['urls: add an import', urls, addImport('from . import reports')],
  ['urls: delete the route of the person list', urls, takeOut([], /^    path\("people\/",[^\n]*\n/m)],
  ['urls: change a route of tasks', urls, replaceIn([], /"tasks\/new\/"/, '"tasks/add/"')],
  [
    'urls: two routes in another order',
    urls,
    swapLines([], /^    path\("projects\/",/, /^    path\("projects\/new\/",/),
  ],
  [
    'views: add a method to a Task view',
    views,
    appendTo([anyClass('Task\\w*List')], ['', '    def get_allow_empty(self):', '        return True']),
  ],
  [
    'views: add a method to a Person view',
    views,
    appendTo(
      [anyClass('Person\\w*(?:Create|List)')],
      ['', '    def get_prefix(self):', '        return None'],
    ),
  ],
  [
    'views: add a class attribute to a Task view',
    views,
    inBlock([anyClass('Task\\w*(?:Detail|View)')], ([head, ...rest]) => {
      const at = rest.findIndex((line) => /^    \w+ = /.test(line));
      return at < 0
        ? null
        : [head, ...rest.slice(0, at), '    http_method_names = ["get", "post"]', ...rest.slice(at)];
    }),
  ],
  ['views: add an import', views, addImport('import datetime')],
  ['views: delete a view of comments', views, deleteBlock([anyClass('Comment\\w*Delete')])],
  ['views: add a function at the end', views, appendLines('def report(request):', '    return None')],
  ['views: single quotes', views, singleQuotes],
  ['views: rename a local name', views, renameLocal([anyClass(''), /^\s+def \w+\(/], 'context', 'values')],
  ['settings: add a constant', settings, appendLines('REPORT_DAYS = 30')],
  ['settings: add an app', settings, addToList([], 'INSTALLED_APPS', '"reports"')],
  ['settings: add a middleware', settings, addToList([], 'MIDDLEWARE', '"app.middleware.Stamp"')],
  [
    'tests: add a test',
    tests,
    appendTo([anyClass('Task')], ['', '    def test_mine(self):', '        self.assertEqual(1, 1)']),
  ],
  ['tests: delete a test', tests, deleteBlock([anyClass('Person'), /^\s+def test_\w+\(/])],
  [
    'tests: rename a local name',
    tests,
    renameLocal([anyClass('Task'), /^\s+def test_\w+\(/], 'response', 'answer'),
  ],
  [
    'python: CRLF in models',
    models,
    onWhole((text) =>
      text.replace(/^( +)(def __str__)/m, '$1# Windows was here\n$1$2').replaceAll('\n', '\r\n'),
    ),
  ],
  ['python: CRLF alone', py, onWhole((text) => text.replaceAll('\n', '\r\n'))],
  [
    'forms: last in the fields of a Task form',
    forms,
    insertIn([anyClass('TaskEditForm')], /^( +fields = \[.*?),?\]$/m, '$1, "subtitle"]'),
  ],
  [
    'forms: one more label of a Task form',
    forms,
    insertIn([anyClass('TaskCreateForm')], /^( +)("title": .*\n)/m, '$1$2$1"subtitle": "Subtitle",\n'),
  ],
  [
    'forms: last label of a Project form',
    forms,
    insertIn(
      [anyClass('ProjectEditForm')],
      /^( +labels = \{\n(?: +".*\n)*)( +)\}/m,
      '$1$2    "nickname": "Nickname",\n$2}',
    ),
  ],
  [
    'forms: change a label of a Task form',
    forms,
    replaceIn([anyClass('TaskCreateForm')], /"due_on": "[^"]*"/, '"due_on": "Wanted by"'),
  ],
  [
    'forms: take a field from a Person form',
    forms,
    takeOut([anyClass('PersonCreateForm'), /^\s+class Meta:/], /"phone", |, "phone"/),
  ],
  [
    'forms: one more filter of tasks',
    forms,
    insertIn(
      [anyClass('TaskListFilters')],
      /^( +)(q = .*\n)/m,
      '$1$2$1mine = forms.BooleanField(required=False)\n',
    ),
  ],
  ['forms: one more imported model', forms, insertIn([], /^(from \.models import .*)$/m, '$1, Tag')],
  [
    'forms: widgets in Meta',
    forms,
    appendTo(
      [anyClass('TaskEditForm'), /^\s+class Meta:/],
      ['    widgets = {"notes": forms.Textarea(attrs={"rows": 3})}'],
    ),
  ],
  ['forms: delete the filters of projects', forms, deleteBlock([anyClass('ProjectListFilters')])],
  [
    'forms: comment above a form',
    forms,
    insertIn([], /^(class PersonCreateForm\()/m, '# Used by the intranet too.\n$1'),
  ],
  [
    'admin: last column of TaskAdmin',
    admin,
    insertIn([anyClass('TaskAdmin')], /^( +list_display = \[.*?),?\]$/m, '$1, "pk"]'),
  ],
  [
    'admin: columns of PersonAdmin over several lines',
    admin,
    rearrange(
      [anyClass('PersonAdmin')],
      /^    list_display = \[(.*)\]$/m,
      (_, items) =>
        `    list_display = [\n${items
          .split(', ')
          .map((item) => `        ${item},\n`)
          .join('')}    ]`,
    ),
  ],
  [
    'admin: take a search field from PersonAdmin',
    admin,
    takeOut([anyClass('PersonAdmin')], /(?<=^    search_fields = .*), "phone"/m),
  ],
  ['admin: delete CommentAdmin', admin, deleteBlock([anyClass('CommentAdmin')])],
  [
    'models: one more status',
    models,
    insertIn([model('Task'), /^\s+class Status\(/], /^( +)(DONE = .*)$/m, '$1$2\n$1LATER = "later", "Later"'),
  ],
  [
    'models: change the words of a status',
    models,
    replaceIn([model('Task'), /^\s+class Status\(/], /DOING = .*/, 'DOING = "doing", "In progress"'),
  ],
  [
    'models: verbose name of Task',
    models,
    replaceIn([model('Task')], /verbose_name = .*/, 'verbose_name = "Job"'),
  ],
  [
    'models: database comment on Task.project',
    models,
    insertIn(
      [model('Task')],
      /^( +project = models\.ForeignKey\(.*)\)$/m,
      '$1, db_comment="the paying one")',
    ),
  ],
  [
    'models: related name of Task.assignee',
    models,
    replaceIn([model('Task')], /related_name="assignee_tasks"/, 'related_name="work"'),
  ],
  [
    'models: one more constraint of Task',
    models,
    insertIn(
      [model('Task')],
      /^( +constraints = \[\n)/m,
      '$1            models.CheckConstraint(condition=~models.Q(title=""), name="task_title_filled"),\n',
    ),
  ],
  [
    'models: Task.notes is never null',
    models,
    replaceIn([model('Task')], /^    notes = .*$/m, '    notes = models.TextField(blank=True, default="")'),
  ],
  ['models: take Person.phone away', models, takeOut([model('Person')], /^    phone = .*\n/m)],
  [
    'models: Person.email before Person.full_name',
    models,
    swapLines([model('Person')], /^    full_name = /, /^    email = /),
  ],
  [
    'models: another order of fields in Project',
    models,
    swapLines([model('Project')], /^    description = /, /^    budget = /),
  ],
  [
    'models: a base class for Task',
    models,
    insertIn([], /^class Task\(Record\):/m, 'class Task(Stamped, Record):'),
  ],
  ['models: decorator on Person', models, insertIn([], /^(class Person\()/m, '@audited\n$1')],
  [
    'models: clean method in Task calls super',
    models,
    appendTo(
      [model('Task')],
      ['', '    def clean(self):', '        super().clean()', '        self.title = self.title.strip()'],
    ),
  ],
  [
    'views: one more sort field of tasks',
    views,
    insertIn([anyClass('TaskListView')], /^( +)("title": "title",\n)/m, '$1$2$1"mine": "pk",\n'),
  ],
  [
    'views: last sort field of people',
    views,
    insertIn(
      [anyClass('PersonListView')],
      /^( +sort_fields = \{\n(?: +".*\n)*)( +)\}/m,
      '$1$2    "phone": "phone",\n$2}',
    ),
  ],
  [
    'views: one more search lookup of tasks',
    views,
    addToList([anyClass('TaskListView')], 'search_lookups', '"project__name"'),
  ],
  [
    'views: one more related table of tasks',
    views,
    insertIn([anyClass('TaskListView')], /select_related\(/, 'select_related("created_by", '),
  ],
  [
    'views: another message of a Task view',
    views,
    replaceIn([anyClass('TaskEditView')], /success_message = .*/, 'success_message = "Well done."'),
  ],
  [
    'views: another success address of a Task view',
    views,
    replaceIn([anyClass('TaskCreateView'), /^\s+def get_success_url\(/], /return .*/, 'return "/"'),
  ],
  [
    'views: line in get_success_url',
    views,
    insertIn(
      [anyClass('TaskEditView'), /^\s+def get_success_url\(/],
      /^( +)return /m,
      '$1self.request.session["last"] = str(self.object.pk)\n$1return ',
    ),
  ],
  ['views: delete the create view of people', views, deleteBlock([anyClass('PersonCreateView')])],
  ['views: one more imported model', views, insertIn([], /^(from \.\.models import .*)$/m, '$1, Tag')],
  [
    'views: mixin for a Task view',
    views,
    insertIn([], /^class TaskListView\(/m, 'class TaskListView(Audited, '),
  ],
  [
    'views: two views in another order',
    views,
    swapBlocks([], /^class TaskCreateView\(/, /^class TaskViewView\(/),
  ],
  [
    'urls: route among the tasks',
    urls,
    insertIn(
      [],
      /^(    path\("tasks\/", .*\n)/m,
      '$1    path("tasks/mine/", task.TaskListView.as_view(), name="my_tasks"),\n',
    ),
  ],
  ['urls: comment in the routes', urls, insertIn([], /^(    path\("people\/", )/m, '    # The staff.\n$1')],
  ['urls: one more imported view module', urls, insertIn([], /^(from \.views import .*)$/m, '$1, reports')],
].map(([name, path, edit]) => ({ name, path, ...edit }));
