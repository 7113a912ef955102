import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/run.ts';

describe('dazzle hooks', () => {
  it('tells under --json where a hook runs, and what follows where it fails', async () => {
    const { out } = await run(['hooks', 'django_micro', '--json']);
    const { hooks } = JSON.parse(out) as { hooks: { name: string; backend: string }[] };
    expect(new Set(hooks.map(({ backend }) => backend))).toEqual(new Set(['django_micro']));
    expect(hooks.find(({ name }) => name === 'create_superuser')).toMatchObject({
      phase: 'post_build',
      runsOn: 'tree',
      onFailure: 'abort',
      timeout: 60,
      options: { username: expect.any(Object) },
    });
  });

  it('names the hooks of a backend in the order of their phases, with their options', async () => {
    const { status, out } = await run(['hooks', 'django_micro']);
    expect(status).toBe(0);
    expect(out.match(/^(?:\S.*| {2}\S.*)$/gm)).toEqual([
      'django_micro',
      '  before generating',
      '  after generating, before anything is written',
      '  when the files are in place',
    ]);
    expect(out).toMatch(/^ {4}create_superuser +.*options: username/m);
  });

  it('refuses a backend that there is not (DZL513)', async () => {
    expect(await run(['hooks', 'django_mikro'])).toEqual({
      status: 1,
      out: '',
      err: 'error DZL513  there is no backend "django_mikro"\n    fix: did you mean "django_micro"?\n',
    });
  });
});
