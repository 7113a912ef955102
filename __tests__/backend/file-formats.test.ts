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

const part = (name: string, start: number, end: number, ...parts: OutlinePart[]): OutlinePart => ({
  kind: 'entity',
  name,
  start,
  end,
  parts,
});

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

  it.each<[string, unknown, string]>([
    [
      'throws',
      () => {
        throw new Error('no parser');
      },
      'no parser',
    ],
    ['gives nothing', () => undefined, 'no list'],
    ['gives a promise', async () => [], 'no list'],
    ['gives holes', () => [undefined], 'no kind or no name'],
    ['gives texts for lines', () => [{ kind: 'entity', name: 'A', start: '0', end: '2' }], 'its lines'],
    ['gives parts that overlap', () => [part('A', 0, 3), part('B', 2, 4)], 'line 2'],
    ['gives a part behind the end', () => [part('A', 0, 300)], 'line 300'],
    ['gives an empty part', () => [part('A', 2, 2)], 'line 2'],
    ['gives a part inside that begins with its whole', () => [part('A', 0, 4, part('b', 0, 2))], 'line 0'],
  ])('leaves the file to the lines, and says so, where its reader %s', async (_, broken, problem) => {
    const of = withFormats({ ...format, readParts: broken as FileFormat['readParts'] & {} });
    await run({}, of);
    write(file, read(file).replace('name str', 'name str unique'));
    write('dsl/app.dsl', grown);
    const { changes, diagnostics } = await run({}, of);
    expect(kinds(changes)[file]).toBe('merge');
    expect(read(file)).toContain('name str unique');
    expect(read(file)).toContain('entity Order');
    const told = diagnostics.filter(({ code }) => code === 'DZL319');
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining(problem)]);
  });

  it('says nothing where the reader finds the text not valid', async () => {
    await run({}, withFormats(format));
    write(file, read(file).replace('}\n', ''));
    write('dsl/app.dsl', grown);
    expect((await run({}, withFormats(format))).diagnostics.map(({ code }) => code)).not.toContain('DZL319');
  });

  it.each<[string, unknown]>([
    ['gives no text', () => undefined],
    ['leaves nothing of the text', () => ''],
    [
      'throws',
      () => {
        throw new Error('unreadable');
      },
    ],
  ])('leaves the file as it is written where its formatter %s', async (_, broken) => {
    const formatter = { version: '1', load: () => broken as () => string };
    const { diagnostics } = await run({}, withFormats({ ...format, formatter }));
    expect(diagnostics.map(({ code }) => code)).toEqual(['DZL315']);
    expect(read(file)).toContain('name   str');
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
