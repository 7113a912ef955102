import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeFolder } from '../../support/make-backend.ts';
import { run } from '../support/run.ts';

let place: ReturnType<typeof makeFolder>;
beforeAll(() => {
  place = makeFolder({ 'dazzle.toml': '[project]\nname = "shop"\n' });
});
afterAll(() => place.remove());

describe('what a build is asked for', () => {
  it('shows an answer that a build would take', async () => {
    const { err } = await run(['init', 'nowhere', '--yes', '--set', 'database=x']);
    expect(err).toContain('for example --set django_micro.database=postgresql\n');
  });

  it.each([
    ['takee', 'did you mean --on-conflict=take?'],
    ['mine', 'write --on-conflict=keep to leave your lines as they are'],
  ])('has a policy that there is (DZL503): %s', async (policy, fix) => {
    const { err } = await run(['build', `--on-conflict=${policy}`], { cwd: place.folder });
    expect(err).toBe(
      `error DZL503  --on-conflict takes ask, keep, take, markers, fail, not "${policy}"\n    fix: ${fix}\n`,
    );
  });
});
