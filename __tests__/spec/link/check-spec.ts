import type { AppSpec } from '../../../lib/spec/app-spec.ts';
import { loadSpec } from '../../../lib/spec/load-spec.ts';

const usual = {
  'app ': 'app demo "Demo"',
  'entity User ': 'entity User "User":\n  id: uuid pk\n  name: str(200) required',
  'entity Task ': [
    'entity Task "Task":',
    '  id: uuid pk',
    '  title: str(200) required',
    '  status: enum[todo,done]=todo',
    '  owner: ref User',
    '  points: int',
    '  due: date',
    '  is_open: bool',
    '  created_at: datetime auto_add',
  ].join('\n'),
  'surface task_list ':
    'surface task_list "Tasks":\n  uses entity Task\n  mode: list\n  section main "Tasks":\n    field title "Title"',
};

/** A spec with the usual app, User, Task and task_list added behind it, where it does not bring its own or has modules. */
export function complete(text: string): string {
  if (/^module /m.test(text)) return text;
  const missing = Object.entries(usual).filter(([head]) => !new RegExp(`^${head}`, 'm').test(text));
  return [text.trimEnd(), ...missing.map(([, block]) => block), ''].join('\n');
}

/** A spec whose entity Thing has a key and the lines of `field`, and is shown. */
export function withField(field: string): string {
  return `entity Thing "Thing":\n  id: uuid pk\n  ${field}\nsurface things "T":\n  uses entity Thing\n  mode: list`;
}

/** What is wrong with a spec, as `line:column code message (fix)`, in order. */
export function problemsOf(text: string): string[] {
  return loadSpec([{ file: 'app.dsl', text: complete(text) }]).diagnostics.map(
    ({ place, code, message, fix }) => `${place?.line}:${place?.column} ${code} ${message} (${fix})`,
  );
}

/** What is wrong with a spec, as `code fix`, in order. */
export function mendsOf(text: string): string[] {
  const { diagnostics } = loadSpec([{ file: 'app.dsl', text: complete(text) }]);
  return diagnostics.map(({ code, fix }) => `${code} ${fix}`);
}

/** The codes of what is wrong with a spec. */
export function codesOf(text: string): string[] {
  return loadSpec([{ file: 'app.dsl', text: complete(text) }]).diagnostics.map(({ code }) => code);
}

/** A spec without errors. */
export function specOf(text: string): AppSpec {
  const { spec, diagnostics } = loadSpec([{ file: 'app.dsl', text: complete(text) }]);
  if (spec === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return spec;
}
