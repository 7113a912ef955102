import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Backend } from '../../lib/backend/types.ts';
import { compile, writeCode, writeProject } from '../support/written-docs.ts';
import type { WrittenCode, WrittenProject } from '../support/written-docs.ts';

const spec = `app shop "Shop"

entity Person "Person":
  id: uuid pk
  name: str(80) required

entity Task "Task":
  id: uuid pk
  title: str(200) required
  estimate: int min=1 max=99
  done: bool
  owner: ref Person

surface task_list "Tasks {{ all }}":
  uses entity Task
  mode: list
  section main "Tasks":
    field title "Title"
    field done "Done"
    field owner "Owner"

surface macros "New task":
  uses entity Task
  mode: create
  section main "Task":
    field title "Title"
    field estimate "Estimate"
    field owner "Owner"

surface task_view "Task":
  uses entity Task
  mode: view
`;

let code: WrittenCode;
let project: WrittenProject;
beforeAll(() => {
  code = writeCode('written-app', ['writing-an-app-backend.md']);
  project = writeProject(spec, 'jinja_pages');
});
afterAll(() => {
  code.remove();
  project.remove();
});

describe('the backend for applications that the docs write', () => {
  it('compiles', () => {
    expect(compile(['index.ts', 'printer.ts'].map((file) => code.from(file)))).toEqual([]);
  }, 60_000);

  it('makes its pages and checks, and changes nothing the second time', async () => {
    const { default: written } = (await import(code.from('index.ts'))) as { default: Backend };
    const backend: Backend = { ...written, templates: pathToFileURL(code.from('/')) };

    const first = await project.buildWith(backend);
    expect(first.diagnostics).toEqual([]);
    expect(first.changes.map(({ kind, path: file }) => `${kind} ${file}`)).toEqual([
      'create apps/jinja_pages/CHECKS.md',
      'create apps/jinja_pages/templates/base.html',
      'create apps/jinja_pages/templates/macros.html',
      'create apps/jinja_pages/templates/macros_2.html',
      'create apps/jinja_pages/templates/task_list.html',
    ]);
    const { made } = project;
    expect(made('templates/task_list.html').split('\n')).toEqual([
      "{% extends 'base.html' %}",
      '{% block main %}',
      '<h1>Tasks &#123;&#123; all }}</h1>',
      '<a class="button button-primary" href="/tasks/new/">New task</a>',
      '<table>',
      '  <tr><th>Title</th><th>Done</th><th>Owner</th></tr>',
      '  {% for record in records %}',
      '  <tr>' +
        '<td><a href="/tasks/{{ record.key }}/">{{ record.title }}</a></td>' +
        "<td>{{ 'Yes' if record.done else 'No' }}</td>" +
        '<td>{% if record.owner is none %}–{% else %}{{ record.owner.label }}{% endif %}</td>' +
        '</tr>',
      '  {% else %}',
      '  <tr><td>There are no tasks yet.</td></tr>',
      '  {% endfor %}',
      '</table>',
      '{% endblock %}',
      '',
    ]);
    const form = made('templates/macros.html');
    expect(form).toContain("{% from 'macros_2.html' import select_record %}");
    expect(form).toContain(
      '<label>Title <input type="text" name="title" required value="{{ form.title }}" maxlength="200"></label>',
    );
    expect(form).toContain('name="estimate" value="{{ form.estimate }}" min="1" max="99" step="1"');
    expect(form).toContain("<label>Owner {{ select_record(form, 'owner') }}</label>");
    expect(form).toContain('<button class="button button-primary">Save</button>');
    const checks = made('CHECKS.md');
    expect(checks).toContain('## Tasks {{ all }}\n\n- needs-login\n- shows-a-record title\n');
    expect(checks).toContain('- refuses estimate too small\n- refuses estimate too large\n');

    const second = await project.buildWith(backend);
    expect(new Set(second.changes.map(({ kind }) => kind))).toEqual(new Set(['identical']));
  });
});
