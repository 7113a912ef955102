import { describe, expect, it } from '@jest/globals';
import { seenFrom } from '../../../lib/cli/screen/show-end.ts';

const changes = (folder: string) => ({
  changes: [{ path: `${folder}/django_micro/manage.py`, backend: 'django_micro' }],
});

describe('the commands at the end of a build', () => {
  it('name folders as seen from where the person is', () => {
    const notes = [
      'django_micro is in apps/django_micro:',
      '    cd apps/django_micro',
      '  x/apps/django_micro',
    ];
    expect(seenFrom(notes, '/projects', '/projects/shop', changes('apps'))).toEqual([
      'django_micro is in shop/apps/django_micro:',
      '    cd shop/apps/django_micro',
      '  x/apps/django_micro',
    ]);
    expect(seenFrom(notes, '/projects/shop', '/projects/shop', changes('apps'))).toEqual(notes);
  });

  it('quote a folder that a shell would take for two words', () => {
    const notes = ['in apps/django_micro:', '  start it: cd apps/django_micro && npm start'];
    expect(seenFrom(notes, '/projects', '/projects/my shop', changes('apps'))).toEqual([
      'in my shop/apps/django_micro:',
      "  start it: cd 'my shop/apps/django_micro' && npm start",
    ]);
    expect(seenFrom(['    cd my apps/django_micro'], '/projects', '/projects', changes('my apps'))).toEqual([
      "    cd 'my apps/django_micro'",
    ]);
  });
});
