import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './django-project.ts';
import { startPostgres, type Postgres } from './postgres.ts';

const example = join(repository, 'examples', 'medium', 'dsl');

/** A project over an empty database `library` of a server of its own, which `DATABASE_URL` names until `remove()`. */
export interface PostgresProject<Project> {
  readonly server: Postgres;
  readonly project: Project;
  remove(): void;
}

/** Starts a server and makes a project of the medium example. */
export async function makePostgresProject<Project extends { readonly folder: string; remove(): void }>(
  make: (sample: {
    readonly name: string;
    readonly files: readonly string[];
    readonly root: string;
  }) => Project,
): Promise<PostgresProject<Project>> {
  const former = process.env['DATABASE_URL'];
  const server = await startPostgres();
  process.env['DATABASE_URL'] = server.createDatabase('library');
  const files = readdirSync(example).map((file) => join(example, file));
  const project = make({ name: 'library', files, root: 'library.core' });
  // Hooks see of the shell only what dazzle.toml names.
  for (const hook of ['validate_spec', 'initialize_database', 'run_tests'])
    appendFileSync(join(project.folder, 'dazzle.toml'), `\n[hooks.${hook}]\nenv = ["DATABASE_URL"]\n`);
  return {
    server,
    project,
    remove() {
      if (former === undefined) delete process.env['DATABASE_URL'];
      else process.env['DATABASE_URL'] = former;
      project.remove();
      server.stop();
    },
  };
}

/** Each change of the medium example's spec that both backends bring to PostgreSQL over rows, as texts of its files. */
export const evolution: readonly (readonly [string, string])[] = [
  ['entity Person "Person":', 'entity Writer "Writer" was Person:'],
  ['  authors: many Person', '  writers: many Writer was=authors'],
  ['  title: str(200) required', '  heading: text required was=title'],
  ['index published desc, title', 'index published desc, heading'],
  ['  pages: int min=1 max=20000', '  pages: decimal(9,1) min=0.5 max=20000'],
  ['  shelf: str(20)\n', '  shelf: str(30) required\n'],
  [
    '  is_reference: bool = false',
    '  is_reference: bool = false\n  rank: int required min=3\n  colour: enum[red,blue] required\n  since: date required',
  ],
  ['status: enum[requested,', 'status: enum[requested,overdue,'],
  ['  note: text\n', ''],
  ['uses entity Person', 'uses entity Writer'],
  ['field title "Title"', 'field heading "Heading"'],
  ['field authors "Authors"', 'field writers "Writers"'],
  ['sort: title', 'sort: heading'],
  ['search: title,', 'search: heading,'],
  ['    field note "Note"\n', ''],
  ['title="Lines"', 'heading="Lines"'],
];

/** Replaces texts in each file of a project's spec that has them. */
export function changeSpec(
  project: {
    readonly folder: string;
    read(path: string): string;
    edit(path: string, from: string, to: string): void;
  },
  replacements: readonly (readonly [string, string])[],
): void {
  for (const file of readdirSync(join(project.folder, 'dsl')).map((name) => `dsl/${name}`)) {
    const text = project.read(file);
    const changed = replacements.reduce((before, [from, to]) => before.replaceAll(from, to), text);
    if (changed !== text) project.edit(file, text, changed);
  }
}
