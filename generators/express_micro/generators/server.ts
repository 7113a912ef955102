import { defineGenerator, errorTexts, kitAsset, problemTexts, serviceValues } from '../../../lib/index.ts';
import type { ExpressAnswers } from '../prompting.ts';

const modules = ['app', 'server', 'config', 'clock', 'log', 'flash', 'errors'];
const accounts = [
  'account-rules',
  'admin-account',
  'init-admin',
  'passwords',
  'routes',
  'session-store',
  'users',
];

/** Writes the modules that serve every request: settings, security headers, sessions, login, logs, errors, static files. */
export const server = defineGenerator<ExpressAnswers>({
  name: 'server',
  description: 'application, sessions, login, logging, errors, static files',
  generate({ facts, tree }) {
    const values = { ...serviceValues(facts), texts: errorTexts, problems: problemTexts };
    for (const name of modules) tree.render(`src/${name}.js.ejs`, `src/${name}.js`, values);
    for (const name of accounts) tree.render(`src/auth/${name}.js.ejs`, `src/auth/${name}.js`, values);
    for (const name of ['site.css', 'site.js', 'icon.svg'] as const)
      tree.write(`public/${name}`, kitAsset(name), { formatted: true });
  },
});
