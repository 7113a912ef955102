import { describe, expect, it } from '@jest/globals';
import { defineGenerator, type FileFormat, type OutlinePart } from '../../lib/index.ts';
import { backend, kinds, read, run, spec, useProject, write } from '../support/build-project.ts';

useProject();

/** Blocks as `entity Name {` and `}` at the margin, each with a line a field. */
const blocks = defineGenerator({
  name: 'blocks',
  description: 'one block an entity',
  generate({ spec: app, tree }) {
    const texts = app.entities.map(
      ({ name, fields }) =>
        `entity ${name} {\n${fields.map((field) => `  ${field.name}   ${field.type.kind}\n`).join('')}}\n`,
    );
    tree.write('main.blocks', texts.join('\n'));
  },
});

function readParts(text: string): OutlinePart[] | null {
  const parts: OutlinePart[] = [];
  text.split('\n').forEach((line, row, lines) => {
    const head = /^entity (\w+) \{$/.exec(line);
    if (head) parts.push({ kind: 'entity', name: head[1]!, start: row, end: lines.indexOf('}', row) + 1 });
  });
  return parts.every(({ start, end }) => end > start) ? parts : null;
}

const format: FileFormat = {
  files: ['.blocks'],
  readParts,
  formatter: {
    version: '1',
    load: () => (text) => text.replace(/(\S) +/g, '$1 '),
  },
};

const withFormats = (...formats: FileFormat[]) => ({ of: backend({ generators: [blocks], formats }) });

const file = 'apps/demo/main.blocks';
const mine = '\nentity Mine {\n  own str\n}\n';
const grown = `${spec}\nentity Order "Order":\n  id: uuid pk\n`;

describe('a format that a backend states', () => {
  it('formats the files that end so', async () => {
    await run({}, withFormats(format));
    expect(read(file)).toBe('entity Client {\n  id uuid\n  name str\n}\n');
  });

  it('lets a block of the user and a new block of the spec stand side by side', async () => {
    await run({}, withFormats(format));
    write(file, read(file) + mine);
    write('dsl/app.dsl', grown);
    const { changes } = await run({}, withFormats(format));
    expect(kinds(changes)[file]).toBe('merge');
    expect(read(file)).toBe(
      'entity Client {\n  id uuid\n  name str\n}\n\nentity Order {\n  id uuid\n}\n\nentity Mine {\n  own str\n}\n',
    );
  });

  it('is what merges them: by lines alone the two are a conflict', async () => {
    const { readParts: _, ...rest } = format;
    await run({}, withFormats(rest));
    write(file, read(file) + mine);
    write('dsl/app.dsl', grown);
    const { changes } = await run({}, withFormats(rest));
    expect(kinds(changes)[file]).toBe('conflict');
  });

  it.each<[string, FileFormat['readParts']]>([
    [
      'throws',
      () => {
        throw new Error('no parser');
      },
    ],
    [
      'gives parts that overlap',
      () => [
        { kind: 'entity', name: 'A', start: 0, end: 3 },
        { kind: 'entity', name: 'B', start: 2, end: 4 },
      ],
    ],
  ])('leaves the file to the lines where its reader %s', async (_, broken) => {
    const of = withFormats({ ...format, readParts: broken! });
    await run({}, of);
    write(file, read(file).replace('name str', 'name str unique'));
    write('dsl/app.dsl', grown);
    expect(kinds((await run({}, of)).changes)[file]).toBe('merge');
    expect(read(file)).toContain('name str unique');
    expect(read(file)).toContain('entity Order');
  });

  it('takes a layout of the user for no edit', async () => {
    await run({}, withFormats(format));
    write(file, read(file).replace('id uuid', 'id    uuid').replace('name str', 'name    str'));
    write('dsl/app.dsl', spec.replace('str(100) required', 'text required'));
    const { changes, unsettled } = await run({}, withFormats(format));
    expect(unsettled).toEqual([]);
    expect(kinds(changes)[file]).toBe('merge');
    expect(read(file)).toContain('name text');
  });

  it('is for the files of its own backend only', async () => {
    const other = backend({ name: 'other', generators: [blocks] });
    write('dazzle.toml', read('dazzle.toml').replace('["demo"]', '["demo", "other"]'));
    await run({}, { of: [withFormats(format).of, other] });
    expect(read('apps/other/main.blocks')).toContain('name   str');
  });
});
