import { describe, expect, it } from '@jest/globals';
import { mergeText, joinMarkers, joinRegions } from '../../../../lib/plan/merge/index.ts';

interface Case {
  readonly title: string;
  readonly path: string;
  readonly base: string;
  readonly mine: string;
  readonly next: string;
  readonly merged: string;
}

const manifest = '{\n  "name": "x",\n  "dependencies": {\n    "express": "^5",\n    "zod": "^3"\n  }\n}\n';
const compose =
  'services:\n  web:\n    image: web # ours\n    environment:\n      - A=1\n  db:\n    image: postgres\nvolumes:\n  data:\n';
const list =
  '<ul class="a">\n  {% for task in tasks %}\n    <li>{{ task.title }}</li>\n  {% endfor %}\n</ul>\n<a href="{% url "new" %}">New</a>\n';

const cases: readonly Case[] = [
  {
    title: 'dependencies of package.json, with the commas they need',
    path: 'package.json',
    base: manifest,
    mine: manifest.replace('"^3"', '"^3",\n    "mine": "1"'),
    next: manifest.replace('"^3"', '"^3",\n    "yaml": "2"'),
    merged: manifest.replace('"^3"', '"^3",\n    "yaml": "2",\n    "mine": "1"'),
  },
  {
    title: 'keys of YAML, with the comments between them',
    path: 'compose.yaml',
    base: compose,
    mine: compose.replace('      - A=1\n', '      - A=1\n      - MINE=1\n'),
    next: compose.replace('      - A=1\n', '      - A=1\n      - B=2\n').replace('postgres', 'postgres:17'),
    merged: compose
      .replace('      - A=1\n', '      - A=1\n      - B=2\n      - MINE=1\n')
      .replace('postgres', 'postgres:17'),
  },
  {
    title: 'tables and arrays of TOML',
    path: 'pyproject.toml',
    base: 'deps = ["a", "b"]\n\n[tool]\nline = 1\n',
    mine: 'deps = ["a", "b", "mine"]\n\n[tool]\nline = 1\n\n[mine]\nx = 1\n',
    next: 'deps = ["a", "b", "c"]\n\n[tool]\nline = 2\n\n[next]\ny = 1\n',
    merged: 'deps = ["a", "b", "c", "mine"]\n\n[tool]\nline = 2\n\n[next]\ny = 1\n\n[mine]\nx = 1\n',
  },
  {
    title: 'requirements by name',
    path: 'requirements.txt',
    base: 'Django>=5.1\ngunicorn\n',
    mine: 'Django>=5.1\ngunicorn\nmine==1\n',
    next: 'Django>=5.2\ngunicorn\nwhitenoise\n',
    merged: 'Django>=5.2\ngunicorn\nwhitenoise\nmine==1\n',
  },
  {
    title: 'variables of an environment file',
    path: '.env.example',
    base: 'A=1\n# Two\nB=2\n',
    mine: 'A=1\n# Two\nB=2\n# Mine\nM=1\n',
    next: 'A=1\n# Two\nB=2\nN=3\n',
    merged: 'A=1\n# Two\nB=2\nN=3\n# Mine\nM=1\n',
  },
  {
    title: 'variables that both sides write below a last comment',
    path: '.env.example',
    base: 'A=1\n# B=2\n',
    mine: 'A=1\n# B=2\nM=1\n',
    next: 'A=1\n# B=2\nN=3\n',
    merged: 'A=1\n# B=2\nN=3\nM=1\n',
  },
  {
    title: 'patterns of an ignore file',
    path: '.gitignore',
    base: 'node_modules/\n',
    mine: 'node_modules/\nmine/\n',
    next: 'node_modules/\n.venv/\n',
    merged: 'node_modules/\n.venv/\nmine/\n',
  },
  {
    title: 'attributes and text of one element',
    path: 'list.html',
    base: list,
    mine: list.replace('">New', '" class="button">New'),
    next: list.replace('New', 'New task'),
    merged: list.replace('">New', '" class="button">New task'),
  },
  {
    title: 'elements that both sides add inside a template block',
    path: 'list.html',
    base: list,
    mine: list.replace('</li>\n', '</li>\n    <li>mine</li>\n'),
    next: list.replace('</li>\n', '</li>\n    <li>{{ task.due }}</li>\n'),
    merged: list.replace('</li>\n', '</li>\n    <li>{{ task.due }}</li>\n    <li>mine</li>\n'),
  },
  {
    title: 'elements of an EJS view',
    path: 'views/list.ejs',
    base: '<% if (ok) { %>\n  <p>Yes</p>\n<% } else { %>\n  <p>No</p>\n<% } %>\n',
    mine: '<% if (ok) { %>\n  <p>Yes</p>\n  <hr>\n<% } else { %>\n  <p>No</p>\n<% } %>\n',
    next: '<% if (ok) { %>\n  <p>Yes!</p>\n  <p>Done</p>\n<% } else { %>\n  <p>No</p>\n<% } %>\n',
    merged: '<% if (ok) { %>\n  <p>Yes!</p>\n  <p>Done</p>\n  <hr>\n<% } else { %>\n  <p>No</p>\n<% } %>\n',
  },
];

