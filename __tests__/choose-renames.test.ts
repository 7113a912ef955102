import { describe, expect, it } from '@jest/globals';
import { chooseRenames } from '../lib/choose-renames.ts';
import type { Project } from '../lib/load-project.ts';
import type { Prompter } from '../lib/request.ts';
import type { AppSpec } from '../lib/spec/app-spec.ts';
import { loadSpec } from '../lib/spec/load-spec.ts';
import { shapeOf } from '../lib/spec/renames.ts';
import type { Rename } from '../lib/spec/rename.ts';

const text = `app shop "Shop"
entity Client "Client":
  id: uuid pk
  name: str(50) required
  tel: str(20)
surface clients "Clients":
  uses entity Client
  mode: list
  section main "Main":
    field name "Name"
    field tel "Tel"
`;

function project(written: string): Project & { spec: AppSpec } {
  const sources = [{ file: 'dsl/app.dsl', text: written }];
  const { spec, diagnostics } = loadSpec(sources);
  if (spec === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { projectDir: '/', manifest: null, manifestText: '', sources, spec, diagnostics };
}

const before = shapeOf(project(text).spec);
const renamedEntity = text.replaceAll('Client', 'Customer');
const renamedField = text.replaceAll('tel', 'phone');

/** Someone who means all that they are asked about, or nothing. */
function asked(means: boolean): { prompter: Prompter; questions: Rename[] } {
  const questions: Rename[] = [];
  const prompter = {
    interactive: true,
    confirmRenames: (likely: readonly Rename[]) => {
      questions.push(...likely);
      return Promise.resolve(means ? likely : []);
    },
  } as unknown as Prompter;
  return { prompter, questions };
}

describe('the renames of a build', () => {
  it.each<[string, string, unknown]>([
    ['nothing that looks like one', text, before],
    ['no build before', renamedEntity, null],
  ])('are none where there is %s, and nobody is asked', async (_, written, previous) => {
    const { prompter, questions } = asked(true);
    expect(await chooseRenames(previous, project(written), prompter)).toEqual({
      chosen: [],
      operations: [],
      diagnostics: [],
    });
    expect(questions).toEqual([]);
  });

  it('are those that the spec declares, without a question', async () => {
    const declared = renamedEntity.replace('"Customer":', '"Customer" was Client:');
    const { prompter, questions } = asked(true);
    const { chosen } = await chooseRenames(before, project(declared), prompter);
    expect([chosen, questions]).toEqual([[{ kind: 'entity', from: 'Client', to: 'Customer' }], []]);
  });

  it.each([
    [
      'an entity',
      renamedEntity,
      { kind: 'entity', from: 'Client', to: 'Customer' },
      'entity Customer "Customer" was Client:',
    ],
    [
      'a field',
      renamedField,
      { kind: 'field', from: 'tel', to: 'phone', entity: 'Client' },
      '  phone: str(20) was=tel',
    ],
  ])(
    'that are likely are written into the spec where they are meant: %s',
    async (_, written, rename, line) => {
      const { prompter, questions } = asked(true);
      const { chosen, operations } = await chooseRenames(before, project(written), prompter);
      expect([chosen, questions]).toEqual([[rename], [rename]]);
      expect(operations).toMatchObject([{ kind: 'write', path: 'dsl/app.dsl', expect: 'any' }]);
      const [operation] = operations;
      const lines = operation?.kind === 'write' ? Buffer.from(operation.contents).toString().split('\n') : [];
      expect(lines).toContain(line);
    },
  );

  it('that are likely change nothing where they are not meant', async () => {
    expect(await chooseRenames(before, project(renamedEntity), asked(false).prompter)).toEqual({
      chosen: [],
      operations: [],
      diagnostics: [],
    });
  });

  it.each<[string, Prompter | null]>([
    ['there is no prompter', null],
    ['there is no terminal', { ...asked(true).prompter, interactive: false }],
  ])('that are likely are warned of where %s', async (_, prompter) => {
    const { chosen, operations, diagnostics } = await chooseRenames(before, project(renamedField), prompter);
    expect([chosen, operations]).toEqual([[], []]);
    expect(diagnostics).toEqual([
      {
        code: 'DZL426',
        severity: 'warning',
        message:
          'field "tel" of entity Client is gone and "phone" is new and alike: taken as a removal and an addition',
        fix: 'if it was renamed, write was=tel on "phone" before you migrate',
        place: expect.objectContaining({ file: 'dsl/app.dsl', line: 5 }),
      },
    ]);
  });
});
