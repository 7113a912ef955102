import type { CatalogueSection } from './entry.ts';

/** DZL2xx: dazzle.toml, stacks, answers and options. */
export const projectCatalogue = {
  DZL201: {
    title: 'no dazzle.toml',
    meaning: 'The folder is no dazzle project: a project is a folder with a dazzle.toml.',
    example: 'cd /tmp && dazzle build',
    mend: 'dazzle init my_app && cd my_app && dazzle build',
  },
  DZL202: {
    title: 'dazzle.toml cannot be read',
    meaning: 'The file is there, but it is no UTF-8 text that you may read.',
    example: 'chmod 000 dazzle.toml && dazzle build',
    mend: 'chmod 644 dazzle.toml && dazzle build',
  },
  DZL203: {
    title: 'dazzle.toml is not well-formed TOML',
    meaning:
      'The text breaks the rules of TOML, so nothing in it can be used. The line and column say where.',
    example: '[project]\nname = shop',
    mend: '[project]\nname = "shop"',
  },
  DZL204: {
    title: 'unknown key or table in dazzle.toml',
    meaning:
      'A key or table that dazzle does not know is most often a misspelling, and would have no effect.',
    example: '[project]\nname = "shop"\nversoin = "1.0.0"',
    mend: '[project]\nname = "shop"\nversion = "1.0.0"',
  },
  DZL205: {
    title: 'a value in dazzle.toml has the wrong type',
    meaning: 'The key expects another type: text, a number, true or false, a list of texts, or a table.',
    example: '[modules]\npaths = "./dsl"',
    mend: '[modules]\npaths = ["./dsl"]',
  },
  DZL206: {
    title: 'a key is missing in dazzle.toml',
    meaning: 'The project needs a name; it is also the name of the app where the spec gives none.',
    example: '[project]\nversion = "1.0.0"',
    mend: '[project]\nname = "shop"\nversion = "1.0.0"',
  },
  DZL207: {
    title: 'a value in dazzle.toml is not allowed',
    meaning: 'The value has the right type, but it is not one that the key can have.',
    example: '[project]\nname = "My Shop"',
    mend: '[project]\nname = "my_shop"',
  },
  DZL208: {
    title: 'the output folder is not inside the project',
    meaning: 'dazzle only writes inside the project, and never into .git or .dazzle.',
    example: '[output]\ndir = "../apps"',
    mend: '[output]\ndir = "apps"',
  },
  DZL210: {
    title: 'two kinds of stack at once',
    meaning: 'A stack is either a preset by name or a list of backends.',
    example: '[stack]\nname = "micro"\nbackends = ["django_micro"]',
    mend: '[stack]\nname = "micro"',
  },
  DZL211: {
    title: 'unknown stack',
    meaning: 'No preset has this name; `dazzle stacks` lists them.',
    example: 'dazzle build --stack mirco',
    mend: 'dazzle build --stack micro',
  },
  DZL212: {
    title: 'unknown backend',
    meaning: 'No backend has this name; `dazzle backends` lists them.',
    example: '[stack]\nbackends = ["djnago_micro"]',
    mend: '[stack]\nbackends = ["django_micro"]',
  },
  DZL213: {
    title: 'a backend is not available in this version',
    meaning: 'The name belongs to dazzle, but this version does not have the backend.',
    example: 'dazzle build --stack cloud',
    mend: 'dazzle build --backends django_api,openapi',
  },
  DZL214: {
    title: 'unknown conflict policy',
    meaning: 'A pattern in [conflicts] has a policy: ask, keep, take, markers or fail.',
    example: '[conflicts]\n"**/urls.py" = "theirs"',
    mend: '[conflicts]\n"**/urls.py" = "take"',
  },
  DZL215: {
    title: 'an empty stack',
    meaning: 'Without a backend there is nothing to build.',
    example: '[stack]\nbackends = []',
    mend: '[stack]\nbackends = ["django_micro"]',
  },
  DZL216: {
    title: 'a plug-in that cannot be loaded',
    meaning:
      'A module of [plugins] was not found, or failed while it was loaded. A path begins with "./" or "../" and is taken from the project; any other name is a package installed there.',
    example: '[plugins]\nmodules = ["plugins/license.js"]',
    mend: '[plugins]\nmodules = ["./plugins/license.js"]',
  },
  DZL217: {
    title: 'a module that is no plug-in',
    meaning:
      'The default export of a plug-in is a function that is given dazzle’s public API and returns `backends`, `hooks` by the name of the backend that they join, or both.',
    example: 'export default { hooks: [addLicense] };',
    mend: "export default ({ defineHook }) => ({ hooks: { '*': [defineHook({ … })] } });",
  },
  DZL220: {
    title: 'a path of the spec does not exist',
    meaning: 'Every path in [modules] is a folder with .dsl files, or such a file.',
    example: '[modules]\npaths = ["./spec"]',
    mend: '[modules]\npaths = ["./dsl"]',
  },
  DZL221: {
    title: 'no .dsl file',
    meaning: 'The folders are there, but none of them has a .dsl file, so there is no spec to build.',
    example: 'rm dsl/app.dsl && dazzle build',
    mend: 'dazzle init --from starter',
  },
  DZL222: {
    title: 'a spec is not UTF-8',
    meaning: 'Specs are UTF-8 texts; the line of the first byte that is not is given.',
    example: 'iconv -t latin1 app.dsl > dsl/app.dsl',
    mend: 'iconv -f latin1 -t utf-8 app.dsl > dsl/app.dsl',
  },
  DZL223: {
    title: 'a spec cannot be read',
    meaning: 'The file is there, but the system does not let you read it.',
    example: 'chmod 000 dsl/app.dsl && dazzle build',
    mend: 'chmod 644 dsl/app.dsl && dazzle build',
  },
  DZL230: {
    title: 'an answer without a question',
    meaning: 'The backend asks no question of this name, so the answer would have no effect.',
    example: '[backends.django_micro]\ndatabse = "sqlite"',
    mend: '[backends.django_micro]\ndatabase = "sqlite"',
  },
  DZL231: {
    title: 'an answer that does not fit',
    meaning: 'The answer has the wrong type, is not among the choices, or the question refuses it.',
    example: 'dazzle build --set django_micro.database=sqlit',
    mend: 'dazzle build --set django_micro.database=sqlite',
  },
  DZL232: {
    title: 'a question that nobody can answer',
    meaning: 'The question has no default, and there is no terminal to ask, or --yes was given.',
    example: 'dazzle build --yes',
    mend: 'dazzle build --yes --set django_micro.domain=shop.example',
  },
  DZL233: {
    title: 'an answer for a backend that is not in the stack',
    meaning: '--set begins with the name of a backend that this build makes.',
    example: 'dazzle build --set djnago_micro.database=sqlite',
    mend: 'dazzle build --set django_micro.database=sqlite',
  },
  DZL240: {
    title: 'unknown hook',
    meaning: 'No backend of this stack has a hook of this name; `dazzle hooks` lists them.',
    example: '[hooks]\nskip = ["create_superusr"]',
    mend: '[hooks]\nskip = ["create_superuser"]',
  },
  DZL241: {
    title: 'a hook in the wrong list',
    meaning: 'A hook belongs to one phase: before the generators (pre_build) or after them (post_build).',
    example: '[hooks]\npre_build = ["create_superuser"]',
    mend: '[hooks]\npost_build = ["create_superuser"]',
  },
  DZL242: {
    title: 'unknown option of a hook',
    meaning: 'The hook has no option of this name; `dazzle hooks` shows its options.',
    example: '[hooks.create_superuser]\nuser = "ada"',
    mend: '[hooks.create_superuser]\nusername = "ada"',
  },
  DZL243: {
    title: 'an option of a hook has the wrong type',
    meaning: 'The option expects text, a number, true or false, or a list of texts.',
    example: '[hooks.create_superuser]\nusername = 7',
    mend: '[hooks.create_superuser]\nusername = "ada"',
  },
} as const satisfies CatalogueSection;
