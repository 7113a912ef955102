import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const copier = process.env.COPIER ?? 'copier';

/** Whether Copier is installed. */
export const hasCopier = () => spawnSync(copier, ['--version']).status === 0;

/** Runs a real `copier update` over a pair: a template with two versions, a project with the hand edit. */
export function updateWithCopier({ path, base, mine, next }) {
  const dir = mkdtempSync(join(tmpdir(), 'bench-copier-'));
  const [template, project] = [join(dir, 'template'), join(dir, 'project')];
  try {
    write(template, 'copier.yml', '_templates_suffix: .jinja\n');
    write(template, '{{_copier_conf.answers_file}}.jinja', '{{ _copier_answers|to_nice_yaml -}}\n');
    write(template, path, base);
    commit(template, 'v1');
    run(copier, ['copy', '--defaults', '--quiet', '--vcs-ref', 'v1', template, project], dir);
    commit(project);
    write(project, path, mine);
    commit(project);
    write(template, path, next);
    commit(template, 'v2');
    run(copier, ['update', '--defaults', '--quiet', '--vcs-ref', 'v2', '--conflict', 'inline'], project);
    const text = readFileSync(join(project, path), 'utf8');
    return { text, questions: (text.match(/^<{7}/gm) ?? []).length };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function write(dir, path, text) {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

function commit(dir, tag) {
  const git = (...args) =>
    run(
      'git',
      ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', '-c', 'core.autocrlf=false', ...args],
      dir,
    );
  git('init', '--quiet');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message', tag ?? 'edit');
  if (tag) git('tag', tag);
}

function run(command, args, cwd) {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr}`);
}
