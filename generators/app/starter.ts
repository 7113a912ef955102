/**
 * The spec text that a project starts from where a person chose nothing else: the entities `Project` and
 * `Task`, whose tasks refer to a project, and four surfaces for each.
 */
export function starterSpec(name: string, title: string): string {
  return `# ${title}: what it is made of. Change it, then run "dazzle build".
module ${name}.core

app ${name} ${JSON.stringify(title)}

entity Project "Project":
  id: uuid pk
  name: str(120) required unique
  description: text
  created_at: datetime auto_add

entity Task "Task":
  id: uuid pk
  title: str(200) required
  project: ref Project required
  notes: text
  status: enum[todo,doing,done]=todo
  priority: enum[low,normal,high]=normal
  due_on: date
  created_at: datetime auto_add
  updated_at: datetime auto_update

  index status, due_on

surface project_list "Projects":
  uses entity Project
  mode: list
  section main "Projects":
    field name "Name"
    field created_at "Created"
  ux:
    empty: "No projects yet. Make the first one."

surface project_view "Project":
  uses entity Project
  mode: view
  section main "Project":
    field name "Name"
    field description "Description"
    field created_at "Created"

surface project_create "New project":
  uses entity Project
  mode: create
  section main "Project":
    field name "Name"
    field description "Description"

surface project_edit "Edit project":
  uses entity Project
  mode: edit
  section main "Project":
    field name "Name"
    field description "Description"

surface task_list "Tasks":
  uses entity Task
  mode: list
  section main "Tasks":
    field title "Title"
    field project "Project"
    field status "Status"
    field priority "Priority"
    field due_on "Due"
  ux:
    sort: due_on asc
    filter: status, priority, project
    search: title, notes
    empty: "Nothing to do. Add a task."

surface task_view "Task":
  uses entity Task
  mode: view
  section main "Task":
    field title "Title"
    field project "Project"
    field status "Status"
    field priority "Priority"
    field due_on "Due"
    field notes "Notes"
    field updated_at "Changed"

surface task_create "New task":
  uses entity Task
  mode: create
  section main "Task":
    field title "Title"
    field project "Project"
    field priority "Priority"
    field due_on "Due"
    field notes "Notes"

surface task_edit "Edit task":
  uses entity Task
  mode: edit
  section main "Task":
    field title "Title"
    field project "Project"
    field status "Status"
    field priority "Priority"
    field due_on "Due"
    field notes "Notes"
`;
}
