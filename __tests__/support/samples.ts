import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './django-project.ts';

/** A spec to build applications from; `environment: 'own'` installs its dependencies like a user's first build. */
export interface Sample {
  readonly name: string;
  readonly files: readonly string[];
  readonly root?: string;
  readonly environment?: 'own';
}

/** One of the project's examples. */
export function example(name: string, root: string, environment?: 'own'): Sample {
  const folder = join(repository, 'examples', name, 'dsl');
  const files = readdirSync(folder).map((file) => join(folder, file));
  return { name, files, root, ...(environment === undefined ? {} : { environment }) };
}

const shared = join(repository, '..', 'shared', 'specs');

function foreign(names: readonly string[], root?: string): Sample {
  return {
    name: names.join(' and '),
    files: names.map((name) => join(shared, name)),
    ...(root === undefined ? {} : { root }),
  };
}

const realSpecs = existsSync(shared)
  ? {
      quick: [
        foreign(['simple_task.dsl', 'simple_task_tests.dsl'], 'simple_task.core'),
        foreign(['support_tickets_ux.dsl'], 'support_tickets.core'),
      ],
      slow: [foreign(['support_tickets.dsl'], 'support_tickets.core'), foreign(['integrations.dsl'])],
    }
  : { quick: [], slow: [] };

/** Built and walked through on every run: small and medium examples, and real specs of others where they lie beside the checkout. */
export const samples: readonly Sample[] = [
  example('small', 'reading_list', 'own'),
  example('medium', 'library.core'),
  ...realSpecs.quick,
];

/** The large example and further specs: for `npm run test:slow`. */
export const slowSamples: readonly Sample[] = [example('large', 'campus.core'), ...realSpecs.slow];
