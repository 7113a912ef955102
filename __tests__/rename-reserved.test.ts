import { describe, expect, it } from '@jest/globals';
import djangoMicro from '../generators/django_micro/index.ts';
import expressMicro from '../generators/express_micro/index.ts';
import type { Backend } from '../lib/index.ts';
import { read, run, useProject, write } from './support/build-project.ts';

useProject();

const surface = (name: string, mode: string, entity: string, field: string): string => `
surface ${name} "${entity}":
  uses entity ${entity}
  mode: ${mode}
  section main:
    field ${field} "Field"
`;

/** A school whose lessons have a field with a name of the test's choice. */
const school = (field: string, was = ''): string => `module school.core
app school "School"

entity Course "Course":
  id: uuid pk
  title: str(200) required

entity Lesson "Lesson":
  id: uuid pk
  ${field}: ref Course required${was}
  topic: str(80)

entity Exam "Exam":
  id: uuid pk
  class: ref Course required
${surface('course_view', 'view', 'Course', 'title')}${surface('lesson_list', 'list', 'Lesson', field)}${surface('lesson_view', 'view', 'Lesson', field)}`;

/** Builds, edits files, and builds over a changed spec; gives the warnings of names that are left. */
async function evolve(
  of: Backend,
  [before, next]: readonly [string, string],
  edits: Readonly<Record<string, (text: string) => string>>,
): Promise<string[]> {
  write(
    'dazzle.toml',
    `[project]\nname = "school"\nroot = "school.core"\n\n[stack]\nbackends = ["${of.name}"]\n`,
  );
  write('dsl/app.dsl', before);
  await run({ diskHooks: false }, { of });
  for (const [file, edit] of Object.entries(edits)) {
    const text = read(`apps/${of.name}/${file}`);
    expect(edit(text)).not.toBe(text);
    write(`apps/${of.name}/${file}`, edit(text));
  }
  write('dsl/app.dsl', next);
  const outcome = await run({ diskHooks: false }, { of });
  expect([outcome.status, outcome.unsettled]).toEqual(['done', []]);
  return outcome.diagnostics
    .filter(({ code }) => code === 'DZL414')
    .map(({ message }) => message.replace('lines that only you wrote still say ', ''));
}

const method = (field: string): string => `
    def same(self):
        others = Lesson.objects.filter(${field}=self.${field}_id).exclude(pk=self.pk)
        return others, self.${field}.title, self.${field}.${field}_lessons.all(), self.topic
`;

describe('a build over a renamed field whose name Python reserves', () => {
  it.each([
    ['before', ['class', 'class_field'], ['session', 'session']],
    ['after', ['session', 'session'], ['class', 'class_field']],
    ['before and after', ['class', 'class_field'], ['from', 'from_field']],
  ])('follows it where the name is reserved %s', async (_, [old = '', said = ''], [now = '', fresh = '']) => {
    await evolve(djangoMicro, [school(old), school(now, ` was=${old}`)], {
      'app/models.py': (text) =>
        text.replace(/(class Lesson\([^]*?\n)(\n {4}def __str__)/, `$1${method(said)}$2`),
      'app/views/lesson.py': (text) =>
        `${text}\n\ndef count():\n    return Lesson.objects.order_by("${said}__title").count()\n`,
      'app/templates/app/course_view.html': (text) =>
        text.replace(
          '</section>',
          `{% for lesson in record.${said}_lessons.all %}{{ lesson.${said}.title }}{% endfor %}</section>`,
        ),
    });
    expect(read('apps/django_micro/app/models.py')).toContain(method(fresh));
    expect(read('apps/django_micro/app/views/lesson.py')).toContain(`order_by("${fresh}__title")`);
    expect(read('apps/django_micro/app/templates/app/course_view.html')).toContain(
      `{% for lesson in record.${fresh}_lessons.all %}{{ lesson.${fresh}.title }}{% endfor %}`,
    );
  });

  it.each([
    ['before', ['class', 'class_field'], ['session', 'session']],
    ['after', ['session', 'session'], ['class', 'class_field']],
  ])(
    'follows it in lines that the user changed where it is reserved %s',
    async (_, [old = '', said = ''], [now = '', fresh = '']) => {
      await evolve(djangoMicro, [school(old), school(now, ` was=${old}`)], {
        'app/admin.py': (text) =>
          text.replace(new RegExp(`(Lesson\\)[^]*?"__str__", )("${said}")`), '$1"topic", $2'),
        'app/tests/records.py': (text) =>
          text.replace(`"${said}": Made("Course"),`, `"topic": "x", "${said}": Made("Course"),`),
        'app/views/lesson.py': (text) =>
          text.replace(`select_related("${said}")`, `select_related("${said}").filter(${said}=1)`),
      });
      expect(read('apps/django_micro/app/admin.py')).toContain(`["__str__", "topic", "${fresh}"]`);
      expect(read('apps/django_micro/app/tests/records.py')).toContain(
        `"topic": "x", "${fresh}": Made("Course"),`,
      );
      expect(read('apps/django_micro/app/views/lesson.py')).toContain(
        `select_related("${fresh}").filter(${fresh}=1)`,
      );
    },
  );

  it('warns of the name in the code where the line is not reached, not of the keyword', async () => {
    const warnings = await evolve(djangoMicro, [school('class'), school('session', ' was=class')], {
      'app/admin.py': (text) =>
        `${text}\n\nclass LessonInline(admin.TabularInline):\n    model = models.Lesson\n    fk_name = "class_field"\n`,
      'app/tests/test_models.py': (text) =>
        `${text}\n\ndef mine(course, make):\n    make("Lesson", class_field=course)\n    return course.class_field_lessons.all(), "class"\n`,
      'app/models.py': (text) => `${text}\n\ndef exam():\n    return Exam.objects.get().class_field\n`,
    });
    expect(warnings).toEqual([
      expect.stringMatching(/^"class" \(Lesson\.class is now Lesson\.session\): \S+test_models\.py:\d+$/),
      expect.stringMatching(
        /^"class_field" \(Lesson\.class is now Lesson\.session\): \S+admin\.py:\d+, \S+test_models\.py:\d+$/,
      ),
      expect.stringMatching(/^"class_field_lessons" \(.*\): \S+test_models\.py:\d+$/),
    ]);
    expect(read('apps/django_micro/app/models.py')).toContain('Exam.objects.get().class_field\n');
  });
});

describe('a build over a renamed field whose name JavaScript reserves', () => {
  it.each([
    ['before', ['constructor', 'constructor_field'], ['session', 'session']],
    ['after', ['session', 'session'], ['constructor', 'constructor_field']],
    ['not at all', ['class', 'class'], ['session', 'session']],
  ])('follows it where the name is reserved %s', async (_, [old = '', said = ''], [now = '', fresh = '']) => {
    await evolve(expressMicro, [school(old), school(now, ` was=${old}`)], {
      'src/db/schema.js': (text) => `${text}\nexport const mine = () => lessons.${said};\n`,
    });
    expect(read('apps/express_micro/src/db/schema.js')).toContain(
      `export const mine = () => lessons.${fresh};`,
    );
  });
});
