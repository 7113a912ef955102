import type { CommandModule } from '../command.ts';

/** A command's line in the help, and where its code is. */
export interface CommandRow {
  readonly name: string;
  readonly summary: string;
  /** Heading in the help. */
  readonly group: 'Build' | 'Look' | 'Tools';
  load(): Promise<{ readonly command: CommandModule }>;
}

/** Every command, in the order of the help text. A command's module is only loaded when it is called. */
export const commandTable: readonly CommandRow[] = [
  {
    name: 'init',
    summary: 'start a project: name, spec, stack, and a first build',
    group: 'Build',
    load: () => import('./init/run.ts'),
  },
  {
    name: 'build',
    summary: 'make the projects from the spec, and keep every edit',
    group: 'Build',
    load: () => import('./build/run.ts'),
  },
  {
    name: 'diff',
    summary: 'show what a build would change',
    group: 'Build',
    load: () => import('./diff/run.ts'),
  },
  {
    name: 'resolve',
    summary: 'settle conflicts that a build has recorded',
    group: 'Build',
    load: () => import('./resolve/run.ts'),
  },
  {
    name: 'undo',
    summary: 'restore the files from before the last build',
    group: 'Build',
    load: () => import('./undo/run.ts'),
  },
  {
    name: 'redo',
    summary: 'take an undo back',
    group: 'Build',
    load: () => import('./redo/run.ts'),
  },
  {
    name: 'validate',
    summary: 'check the spec and dazzle.toml',
    group: 'Look',
    load: () => import('./validate/run.ts'),
  },
  {
    name: 'inspect',
    summary: 'show the application as dazzle understands it',
    group: 'Look',
    load: () => import('./inspect/run.ts'),
  },
  {
    name: 'graph',
    summary: 'draw entities, surfaces and experiences as SVG, Mermaid or DOT',
    group: 'Look',
    load: () => import('./graph/run.ts'),
  },
  {
    name: 'stacks',
    summary: 'list the stacks: backends that go together',
    group: 'Look',
    load: () => import('./stacks/run.ts'),
  },
  {
    name: 'backends',
    summary: 'list the backends: kinds of project that dazzle makes',
    group: 'Look',
    load: () => import('./backends/run.ts'),
  },
  {
    name: 'hooks',
    summary: 'list the steps that run before and after generating',
    group: 'Look',
    load: () => import('./hooks/run.ts'),
  },
  {
    name: 'explain',
    summary: 'tell what a diagnostic means, with an example and its mend',
    group: 'Look',
    load: () => import('./explain/run.ts'),
  },
  {
    name: 'fmt',
    summary: 'rewrite specs in the canonical style',
    group: 'Tools',
    load: () => import('./fmt/run.ts'),
  },
  {
    name: 'doctor',
    summary: 'look for what is missing on this machine and in the project',
    group: 'Tools',
    load: () => import('./doctor/run.ts'),
  },
  {
    name: 'completion',
    summary: 'print the completion script of bash, zsh or fish',
    group: 'Tools',
    load: () => import('./completion/run.ts'),
  },
];

/** The row of a command, or undefined. */
export function findCommand(name: string): CommandRow | undefined {
  return commandTable.find((row) => row.name === name);
}
