import { beforeAll, describe, expect, it } from '@jest/globals';
import { generate, specOf } from '../generate.ts';

let files: ReadonlyMap<string, string>;
let readme: string;

beforeAll(async () => {
  ({ files } = await generate(specOf('entity Order "Customer order":\n  id: uuid pk\n')));
  readme = files.get('README.md')!;
}, 60_000);

describe('the README', () => {
  it('names the application and its tables', () => {
    expect(readme).toMatch(/^# Shop\n/);
    expect(readme).toContain('Customer orders (`order`)');
  });

  it('names only folders and files that are there', () => {
    const named = [...readme.matchAll(/^\| `([\w./]+)`/gm)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(8);
    const paths = named.filter((path) => !/^[A-Z_]+$/.test(path));
    for (const path of paths) {
      const exists = [...files.keys()].some((file) => file === path || file.startsWith(`${path}/`));
      expect({ path, exists }).toEqual({ path, exists: true });
    }
  });

  it('names only commands that package.json has', () => {
    const { scripts } = JSON.parse(files.get('package.json')!) as { scripts: Record<string, string> };
    const commands = [...readme.matchAll(/npm (?:run )?(start|test|(?<=run )[\w:-]+)/g)].map(
      ([, name]) => name!,
    );
    expect(commands).toContain('db:generate');
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('explains each setting that is read', () => {
    const read = [...files.get('src/config.js')!.matchAll(/\benv\.([A-Z_]+)/g)].map(([, name]) => name!);
    expect(read).toContain('SESSION_SECRET');
    expect(read.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
