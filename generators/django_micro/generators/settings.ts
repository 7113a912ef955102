import { defineGenerator, packageName, readmeValues, serviceValues } from '../../../lib/index.ts';
import { djangoNames } from '../naming.ts';
import type { DjangoAnswers } from '../prompting.ts';

/** Writes the project package `config/`, `manage.py`, the requirements, `pyproject.toml` and the README. */
export const settings = defineGenerator<DjangoAnswers>({
  name: 'settings',
  description:
    'settings from the environment, entry points, requirements, health endpoint, logging; README for people who have never seen the project',
  generate(context) {
    const { spec, answers, facts, tree } = context;
    const service = serviceValues(facts);
    tree.render('manage.py.ejs', 'manage.py', {}, { mode: 0o755 });
    tree.write('config/__init__.py', '');
    tree.render('config/settings.py.ejs', 'config/settings.py', {
      title: spec.title,
      timeZone: answers.time_zone,
    });
    for (const name of [
      'account_admin',
      'accounts',
      'asgi',
      'content_policy',
      'health',
      'json_logs',
      'login_limit',
      'wsgi',
    ]) {
      tree.render(`config/${name}.py.ejs`, `config/${name}.py`, service);
    }
    tree.render('requirements.txt.ejs', 'requirements.txt', {});
    tree.render('requirements-dev.txt.ejs', 'requirements-dev.txt', {});
    tree.render('pyproject.toml.ejs', 'pyproject.toml', { distribution: packageName(spec), ...service });
    const { warnings, model } = djangoNames(spec);
    const readme = readmeValues(context, warnings, ({ name }) => model(name).className);
    tree.render('README.md.ejs', 'README.md', readme);
  },
});
