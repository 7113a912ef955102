import type { CatalogueSection } from './entry.ts';

/** DZL43x and DZL44x: committing, recovery, undo. */
export const commitCatalogue = {
  DZL430: {
    title: 'another dazzle is writing',
    meaning:
      'Only one dazzle at a time may write into a project. A lock whose process has ended is taken over by itself.',
    example: 'dazzle build & dazzle build',
    mend: 'dazzle build; dazzle build',
  },
  DZL431: {
    title: 'an interrupted build was finished',
    meaning:
      'The last build was killed while it put its files into place. All of them were ready, so they have been put there now.',
    example: 'dazzle build   # killed; then any other command',
    mend: 'dazzle undo, if you do not want it',
  },
  DZL432: {
    title: 'an interrupted build was taken back',
    meaning: 'The last build could not be finished. The project is as it was before it.',
    example: 'dazzle build   # failed half-way; then any other command',
    mend: 'dazzle build',
  },
  DZL433: {
    title: 'an interrupted build cannot be mended',
    meaning:
      'The last build was interrupted, and the disk refuses both to finish it and to take it back. The next command tries again.',
    example: 'chmod 500 apps/django_micro   # after a build was killed',
    mend: 'chmod 755 apps/django_micro && dazzle build',
  },
  DZL434: {
    title: 'the disk refused',
    meaning:
      'The disk is full, or permission was denied, while the files were written. The project is as it was.',
    example: 'chmod 500 apps && dazzle build',
    mend: 'chmod 755 apps && dazzle build',
  },
  DZL435: {
    title: 'files saved while a commit was taken back',
    meaning:
      'A commit that could not be finished was taken back, and meanwhile you saved files that it had to write. They are left as they are, and the rest of it was taken back.',
    example: 'dazzle build   # the disk is full half-way, and an editor saves',
    mend: 'look at the files named, then: dazzle build',
  },
  DZL436: {
    title: 'an interrupted undo was finished',
    meaning:
      'The last undo was interrupted while it put files into place; it is finished now. If the command was "dazzle undo", it did nothing else: the build before stays.',
    example: 'dazzle undo   # killed; then any other command',
    mend: 'dazzle undo --list',
  },
  DZL438: {
    title: 'something has the name of the lock',
    meaning: 'A folder or another thing that is no file is where dazzle keeps its lock. Nothing was written.',
    example: 'mkdir .dazzle/lock && dazzle build',
    mend: 'rmdir .dazzle/lock && dazzle build',
  },
  DZL439: {
    title: 'nothing to redo',
    meaning:
      'Redo takes an undo back. There is none, all of them were redone, or a build since has ended them.',
    example: 'dazzle undo && dazzle build && dazzle redo',
    mend: 'dazzle undo, then: dazzle redo',
  },
  DZL440: {
    title: 'nothing to undo',
    meaning: 'The undo area remembers the last ten builds that changed anything; there is none left.',
    example: 'dazzle undo   # in a new project',
    mend: 'dazzle undo --list',
  },
  DZL441: {
    title: 'no such build',
    meaning:
      'The undo area has no build of that number: it never was, was undone, or is more than ten builds ago.',
    example: 'dazzle undo --to 99',
    mend: 'dazzle undo --list',
  },
  DZL442: {
    title: 'the database may be ahead of what is undone',
    meaning:
      "Databases are not dazzle's to change: the models are restored, the database stays. So do migrations of Django, which dazzle did not write; unapply them before they are removed. Migrations of drizzle go with their build: a database on which they ran takes another one only after the same one is made again.",
    example: 'dazzle build && python manage.py makemigrations && dazzle undo',
    mend: 'python manage.py migrate core 0001 && rm core/migrations/0002_*.py',
  },
  DZL443: {
    title: 'the baseline changed since the build',
    meaning:
      'Something other than dazzle, such as a git checkout, has changed .dazzle/baseline since the build that is to be undone, so it is not known what belongs together. Nothing was changed.',
    example: 'dazzle build && git checkout other-branch && dazzle undo',
    mend: 'git checkout the branch on which you built, then: dazzle undo',
  },
  DZL444: {
    title: 'a copy in the undo area is missing or damaged',
    meaning:
      'The undo area keeps the files that a build replaced. One of them is not there or not whole, so the build cannot be undone. Nothing was changed.',
    example: 'rm -r .dazzle/undo/3/before && dazzle undo',
    mend: 'git checkout the commit from before the build',
  },
  DZL445: {
    title: 'files saved while a commit ran',
    meaning:
      'An editor saved (or removed) a file in the very moment in which dazzle put files in place. What was saved stays as it is; everything else is done, and what dazzle would have written waits as a conflict. The exit status is 2.',
    example: 'dazzle build   # while an editor saves apps/django_micro/core/models.py',
    mend: 'dazzle build, or dazzle resolve',
  },
  DZL446: {
    title: 'saves kept beside the project',
    meaning:
      'A program wrote into a file, through a handle that it had opened before, while dazzle replaced that file; or it saved twice in that moment. The place in the project is taken, so that save is kept in the undo area.',
    example: 'dazzle build   # while a program has apps/django_micro/README.md open and writes',
    mend: 'compare .dazzle/undo/N/late/PATH with PATH, and copy what you want to keep',
  },
} as const satisfies CatalogueSection;
