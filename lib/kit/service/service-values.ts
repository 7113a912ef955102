import type { BackendFacts, CommandFact, DatabaseFact, ToolFact } from '../../backend/facts.ts';
import { localAddress } from './names-and-addresses.ts';

/**
 * The facts in the form that templates read: commands by name (an empty text where there is none), the first
 * database, the first tool.
 */
export interface ServiceValues {
  readonly port: number | null;
  readonly healthPath: string | null;
  /** The application's address during development; empty where it is no server. */
  readonly address: string;
  readonly commands: Readonly<
    Record<CommandFact['name'], { readonly development: string; readonly production: string }>
  >;
  readonly database: DatabaseFact | null;
  /** The program that runs the application, e.g. Python: the first tool of the facts. */
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
