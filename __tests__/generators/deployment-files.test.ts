import { describe, expect, it } from '@jest/globals';
import { DockerfileParser } from 'dockerfile-ast';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import django from '../../generators/django_micro/index.ts';
import { facts as djangoFacts } from '../../generators/django_micro/service.ts';
import { facts as expressFacts } from '../../generators/express_micro/service.ts';
import { commandProblems, variablesRead } from './deployment-commands.ts';
import type { ProjectFiles } from './deployment-commands.ts';
import { generate as generateDjango, specOf } from './django_micro/generate.ts';
import { generate as generateExpress } from './express_micro/generate.ts';

const spec = specOf('entity Task "Task":\n  id: uuid pk\n  title: str(200) required\n');

/** Variables of Docker images, runners and platforms, which no code of the project reads. */
const ofPlatforms = [
  'PATH',
  'PIP_NO_CACHE_DIR',
  'PIP_DISABLE_PIP_VERSION_CHECK',
  'PYTHONDONTWRITEBYTECODE',
  'PYTHONUNBUFFERED',
  'PYTHON_VERSION',
];

const made = new Map<string, Promise<ProjectFiles>>();

/** The files that `make` makes, made once. */
function once(name: string, make: () => Promise<{ readonly files: ProjectFiles }>): Promise<ProjectFiles> {
  if (!made.has(name))
    made.set(
      name,
      make().then(({ files }) => files),
    );
  return made.get(name)!;
}

const djangoFiles = (database: 'sqlite' | 'postgresql'): Promise<ProjectFiles> =>
  once(database, () =>
    generateDjango(spec, django.generators as never, { answers: { database, time_zone: 'UTC' } }),
  );

/** The port that a backend's facts state. */
function portOf(facts: typeof djangoFacts | typeof expressFacts): number {
  const answers = { database: 'sqlite', time_zone: 'UTC' } as const;
  return facts({ spec, answers, backendName: '', outputDir: '', stack: [] }).port!;
}

const projects: readonly (readonly [string, number, () => Promise<ProjectFiles>])[] = [
  ['django_micro', portOf(djangoFacts), () => djangoFiles('sqlite')],
  ['django_micro with PostgreSQL', portOf(djangoFacts), () => djangoFiles('postgresql')],
  ['express_micro', portOf(expressFacts), () => once('express', () => generateExpress(spec))],
  [
    'express_micro with PostgreSQL',
    portOf(expressFacts),
    () =>
      once('express with PostgreSQL', () =>
        generateExpress(spec, { answers: { database: 'postgresql', time_zone: 'UTC' } }),
      ),
  ],
];

function unknownVariables(names: readonly string[], files: ProjectFiles): readonly string[] {
  const known = new Set([...variablesRead(files), ...ofPlatforms]);
  return names.filter((name) => !known.has(name));
}

