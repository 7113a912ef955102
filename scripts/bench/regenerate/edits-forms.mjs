import { addLast, forms, anyClass, addImport, appendLines, singleQuotes, addToList } from './python-text.mjs';
import { appendTo, deleteBlock, insertIn, replaceIn, takeOut } from './text-scopes.mjs';

/** The hand edits of forms. */
export const formEdits = [
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
    'forms: last in the fields of a Task form',
    forms,
    addLast([anyClass('TaskEditForm')], 'fields', '"subtitle"'),
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
].map(([name, path, edit]) => ({ name, path, ...edit }));
