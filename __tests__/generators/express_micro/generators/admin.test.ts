import { beforeAll, describe, expect, it } from '@jest/globals';
import { generate, specOf } from '../generate.ts';

const library = `entity Book "Book":
  id: uuid pk
  title: str(80) required
  summary: text
  sort: enum[novel,poem]=novel
  isLent: bool
  author: ref Author required
  tags: many Tag

entity Author "Author":
  id: int pk
  born: date

entity Tag "Tag":
  label: str(20) pk

entity User "User":
  id: uuid pk
  name: str(80)
`;

let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  ({ files } = await generate(specOf(library)));
}, 60_000);

/** What `src/admin/entities.js` says of the entity at an address, on one line. */
function entityAt(path: string): string {
  const text = files.get('src/admin/entities.js')!.replace(/\s+/g, ' ');
  const start = text.indexOf(`{ path: '${path}'`);
  return text.slice(start, text.indexOf('sorts:', start));
}

describe('the admin area', () => {
  it('shows what fits into a row, and never a long text or a list of records', () => {
    expect(entityAt('books')).toContain("columns: ['sort', 'isLent', 'author']");
  });

  it('filters by choices, yes or no, and records', () => {
    expect(entityAt('books')).toContain("isLent: yesNo(), author: reference({ key: 'int' })");
  });

  it('keeps the parameters of the list apart from a field of that name', () => {
    expect(entityAt('books')).toContain("f_sort: choice(['novel', 'poem'])");
    expect(entityAt('books')).toContain("f_sort: { field: 'sort', match: 'equal' }");
  });

  it('searches in texts, or in the key where there are none', () => {
    expect(entityAt('books')).toContain("search: ['title', 'summary']");
    expect(entityAt('authors')).toContain("search: ['id']");
  });

  it('has every entity, also one without a surface, and keeps the accounts apart from an entity User', () => {
    const paths = [...files.get('src/admin/entities.js')!.matchAll(/path: '([^']+)'/g)].map(
      ([, path]) => path,
    );
    expect(paths).toEqual(['books', 'authors', 'tags', 'users']);
    expect(files.get('src/admin/users.js')).toContain("address: '/admin/auth/users/'");
  });

  it('imports only what its entities use', () => {
    expect(files.get('src/admin/entities.js')).toMatch(
      /^import \{ z \} from 'zod';\nimport \{ choice, reference, yesNo \} from '\.\.\/forms\/fields\.js';\n/,
    );
  });

  it('has a token in each form that changes something', () => {
    for (const [path, text] of files) {
      if (!path.startsWith('views/admin/')) continue;
      const posting = text.match(/<form[^>]*method="post"/g) ?? [];
      const tokens = text.match(/include\('\/partials\/csrf'\)/g) ?? [];
      expect({ path, tokens: tokens.length }).toEqual({ path, tokens: posting.length });
    }
  });
});
