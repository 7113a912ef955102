import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeFolder } from '../../../support/make-backend.ts';
import { run } from '../../support/run.ts';

let place: ReturnType<typeof makeFolder>;
beforeAll(() => {
  place = makeFolder({
    'dazzle.toml': '[project]\nname = "shop"\n',
    'dsl/app.dsl':
      'app shop "Shop"\n' +
      'entity Project "Project":\n  id: uuid pk\n' +
      'entity Task "Task":\n  id: uuid pk\n  title: str(9)\n',
  });
});
afterAll(() => place.remove());

const inspect = (...argv: string[]) => run(['inspect', ...argv], { cwd: `${place.folder}/dsl` });

describe('dazzle inspect', () => {
  it('gives the AppSpec under --json, or one thing of it', async () => {
    expect(JSON.parse((await inspect('--json')).out)).toMatchObject({
      name: 'shop',
      entities: [{ name: 'Project' }, { name: 'Task' }],
    });
    expect(JSON.parse((await inspect('Task', '--json')).out)).toMatchObject({ name: 'Task' });
  });

  it('shows just what is named', async () => {
    const { status, out } = await inspect('Task');
    expect([status, out.includes('title  str(9)'), out.includes('entity Project')]).toEqual([0, true, false]);
  });

  it('suggests a name for one that is misspelt (DZL512)', async () => {
    const { status, out, err } = await inspect('Taks');
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(
      /error DZL512 {2}nothing in the spec is called "Taks"\n {4}fix: did you mean "Task"\?\n$/,
    );
  });
});