/** Words of an instruction that may be written as a JSON array; a shell in it is looked through. */
function wordsOf(text: string): string {
  if (!text.startsWith('[')) return text.replace(/^CMD\s+/, '').replaceAll(/\\\n/g, ' ');
  const words = JSON.parse(text) as string[];
  return words[0] === 'sh' ? words[2]! : words.filter((word) => !/[\s(]/.test(word)).join(' ');
}

describe.each(projects)('the Dockerfile of %s', (_name, port, make) => {
  it('builds in stages from images with a version, and runs as somebody else than root', async () => {
    const dockerfile = DockerfileParser.parse((await make()).get('Dockerfile')!);
    const stages = dockerfile.getFROMs();
    expect(stages.length).toBeGreaterThan(1);
    for (const stage of stages) expect(stage.getImageTag()).toMatch(/^\d+(?:\.\d+)?-[a-z-]+$/);
    const last = stages.at(-1)!.getRange()!.start.line;
    const after = dockerfile.getInstructions().filter((each) => each.getRange().start.line > last);
    const users = after.filter((each) => each.getKeyword() === 'USER');
    expect(users.map((each) => each.getArgumentsContent())).toEqual([
      expect.not.stringMatching(/^(?:root|0)\b/),
    ]);
    expect(users[0]!.getRange().start.line).toBeLessThan(dockerfile.getCMDs().at(-1)!.getRange().start.line);
  });

  it('is probed, and names one port', async () => {
    const files = await make();
    const dockerfile = DockerfileParser.parse(files.get('Dockerfile')!);
    const [check] = dockerfile.getHEALTHCHECKs();
    expect(check!.getArgumentsContent()).toContain('/health');
    const instructions = dockerfile.getInstructions();
    const exposed = instructions.find((each) => each.getKeyword() === 'EXPOSE')!;
    expect(exposed.getArgumentsContent()).toBe(String(port));
    const variables = dockerfile.getENVs().flatMap((each) => each.getProperties());
    expect(variables.find((each) => each.getName() === 'PORT')!.getValue()).toBe(String(port));
    expect(
      unknownVariables(
        variables.map((each) => each.getName()),
        files,
      ).filter((name) => name !== 'NODE_ENV'),
    ).toEqual([]);
  });

  it('copies files that exist, from stages that exist', async () => {
    const files = await make();
    const dockerfile = DockerfileParser.parse(files.get('Dockerfile')!);
    const stages = dockerfile.getFROMs().map((stage) => stage.getBuildStage());
    const ignored = files.get('.dockerignore')!.trim().split('\n');
    for (const copy of dockerfile.getCOPYs()) {
      const from = copy.getFlags().find((flag) => flag.getName() === 'from');
      if (from !== undefined) {
        expect(stages).toContain(from.getValue());
        continue;
      }
      for (const source of copy.getArguments().slice(0, -1).map(String)) {
        const pattern = new RegExp(`^${source.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
        const found = source === '.' || [...files.keys()].some((path) => pattern.test(path));
        expect({ source, found }).toEqual({ source, found: true });
        expect(ignored).not.toContain(source);
      }
    }
    expect(ignored).toEqual(expect.arrayContaining(['.env', '.admin_credentials', '.git']));
  });

  it('runs commands that exist', async () => {
    const files = await make();
    const dockerfile = DockerfileParser.parse(files.get('Dockerfile')!);
    const commands = [
      ...dockerfile.getCMDs(),
      ...dockerfile.getInstructions().filter((each) => each.getKeyword() === 'RUN'),
    ].map((each) =>
      wordsOf(each.getArgumentsContent()!)
        .replace(/^[A-Z_]+=\S+ /, '')
        .replace('-m venv /venv', ''),
    );
    expect(commands.length).toBeGreaterThan(2);
    expect(commands.flatMap((command) => commandProblems(command, files))).toEqual([]);
  });
});

describe.each(projects)('the Procfile and the workflow of %s', (_name, _port, make) => {
  it('run commands that exist', async () => {
    const files = await make();
    const lines = files.get('Procfile')!.trim().split('\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual(['release', 'web']);
    expect(lines.flatMap((line) => commandProblems(line.replace(/^\w+: /, ''), files))).toEqual([]);
    const workflow = parseYaml(files.get('.github/workflows/ci.yml')!) as Workflow;
    const { steps } = workflow.jobs.test;
    const commands = steps.flatMap(({ run }) => run ?? []);
    expect(commands.length).toBeGreaterThan(3);
    expect(commands.flatMap((command) => commandProblems(command, files))).toEqual([]);
    expect(steps.flatMap(({ uses }) => uses ?? [])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^actions\/checkout@v\d+$/)]),
    );
    const variables = [workflow.jobs.test, ...steps].flatMap(({ env }) => Object.keys(env ?? {}));
    expect(unknownVariables(variables, files)).toEqual([]);
  });
});

interface Workflow {
  readonly jobs: {
    readonly test: {
      readonly env?: Readonly<Record<string, string>>;
      readonly services?: Readonly<Record<string, unknown>>;
      readonly steps: readonly {
        readonly run?: string;
        readonly uses?: string;
        readonly env?: Readonly<Record<string, string>>;
      }[];
    };
  };
}

describe('the platforms of django_micro', () => {
  it('start a database for the workflow only where the project needs one', async () => {
    const jobOf = async (database: 'sqlite' | 'postgresql'): Promise<Workflow['jobs']['test']> =>
      (parseYaml((await djangoFiles(database)).get('.github/workflows/ci.yml')!) as Workflow).jobs.test;
    expect((await jobOf('sqlite')).services).toBeUndefined();
    expect(Object.keys((await jobOf('postgresql')).services!)).toEqual(['postgres']);
  });

  it('are told commands, variables and a database that exist: Render', async () => {
    const files = await djangoFiles('sqlite');
    const blueprint = parseYaml(files.get('render.yaml')!) as {
      services: [Record<string, unknown> & { envVars: { key: string; fromDatabase?: { name: string } }[] }];
      databases: { name: string }[];
    };
    const [service] = blueprint.services;
    const commands = ['buildCommand', 'preDeployCommand', 'startCommand'].map((name) =>
      String(service[name]),
    );
    expect(commands.flatMap((command) => commandProblems(command, files))).toEqual([]);
    expect(service['healthCheckPath']).toBe('/health');
    expect(
      unknownVariables(
        service.envVars.map(({ key }) => key),
        files,
      ),
    ).toEqual([]);
    expect(service.envVars.flatMap(({ fromDatabase }) => fromDatabase?.name ?? [])).toEqual(
      blueprint.databases.map(({ name }) => name),
    );
  });

  it('are told commands, variables and a port that exist: Fly', async () => {
    const files = await djangoFiles('sqlite');
    const fly = parseToml(files.get('fly.toml')!) as {
      env: Record<string, string>;
      deploy: { release_command: string };
      http_service: { internal_port: number; checks: { path: string }[] };
    };
    expect(commandProblems(fly.deploy.release_command, files)).toEqual([]);
    expect(unknownVariables(Object.keys(fly.env), files)).toEqual([]);
    expect(fly.env['PORT']).toBe(String(fly.http_service.internal_port));
    expect(fly.http_service.checks.map(({ path }) => path)).toEqual(['/health']);
  });
});

describe('commands of deployment files', () => {
  it('are refused where the project lacks what they name', async () => {
    const files = await djangoFiles('sqlite');
    expect(commandProblems('python manage.py nothing && exec gunicorn config.nowhere', files)).toEqual([
      'manage.py has no command "nothing"',
      'there is no module config.nowhere',
    ]);
    expect(commandProblems('pip install -r more.txt; uwsgi', files)).toEqual([
      'there is no file more.txt',
      '"uwsgi" is no dependency',
    ]);
  });
});
