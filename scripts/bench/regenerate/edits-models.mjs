import {
  addArgument,
  models,
  model,
  method,
  addImport,
  addImportFirst,
  appendLines,
  afterField,
  singleQuotes,
  explodeLists,
} from './python-text.mjs';
import {
  appendTo,
  deleteBlock,
  insertIn,
  replaceIn,
  swapBlocks,
  swapLines,
  takeOut,
} from './text-scopes.mjs';

/** The hand edits of models. */
export const modelEdits = [
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
    addArgument([model('Task')], /^ +priority = models\.IntegerField\(\s*/m, 'help_text="1 is highest"'),
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
    replaceIn([model('Task')], /(?<=^ +priority = [^=]{0,40}(?:=True, )?)default=\d+/m, 'default=4'),
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
    addArgument(
      [model('Task')],
      /^ +project = models\.ForeignKey\(\s*"Project",\s*/m,
      'db_comment="the paying one"',
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
  ['models: a base class for Task', models, insertIn([], /^class Task\(/m, 'class Task(Stamped, ')],
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
    'models: change the length of Project.name',
    models,
    replaceIn([model('Project')], /(?<=^ +name = .*)max_length=\d+/m, 'max_length=99'),
  ],
  [
    'models: another validator of Task.priority',
    models,
    replaceIn([model('Task')], /MaxValueValidator\(\d+\)/, 'MaxValueValidator(7)'),
  ],
  [
    'models: rename Project.code',
    models,
    replaceIn(
      [model('Project')],
      /^    code = .*$/m,
      '    code = models.SlugField(max_length=12, unique=True)',
    ),
  ],
  [
    'models: another docstring of Task',
    models,
    replaceIn([model('Task')], /""".*?"""/, '"""What somebody has to do."""'),
  ],
  [
    'models: another plural of Task',
    models,
    replaceIn([model('Task')], /verbose_name_plural = .*/, 'verbose_name_plural = "Jobs"'),
  ],
].map(([name, path, edit]) => ({ name, path, ...edit }));
