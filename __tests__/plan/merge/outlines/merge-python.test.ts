import { describe, expect, it } from '@jest/globals';
import { mergeText, joinBase, joinMarkers, joinRegions } from '../../../../lib/plan/merge/index.ts';

const base = `"""Models of the shop."""

from django.db import models
from django.urls import path, reverse


class Task(models.Model):
    """A task."""

    title = models.CharField("Title", max_length=200)
    done = models.BooleanField(default=False)

    class Meta:
        ordering = ["title"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("task", kwargs={"pk": self.pk})


class User(models.Model):
    name = models.CharField(max_length=100)

    def __str__(self):
        return self.name


urlpatterns = [
    path("", index, name="index"),
    path("tasks/", tasks, name="tasks"),
]
`;

type Edit = readonly [from: string, to: string];

function edit(...edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no ${from}`);
    return text.replace(from, to);
  }, base);
}

async function merge(mine: string, next: string) {
  return mergeText({ path: 'app/models.py', base, mine, next });
}

async function expectMerged(
  mine: readonly Edit[],
  next: readonly Edit[],
  both: readonly Edit[],
): Promise<void> {
  const outcome = await merge(edit(...mine), edit(...next));
  expect(joinMarkers(outcome, { mine: 'mine', base: 'base', next: 'next' })).toBe(edit(...both));
  expect(joinBase(outcome)).toBe(edit(...next));
}

describe('merging Python by structure', () => {
  it('takes fields that both sides add at one place, the new one first', async () => {
    await expectMerged(
      [['default=False)\n', 'default=False)\n    urgent = models.IntegerField()\n']],
      [['default=False)\n', 'default=False)\n    due = models.DateField()\n']],
      [
        [
          'default=False)\n',
          'default=False)\n    due = models.DateField()\n    urgent = models.IntegerField()\n',
        ],
      ],
    );
  });

  it('merges arguments of one call', async () => {
    await expectMerged(
      [['max_length=200', 'max_length=200, help_text="Short"']],
      [['max_length=200', 'max_length=250']],
      [['max_length=200', 'max_length=250, help_text="Short"']],
    );
  });

  it('keeps a comment above a line that the template changed', async () => {
    await expectMerged(
      [['    title =', '    # As on paper.\n    title =']],
      [['max_length=200', 'max_length=250']],
      [
        [
          '    title = models.CharField("Title", max_length=200',
          '    # As on paper.\n    title = models.CharField("Title", max_length=250',
        ],
      ],
    );
  });

  it('merges the names of an import', async () => {
    await expectMerged(
      [['path, reverse', 'path, reverse, reverse_lazy']],
      [['path, reverse', 'include, path, reverse']],
      [['path, reverse', 'include, path, reverse, reverse_lazy']],
    );
  });

  it('merges the entries of a list over several lines', async () => {
    await expectMerged(
      [['name="tasks"),\n', 'name="tasks"),\n    path("about/", about),  # mine\n']],
      [['name="tasks"),\n', 'name="tasks"),\n    path("users/", users, name="users"),\n']],
      [
        [
          'name="tasks"),\n',
          'name="tasks"),\n    path("users/", users, name="users"),\n    path("about/", about),  # mine\n',
        ],
      ],
    );
  });

  it('merges the entries of a list within a line', async () => {
    await expectMerged(
      [['["title"]', '["title", "-id"]']],
      [['["title"]', '["due", "title"]']],
      [['["title"]', '["due", "title", "-id"]']],
    );
  });

  it('imports once what both sides import at different places', async () => {
    const mine = edit(['reverse\n', 'reverse\nfrom django.utils import timezone\n']);
    const outcome = await merge(
      mine,
      edit(['from django.db', 'from django.utils import timezone\nfrom django.db']),
    );
    expect(joinRegions(outcome, 'mine')).toBe(mine);
    expect(outcome.conflicts).toBe(0);
  });

  it('asks where both sides changed the same value, and names the place', async () => {
    const outcome = await merge(
      edit(['max_length=200', 'max_length=300']),
      edit(['max_length=200', 'max_length=250']),
    );
    expect(outcome.regions.filter(({ kind }) => kind === 'conflict')).toEqual([
      {
        kind: 'conflict',
        base: '    title = models.CharField("Title", max_length=200)\n',
        mine: '    title = models.CharField("Title", max_length=300)\n',
        next: '    title = models.CharField("Title", max_length=250)\n',
        label: 'attribute Task.title',
      },
    ]);
  });

  it('asks where the user deleted a method that the template changed', async () => {
    const method =
      '\n    def get_absolute_url(self):\n        return reverse("task", kwargs={"pk": self.pk})\n';
    const outcome = await merge(edit([method, '']), edit(['"task", kw', '"task-detail", kw']));
    expect(outcome.regions.filter(({ kind }) => kind === 'conflict')).toEqual([
      {
        kind: 'conflict',
        base: method,
        mine: '',
        next: method.replace('"task"', '"task-detail"'),
        label: 'method Task.get_absolute_url',
      },
    ]);
  });

  it('asks where both sides define the same method differently, though the lines lie apart', async () => {
    const mine = edit([
      '    def __str__(self):\n        return self.title\n',
      '    def __str__(self):\n        return self.title\n\n    def is_late(self):\n        return True\n',
    ]);
    const next = edit(['self.pk})\n', 'self.pk})\n\n    def is_late(self):\n        return False\n']);
    expect((await merge(mine, next)).conflicts).toBeGreaterThan(0);
  });

  it('does not write a change of the template into a method that the user moved away', async () => {
    const method =
      '    def get_absolute_url(self):\n        return reverse("task", kwargs={"pk": self.pk})\n';
    const mine = edit(
      [`\n${method}`, ''],
      ['        return self.name\n', `        return self.name\n\n${method}`],
    );
    const outcome = await merge(mine, edit(['"task", kw', '"task-detail", kw']));
    expect(outcome.conflicts).toBeGreaterThan(0);
    expect(joinRegions(outcome, 'mine')).toBe(mine);
  });

  it('finds no conflict in a file that the user only formatted', async () => {
    const mine = base.replaceAll("'", '"').replace('["title"]', '[\n            "title",\n        ]');
    const outcome = await merge(
      mine,
      edit(['["title"]', '["title", "due"]'], ['max_length=200', 'max_length=250']),
    );
    expect(outcome.conflicts).toBe(0);
  });

  it('merges changes of neighbouring statements in one function', async () => {
    const outcome = await mergeText({
      path: 'views.py',
      base: 'def view(request):\n    tasks = list_tasks()\n    title = "Tasks"\n    return show(tasks, title)\n',
      mine: 'def view(request):\n    tasks = list_tasks(request.user)\n    title = "Tasks"\n    return show(tasks, title)\n',
      next: 'def view(request):\n    tasks = list_tasks()\n    title = "All tasks"\n    return show(tasks, title)\n',
    });
    expect(joinRegions(outcome, 'mine')).toBe(
      'def view(request):\n    tasks = list_tasks(request.user)\n    title = "All tasks"\n    return show(tasks, title)\n',
    );
  });

  it('asks where both sides add statements at one place of a function', async () => {
    const outcome = await mergeText({
      path: 'views.py',
      base: 'def view(request):\n    load()\n    return show()\n',
      mine: 'def view(request):\n    load()\n    log()\n    return show()\n',
      next: 'def view(request):\n    load()\n    audit()\n    return show()\n',
    });
    expect(outcome.conflicts).toBe(1);
  });

  it('lists the same conflicts again when they were left for later', async () => {
    const next = edit(['max_length=200', 'max_length=250'], ['["title"]', '["title", "due"]']);
    const first = await merge(
      edit(['max_length=200', 'max_length=300'], ['["title"]', '["title", "-id"]']),
      next,
    );
    const kept = joinRegions(first, 'mine');
    const again = await mergeText({ path: 'app/models.py', base: joinBase(first), mine: kept, next });
    expect([again.conflicts, joinRegions(again, 'mine')]).toEqual([first.conflicts, kept]);
  });

  it('merges by lines alone a file that does not parse', async () => {
    const outcome = await merge(
      edit(['def __str__(self):', 'def __str__(self:']),
      edit(['max_length=100', 'max_length=120']),
    );
    expect([outcome.mergedBy, outcome.conflicts]).toEqual(['line', 0]);
  });

  it('asks where both sides add an argument at one place', async () => {
    const outcome = await mergeText({
      path: 'a.py',
      base: 'call(one)\n',
      mine: 'call(one, mine)\n',
      next: 'call(one, next)\n',
    });
    expect(outcome.conflicts).toBe(1);
  });

  it('keeps the user’s quotes where the template changed nothing', async () => {
    const mine = base.replaceAll('"', "'").replaceAll("'''", '"""');
    const outcome = await merge(
      mine,
      edit(['max_length=200', 'max_length=250'], ['["title"]', '["title", "due"]']),
    );
    expect(joinRegions(outcome, 'mine')).toContain("path('tasks/', tasks, name='tasks')");
    expect(joinRegions(outcome, 'mine')).toContain('max_length=250');
  });

  it('lets a new import join its group', async () => {
    const before =
      '"""Models."""\n\nfrom uuid import uuid4\n\nfrom django.db import models\n\n\nclass Task(models.Model):\n    id = 1\n';
    const after = before.replace('from uuid', 'from decimal import Decimal\nfrom uuid') + '    cost = 2\n';
    const mine = `${before}\n    def hello(self):\n        return 1\n`;
    const outcome = await mergeText({ path: 'app/models.py', base: before, mine, next: after });
    expect(outcome.conflicts).toBe(0);
    expect(joinRegions(outcome, 'mine')).toContain(
      '"""Models."""\n\nfrom decimal import Decimal\nfrom uuid import uuid4\n\nfrom django.db import models\n',
    );
  });

  it('does not define again what the user wrote already, under a condition', async () => {
    const unique = (indent: string): string =>
      `${indent}constraints = [\n${indent}    unique("a"),\n${indent}]\n`;
    const head = 'class Meta:\n    verbose_name = "Trip"\n';
    const outcome = await mergeText({
      path: 'a.py',
      base: `${head}    plural = "Trips"\n    ordering = ["pk"]\n`,
      mine: `${head}    if known:\n        plural = "Trips"\n        ordering = ["pk"]\n\n${unique('        ')}`,
      next: `${head}    plural = "Trips"\n    ordering = ["pk"]\n${unique('    ')}`,
    });
    expect(joinRegions(outcome, 'mine').match(/constraints/g)).toHaveLength(1);
  });
});
