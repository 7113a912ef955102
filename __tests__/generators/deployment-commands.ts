/** Files of a generated project, by path. */
export type ProjectFiles = ReadonlyMap<string, string>;

const djangoCommands = new Set(['check', 'collectstatic', 'makemigrations', 'migrate', 'runserver', 'test']);
/** Programs of the base images and runners. */
const given = new Set(['node', 'npm', 'npx', 'pip', 'python', 'useradd', 'mkdir', 'chown']);

/** What a shell command names and the project lacks; e.g. `manage.py has no command "init"`. */
export function commandProblems(command: string, files: ProjectFiles): readonly string[] {
  return command
    .split(/&&|;/)
    .map((part) => part.trim().replace(/^exec /, ''))
    .flatMap((part) => partProblems(part.split(/\s+/), files));
}

function partProblems(words: readonly string[], files: ProjectFiles): readonly string[] {
  const [path = '', ...args] = words;
  const program = path.split('/').at(-1)!;
  const problems: string[] = [];
  if (program === 'useradd' || program === 'mkdir' || program === 'chown') return problems;
  const requirements = `${files.get('requirements.txt') ?? ''}\n${files.get('requirements-dev.txt') ?? ''}`;
  if (!given.has(program) && !new RegExp(`^${program}\\b`, 'm').test(requirements)) {
    problems.push(`"${program}" is no dependency`);
  }
  for (const [index, word] of args.entries()) {
    if (/^[\w./-]+\.(?:py|js|txt)$/.test(word) && !files.has(word)) problems.push(`there is no file ${word}`);
    if (
      /^[a-z]+\.[a-z]+$/.test(word) &&
      program === 'gunicorn' &&
      !files.has(`${word.replace('.', '/')}.py`)
    ) {
      problems.push(`there is no module ${word}`);
    }
    if (word !== 'manage.py') continue;
    const name = args[index + 1] ?? '';
    if (!djangoCommands.has(name) && !files.has(`app/management/commands/${name}.py`)) {
      problems.push(`manage.py has no command "${name}"`);
    }
  }
  return [...problems, ...nodeProblems(program, args, files)];
}

function nodeProblems(program: string, args: readonly string[], files: ProjectFiles): readonly string[] {
  if (program !== 'npm' && program !== 'npx') return [];
  const { scripts, devDependencies } = JSON.parse(files.get('package.json')!) as {
    scripts: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const [verb = '', name = ''] = args;
  if (program === 'npx') return verb in devDependencies ? [] : [`"${verb}" is no development dependency`];
  const script = verb === 'run' ? name : verb === 'test' || verb === 'start' ? verb : null;
  return script === null || script in scripts ? [] : [`package.json has no script "${script}"`];
}

/** Names of the environment variables that the project's own code reads. */
export function variablesRead(files: ProjectFiles): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [path, text] of files) {
    if (!/\.(?:py|js)$/.test(path)) continue;
    const reads = path.endsWith('.py')
      ? /\benv(?:iron)?(?:\.\w+)?[([]\s*["']([A-Z][A-Z_]+)["']/g
      : /\benv\.([A-Z][A-Z_]+)\b/g;
    for (const [, name] of text.matchAll(reads)) names.add(name!);
  }
  return names;
}
