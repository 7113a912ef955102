import { describe, expect, it } from '@jest/globals';
import { mergeText, joinMarkers } from '../../../../lib/plan/merge/index.ts';

const base = `import express from 'express';
import { Router } from 'express';

const sorts = ['title', 'done'];

/** Pages of tasks. */
export function taskRoutes({ db }) {
  const router = Router();

  router.get('/tasks/', async (req, res) => {
    res.render('tasks/list', { list: await readList(db), title: 'Tasks' });
  });

  return router;
}

export class Store {
  add(item) {
    this.items.push(item);
  }
}

export const tasks = sqliteTable(
  'task',
  {
    id: text('id').primaryKey(),
    title: text('title', { length: 200 }).notNull(),
  },
  (table) => [index('task_title').on(table.title)],
);
`;

type Edit = readonly [from: string, to: string];

function edit(...edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no ${from}`);
    return text.replace(from, to);
  }, base);
}

async function merge(mine: readonly Edit[], next: readonly Edit[]): Promise<string> {
  const outcome = await mergeText({ path: 'src/tasks.js', base, mine: edit(...mine), next: edit(...next) });
  return joinMarkers(outcome, { mine: 'mine', base: 'base', next: 'next' });
}

describe('merging JavaScript by structure', () => {
  it('takes columns that both sides add to a table', async () => {
    const after = '{ length: 200 }).notNull(),\n';
    expect(
      await merge(
        [[after, `${after}    mine: text('mine'),\n`]],
        [[after, `${after}    due: text('due'),\n`]],
      ),
    ).toBe(edit([after, `${after}    due: text('due'),\n    mine: text('mine'),\n`]));
  });

  it('takes routes that both sides add at one place of a function', async () => {
    const route = (path: string): string =>
      `  router.get('${path}', (req, res) => {\n    res.end();\n  });\n\n`;
    const end = '  return router;';
    expect(await merge([[end, route('/mine/') + end]], [[end, route('/next/') + end]])).toBe(
      edit([end, route('/next/') + route('/mine/') + end]),
    );
  });

  it('merges the entries of an object within a call', async () => {
    expect(
      await merge([["title: 'Tasks'", "title: 'Tasks', now: 1"]], [['{ list:', '{ user: req.user, list:']]),
    ).toBe(edit(["title: 'Tasks'", "title: 'Tasks', now: 1"], ['{ list:', '{ user: req.user, list:']));
  });

  it('merges a middleware with a change of the handler', async () => {
    expect(
      await merge(
        [["'/tasks/', async", "'/tasks/', login, async"]],
        [["title: 'Tasks'", "title: 'All tasks'"]],
      ),
    ).toBe(edit(["'/tasks/', async", "'/tasks/', login, async"], ["title: 'Tasks'", "title: 'All tasks'"]));
  });

  it('merges imported names and array entries', async () => {
    expect(
      await merge(
        [
          ['{ Router }', '{ Router, json }'],
          ["'done'", "'done', 'mine'"],
        ],
        [
          ['{ Router }', '{ Router, urlencoded }'],
          ["'done'", "'done', 'due'"],
        ],
      ),
    ).toBe(edit(['{ Router }', '{ Router, urlencoded, json }'], ["'done'", "'done', 'due', 'mine'"]));
  });

  it('takes methods that both sides add to a class', async () => {
    const end = 'push(item);\n  }\n';
    expect(await merge([[end, `${end}\n  mine() {}\n`]], [[end, `${end}\n  size() {}\n`]])).toBe(
      edit([end, `${end}\n  size() {}\n\n  mine() {}\n`]),
    );
  });

  it('finds no conflict in a file written without semicolons', async () => {
    const outcome = await mergeText({
      path: 'src/tasks.js',
      base,
      mine: base.replaceAll(';\n', '\n'),
      next: edit(["'done'", "'done', 'due'"], ["title: 'Tasks'", "title: 'All tasks'"]),
    });
    expect(outcome.conflicts).toBe(0);
  });

  it('asks where both sides changed one value', async () => {
    expect(await merge([['length: 200', 'length: 300']], [['length: 200', 'length: 250']])).toContain(
      '<<<<<<< mine',
    );
  });

  it('reads TypeScript too', async () => {
    const text =
      "export interface Task {\n  title: string;\n}\n\nexport const sorts: string[] = ['title'];\n";
    const outcome = await mergeText({
      path: 'src/task.ts',
      base: text,
      mine: text.replace("'title']", "'title', 'mine']"),
      next: text.replace("'title']", "'title', 'due']"),
    });
    expect(joinMarkers(outcome, { mine: 'm', base: 'b', next: 'n' })).toBe(
      text.replace("'title']", "'title', 'due', 'mine']"),
    );
  });

  it('keeps a test deleted in a group that the template renamed', async () => {
    const tests =
      "describe('People', () => {\n  test('one', () => {\n    check(1);\n  });\n\n  test('two', () => {\n    check(2);\n  });\n});\n";
    const outcome = await mergeText({
      path: 'test/people.test.js',
      base: tests,
      mine: tests.replace("  test('one', () => {\n    check(1);\n  });\n\n", ''),
      next: tests.replace('People', 'Staff'),
    });
    expect(joinMarkers(outcome, { mine: 'm', base: 'b', next: 'n' })).toBe(
      "describe('Staff', () => {\n  test('two', () => {\n    check(2);\n  });\n});\n",
    );
  });

  it('merges by lines alone what is nested too deeply to read', async () => {
    const deep = `one();\nconst sum = ${'('.repeat(30_000)}1${')'.repeat(30_000)};\ntwo();\n`;
    const outcome = await mergeText({
      path: 'deep.js',
      base: deep,
      mine: deep.replace('one', 'mine'),
      next: deep.replace('two', 'next'),
    });
    expect([outcome.mergedBy, outcome.conflicts]).toEqual(['line', 0]);
  });
});
