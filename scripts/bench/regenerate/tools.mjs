import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * The ways of bringing a new version into an edited file. Each gives the text that it leaves on disk and how many
 * questions or markers it leaves to the person.
 */
export function openTools(mergeText, joinRegions) {
  const dir = mkdtempSync(join(tmpdir(), 'bench-regenerate-'));
  const write = (name, text) => {
    const file = join(dir, name);
    writeFileSync(file, text);
    return file;
  };
  const markers = (text) => (text.match(/^<{7}/gm) ?? []).length;

  const tools = {
    async dazzle({ path, base, mine, next, renames, follow, found }) {
      if (!found) return { text: mine, questions: 1, reason: 'the moved file was not found' };
      const outcome = await mergeText({ path, base, mine, next, renames, follow });
      return {
        text: joinRegions(outcome, 'mine'),
        questions: outcome.conflicts,
        mergedBy: outcome.mergedBy,
        reason: outcome.reason,
      };
    },
    'git merge-file'({ base, mine, next }) {
      const done = spawnSync(
        'git',
        ['merge-file', '-p', '--diff3', write('mine', mine), write('base', base), write('next', next)],
        { encoding: 'utf8' },
      );
      return { text: done.stdout, questions: markers(done.stdout) };
    },
    'overwrite or skip (Yeoman)': ({ mine }) => ({ text: mine, questions: 1 }),
    'patch (git apply --reject)'({ base, mine, next }) {
      const diff = spawnSync(
        'git',
        ['diff', '--no-index', '--no-color', write('base', base), write('mine', mine)],
        { encoding: 'utf8' },
      ).stdout;
      const file = write('target', next);
      const patch = diff
        .replace(/^(diff --git |--- |\+\+\+ ).*\n/gm, '')
        .replace(/^index .*\n/m, '--- a/target\n+++ b/target\n');
      const done = spawnSync('git', ['apply', '--reject', write('patch', patch)], {
        cwd: dir,
        encoding: 'utf8',
        env: { ...process.env, GIT_CEILING_DIRECTORIES: dir, GIT_DIR: join(dir, 'none') },
      });
      return {
        text: readFileSync(file, 'utf8'),
        questions: (done.stderr.match(/^Rejected hunk/gm) ?? []).length || (done.status ? 1 : 0),
      };
    },
    'patch (fuzzy)'({ base, mine, next }) {
      const diff = spawnSync('diff', ['-u', write('base', base), write('mine', mine)], {
        encoding: 'utf8',
      }).stdout;
      const file = write('target', next);
      const done = spawnSync(
        'patch',
        ['-s', '-f', '--no-backup-if-mismatch', '-r', '-', file, write('patch', diff)],
        { encoding: 'utf8' },
      );
      return {
        text: readFileSync(file, 'utf8'),
        questions: (done.stdout.match(/FAILED/g) ?? []).length || (done.status ? 1 : 0),
      };
    },
  };
  const mergiraf = process.env.MERGIRAF ?? 'mergiraf';
  if (spawnSync(mergiraf, ['--version']).status === 0) {
    tools.mergiraf = ({ path, base, mine, next }) => {
      mkdirSync(join(dir, 'm'), { recursive: true });
      const done = spawnSync(
        mergiraf,
        [
          'merge',
          write('base', base),
          write('mine', mine),
          write('next', next),
          '-p',
          basename(path),
          '-o',
          join(dir, 'm', 'out'),
        ],
        { encoding: 'utf8' },
      );
      const text = done.error ? mine : readFileSync(join(dir, 'm', 'out'), 'utf8');
      return { text, questions: markers(text) };
    };
  }
  return tools;
}
