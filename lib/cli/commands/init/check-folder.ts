import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { DazzleError } from '../../../diagnostics/diagnostic.ts';
import { findProject } from '../../../project/find-project.ts';
import { quoteWord } from '../../screen/text.ts';

/**
 * Refuses a folder that has a project already, lies within one, or cannot be a folder.
 * @throws DazzleError DZL507 or DZL514.
 */
export async function checkFolder(projectDir: string, dir: string): Promise<void> {
  if (existsSync(join(projectDir, 'dazzle.toml'))) {
    throw new DazzleError(
      diagnose('DZL507', {
        message: `${dir === '.' ? 'this folder' : dir} has a dazzle.toml already`,
        fix: `run "dazzle ${inFolder(dir)}build", or "dazzle init" with another folder`,
      }),
    );
  }
  let existing = projectDir;
  while (!existsSync(existing)) existing = dirname(existing);
  if (!statSync(existing).isDirectory()) {
    throw new DazzleError(
      diagnose('DZL514', {
        message: `${existing} is a file, so the project's folder cannot be made there`,
        fix: 'name another folder',
      }),
    );
  }
  const around = findProject(existing);
  if (around !== null) {
    throw new DazzleError(
      diagnose('DZL507', {
        message: `${dir} lies inside the project ${around}`,
        fix: `run "dazzle ${inFolder(around)}build" to build that one, or choose a folder outside of it`,
      }),
    );
  }
}

function inFolder(dir: string): string {
  return dir === '.' ? '' : `--cwd ${quoteWord(dir)} `;
}