describe('merging other formats by structure', () => {
  it.each(cases)('merges $title', async ({ path, base, mine, next, merged }) => {
    const outcome = await mergeText({ path, base, mine, next });
    expect(joinMarkers(outcome, { mine: 'mine', base: 'base', next: 'next' })).toBe(merged);
  });

  it.each([
    ['package.json', manifest, '"^3"', '"^4"', '"^5"'],
    ['compose.yaml', compose, 'postgres', 'postgres:16', 'postgres:17'],
    ['requirements.txt', 'Django>=5.1\n', '>=5.1', '==5.1', '>=5.2'],
    ['list.html', list, 'New<', 'Mine<', 'Next<'],
    ['.env', 'A=1\n', '1', '2', '3'],
  ])('asks where both sides changed one value of %s', async (path, base, was, mine, next) => {
    const outcome = await mergeText({
      path,
      base,
      mine: base.replace(was, mine),
      next: base.replace(was, next),
    });
    expect(outcome.conflicts).toBe(1);
  });

  it('merges by lines alone a page whose tags do not nest', async () => {
    const page = '<div>\n<p>One</p>\n<p>Two</p>\n<p>Three</p>\n';
    const outcome = await mergeText({
      path: 'head.html',
      base: page,
      mine: page.replace('One', '1'),
      next: page.replace('Three', '3'),
    });
    expect([outcome.mergedBy, outcome.conflicts]).toEqual(['line', 0]);
  });

  it('asks where both sides add a step at one place of a list whose order counts', async () => {
    const steps = 'steps:\n  - name: install\n    run: npm ci\n';
    const outcome = await mergeText({
      path: 'ci.yml',
      base: steps,
      mine: `${steps}  - name: mine\n    run: a\n`,
      next: `${steps}  - name: next\n    run: b\n`,
    });
    expect(outcome.conflicts).toBe(1);
  });

  it('asks where both sides add lines at one place of a script', async () => {
    const page = '<script>\n  one();\n</script>\n';
    const outcome = await mergeText({
      path: 'a.html',
      base: page,
      mine: page.replace('one();', 'one();\n  mine();'),
      next: page.replace('one();', 'one();\n  next();'),
    });
    expect(outcome.conflicts).toBe(1);
  });

  it('sees spaces inside a value', async () => {
    const outcome = await mergeText({ path: '.env', base: 'A=x y\n', mine: 'A=x  y\n', next: 'A=x z\n' });
    expect(outcome.conflicts).toBe(1);
  });

  const item = (name: string): string => `  <li><a href="/${name}/">${name}</a></li>\n`;
  const menu = (...names: string[]): string => `<ul>\n${names.map(item).join('')}</ul>\n`;

  it('adds at the end what the new version adds after an item that the user moved', async () => {
    const outcome = await mergeText({
      path: 'nav.html',
      base: menu('home', 'ships', 'goods', 'bills'),
      mine: menu('bills', 'home', 'goods'),
      next: menu('home', 'ships', 'goods', 'bills', 'steps'),
    });
    expect(joinRegions(outcome, 'mine')).toBe(menu('bills', 'home', 'goods', 'steps'));
  });

  it('adds behind its neighbour what the new version adds, where that and another changed places', async () => {
    const outcome = await mergeText({
      path: 'nav.html',
      base: menu('home', 'cars', 'jobs', 'end'),
      mine: menu('home', 'jobs', 'cars', 'end'),
      next: menu('home', 'cars', 'new-car', 'jobs', 'end'),
    });
    expect(joinRegions(outcome, 'mine')).toBe(menu('home', 'jobs', 'cars', 'new-car', 'end'));
  });
});
