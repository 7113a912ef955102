import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gitignoreText, manifestText } from '../../../generators/app/index.ts';
import { DazzleError } from '../../diagnostics/diagnostic.ts';
import { readBuildRequest } from '../build-options.ts';
import type { CommandContext, OptionValues } from '../command.ts';
import { hangText } from '../text.ts';
import type { InitPlan } from './init-plan.ts';
import { writeFiles, type NewFile } from './write-files.ts';

/** What is started where, and with which options of the command. */
export interface Start {
  readonly projectDir: string;
  /** The folder as it was typed. */
  readonly dir: string;
  readonly plan: InitPlan;
  readonly options: OptionValues;
}

/** Writes the project's own files, and builds unless told not to; resolves to the exit status. */
export async function startProject(context: CommandContext, start: Start): Promise<number> {
  const { projectDir, plan, options } = start;
  const { say } = context.terminal;
  const files = await projectFiles(projectDir, plan);
  if (context.signal.aborted) throw context.signal.reason;
  context.projectDir = projectDir;
  context.terminal.setProject(projectDir);
  await writeFiles(projectDir, files);
  context.disk = 'started';
  if (options.quiet !== true) {
    for (const { path, existed } of files) {
      const word = existed ? say.colours.cyan('     update') : say.colours.green('     create');
      say.line(`${word}  ${path}`);
    }
  }
  const wantsBuild = options.build !== false && plan.build;
  if (!wantsBuild) {
    sayNext(context, start);
    return 0;
  }
  const { runBuild } = await import('../run-build.ts');
  const { loadRegistry } = await import('../built-in-backends.ts');
  const request = readBuildRequest(context, projectDir, { yes: options.yes, diskHooks: options.diskHooks });
  const status = await runBuild(context, request, await loadRegistry(), options);
  if (status === 1) {
    const text = `The project is in ${start.dir}; mend what is said above, then run "dazzle build" there.`;
    for (const line of hangText('', text, context.terminal.err.width, 0)) context.terminal.err.line(line);
  }
  return status;
}

async function projectFiles(projectDir: string, plan: InitPlan): Promise<NewFile[]> {
  const gitignore = join(projectDir, '.gitignore');
  const existing = existsSync(gitignore) ? await readFile(gitignore, 'utf8') : null;
  const ignores = gitignoreText(existing);
  const specs = plan.start.files.map(({ name, text }) => ({ path: `dsl/${name}`, text, existed: false }));
  for (const { path, text } of specs) {
    const file = join(projectDir, path);
    if (!existsSync(file) || (await readFile(file, 'utf8')) === text) continue;
    throw new DazzleError({
      code: 'DZL514',
      severity: 'error',
      message: `${path} exists already, and differs from the spec to start from`,
      fix: 'leave --from out to use the spec that is there, or move it away',
    });
  }
  const manifest = manifestText({
    name: plan.name,
    root: plan.start.root,
    stack: plan.stack,
    answers: plan.answers,
  });
  return [
    { path: 'dazzle.toml', text: manifest, existed: false },
    ...specs,
    ...(ignores === existing ? [] : [{ path: '.gitignore', text: ignores, existed: existing !== null }]),
  ];
}

function sayNext(context: CommandContext, { projectDir, dir }: Start): void {
  const { say } = context.terminal;
  const here = relative(context.cwd, projectDir);
  say.line();
  say.line('Next:');
  if (here !== '') say.line(`  cd ${dir}`);
  say.line('  dazzle build');
}
