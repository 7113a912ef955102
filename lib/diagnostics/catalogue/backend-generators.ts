import type { CatalogueSection } from './entry.ts';

/** DZL301 to DZL329: what authors of backends, generators and templates get wrong. */
export const generatorEntries = {
  DZL301: {
    severity: 'error',
    title: 'a name that a backend, generator or hook cannot have',
    meaning:
      'Names are used as folders and in dazzle.toml: small letters, digits and _, beginning with a letter.',
    example: "defineBackend({ name: 'My-Backend', … })",
    mend: "defineBackend({ name: 'my_backend', … })",
  },
  DZL302: {
    severity: 'error',
    title: 'one name twice',
    meaning: 'Backends, the generators of one backend, and its hooks are told apart by their names.',
    example: "generators: [defineGenerator({ name: 'models', … }), defineGenerator({ name: 'models', … })]",
    mend: "generators: [defineGenerator({ name: 'models', … }), defineGenerator({ name: 'forms', … })]",
  },
  DZL303: {
    severity: 'error',
    title: 'after something that does not exist',
    meaning: 'An `after` list names generators or hooks of the same backend.',
    example: "defineGenerator({ name: 'forms', after: ['model'], … })",
    mend: "defineGenerator({ name: 'forms', after: ['models'], … })",
  },
  DZL304: {
    severity: 'error',
    title: 'a circle of `after` lists',
    meaning: 'Each waits for the other, so none could run first.',
    example: "forms: after: ['views'], views: after: ['forms']",
    mend: "forms: after: [], views: after: ['forms']",
  },
  DZL305: {
    severity: 'error',
    title: 'a hook after a later phase',
    meaning:
      'Hooks run before the generators, then on the tree, then on the disk; none can wait for a later phase.',
    example: "defineHook({ name: 'create_env', phase: 'pre_build', after: ['create_superuser'], … })",
    mend: "defineHook({ name: 'create_env', phase: 'post_build', after: ['create_superuser'], … })",
  },
  DZL306: {
    severity: 'error',
    title: 'a hook declares an option that every hook has',
    meaning: '`timeout` and `on_failure` exist on each hook by themselves.',
    example: "defineHook({ options: { timeout: { type: 'number', … } }, … })",
    mend: 'defineHook({ timeout: 120, … })',
  },
  DZL310: {
    severity: 'error',
    title: 'an unsafe path in the tree',
    meaning:
      'Generated files stay in their backend’s folder and can exist on every system: no "..", no absolute path, no name that Windows reserves, no control characters.',
    example: "tree.write('../settings.py', text)",
    mend: "tree.write('config/settings.py', text)",
  },
  DZL311: {
    severity: 'error',
    title: 'two writers of one file',
    meaning: 'The second one would silently replace what the first one wrote.',
    example: "forms: tree.write('app/models.py', text)",
    mend: "forms: tree.update('app/models.py', (earlier) => earlier + text)",
  },
  DZL312: {
    severity: 'error',
    title: 'a file that nobody has written',
    meaning: 'Only files in the tree can be read, changed or removed; their writer must have run before.',
    example: "tree.read('app/models.py')",
    mend: "defineGenerator({ after: ['models'], … })",
  },
  DZL313: {
    severity: 'error',
    title: 'two files that differ only in case',
    meaning: 'macOS and Windows keep them as one file, so one of them would be lost there.',
    example: "tree.write('Task.html', …) and tree.write('task.html', …)",
    mend: "tree.write('task.html', …) and tree.write('task_list.html', …)",
  },
  DZL314: {
    severity: 'error',
    title: 'a file where a folder is needed',
    meaning: 'One writer makes a file of a name below which another one puts files.',
    example: "tree.write('app', …) and tree.write('app/models.py', …)",
    mend: "tree.write('app/__init__.py', …) and tree.write('app/models.py', …)",
  },
  DZL315: {
    severity: 'error',
    title: 'generated text that cannot be formatted',
    meaning:
      'The formatter could not read the text, so it most likely has a syntax error. The file and its writer are named.',
    example: "tree.write('app/models.py', 'class Task(')",
    mend: "tree.write('app/models.py', 'class Task: ...')",
  },
  DZL316: {
    severity: 'error',
    title: 'no such template',
    meaning: 'Templates are named relative to the backend’s template folder.',
    example: "tree.render('modles.py', 'app/models.py', values)",
    mend: "tree.render('models.py', 'app/models.py', values)",
  },
  DZL317: {
    severity: 'error',
    title: 'a template that does not compile',
    meaning:
      'The JavaScript in the template has a syntax error, or a tag is not closed; the line is the template’s.',
    example: '<% for (const field of it.fields { %>',
    mend: '<% for (const field of it.fields) { %>',
  },
  DZL318: {
    severity: 'error',
    title: 'a template that fails',
    meaning: 'It reads a name that its values do not have, or prints something that is not text.',
    example: '<%= it.entity.tittle %>',
    mend: '<%= it.entity.title %>',
  },
  DZL320: {
    severity: 'error',
    title: 'an artifact that nobody has made',
    meaning: 'Artifacts are handed on in the order of `after` lists; the maker must run before the reader.',
    example: 'artifacts.get(modelNames)',
    mend: "defineGenerator({ after: ['models'], … })",
  },
  DZL321: {
    severity: 'error',
    title: 'two makers of one artifact',
    meaning: 'The second one would silently replace the first one’s fact.',
    example: "defineArtifact('model_names') made by models and by admin",
    mend: "defineArtifact('admin_names') made by admin",
  },
} as const satisfies CatalogueSection;
