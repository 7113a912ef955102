import type { CatalogueSection } from './entry.ts';
import { commitCatalogue } from './plan-commit.ts';

/** DZL4xx: planning, conflicts, committing, undo. */
export const planCatalogue = {
  DZL401: {
    title: 'something is in the way of a file',
    meaning:
      'Where dazzle would write a file there is a folder, a symlink or a special file, or a file where a folder is needed. It is never replaced; nothing was written.',
    example: 'mkdir apps/django_micro/manage.py && dazzle build',
    mend: 'rmdir apps/django_micro/manage.py && dazzle build',
  },
  DZL402: {
    title: 'conflicts, and nobody to ask',
    meaning:
      'Files that you edited have new versions that do not merge with your edits. There is no terminal to ask, or conflicts are to fail; nothing was written.',
    example: 'dazzle build < /dev/null',
    mend: 'dazzle build --on-conflict=keep',
  },
  DZL403: {
    title: 'a path leads out of the project',
    meaning:
      'A path has "..", or one of its folders is a symlink to somewhere outside. dazzle writes inside the project only; nothing was written.',
    example: 'ln -s /tmp apps/django_micro && dazzle build',
    mend: 'rm apps/django_micro && dazzle build',
  },
  DZL404: {
    title: 'two files of one name',
    meaning:
      'Two generated paths are the same, or differ only in case or in how accents are written. On many disks they would be one file.',
    example: 'entity Order "Order":\nentity order "Sort order":',
    mend: 'entity Order "Order":\nentity SortOrder "Sort order":',
  },
  DZL405: {
    title: 'a file cannot be read',
    meaning:
      'A file that dazzle would write is there, but may not be read, so it cannot be told whether you have edited it. Nothing was written.',
    example: 'chmod 000 apps/django_micro/manage.py && dazzle build',
    mend: 'chmod 644 apps/django_micro/manage.py && dazzle build',
  },
  DZL410: {
    title: 'the baseline is missing',
    meaning:
      'Generated files are there, but .dazzle/baseline is not, so your edits cannot be told from the template. Files that differ are asked about whole, and never overwritten.',
    example: 'rm -r .dazzle && dazzle build',
    mend: 'git checkout .dazzle && dazzle build',
  },
  DZL411: {
    title: 'the baseline is damaged',
    meaning:
      'A file in .dazzle/baseline cannot be read or is cut off. The generated files whose entry is lost are asked about whole where they differ; all others merge as always.',
    example: 'truncate -s 100 .dazzle/baseline/apps/django_micro/models.base',
    mend: 'git checkout .dazzle/baseline',
  },
  DZL412: {
    title: "git's conflict markers in the baseline",
    meaning:
      'Two branches that both built were merged, and git could not merge a file of .dazzle/baseline. What both sides agree on, or only one has, is used; so is what leads to the same file from either side. The rest is asked about whole.',
    example: 'git merge other-branch   # CONFLICT in .dazzle/baseline/…',
    mend: 'settle the generated files, then: dazzle build && git add .dazzle',
  },
  DZL413: {
    title: 'the baseline is of another version of dazzle',
    meaning:
      'A file in .dazzle/baseline is written in a way that this version does not know. Its generated files are asked about whole where they differ.',
    example: 'a project last built by a newer dazzle',
    mend: 'use the version of dazzle that the project was built with',
  },
  DZL414: {
    title: 'old names in lines of your own',
    meaning:
      'The spec renames something, and lines that only you wrote still say the old word. A name in such a line follows where it is reached from what dazzle generated (`self.price` in the model, `offer.price` of a loop over `Offer.objects`); parameters, texts, `getattr` and names of your own stay, since only you know what they mean. An address of a page (`/offers/`) is a text. Only generated files that you edited are looked through: in other files look yourself.',
    example: 'dazzle build     # fee: decimal(10,2) was=price, over def settle(price): ... in models.py',
    mend: 'def settle(fee): ...     # where it means what was renamed',
  },
  DZL415: {
    title: 'a file that cannot be read for names',
    meaning:
      'The spec renames something, and a generated file that you edited does not parse. What dazzle wrote in it is renamed; in lines that only you wrote all names stay, since it cannot be told what they mean.',
    example: 'dazzle build     # over a models.py with an open bracket',
    mend: 'mend the file, and rename in your lines by hand',
  },
  DZL416: {
    title: 'an import of what is gone',
    meaning:
      'A build, a resolve or an undo deletes a generated file, or takes a class, function or constant out of one, and a generated file that you edited still imports it, or needs it without an import: your lines say so, and stay. A file that a conflict is about is named as long as it imports what is gone. Only files that dazzle wrote are looked through: in files of your own look yourself.',
    example:
      'dazzle build     # entity Note is gone from the spec, and your line in urls.py says note.NoteListView',
    mend: 'take out what needs it, or write what it needs yourself',
  },
  DZL417: {
    title: 'lines of your own that say what is gone',
    meaning:
      'A field, a value of an enum, an entity or a surface is gone from the spec, and lines that only you wrote still say it: as a member, in quotes, in a lookup, as a key, or in the path of a page. Such code may not start. A field or value is named where the file or the lines are about its entity; comments, prose and what you define yourself are not, and only generated files that you edited are looked through: in other files look yourself. Only the build that removes it warns.',
    example:
      'dazzle build     # price is gone from Visit, under your fields = ["price", "status"] in forms.py',
    mend: 'fields = ["status"]',
  },
  DZL420: {
    title: 'a file that cannot be merged',
    meaning:
      'Both you and the template changed a file that is not UTF-8 text, so it is one side or the other.',
    example: 'iconv -t latin1 apps/django_micro/README.md > x; mv x apps/django_micro/README.md',
    mend: 'save the file as UTF-8, or: dazzle resolve --keep apps/django_micro/README.md',
  },
  DZL421: {
    title: 'a file too large to merge',
    meaning: 'Both you and the template changed a file of more than 2 MB, so it is one side or the other.',
    example: 'a fixture of 50 MB that was edited',
    mend: 'dazzle resolve --keep PATH, or --take PATH',
  },
  DZL422: {
    title: 'conflict markers in your file',
    meaning:
      'A generated file holds the markers of a conflict that nobody has settled. It is left as it is until they are gone.',
    example: '<<<<<<< mine\nname = "a"\n=======\nname = "b"\n>>>>>>> dazzle',
    mend: 'name = "a"',
  },
  DZL423: {
    title: 'files of a backend that has left the stack',
    meaning:
      'A backend was built before and is not in the stack any more, or its output folder changed. Its files are left alone until you say so.',
    example: '[stack]\nbackends = ["openapi"]   # was: ["openapi", "infra_docker"]',
    mend: 'dazzle build --prune',
  },
  DZL406: {
    title: 'no such file to restore',
    meaning:
      '--restore names a path that this build does not make, neither as a file nor as a folder. Nothing is written.',
    example: 'dazzle build --restore apps/django_micro/model.py',
    mend: 'dazzle build --restore apps/django_micro/core/models.py',
  },
  DZL407: {
    title: 'an output folder was deleted',
    meaning:
      'Every file that dazzle wrote into the folder of a backend is gone. On a terminal one question asks whether they are to come back; in scripts, --restore says so. Nothing is written otherwise.',
    example: 'rm -r apps && dazzle build --yes',
    mend: 'dazzle build --yes --restore apps',
  },
  DZL424: {
    title: 'nothing to restore',
    meaning: '--restore names a path that was not deleted.',
    example: 'dazzle build --restore apps/django_micro/core/models.py   # it is there',
    mend: 'dazzle build',
  },
  DZL425: {
    title: 'a deleted file would have changed',
    meaning: 'You deleted a generated file; it stays deleted. Its new version would differ from the old one.',
    example: 'rm apps/django_micro/core/admin.py && dazzle build',
    mend: 'dazzle build --restore apps/django_micro/core/admin.py',
  },
  ...commitCatalogue,
  DZL426: {
    title: 'it looks like a rename',
    meaning:
      'Something was removed from the spec and something alike was added. Without `was` that is a removal and an addition: the old files and columns go, and the new ones start empty.',
    example: 'entity Customer "Customer":      # it was called Client before',
    mend: 'entity Customer "Customer" was Client:',
  },
  DZL427: {
    title: 'files keep changing during the build',
    meaning:
      'Before dazzle replaces a file, it looks whether the file is still as it was planned with. These changed again and again while the plan was made anew, so the build gave up. Nothing was written.',
    example: 'dazzle build     # while a watcher rewrites apps/django_micro/app/models.py every second',
    mend: 'dazzle build     # with the watcher stopped',
  },
  DZL428: {
    title: 'a rename leaves an ignored file where it is',
    meaning:
      'A rename in the spec moves files, and your edits with them, but never a file that .dazzleignore names. It stays under its old path, and the file under the new path is created from the template.',
    example:
      '# .dazzleignore\n**/visit_create.*     # and the spec says: surface appointment_create was visit_create',
    mend: '# .dazzleignore\n**/appointment_create.*     # with your file moved there',
  },
} as const satisfies CatalogueSection;
