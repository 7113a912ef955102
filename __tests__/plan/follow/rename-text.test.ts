import { describe, expect, it } from '@jest/globals';
import { mergeText, joinRegions } from '../../../lib/plan/merge/index.ts';

const renames = [{ from: 'Client', to: 'Customer' }];

const base = `from django.db import models


class Client(models.Model):
    """A client of the company."""

    name = models.CharField(max_length=100)

    class Meta:
        verbose_name_plural = "clients"


class ClientForm(ModelForm):
    class Meta:
        model = Client
`;

const next = base.replaceAll('Client', 'Customer').replaceAll('client', 'customer');

describe('merging over a rename in the spec', () => {
  it('loses no line where a formatter took out the blank line above', async () => {
    const tight = (text: string): string => text.replace('\n\n    class Meta', '\n    class Meta');
    const outcome = await mergeText({ path: 'app/models.py', base, mine: tight(base), next, renames });
    expect([joinRegions(outcome, 'mine'), outcome.conflicts]).toEqual([tight(next), 0]);
  });

  it('carries the user’s edits into the renamed class', async () => {
    const mine = base
      .replace(
        'max_length=100)\n',
        'max_length=100)\n\n    def greet(self):\n        return "Dear client", Client.objects\n',
      )
      .replace('model = Client\n', 'model = Client  # our client\n        fields = ["name"]\n');
    const outcome = await mergeText({ path: 'models.py', base, mine, next, renames });
    expect([joinRegions(outcome, 'mine'), outcome.conflicts]).toEqual([
      next
        .replace(
          'max_length=100)\n',
          'max_length=100)\n\n    def greet(self):\n        return "Dear client", Customer.objects\n',
        )
        .replace('model = Customer\n', 'model = Customer  # our client\n        fields = ["name"]\n'),
      0,
    ]);
  });

  it('leaves a name alone that the next version still uses for something else', async () => {
    const test =
      'from app.models import Client\n\n\nclass ClientTest(TestCase):\n    def test_list(self):\n        client = Client()\n        self.client.get(client.url)\n';
    const mine = `${test}\n    def test_mine(self):\n        self.client.post(Client().url)\n`;
    const outcome = await mergeText({
      path: 'tests.py',
      base: test,
      mine,
      next: test
        .replace('ClientTest', 'CustomerTest')
        .replace('import Client', 'import Customer')
        .replace('client = Client()', 'customer = Customer()')
        .replace('client.url', 'customer.url'),
      renames,
    });
    expect(joinRegions(outcome, 'mine')).toContain('        self.client.post(Customer().url)\n');
  });

  it('carries edits into a renamed class whose title stays', async () => {
    const last = base.replace('"clients"\n', '"clients"\n        verbose_name = "Client"\n');
    const now = last
      .replace('class Client(', 'class Customer(')
      .replace('class ClientForm', 'class CustomerForm')
      .replace('model = Client\n', 'model = Customer\n');
    const edit = (text: string, name: string): string =>
      text
        .replace(
          'max_length=100)\n',
          `max_length=100)\n\n    def first(self):\n        return ${name}.objects\n`,
        )
        .replace('verbose_name = "Client"', 'verbose_name = "Patron"');
    const mine = edit(last, 'Client');
    const outcome = await mergeText({ path: 'models.py', base: last, mine, next: now, renames });
    expect([joinRegions(outcome, 'mine'), outcome.conflicts]).toEqual([edit(now, 'Customer'), 0]);
  });

  it('follows plurals that no rule makes', async () => {
    const last =
      'urlpatterns = [\n    path("people/", person.PersonList, name="person_list"),\n    path("people/new/", person.PersonNew, name="person_new"),\n]\n';
    const now = last
      .replaceAll('people', 'profiles')
      .replaceAll('person', 'profile')
      .replaceAll('Person', 'Profile');
    const withoutList = (text: string): string => text.replace(/.*_list.*\n/, '');
    const outcome = await mergeText({
      path: 'urls.py',
      base: last,
      mine: withoutList(last),
      next: now,
      renames: [{ from: 'Person', to: 'Profile', plurals: ['people', 'profiles'] }],
    });
    expect([joinRegions(outcome, 'mine'), outcome.conflicts]).toEqual([withoutList(now), 0]);
  });

  it('follows in a line that the user changed too, though another is the same', async () => {
    const body = 'return `/clients/${record.id}/`;\n}\n';
    const last = `let clients;\nfunction afterNew(record) {\n  ${body}function afterEdit(record) {\n  ${body}`;
    const edit = (text: string): string =>
      text.replace('New(record)', 'New(row)').replace('${record.id}', '${row.id}');
    const now = last.replaceAll('/clients/', '/customers/');
    const outcome = await mergeText({ path: 'routes.js', base: last, mine: edit(last), next: now, renames });
    expect([joinRegions(outcome, 'mine'), outcome.conflicts]).toEqual([edit(now), 0]);
  });

  it('renames words of several parts in every spelling', async () => {
    const addresses = 'urlpatterns = [\n    path("full-names/", FullNameView, name="full_name"),\n';
    const outcome = await mergeText({
      path: 'urls.py',
      base: `from .views import FullNameView\n\n${addresses}]\n`,
      mine: `from .views import FullNameView\n\n${addresses}    path("mine/", show(FullNameView)),\n]\n`,
      next: 'from .views import TitleView\n\nurlpatterns = [\n    path("titles/", TitleView, name="title"),\n]\n',
      renames: [{ from: 'full_name', to: 'title' }],
    });
    expect(joinRegions(outcome, 'mine')).toBe(
      'from .views import TitleView\n\nurlpatterns = [\n    path("titles/", TitleView, name="title"),\n    path("mine/", show(TitleView)),\n]\n',
    );
  });

  it('takes a renamed label over into a line that the user only formatted', async () => {
    const labels =
      'class Form:\n    labels = {\n        "full_name": "Full name",\n        "email": "Email",\n    }\n';
    const outcome = await mergeText({
      path: 'forms.py',
      base: labels,
      mine: labels.replaceAll('"', "'"),
      next: labels.replace('"full_name": "Full name"', '"display_name": "Display name"'),
      renames: [{ from: 'full_name', to: 'display_name' }],
    });
    expect([joinRegions(outcome, 'mine'), outcome.conflicts]).toEqual([
      labels.replaceAll('"', "'").replace("'full_name': 'Full name'", "'display_name': 'Display name'"),
      0,
    ]);
  });

  it('asks where the user rewrote prose that the rename changed', async () => {
    const text = '# The client of the company.\nclass Client:\n    pass\n\n\nclass ClientForm:\n    pass\n';
    const outcome = await mergeText({
      path: 'models.py',
      base: text,
      mine: text.replace('of the company.', 'of the whole company.'),
      next: text.replaceAll('Client', 'Customer').replaceAll('client', 'customer'),
      renames,
    });
    expect(outcome.conflicts).toBe(1);
  });

  it('renames what a string takes from the code around it, and leaves its words alone', async () => {
    const fields = [{ from: 'title', to: 'name' }];
    const last = 'class Task:\n    title = 1\n\n    def __str__(self):\n        return self.title\n';
    const mine = last.replace('self.title\n', 'f"the title is {self.title}, not {{title}}"\n');
    const now = last.replaceAll('title', 'name');
    const python = await mergeText({ path: 'models.py', base: last, mine, next: now, renames: fields });
    expect([joinRegions(python, 'mine'), python.conflicts]).toEqual([
      now.replace('self.name\n', 'f"the title is {self.name}, not {{title}}"\n'),
      0,
    ]);
    const script = 'const label = (task) => task.title;\n';
    const outcome = await mergeText({
      path: 'task.js',
      base: script,
      mine: script.replace('task.title', '`the title is ${task.title}`'),
      next: script.replace('title', 'name'),
      renames: fields,
    });
    expect([joinRegions(outcome, 'mine'), outcome.conflicts]).toEqual([
      'const label = (task) => `the title is ${task.name}`;\n',
      0,
    ]);
  });
});

