import type { CatalogueSection } from './entry.ts';

/** DZL37x and DZL38x: what a target cannot have as the spec writes it, existing rows and migrations, packages, ignored warnings. */
export const targetCatalogue = {
  DZL370: {
    title: 'A name is reserved in the target',
    meaning:
      'The language or framework that the backend writes for already uses this name, so the generated code uses another one. ' +
      'The database keeps the name of the spec where it can.',
    example: 'entity Mail:\n  id: uuid pk\n  from: email required',
    mend: 'entity Mail:\n  id: uuid pk\n  sender: email required',
  },
  DZL371: {
    title: 'A new field would leave existing rows without a value',
    meaning:
      'A field was added that is required and unique, or a required ref, to an entity that may have rows already: no single default can fill it.',
    example: 'entity Ticket was built before, then:\n  owner: ref User required',
    mend: '  owner: ref User',
  },
  DZL372: {
    title: 'A changed field would not fit existing rows',
    meaning:
      'A field that was built before became shorter, narrower, unique or required, lost a choice, or got another type or bounds, and the development database ' +
      'has rows whose values do not fit. The migration would fail, or leave rows that no form accepts.',
    example: 'entity Ticket had a title: str(200), then:\n  title: str(20)',
    mend: '  title: str(100)',
  },
  DZL373: {
    title: 'Existing rows get a value',
    meaning:
      'A field is required now, and rows of the development database have no value for it. The migration gives them the default, or the empty value of the type: ' +
      'an empty text, 0, false, the first choice of an enum.',
    example: 'entity Ticket had a subtitle: str(80), then:\n  subtitle: str(80) required',
    mend: '  subtitle: str(80)',
  },
  DZL374: {
    title: 'Existing rows were not looked at',
    meaning:
      'Before a build, dazzle looks whether the rows of the development database fit what changed. It could not: the server did not answer, the ' +
      'application that has the driver is not installed yet, or the database waits for migrations of earlier builds.',
    example: 'DATABASE_URL=postgres://localhost/shop, where no server runs',
    mend: 'DATABASE_URL=postgres://localhost/shop, where one runs',
  },
  DZL376: {
    title: "a file of dazzle's own was edited",
    meaning:
      'Some files are written by one build and read back by the next: the history of renames, the list of migrations, the schema that was written. ' +
      "They say in their first key that they are dazzle's. An edit in one would be lost or lead the next migration astray, so the build stops and nothing is written. " +
      'Other line ends and a byte order mark are no edit.',
    example: 'sed -i s/Client/Customer/ apps/django_micro/app/schema_history.json && dazzle build',
    mend: 'git checkout -- apps/django_micro/app/schema_history.json   # or: dazzle build --restore apps/django_micro/app/schema_history.json',
  },
  DZL375: {
    title: 'The list of migrations cannot be read',
    meaning:
      "A migration leads on from those that exist, and a file that tells of them is not valid. Mostly two branches each added one, and git could not merge drizzle's files about them. " +
      'One branch keeps its migrations; what the other changed is in the merged spec, so that the next build adds it as a migration behind them. ' +
      'The build does that by itself, unless a table or column may have been removed by the other branch or made by hand. ' +
      'A database on which the migrations of the other branch ran is made anew, or brought back from a copy.',
    example: 'git merge other-branch   # CONFLICT in drizzle/meta/_journal.json',
    mend: 'git checkout --ours -- apps/express_micro/drizzle\ngit rm apps/express_micro/drizzle/0001_of_the_other.sql\ndazzle build',
  },
  DZL377: {
    title: 'An install that did less than it should',
    meaning:
      'The tool that installs the dependencies ended without an error, and says itself that some are missing or have another version. ' +
      'A setting of the tool may leave packages out. What follows the install is not run.',
    example: 'echo "dry-run=true" >> ~/.npmrc && dazzle build',
    mend: 'sed -i /dry-run/d ~/.npmrc && dazzle build',
  },
  DZL378: {
    title: 'A package registry does not answer',
    meaning:
      'While the dependencies were installed, nothing came from where they are fetched for the seconds that the option silence names, and the registry did not answer dazzle either. ' +
      'The install goes on until its timeout. Behind a proxy dazzle cannot ask, and says only that nothing came.',
    example: 'npm config set registry http://registry.example.com && dazzle build',
    mend: 'npm config delete registry && dazzle build',
  },
  DZL379: {
    title: 'No such warning to ignore',
    meaning:
      'The list below [warnings] names the codes of warnings that have been seen and accepted. One that dazzle does not have hides nothing. ' +
      'Codes of a plug-in do not begin with DZL, and end with a digit.',
    example: '[warnings]\nignore = ["dzl366"]',
    mend: '[warnings]\nignore = ["DZL366"]',
  },
  DZL380: {
    title: 'An error cannot be ignored',
    meaning: 'The list below [warnings] is for warnings. Where there is an error, nothing can be built.',
    example: '[warnings]\nignore = ["DZL104"]',
    mend: '[warnings]\nignore = []',
  },
  DZL382: {
    title: 'SQLite does not keep all digits of a decimal',
    meaning:
      'SQLite makes numbers of decimals, of which it keeps 15 digits exactly. The forms of the application, its admin area and the checks of its models refuse a value with more digits ' +
      'while it runs on SQLite, so that no other number than the one entered is ever kept; on PostgreSQL they take it. Zeros behind the point at the end do not count.',
    example: 'entity Account:\n  id: uuid pk\n  balance: decimal(21,2)',
    mend: 'entity Account:\n  id: uuid pk\n  balance: decimal(15,2)',
  },
  DZL384: {
    title: 'A name is too long for databases',
    meaning:
      'PostgreSQL keeps 63 bytes of the name of a table or a column, and cuts off the rest without an error. A longer name is shortened by the build, with a hash of the ' +
      'whole at its end, so that two that only start alike stay apart. Everything generated uses the short name; only who writes SQL by hand has to know it. ' +
      'Names of constraints, indexes and tables of links are shortened in the same way, without a warning.',
    example:
      'entity InventoryTransactionReconciliationAdjustmentAuthorisationEntry:\n  id: uuid pk\n  note: text',
    mend: 'entity ReconciliationEntry:\n  id: uuid pk\n  note: text',
  },
} as const satisfies CatalogueSection;
