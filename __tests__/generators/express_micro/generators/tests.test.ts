import { beforeAll, describe, expect, it } from '@jest/globals';
import { generate, specOf } from '../generate.ts';

const clinic = `entity Patient "Patient":
  id: uuid pk
  name: str(60) required
  code: str(4) unique pattern="^[A-Z]{4}$"
  state: enum[new,known]=new
  age: int min=0 max=120
  friends: many Patient
  created_at: datetime auto_add

entity Visit "Visit":
  id: int pk
  patient: ref Patient required
  day: date required
  unique patient, day

surface patient_list "Patients":
  uses entity Patient
  mode: list

surface patient_create "New patient":
  uses entity Patient
  mode: create

surface patient_edit "Edit patient":
  uses entity Patient
  mode: edit

surface help "Help":
  mode: custom
  section main "Ask":
    field question "Question"
`;

let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  ({ files } = await generate(specOf(clinic)));
}, 60_000);

/** Titles of the tests in a file, by the group they are in. */
function titlesOf(path: string): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  let group: string[] = [];
  for (const [, kind, title] of files.get(path)!.matchAll(/^ *(describe|test)\(\s*'([^']+)'/gm)) {
    if (kind === 'describe') groups[title!] = group = [];
    else group.push(title!);
  }
  return groups;
}

describe('the generated tests', () => {
  it('go through every surface of an entity', () => {
    const titles = titlesOf('test/patient-pages.test.js');
    expect(Object.keys(titles)).toEqual(['Patients', 'New patient', 'Edit patient', 'Delete patient']);
    expect(titles['Patients']).toEqual([
      'asks strangers to log in',
      'shows a record',
      'shows markup as text',
      'says that there is nothing',
      'has pages of 25',
      'ignores an unknown order',
      'shows the newest first',
      'searches in name',
      'filters by state',
      'sorts by name',
      'sorts by state',
      'sorts by age',
      'sorts by created_at',
      'finds nothing',
    ]);
    expect(titles['New patient']).toEqual([
      'asks strangers to log in',
      'asks for its fields',
      'creates a record',
      'refuses an empty form',
      'refuses name: too long',
      'refuses code: too long',
      'refuses code: wrong pattern',
      'refuses code: taken',
      'refuses state: not a choice',
      'refuses age: wrong form',
      'refuses age: too small',
      'refuses age: too large',
    ]);
    expect(titles['Delete patient']).toContain('keeps the record while patient of a visit needs it');
  });

  it('hold what checks and database uphold for an entity, with surfaces or without', () => {
    expect(titlesOf('test/visit-model.test.js')['Visit']).toEqual([
      'keeps its values',
      'is called by its id',
      'fills in id',
      'patient is required',
      'patient refers to a record',
      'patient protects its record',
      'day is required',
      'day has the form of its type',
      'patient and day are unique together',
    ]);
    expect(files.has('test/visit-pages.test.js')).toBe(false);
  });

  it('go through pages without an entity', () => {
    expect(titlesOf('test/general.test.js')).toEqual({
      Help: ['asks strangers to log in', 'asks for its fields'],
    });
  });

  it('are found by `npm test`, and what they share is not run as a test', () => {
    const { scripts } = JSON.parse(files.get('package.json')!) as { scripts: Record<string, string> };
    expect(scripts['test']).toBe('node --test test/*.test.js');
    const shared = [...files.keys()].filter((path) => path.startsWith('test/support/'));
    expect(shared.filter((path) => path.endsWith('.test.js'))).toEqual([]);
  });

  it('import only what is there, and what they use', () => {
    for (const [path, text] of files) {
      if (!path.startsWith('test/')) continue;
      for (const [, names, target] of text.matchAll(/^import (.+) from '([^']+)'/gm)) {
        const resolved = new URL(target!, `file:///${path}`).pathname.slice(1);
        if (target!.startsWith('.'))
          expect({ path, target, exists: files.has(resolved) }).toMatchObject({ exists: true });
        for (const name of names!.match(/\w+/g)!) {
          expect({ path, name, uses: text.split(new RegExp(`\\b${name}\\b`)).length > 2 }).toMatchObject({
            uses: true,
          });
        }
      }
    }
  });
});