describe('a name that the next version still has elsewhere', () => {
  const field = (from: string, to: string) => ({ kind: 'field', from, to, entity: 'Route' }) as const;
  const merged = async (
    base: string,
    mine: string,
    next: string,
    spec: readonly { from: string; to: string }[],
  ) => {
    const outcome = await mergeText({ path: 'app/forms.py', base, mine, next, renames: spec });
    return [joinRegions(outcome, 'mine'), outcome.conflicts];
  };

  it('follows in a generated line from which the user took another', async () => {
    const forms = (remark: string, stop: string): string =>
      `class RouteForm(ModelForm):\n    class Meta:\n        fields = ["name", "weight", "${remark}"]\n\n\nclass StopForm(ModelForm):\n    class Meta:\n        fields = ["name", "${stop}"]\n        labels = {"remark": "Remark"}\n`;
    const base = forms('remark', 'remark');
    const next = forms('planned_name', 'remark');
    const mine = base.replace('"weight", ', '');
    expect(await merged(base, mine, next, [field('remark', 'planned_name')])).toEqual([
      next.replace('"weight", ', ''),
      0,
    ]);
  });

  it('is told by its place where two names are swapped', async () => {
    const tests = (one: string, other: string): string =>
      `class RouteTests(TestCase):\n    def test_${one}_has_a_max_length(self):\n        self.assert_refused("${one}", "x" * 61)\n\n    def test_${other}_has_a_max_length(self):\n        self.assert_refused("${other}", "x" * 147)\n`;
    const base = tests('start', 'finish');
    const next = tests('finish', 'start');
    const edit = (text: string): string => text.replace('"x" * 147)', '"x" * 147, 51)');
    expect(
      await merged(base, edit(base), next, [field('start', 'finish'), field('finish', 'start')]),
    ).toEqual([edit(next), 0]);
  });

  const labels = (label: string): string =>
    `class RouteTests(TestCase):\n    def test_shows_labels(self):\n        for label in ["Name", "${label}", "Stop"]:\n            self.assertContains(page, label)\n`;
  const broken = (text: string): string =>
    text
      .replace('in [', 'in [\n            ')
      .replaceAll('", "', '",\n            "')
      .replace('"]', '",\n        ]');
  const retitled = [field('total_title', 'token')];

  it('follows in what a formatter broke into lines', async () => {
    const [base, next] = [labels('Total title'), labels('Token')];
    expect(await merged(base, broken(base), next, retitled)).toEqual([broken(next), 0]);
  });

  it('follows in a call that a formatter broke into lines', async () => {
    const call = (name: string): string =>
      `class RouteTests(TestCase):\n    def test_refuses_${name}(self):\n        self.assert_refused(\n            self.send(reverse("route_edit", args=[record.pk]), values), "${name}"\n        )\n`;
    const lines = (text: string): string =>
      text
        .replace('self.send(reverse', 'self.send(\n                reverse')
        .replace(', values), ', ',\n                values,\n            ),\n            ')
        .replace('"\n        )', '",\n        )');
    const [base, next] = [call('total_title'), call('token')];
    expect(await merged(base, lines(base), next, retitled)).toEqual([lines(next), 0]);
  });

  it('is asked about where a text that the user changed still says it', async () => {
    const form = (name: string): string =>
      `class RouteView(View):\n    template_name = "app/${name}.html"\n    fields = ["${name}"]\n`;
    const mine = form('total_title').replace('.html', '.html of mine');
    expect((await merged(form('total_title'), mine, form('token'), retitled))[1]).toBe(1);
  });

  const route = (name: string): string =>
    `export const route = {\n  stops: ['${name}'],\n  ends: ['${name}'],\n};\n`;
  const mergedRoute = async (mine: string) => {
    const texts = { base: route('total_title'), next: route('token') };
    const outcome = await mergeText({ path: 'src/route.js', mine, ...texts, renames: retitled });
    return [joinRegions(outcome, 'mine'), outcome.conflicts];
  };

  it('follows where the user commented the line out', async () => {
    const silence = (text: string): string => text.replace('  stops', '  // stops');
    expect(await mergedRoute(silence(route('total_title')))).toEqual([silence(route('token')), 0]);
  });

  it('is no change of a line that the user took out', async () => {
    const shorten = (text: string): string => text.replace(/ {2}stops.*\n/, '');
    expect(await mergedRoute(shorten(route('total_title')))).toEqual([shorten(route('token')), 0]);
  });

  const page = (label: string, name: string): string =>
    `<dl>\n  <dt>${label}</dt>\n  <dd><%= record.${name} %></dd>\n  <dt>Stop</dt>\n  <dd><%= record.stop %></dd>\n</dl>\n`;
  const shorten = (text: string): string => text.replace(/ {2}<dt>(?!Stop).*\n.*\n/, '');
  const mergedPage = async (mine: string) => {
    const texts = { base: page('Rate', 'rate'), next: page('Planned day', 'planned_day') };
    const spec = [field('rate', 'planned_day')];
    const outcome = await mergeText({ path: 'views/route.ejs', mine, ...texts, renames: spec });
    return [joinRegions(outcome, 'mine'), outcome.conflicts];
  };

  it('is no change of a label that the user took out', async () => {
    expect(await mergedPage(shorten(page('Rate', 'rate')))).toEqual([
      shorten(page('Planned day', 'planned_day')),
      0,
    ]);
  });

  it('is asked about where the user took the label out and says it in another line', async () => {
    expect((await mergedPage(`${shorten(page('Rate', 'rate'))}<p>The Rate</p>\n`))[1]).toBe(1);
  });
});
