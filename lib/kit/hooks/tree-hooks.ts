import type { Answers, HookResult, TreeHook, TreeHookContext } from '../../backend/types.ts';
import { backupFolderArtifact } from './artifacts.ts';

/** Lines that are in every `.gitignore`: what holds secrets must never be committed. */
const secretLines = ['.env', '.admin_credentials'];

/** `create_gitignore`: ignores secrets and what tools leave behind; adds to a `.gitignore` that a generator wrote. */
export function createGitignore<A extends object = Answers>(lines: readonly string[]): TreeHook<A> {
  return {
    name: 'create_gitignore',
    description: 'writes .gitignore',
    phase: 'post_build',
    runsOn: 'tree',
    essential: true,
    onFailure: 'abort',
    execute({ tree }) {
      const wanted = [...new Set([...secretLines, ...lines])];
      if (!tree.exists('.gitignore')) {
        tree.write('.gitignore', `${wanted.join('\n')}\n`, { formatted: true });
      } else {
        tree.update('.gitignore', (text) => {
          const there = new Set(text.split(/\r?\n/));
          const missing = wanted.filter((line) => !there.has(line));
          return missing.length === 0 ? text : `${text.trimEnd()}\n${missing.join('\n')}\n`;
        });
      }
      return { success: true, message: 'secrets and build results are ignored' };
    },
  };
}

/** `format_code`: formats the backend's files in the tree, so that the disk only ever sees formatted text. */
export function formatCode<A extends object = Answers>(
  options: { readonly after?: readonly string[] } = {},
): TreeHook<A> {
  return {
    name: 'format_code',
    description: 'formats the generated code',
    phase: 'post_build',
    runsOn: 'tree',
    timeout: 600,
    ...(options.after === undefined ? {} : { after: options.after }),
    async execute(context): Promise<HookResult> {
      const { formatted, known, diagnostics } = await context.format();
      const bad = diagnostics.length;
      return {
        success: bad === 0,
        message: bad === 0 ? `${formatted + known} files are formatted` : `${bad} files cannot be formatted`,
        diagnostics,
      };
    },
  };
}

/** `generate_docs`: writes the documents that come with the application; `write` gets the tree and all artifacts. */
export function generateDocs<A extends object = Answers>(
  write: (context: TreeHookContext<A>) => void,
): TreeHook<A> {
  return {
    name: 'generate_docs',
    description: 'writes the README and other documents',
    phase: 'post_build',
    runsOn: 'tree',
    execute(context) {
      const before = new Set(context.tree.files().map(({ path }) => path));
      write(context);
      const made = context.tree.files().filter(({ path }) => !before.has(path));
      return { success: true, message: made.map(({ path }) => path).join(', ') || 'nothing to write' };
    },
  };
}

/** `set_permissions`: makes scripts executable (0755). A path that is not in the tree is passed over. */
export function setPermissions<A extends object = Answers>({
  executable,
}: {
  readonly executable: readonly string[];
}): TreeHook<A> {
  return {
    name: 'set_permissions',
    description: 'makes scripts executable',
    phase: 'post_build',
    runsOn: 'tree',
    execute({ tree }) {
      const there = executable.filter((path) => tree.exists(path));
      for (const path of there) tree.setMode(path, 0o755);
      return {
        success: true,
        message: there.length === 0 ? 'no script to make executable' : there.join(', '),
      };
    },
  };
}

/** `backup_existing`: asks the commit to keep a dated copy of what it replaces; only where `dazzle.toml` names it. */
export function backupExisting<A extends object = Answers>(): TreeHook<A> {
  return {
    name: 'backup_existing',
    description: 'keeps a dated copy of the files that a build replaces',
    phase: 'pre_build',
    runsOn: 'tree',
    optIn: true,
    makes: [backupFolderArtifact],
    options: {
      folder: { type: 'string', description: 'folder in the project for the copies', default: 'backups' },
    },
    execute({ options }) {
      const folder = String(options['folder'] ?? 'backups');
      return {
        success: true,
        message: `replaced files are copied to ${folder}`,
        artifacts: [backupFolderArtifact.of(folder)],
      };
    },
  };
}
