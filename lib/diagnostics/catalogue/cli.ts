import type { CatalogueSection } from './entry.ts';

/** DZL5xx: the command line and the wizard. */
export const cliCatalogue = {
  DZL501: {
    title: 'unknown command',
    meaning: 'The first word after dazzle names no command. Nothing was read or written.',
    example: 'dazzle biuld',
    mend: 'dazzle build',
  },
  DZL502: {
    title: 'unknown option',
    meaning:
      'The command has no such option. Options are never ignored, because one with a typing error would silently do something else.',
    example: 'dazzle build --dry-rum',
    mend: 'dazzle build --dry-run',
  },
  DZL503: {
    title: 'an option lacks its value, or has one it cannot take',
    meaning: 'The option needs a value of a certain form; the message says which.',
    example: 'dazzle build --on-conflict=mine\ndazzle build --set database=sqlite',
    mend: 'dazzle build --on-conflict=keep\ndazzle build --set django_micro.database=sqlite',
  },
  DZL504: {
    title: 'too few or too many arguments',
    meaning: 'The command takes other arguments than it was given; its help shows them.',
    example: 'dazzle init shop blog',
    mend: 'dazzle init shop\ndazzle init blog',
  },
  DZL505: {
    title: 'no project here',
    meaning:
      'The command works inside a project: a folder with dazzle.toml. It was looked for in this folder and in all those above it.',
    example: 'cd / && dazzle build',
    mend: 'cd shop && dazzle build\ndazzle build --cwd shop\ndazzle init shop',
  },
  DZL506: {
    title: 'a question that could not be asked',
    meaning:
      'A question without a default needs an answer, and there is no terminal to ask, or --yes was given. Nothing was written.',
    example: 'dazzle build --yes',
    mend: 'dazzle build --yes --set infra_terraform.region=eu-west-1',
  },
  DZL507: {
    title: 'the folder has a project already',
    meaning:
      'dazzle init starts projects and never touches an existing one. A folder with other files is fine; one with a dazzle.toml is not.',
    example: 'dazzle init .',
    mend: 'dazzle build\ndazzle init other',
  },
  DZL508: {
    title: 'no diagnostic has this code',
    meaning: 'dazzle explain takes the code that stands behind "error" or "warning".',
    example: 'dazzle explain DZL999',
    mend: 'dazzle explain DZL505',
  },
  DZL509: {
    title: 'dazzle itself failed',
    meaning:
      'A fault in dazzle, not in the spec. The message says what state the disk is in, and where the log with the details was saved.',
    example: 'dazzle build',
    mend: 'dazzle doctor\ndazzle build',
  },
  DZL510: {
    title: 'nothing to start from',
    meaning: '--from takes the name of an example that comes with dazzle, or the path of a .dsl file.',
    example: 'dazzle init shop --from shopp.dsl',
    mend: 'dazzle init shop --from starter\ndazzle init shop --from ../shop.dsl',
  },
  DZL511: {
    title: 'a name that cannot be an application name',
    meaning:
      'The name becomes a module, a folder and a package: letters, digits and _, beginning with a letter.',
    example: 'dazzle init --name "1st shop!"',
    mend: 'dazzle init --name first_shop',
  },
  DZL512: {
    title: 'nothing has this name or path',
    meaning: 'A path or a name on the command line names nothing that the command works on.',
    example: 'dazzle resolve apps/shop/modls.py',
    mend: 'dazzle resolve apps/shop/models.py',
  },
  DZL513: {
    title: 'unknown backend',
    meaning: 'A backend named on the command line does not exist, or is not part of the stack in question.',
    example: 'dazzle init shop --backends django_mircro',
    mend: 'dazzle init shop --backends django_micro',
  },
  DZL514: {
    title: 'something is in the way of the new project',
    meaning:
      'dazzle init makes a folder, dsl/ and a few files in it, and never replaces a file that is there already.',
    example: 'touch shop && dazzle init shop',
    mend: 'dazzle init webshop',
  },
  DZL520: {
    title: 'the file cannot be written',
    meaning:
      'dazzle graph or dazzle fmt could not write the file that was named: the place is not a folder, or may not be written to.',
    example: 'dazzle graph --out /etc/app.svg',
    mend: 'dazzle graph --out docs/app.svg',
  },
  DZL515: {
    title: 'stopped',
    meaning:
      'Ctrl-C, the end of input or the answer "stop" ended the command, with exit status 130. The message says what state the disk is in: before the commit, nothing has been written.',
    example: 'dazzle build --json, and then Ctrl-C',
    mend: 'dazzle build --json',
  },
  DZL516: {
    title: 'the output could not be written',
    meaning:
      'What the command printed did not reach its place: the disk is full, say, or the device is gone. Whoever reads it has a part only, so the exit status is 1; what the command did to the project stays.',
    example: 'dazzle inspect --json > /mnt/full/app.json',
    mend: 'dazzle inspect --json > /tmp/app.json',
  },
} as const satisfies CatalogueSection;
