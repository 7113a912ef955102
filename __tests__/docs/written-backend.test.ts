import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Backend, Hook } from '../../lib/backend/types.ts';
import { addPlugins } from '../../lib/load-plugins.ts';
import { compile, writeCode, writeProject } from '../support/written-docs.ts';
import type { WrittenCode, WrittenProject } from '../support/written-docs.ts';

const spec = `app shop "Shop"

entity Task "Task":
  id: uuid pk
  title: str(200) required
  due_on: date

surface task_list "Tasks":
  uses entity Task
  mode: list
  section main "Tasks":
    field title "Title"
`;

let code: WrittenCode;
let project: WrittenProject;
const from = (file: string) => code.from(file);
beforeAll(() => {
  code = writeCode('written', ['writing-a-backend.md', 'writing-a-hook.md']);
  project = writeProject(spec, 'data_dictionary', {
    settings: '[hooks.add_license]\nholder = "Jo Smith"\n',
    set: { data_dictionary: { detail: 'full' } },
  });
});
afterAll(() => {
  code.remove();
  project.remove();
});

describe('the backend and the hooks that the docs write', () => {
  it('compile', () => {
    expect(compile([from('index.ts'), from('hooks.ts')])).toEqual([]);
  }, 60_000);

  it('make their files, run their hooks, and change nothing the second time', async () => {
    const { default: written } = (await import(from('index.ts'))) as { default: Backend };
    const { addLicense, countLines } = (await import(from('hooks.ts'))) as Record<string, Hook>;
    const backend: Backend = {
      ...written,
      templates: pathToFileURL(from('/')),
      hooks: [...written.hooks, addLicense!, countLines!],
    };

    const first = await project.buildWith(backend);
    expect(first.diagnostics).toEqual([]);
    expect(first.changes.map(({ kind, path: file }) => `${kind} ${file}`)).toEqual([
      'create apps/data_dictionary/LICENSE',
      'create apps/data_dictionary/README.md',
      'create apps/data_dictionary/task.md',
    ]);
    expect(first.hooks.map(({ name, success, message }) => [name, success, message])).toEqual([
      ['check_links', true, 'each link leads to a page'],
      ['add_license', true, 'LICENSE is written'],
      ['count_lines', true, 'the license is counted'],
    ]);
    expect(first.hooks.at(-1)!.displayToUser).toEqual(['lines: 1']);
    const { made } = project;
    expect(made('README.md')).toBe('# Shop\n\nEntities: 1.\n\n- [Task](task.md)\n');
    expect(made('task.md')).toBe(
      '# Task\n\n| field | type | rules |\n| --- | --- | --- |\n| id | uuid | required |\n| title | str | required |\n| due_on | date |  |\n',
    );
    expect(made('LICENSE')).toBe('Copyright Jo Smith. All rights reserved.\n');

    const second = await project.buildWith(backend);
    expect(new Set(second.changes.map(({ kind }) => kind))).toEqual(new Set(['identical']));
    expect(second.hooks.find(({ name }) => name === 'count_lines')!.skippedBecause).toBe('unchanged');
  });

  it('load as a plug-in', async () => {
    const { default: written } = (await import(from('index.ts'))) as { default: Backend };
    const plugged = await addPlugins([written], { plugins: [from('license.mjs')] }, project.folder);
    expect(plugged.map(({ hooks }) => hooks.map(({ name }) => name))).toEqual([
      ['check_links', 'add_license'],
    ]);
  });
});
