import {
  oneOf,
  orNull,
  objectOfObjects,
  regularExpression,
  someTexts,
  text,
  texts,
  truth,
  wholeNumber,
  type Rules,
} from './fact-rules.ts';

/** The shell command for one step, run in the backend's folder; null where the step needs no command, or is not possible in that place. */
export interface CommandFact {
  readonly name: 'install' | 'build' | 'make_migrations' | 'migrate' | 'make_admin' | 'start' | 'test';
  /** On a developer's machine. */
  readonly development: string | null;
  /** Where the application is deployed. */
  readonly production: string | null;
}

/** A variable that the application reads from its environment. */
export interface VariableFact {
  readonly name: string;
  /** One line. */
  readonly meaning: string;
  /** A secret has no value in the facts: each copy of the application gets its own. */
  readonly isSecret: boolean;
  /** The value on a developer's machine; empty for a secret. */
  readonly development: string;
  /** What a deployment is likely to set; empty for a secret. */
  readonly production: string;
  /** The application has a default for it. */
  readonly isOptional: boolean;
}

/** A database that the application keeps its rows in. */
export interface DatabaseFact {
  readonly engine: 'sqlite' | 'postgresql';
  /** The database's name on a server. */
  readonly name: string;
  /** The environment variable that holds its address, e.g. `DATABASE_URL`. */
  readonly variable: string;
  /** Absolute folder in a container that should be a volume, for a database that is a file; e.g. `/data`. */
  readonly volume: string;
  /** The value of `variable` for a database file in `volume`. */
  readonly volumeUrl: string;
}

/** A program that the application, or a hook, needs on the machine. */
export interface ToolFact {
  /** As a person calls it: `Python`. */
  readonly name: string;
  /** Commands to try, in order: `['python3', 'python']`. */
  readonly commands: readonly string[];
  /** Arguments with which a command prints its version: `['--version']`. */
  readonly args: readonly string[];
  /** The least version that works, e.g. `3.10`. */
  readonly atLeast: string;
  /** How to get it, in the imperative. */
  readonly install: string;
  /** Names of the disk hooks that need it; where none of them will run, a missing tool is only a warning. */
  readonly neededBy: readonly string[];
}

/** Where the database's migrations are. */
export interface MigrationsFact {
  /** POSIX, relative to the backend's folder; `**` as its first part stands for any folders. */
  readonly folder: string;
  /** A regular expression that the names of migrations match. */
  readonly pattern: string;
  /**
   * The command that reverts all migrations after a given one: `{target}` stands for the name of the last one that stays, or
   * `zero`, and `{parent}` for the name of the folder that contains `folder`. Null where the tool cannot revert migrations.
   */
  readonly takeBack: string | null;
}

/** A value that a plug-in adds to the facts. */
export type ExtraFact = string | number | boolean | readonly string[];

/** The fields that a plug-in's facts may have, by name. */
export type ExtraSchema = Readonly<
  Record<
    string,
    { readonly type: 'string' | 'number' | 'boolean' | 'string[]'; readonly description: string }
  >
>;

/**
 * What a backend states before any file is generated, for its own hooks, for the other backends of its stack and for dazzle: plain
 * JSON without secrets. A value that two places must agree on, such as the port, belongs here.
 */
export interface BackendFacts {
  /** Where the application listens unless `PORT` says otherwise; null where it is no server. */
  readonly port: number | null;
  /** The path that answers with status 200 while the application works; null where there is none. */
  readonly healthPath: string | null;
  readonly commands: readonly CommandFact[];
  readonly environment: readonly VariableFact[];
  readonly databases: readonly DatabaseFact[];
  readonly tools: readonly ToolFact[];
  readonly migrations: readonly MigrationsFact[];
  /** Values that plug-ins add, by the plug-in's name; each must fit its schema in `Backend.extraFacts`. */
  readonly extra: Readonly<Record<string, Readonly<Record<string, ExtraFact>>>>;
}

/** The facts of a backend that states none. */
export const noFacts: BackendFacts = Object.freeze({
  port: null,
  healthPath: null,
  commands: [],
  environment: [],
  databases: [],
  tools: [],
  migrations: [],
  extra: {},
});

const variableName = text('the name of a variable, like DATABASE_URL', /^[A-Za-z_]\w*$/);
const filled = text('a text that is not empty', /\S/);
const line = text('a text of one line', /^.*$/);

/** The rule for each fact. Facts are checked while a build runs, since a plug-in may be plain JavaScript. */
export const factRules: Rules<BackendFacts> = {
  port: orNull(wholeNumber(1, 65535)),
  healthPath: orNull(text('a path that begins with /', /^\/\S*$/)),
  commands: {
    each: {
      name: oneOf<CommandFact['name']>({
        install: true,
        build: true,
        make_migrations: true,
        migrate: true,
        make_admin: true,
        start: true,
        test: true,
      }),
      development: orNull(filled),
      production: orNull(filled),
    },
  },
  environment: {
    each: {
      name: variableName,
      meaning: line,
      isSecret: truth,
      development: text(),
      production: text(),
      isOptional: truth,
    },
  },
  databases: {
    each: {
      engine: oneOf<DatabaseFact['engine']>({ sqlite: true, postgresql: true }),
      name: filled,
      variable: variableName,
      volume: text('an absolute folder, like /data', /^\//),
      volumeUrl: text(),
    },
  },
  tools: {
    each: {
      name: filled,
      commands: someTexts,
      args: texts,
      atLeast: text('a version, like 3.10', /^\d+(\.\d+)*$/),
      install: text(),
      neededBy: texts,
    },
  },
  migrations: {
    each: { folder: filled, pattern: regularExpression, takeBack: orNull(filled) },
  },
  extra: objectOfObjects,
};
