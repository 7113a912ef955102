/** What a newer dazzle may write for the same spec: templates change too, not only specs. */

const replace = (pattern, replacement) => (text) => text.replace(pattern, replacement);
const append = (added) => (text) => `${text.trimEnd()}\n${added}\n`;

const editJson = (change) => (text) => {
  const parsed = JSON.parse(text);
  change(parsed);
  return `${JSON.stringify(parsed, null, 2)}\n`;
};

const upgrade = (name, ...rules) => ({
  name: `upgrade: ${name}`,
  rewrite: (files) =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        rules.reduce((result, [pattern, change]) => (pattern.test(path) ? change(result) : result), text),
      ]),
    ),
});

export const upgrades = [
  upgrade(
    'dependencies and files of the project',
    [/requirements\.txt$/, append('django-csp>=4.0,<5')],
    [/requirements\.txt$/, replace(/^([Dd]jango)\S*$/m, '$1>=5.2.3,<6')],
    [
      /package\.json$/,
      editJson(
        ({ dependencies, scripts }) =>
          Object.assign(dependencies, { compression: '^1.8.0' }) && Object.assign(scripts, { types: 'tsc' }),
      ),
    ],
    [/\.gitignore$/, append('coverage/')],
    [/\.env\.example$/, append('LOG_LEVEL=info')],
    [/workflows\/\w+\.yml$/, append('      - run: echo checked')],
    [/README\.md$/, append('\n## Upgrades\n\nBuild again.')],
    [/\.css$/, append('\n.quiet {\n  color: gray;\n}')],
  ),
  upgrade(
    'settings',
    [/settings\.py$/, replace(/^(INSTALLED_APPS = \[\n)/m, '$1    "django.contrib.humanize",\n')],
    [/settings\.py$/, replace(/^(MIDDLEWARE = \[\n)/m, '$1    "csp.middleware.CSPMiddleware",\n')],
    [/settings\.py$/, append('\nSESSION_COOKIE_AGE = 14 * 24 * 60 * 60')],
    [/src\/config\.js$/, append('\nexport const sessionDays = 14;')],
    [/src\/app\.js$/, replace(/^( *)(app\.set\('view engine'.*\n)/m, "$1$2$1app.set('json spaces', 2);\n")],
    [/package\.json$/, editJson((one) => (one.engines = { node: '>=22' }))],
  ),
  upgrade(
    'pages',
    [/\.(html|ejs)$/, replace(/class="page-header"/g, 'class="page-header wide"')],
    [/\.(html|ejs)$/, replace(/class="button button-primary"/g, 'class="button is-main"')],
    [/\.(html|ejs)$/, replace(/^( *)(<h1>)/m, '$1<p class="kicker">Work Tracker</p>\n$1$2')],
    [/views\/\w+\.py$/, replace(/template_name = "app\//g, 'template_name = "pages/')],
    [/forms\.py$/, replace(/required=False/g, 'required=False, strip=True')],
    [/routes\/\w+\.js$/, replace(/status\(422\)/g, 'status(400)')],
  ),
  upgrade(
    'models and administration',
    [/models\.py$/, replace(/^( +)def __str__\(self\):$/gm, '$1def __str__(self) -> str:')],
    [
      /models\.py$/,
      replace(/^( +)(verbose_name_plural = .*\n)/gm, '$1$2$1default_permissions = ["view", "change"]\n'),
    ],
    [/admin\.py$/, replace(/^( +)(list_display = )/gm, '$1show_full_result_count = False\n$1$2')],
    [/db\/schema\.js$/, replace(/\.primaryKey\(\)/g, '.notNull().primaryKey()')],
    [/models\/\w+\.js$/, replace(/^( +)(key: .*\n)/m, '$1$2$1version: 2,\n')],
  ),
];
