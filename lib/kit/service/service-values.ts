import type { BackendFacts, CommandFact, DatabaseFact, ToolFact } from '../../backend/facts.ts';
import { localAddress } from './names-and-addresses.ts';

/** The facts as templates read them: commands by name, an absent one as an empty text; the first database and tool. */
export interface ServiceValues {
  readonly port: number | null;
  readonly healthPath: string | null;
  /** Where the application is seen during development. */
  readonly address: string;
  readonly commands: Readonly<
    Record<CommandFact['name'], { readonly development: string; readonly production: string }>
  >;
  readonly database: DatabaseFact | null;
  /** What runs the application. */
  readonly tool: ToolFact | null;
}

/** The facts of an application as the templates of its README, container and hosting files read them. */
export function serviceValues(facts: BackendFacts): ServiceValues {
  const command = (name: CommandFact['name']): { development: string; production: string } => {
    const found = facts.commands.find((each) => each.name === name);
    return { development: found?.development ?? '', production: found?.production ?? '' };
  };
  return {
    port: facts.port,
    healthPath: facts.healthPath,
    address: localAddress(facts),
    commands: {
      install: command('install'),
      build: command('build'),
      make_migrations: command('make_migrations'),
      migrate: command('migrate'),
      make_admin: command('make_admin'),
      start: command('start'),
      test: command('test'),
    },
    database: facts.databases[0] ?? null,
    tool: facts.tools[0] ?? null,
  };
}
