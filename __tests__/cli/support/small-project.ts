import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../support/make-backend.ts';
import { run } from './run.ts';

/** A backend of three small files; it waits while the project has a file `wait`. */
const plugin = `
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
export default ({ defineBackend, defineGenerator }) => ({
  backends: [
    defineBackend({
      name: 'names',
      summary: 'the names of the entities',
      templates: new URL('./', import.meta.url),
      questions: () => [],
      generators: [
        defineGenerator({
          name: 'names',
          description: 'lists',
          generate: async ({ spec, tree }) => {
            while (existsSync(new URL('./wait', import.meta.url))) await pause(10);
            const text = (mark) => spec.entities.map(({ name, title }) => mark + name + '\\n' + title + '\\n----\\n').join('');
            for (const mark of ['a', 'b', 'c']) tree.write(mark + '.txt', text(mark));
          },
        }),
      ],
      hooks: [],
    }),
  ],
});
`;

/** The lists that the project's backend writes, relative to it. */
export const lists = ['a', 'b', 'c'].map((mark) => `apps/names/${mark}.txt`);

/** A built project of one small backend. */
export interface SmallProject {
  readonly folder: string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Gives every entity another title: each list changes in each entity's line. */
  retitle(title: string): void;
  remove(): void;
}

const spec = (title: string): string =>
  `app shop "Shop"\n${['Task', 'Person']
    .map((name) => `entity ${name} "${name} ${title}":\n  id: uuid pk\n  title: str(9)\n`)
    .join('')}`;

/** Makes a project and builds it. */
export async function makeSmallProject(): Promise<SmallProject> {
  const { folder, remove } = makeFolder({
    'names.mjs': plugin,
    'dazzle.toml':
      '[project]\nname = "shop"\n[stack]\nbackends = ["names"]\n[plugins]\nmodules = ["./names.mjs"]\n',
    'dsl/app.dsl': spec('one'),
  });
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  const { status, err } = await run(['build', '--yes'], { cwd: folder });
  if (status !== 0) throw new Error(err);
  return {
    folder,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write,
    retitle: (title) => write('dsl/app.dsl', spec(title)),
    remove,
  };
}
