import type { CatalogueSection } from './entry.ts';

/** Warnings about the meaning of a spec: nothing stops, but something is likely not as intended. */
export const specWarningsCatalogue = {
  DZL183: {
    title: 'An action names nothing',
    meaning:
      'action and action_primary name a surface or an experience; one that names neither is left off the page.',
    example: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    for agent:
      action_primary: task_lits`,
    mend: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    for agent:
      action_primary: task_list`,
  },
  DZL184: {
    title: 'A hidden or highlighted name does not exist',
    meaning: 'hide, show_aggregate and focus name things on the page; one that is not there changes nothing.',
    example: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    for agent:
      hide: owners`,
    mend: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    for agent:
      hide: owner`,
  },
  DZL185: {
    title: 'An automatic value is ignored',
    meaning: 'auto_add and auto_update set a date or time; on any other type they do nothing.',
    example: `entity Post "Post":
  id: uuid pk
  title: text auto_add`,
    mend: `entity Post "Post":
  id: uuid pk
  title: text
  created_at: datetime auto_add`,
  },
  DZL186: {
    title: 'A step cannot be reached',
    meaning: 'No transition leads there from the start, and no outcome enters it.',
    example: `experience tour "Tour":
  start at step first
  step first:
    surface task_list
  step second:
    surface task_list`,
    mend: `experience tour "Tour":
  start at step first
  step first:
    surface task_list
    on success -> second
  step second:
    surface task_list`,
  },
  DZL187: {
    title: 'An experience never ends',
    meaning: 'Success leads round in a circle, so no run can be finished.',
    example: `experience tour "Tour":
  start at step first
  step first:
    surface task_list
    on success -> first`,
    mend: `experience tour "Tour":
  start at step first
  step first:
    surface task_list`,
  },
  DZL188: {
    title: 'A name is written in an unusual way',
    meaning:
      'Entities are written in PascalCase, fields in snake_case; the code made from them reads best that way.',
    example: `entity blog_post "Post":
  id: uuid pk`,
    mend: `entity BlogPost "Post":
  id: uuid pk`,
  },
  DZL189: {
    title: 'An entity is not used',
    meaning:
      'No surface or workspace shows it, no entity refers to it, and no integration or test works with it.',
    example: `entity Post "Post":
  id: uuid pk`,
    mend: `entity Post "Post":
  id: uuid pk
surface post_list "Posts":
  uses entity Post
  mode: list`,
  },
  DZL190: {
    title: 'A title is missing',
    meaning:
      'Pages show the title of an entity, surface or workspace; without one they show the name in words.',
    example: `entity BlogPost:
  id: uuid pk`,
    mend: `entity BlogPost "Post":
  id: uuid pk`,
  },
  DZL191: {
    title: 'A condition is always true',
    meaning: 'It holds for every record, so an attention marks them all and a scope leaves none out.',
    example: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    attention warning:
      when: status = todo or status != todo`,
    mend: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    attention warning:
      when: status = todo`,
  },
  DZL192: {
    title: 'A condition is always false',
    meaning: 'No record can meet it, so an attention marks none and a scope shows nothing.',
    example: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    for agent:
      scope: status = todo and status = done`,
    mend: `surface task_page "Tasks":
  uses entity Task
  mode: list
  ux:
    for agent:
      scope: status = todo or status = done`,
  },
  DZL193: {
    title: 'A test will be skipped',
    meaning:
      'It sets or reads a field that the entity does not have, so it cannot run; the reason is shown with it.',
    example: `test due "Due":
  action: create Task
  data:
    due_date: "2030-01-01"
  expect:
    status: success`,
    mend: `test due "Due":
  action: create Task
  data:
    title: "A"
  expect:
    status: success`,
  },
  DZL194: {
    title: 'An expectation is not checked',
    meaning: 'The line is kept for those who read the spec, but no backend knows how to check it.',
    example: `test told "Told":
  action: create Task
  expect:
    notification_sent: true`,
    mend: `test told "Told":
  action: create Task
  expect:
    status: error`,
  },
  DZL195: {
    title: 'A modifier is ignored',
    meaning:
      'min and max are for numbers, pattern is for texts, and unique is not for many and json; elsewhere they do nothing.',
    example: `entity Post "Post":
  id: uuid pk
  title: str(100) min=5`,
    mend: `entity Post "Post":
  id: uuid pk
  rating: int min=5`,
  },
} as const satisfies CatalogueSection;
