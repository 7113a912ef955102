import { expect, it } from '@jest/globals';
import { realFileSystem } from '../../lib/commit/file-system.ts';
import { makePatient } from '../../lib/commit/patient.ts';

/** A disk whose names are held by another program for so many calls, and how long was waited. */
function held(calls: number, code: string) {
  let waited = 0;
  let tried = 0;
  const rename = async (): Promise<void> => {
    if (tried++ < calls) throw Object.assign(new Error(code), { code });
  };
  const fs = makePatient({ ...realFileSystem, rename }, async (milliseconds) => {
    waited += milliseconds;
  });
  return { fs, tried: () => tried, waited: () => waited };
}

it.each(['EPERM', 'EBUSY', 'EACCES'])(
  'waits for a file that another program holds for a moment: %s',
  async (code) => {
    const disk = held(3, code);
    await disk.fs.rename('a', 'b');
    expect([disk.tried(), disk.waited()]).toEqual([4, 150]);
  },
);

it('gives up after a second, and at once for what does not pass', async () => {
  const busy = held(Infinity, 'EBUSY');
  await expect(busy.fs.rename('a', 'b')).rejects.toMatchObject({ code: 'EBUSY' });
  expect(busy.waited()).toBe(1000);
  const full = held(Infinity, 'ENOSPC');
  await expect(full.fs.rename('a', 'b')).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(full.waited()).toBe(0);
});
