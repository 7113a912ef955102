import { buildPages } from '../../../lib/index.ts';
import type { AppSpec, PageModel } from '../../../lib/index.ts';
import { makeProject } from '../django-project.ts';
import type { Ended } from '../django-project.ts';
import { makeExpressProject } from '../express-project.ts';
import type { Sample } from '../samples.ts';

/** Backends whose pages must be the same to a person. */
export const pageBackends = ['django_micro', 'express_micro'] as const;

/** A generated application that runs on this machine. */
export interface Application {
  readonly backend: string;
  readonly origin: string;
  readonly spec: AppSpec;
  readonly pages: PageModel;
  readonly username: string;
  readonly password: string;
  /** Ends the server and removes the files. */
  stop(): Promise<void>;
}

function demand(ended: Ended, what: string): void {
  if (ended.status !== 0) throw new Error(`${what} failed:\n${ended.output}`);
}

/** Builds an application from a sample with an installed environment shared between runs, and starts it on an empty database. */
export async function startApplication(
  backend: (typeof pageBackends)[number],
  sample: Sample,
): Promise<Application> {
  const django = backend === 'django_micro';
  const project = django
    ? makeProject(sample.files, sample.root === undefined ? {} : { root: sample.root })
    : makeExpressProject(sample);
  try {
    demand(project.dazzle(['build', '--yes', '--no-disk-hooks']), 'the build');
    if ('manage' in project) {
      for (const args of [['makemigrations', '--noinput'], ['migrate', '--noinput'], ['init_admin']]) {
        demand(project.manage(args), args[0]!);
      }
    }
    const server = await project.serve();
    const spec = project.spec();
    return {
      backend,
      origin: server.origin,
      spec,
      pages: buildPages(spec),
      username: 'admin',
      password: project.password(),
      async stop() {
        await server.stop();
        project.remove();
      },
    };
  } catch (error) {
    project.remove();
    throw error;
  }
}
