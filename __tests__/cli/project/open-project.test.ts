import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeFolder } from '../../support/make-backend.ts';
import { run } from '../support/run.ts';

let place: ReturnType<typeof makeFolder>;
beforeEach(() => {
  place = makeFolder({ 'dazzle.toml': '[project]\nname = "shop"\n', 'dsl/app.dsl': 'app shop "Shop"\n' });
});
afterEach(() => place.remove());

describe('a command outside of a project', () => {
  it('says where it looked for a project (DZL505)', async () => {
    expect(await run(['build', '--cwd', '/usr'])).toEqual({
      status: 1,
      out: '',
      err:
        'error DZL505  there is no dazzle.toml in /usr or above it\n' +
        '    fix: change to the project, name it with --cwd, or start one with "dazzle init"\n',
    });
  });
});

describe.each(['backends', 'hooks'])('dazzle %s', (command) => {
  it('looks after an interrupted build before it loads the plug-ins of a project', async () => {
    place.put('.dazzle/journal', 'garbage');
    const { status, err } = await run([command], { cwd: place.folder });
    expect({ status, code: /DZL\d+/.exec(err)?.[0] }).toEqual({ status: 1, code: 'DZL433' });
  });

  it('tells of the backends of dazzle outside of a project', async () => {
    const { status, out } = await run([command, '--json'], { cwd: '/' });
    expect(status).toBe(0);
    expect(out).toContain('"express_micro"');
  });
});
