import type { CatalogueSection } from './entry.ts';

/** DZL301 to DZL329: what authors of backends, generators and templates get wrong. */
export const generatorEntries = {
  DZL301: {
    title: 'a name that a backend, generator or hook cannot have',
    meaning:
      'Names are used as folders and in dazzle.toml: small letters, digits and _, beginning with a letter.',
    example: "defineBackend({ name: 'My-Backend', … })",
    mend: "defineBackend({ name: 'my_backend', … })",
  },
  DZL302: {
    title: 'one name twice',
    meaning: 'Backends, the generators of one backend, and its hooks are told apart by their names.',
    example: "generators: [defineGenerator({ name: 'models', … }), defineGenerator({ name: 'models', … })]",
    mend: "generators: [defineGenerator({ name: 'models', … }), defineGenerator({ name: 'forms', … })]",
  },
  DZL303: {
    title: 'after something that does not exist',
    meaning: 'An `after` list names generators or hooks of the same backend.',
    example: "defineHook({ name: 'run_tests', after: ['install'], … })",
    mend: "defineHook({ name: 'run_tests', after: ['install_dependencies'], … })",
  },
  DZL304: {
    title: 'a circle of `after` lists',
    meaning: 'Each waits for the other, so none could run first.',
    example: 'forms: makes: [formNames], needs: [viewNames]; views: makes: [viewNames], needs: [formNames]',
    mend: 'forms: makes: [formNames]; views: makes: [viewNames], needs: [formNames]',
  },
  DZL305: {
    title: 'a hook after a later phase',
    meaning:
      'Hooks run before the generators, then on the tree, then on the disk; none can wait for a later phase.',
    example: "defineHook({ name: 'create_env', phase: 'pre_build', after: ['create_superuser'], … })",
    mend: "defineHook({ name: 'create_env', phase: 'post_build', after: ['create_superuser'], … })",
  },
  DZL306: {
    title: 'a hook declares an option that every hook has',
    meaning: '`timeout`, `on_failure` and `env` exist on each hook by themselves.',
    example: "defineHook({ options: { timeout: { type: 'number', … } }, … })",
    mend: 'defineHook({ timeout: 120, … })',
  },
  DZL307: {
    title: 'facts that cannot be stated',
    meaning:
      'What a backend tells the rest of its stack is plain JSON, stated at once. Each fact is what the type `BackendFacts` says, no other fact is stated, each thing is named once, and no secret has a value; what a plug-in adds below `extra` is as its schema says.',
    example:
      "facts: () => ({ environment: [variableFact({ name: 'KEY', isSecret: true, development: 'abc', … })] })",
    mend: "facts: () => ({ environment: [variableFact({ name: 'KEY', isSecret: true, … })] })",
  },
  DZL308: {
    title: 'a generator with an `after` list',
    meaning:
      'The order of generators follows from the artifacts that they make and need, and from nothing else.',
    example: "defineGenerator({ name: 'forms', after: ['models'], … })",
    mend: "defineGenerator({ name: 'forms', needs: [modelNames], … })",
  },
  DZL309: {
    title: 'a format that says too little',
    meaning:
      'It names ends of paths as texts (no patterns), and has a reader of parts, a formatter with a version, or both.',
    example: "formats: [{ files: ['*.tf'], formatter: { load: () => format } }]",
    mend: "formats: [{ files: ['.tf'], formatter: { version: '1.0.0', load: () => format } }]",
  },
  DZL310: {
    title: 'an unsafe path in the tree',
    meaning:
      'Generated files stay in their backend’s folder and can exist on every system: no "..", no absolute path, no name that Windows reserves, no control characters.',
    example: "tree.write('../settings.py', text)",
    mend: "tree.write('config/settings.py', text)",
  },
  DZL311: {
    title: 'two writers of one file',
    meaning: 'The second one would silently replace what the first one wrote.',
    example: "forms: tree.write('app/models.py', text)",
    mend: "forms: tree.update('app/models.py', (earlier) => earlier + text)",
  },
  DZL312: {
    title: 'a file that nobody has written',
    meaning: 'Only files in the tree can be read, changed or removed; their writer must have run before.',
    example: "tree.read('app/models.py')",
    mend: "models: makes: [modelNames]; forms: needs: [modelNames], tree.read('app/models.py')",
  },
  DZL313: {
    title: 'two files that differ only in case',
    meaning: 'macOS and Windows keep them as one file, so one of them would be lost there.',
    example: "tree.write('Task.html', …) and tree.write('task.html', …)",
    mend: "tree.write('task.html', …) and tree.write('task_list.html', …)",
  },
  DZL314: {
    title: 'a file where a folder is needed',
    meaning: 'One writer makes a file of a name below which another one puts files.',
    example: "tree.write('app', …) and tree.write('app/models.py', …)",
    mend: "tree.write('app/__init__.py', …) and tree.write('app/models.py', …)",
  },
  DZL315: {
    title: 'generated text that cannot be formatted',
    meaning:
      'The formatter could not read the text, so it most likely has a syntax error. The file and its writer are named.',
    example: "tree.write('app/models.py', 'class Task(')",
    mend: "tree.write('app/models.py', 'class Task: ...')",
  },
  DZL316: {
    title: 'no such template',
    meaning: 'Templates are named relative to the backend’s template folder.',
    example: "tree.render('modles.py', 'app/models.py', values)",
    mend: "tree.render('models.py', 'app/models.py', values)",
  },
  DZL317: {
    title: 'a template that does not compile',
    meaning:
      'The JavaScript in the template has a syntax error, or a tag is not closed; the line is the template’s.',
    example: '<% for (const field of it.fields { %>',
    mend: '<% for (const field of it.fields) { %>',
  },
  DZL318: {
    title: 'a template that fails',
    meaning: 'It reads a name that its values do not have, or prints something that is not text.',
    example: '<%= it.entity.tittle %>',
    mend: '<%= it.entity.title %>',
  },
  DZL319: {
    title: 'parts of a file that cannot be used',
    meaning:
      'The `readParts` of a format has failed, or gave parts that overlap or lie outside of the text. The file was merged by lines.',
    example:
      "readParts: () => [{ kind: 'block', name: 'a', start: 0, end: 9 }, { kind: 'block', name: 'b', start: 4, end: 9 }]",
    mend: "readParts: () => [{ kind: 'block', name: 'a', start: 0, end: 4 }, { kind: 'block', name: 'b', start: 4, end: 9 }]",
  },
  DZL320: {
    title: 'an artifact that nobody has made',
    meaning: 'It is wanted, and its maker was left out or has not run: then it can be looked for, not had.',
    example:
      'defineHook({ wants: [adminUser], execute: ({ artifacts }) => greet(artifacts.get(adminUser)), … })',
    mend: 'defineHook({ wants: [adminUser], execute: ({ artifacts }) => greet(artifacts.find(adminUser)), … })',
  },
  DZL321: {
    title: 'two makers of one artifact',
    meaning: 'The second one would silently replace the first one’s fact.',
    example: "defineArtifact('model_names') made by models and by admin",
    mend: "defineArtifact('admin_names') made by admin",
  },
  DZL322: {
    title: 'an artifact that is read without being declared',
    meaning:
      'What a generator or hook reads decides when it runs, so it names it: in `needs`, or in `wants`.',
    example: 'defineGenerator({ generate: ({ artifacts }) => print(artifacts.get(modelNames)), … })',
    mend: 'defineGenerator({ needs: [modelNames], generate: ({ artifacts }) => print(artifacts.get(modelNames)), … })',
  },
  DZL323: {
    title: 'other artifacts than those declared',
    meaning: 'A generator or hook that succeeds returns each artifact in its `makes`, and no other.',
    example: 'defineGenerator({ makes: [modelNames], generate: () => {}, … })',
    mend: 'defineGenerator({ makes: [modelNames], generate: () => ({ artifacts: [modelNames.of(names)] }), … })',
  },
  DZL324: {
    title: 'an artifact that no part of the backend makes',
    meaning:
      'Artifacts are handed on within one backend. What others of the stack may know of a backend are its facts.',
    example: 'defineGenerator({ needs: [modelNames], … })   // and no `makes: [modelNames]`',
    mend: 'defineGenerator({ generate: ({ stack }) => stack.find(({ name }) => name === "django_micro")?.facts, … })',
  },
  DZL325: {
    title: 'a hook is left out whose artifact is needed',
    meaning: 'Something that this build runs cannot do without what the hook makes.',
    example: 'dazzle build --skip-hook choose_region',
    mend: 'dazzle build',
  },
} as const satisfies CatalogueSection;
