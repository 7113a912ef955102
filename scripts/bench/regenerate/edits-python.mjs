import {
  addLast,
  py,
  models,
  admin,
  urls,
  settings,
  views,
  tests,
  anyClass,
  addImport,
  appendLines,
  renameLocal,
  singleQuotes,
  addToList,
} from './python-text.mjs';
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

/** The hand edits of the other Python files. */
export const pythonEdits = [
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
  ['admin: last column of TaskAdmin', admin, addLast([anyClass('TaskAdmin')], 'list_display', '"pk"')],
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
