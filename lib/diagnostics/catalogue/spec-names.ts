import type { CatalogueSection } from './entry.ts';

/** DZL104-DZL109 and the codes of modules and declarations: names that are unknown, ambiguous or given twice. */
export const specNamesCatalogue = {
  DZL104: {
    title: 'A field refers to an unknown entity',
    meaning: 'A ref or many field names an entity that neither this module nor a module in use defines.',
    example: `entity Post "Post":
  id: uuid pk
  author: ref Usr required`,
    mend: `entity Post "Post":
  id: uuid pk
  author: ref User required`,
  },
  DZL105: {
    title: 'A name is not defined',
    meaning:
      'A surface, experience, service, foreign model, integration, action or entity is named that does not exist.',
    example: `surface post_list "Posts":
  uses entity Pst
  mode: list`,
    mend: `surface post_list "Posts":
  uses entity Task
  mode: list`,
  },
  DZL106: {
    title: 'A field is not defined',
    meaning: 'A line names a field that the entity, the form or the foreign model does not have.',
    example: `surface task_page "Task":
  uses entity Task
  mode: view
  section main "Task":
    field titel "Title"`,
    mend: `surface task_page "Task":
  uses entity Task
  mode: view
  section main "Task":
    field title "Title"`,
  },
  DZL107: {
    title: 'A condition names a value that the enum lacks',
    meaning: 'A field of an enum type can only be compared with the values that it lists.',
    example: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    attention warning:
      when: status = doen`,
    mend: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    attention warning:
      when: status = done`,
  },
  DZL108: {
    title: 'A name belongs to a module that is not used',
    meaning:
      'A module sees its own names and those of the modules that it uses itself; use is not passed on.',
    example: `module shop
app shop "Shop"
use billing
entity Order "Order":
  id: uuid pk
  customer: ref Customer
module billing
use people
module people
entity Customer "Customer":
  id: uuid pk`,
    mend: `module shop
app shop "Shop"
use people
entity Order "Order":
  id: uuid pk
  customer: ref Customer
module people
entity Customer "Customer":
  id: uuid pk`,
  },
  DZL109: {
    title: 'A name is ambiguous',
    meaning:
      'Two modules in use define the name, so it has to be qualified with the alias or name of one of them.',
    example: `module shop
app shop "Shop"
use billing
use people as p
entity Order "Order":
  id: uuid pk
  client: ref Client
module billing
entity Client "Client":
  id: uuid pk
module people
entity Client "Client":
  id: uuid pk`,
    mend: `module shop
app shop "Shop"
use billing
use people as p
entity Order "Order":
  id: uuid pk
  client: ref p.Client
module billing
entity Client "Client":
  id: uuid pk
module people
entity Client "Client":
  id: uuid pk`,
  },
  DZL150: {
    title: 'A name is declared twice',
    meaning: 'Within a module, two things of one kind cannot have the same name.',
    example: `entity Post "Post":
  id: uuid pk
entity Post "Post":
  id: uuid pk`,
    mend: `entity Post "Post":
  id: uuid pk
entity Comment "Comment":
  id: uuid pk`,
  },
  DZL151: {
    title: 'The root module does not exist',
    meaning: 'The root in dazzle.toml names the module that the application starts from; no file has it.',
    example: `# root = "shop.main" in dazzle.toml
module shop.core
app shop "Shop"`,
    mend: `# root = "shop.core" in dazzle.toml
module shop.core
app shop "Shop"`,
  },
  DZL152: {
    title: 'A used module does not exist',
    meaning: 'A use line names a module that no file defines.',
    example: `module shop
app shop "Shop"
use biling
module billing`,
    mend: `module shop
app shop "Shop"
use billing
module billing`,
  },
  DZL153: {
    title: 'Modules use each other in a circle',
    meaning: 'A module may not use itself, neither directly nor by way of others.',
    example: `module shop
app shop "Shop"
use billing
module billing
use shop`,
    mend: `module shop
app shop "Shop"
use billing
module billing`,
  },
  DZL154: {
    title: 'There is no app',
    meaning: 'One app line names the application; none was found in the modules that the root reaches.',
    example: `module shop
entity Order "Order":
  id: uuid pk`,
    mend: `module shop
app shop "Shop"
entity Order "Order":
  id: uuid pk`,
  },
  DZL155: {
    title: 'There are several apps',
    meaning: 'The modules reached from the root may have one app line only.',
    example: `app shop "Shop"
app store "Store"`,
    mend: 'app shop "Shop"',
  },
  DZL156: {
    title: 'A module is not part of the application',
    meaning:
      'The root module does not use it, neither directly nor by way of others, so nothing is made of it.',
    example: `module shop
app shop "Shop"
module billing
entity Invoice "Invoice":
  id: uuid pk`,
    mend: `module shop
app shop "Shop"
use billing
module billing
entity Invoice "Invoice":
  id: uuid pk`,
  },
  DZL159: {
    title: 'A name occurs twice in a block',
    meaning:
      'Fields, sections, actions, steps, regions, parameters and the like have names that are unique within their block.',
    example: `entity Post "Post":
  id: uuid pk
  title: text
  title: str(100)`,
    mend: `entity Post "Post":
  id: uuid pk
  title: text
  subtitle: str(100)`,
  },
  DZL181: {
    title: 'A line is given twice',
    meaning: 'A block can have such a line only once; it would not be clear which of the two counts.',
    example: `surface task_page "Tasks":
  uses entity Task
  mode: list
  mode: view`,
    mend: `surface task_page "Tasks":
  uses entity Task
  mode: list`,
  },
  DZL182: {
    title: 'A qualified name begins with something unknown',
    meaning: 'What stands before the last dot has to be the alias or the name of a module in use.',
    example: `entity Post "Post":
  id: uuid pk
  author: ref people.User`,
    mend: `entity Post "Post":
  id: uuid pk
  author: ref User`,
  },
  DZL199: {
    title: 'A former name is still in use',
    meaning:
      '"was" declares a rename, so the old name must be gone or taken over by another "was" (names may be swapped and chained), and only one thing can have had it.',
    example: `entity Post "Post":
  id: uuid pk
  name: text
  title: text was=name`,
    mend: `entity Post "Post":
  id: uuid pk
  title: text was=name`,
  },
} as const satisfies CatalogueSection;
