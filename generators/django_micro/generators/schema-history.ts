import { defineGenerator } from '../../../lib/index.ts';
import { djangoRules } from '../hooks/kept-tables.ts';
import { djangoNames } from '../naming.ts';
import type { DjangoAnswers } from '../prompting.ts';
import { extendHistory, printHistory, readHistory } from '../schema-record.ts';

const path = 'app/schema_history.json';

/** Writes the record of renames, and the commands that read it. */
export const schemaHistory = defineGenerator<DjangoAnswers>({
  name: 'schema_history',
  description: 'the record of renames from which makemigrations answers, and its commands',
  generate({ spec, tree, existing, renames }) {
    const former = readHistory(existing.read(path));
    const text = printHistory(extendHistory(former, spec, djangoNames(spec), renames, djangoRules(spec)));
    tree.write(path, text, { formatted: true, absorbs: true });
    tree.render('app/schema_history.py.ejs', 'app/schema_history.py', {});
    tree.write('app/management/__init__.py', '');
    tree.write('app/management/commands/__init__.py', '');
    for (const command of ['makemigrations', 'migrate', 'init_admin', 'createsuperuser']) {
      tree.render(`app/management/commands/${command}.py.ejs`, `app/management/commands/${command}.py`, {});
    }
  },
});
