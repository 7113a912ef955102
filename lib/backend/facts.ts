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

/** How one thing is done: a shell command in the backend's folder; null where there is nothing to do, or it cannot be done there. */
export interface CommandFact {
  readonly name: 'install' | 'build' | 'make_migrations' | 'migrate' | 'make_admin' | 'start' | 'test';
  /** On the machine of whoever works on the application. */
  readonly development: string | null;
  /** Where it is deployed. */
  readonly production: string | null;
}

/** A variable that the application reads from its environment. */
export interface VariableFact {
  readonly name: string;
  /** One line. */
  readonly meaning: string;
  /** Has no value in the facts: each copy of the application gets its own. */
  readonly isSecret: boolean;
  /** Empty for a secret. */
  readonly development: string;
  /** What a deployment is likely to set; empty for a secret. */
  readonly production: string;
  /** The application has a default for it. */
  readonly isOptional: boolean;
}

/** A database that the application keeps its rows in. */
export interface DatabaseFact {
  readonly engine: 'sqlite' | 'postgresql';
  /** Its name on a server. */
  readonly name: string;
  /** The variable that names it. */
  readonly variable: string;
  /** Absolute folder for a database that is a file, in a container: to be a volume. */
  readonly volume: string;
  /** What `variable` is for a file in that folder. */
  readonly volumeUrl: string;
}

/** A program that the application, or a hook, needs on the machine. */
export interface ToolFact {
  /** As a person calls it: `Python`. */
  readonly name: string;
  /** Commands to try, in order: `['python3', 'python']`. */
  readonly commands: readonly string[];
  /** What they are given to print the version. */
  readonly args: readonly string[];
  /** The least version that works, e.g. `3.10`. */
  readonly atLeast: string;
  /** How to get it, in the imperative. */
  readonly install: string;
  /** Disk hooks that need it: without them a missing tool is only a warning. */
  readonly neededBy: readonly string[];
}

/** Where the database's migrations are. */
export interface MigrationsFact {
  /** POSIX, relative to the backend's folder; `**` in front stands for any folder above. */
  readonly folder: string;
  /** A regular expression that the names of migrations match. */
  readonly pattern: string;
  /**
   * The command that takes back those behind one of them, with `{parent}` for the name of the folder that `folder` is in and
   * `{target}` for the last that stays, or `zero`; null where the tool cannot.
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
 * What a backend lets its hooks, the others of its stack and dazzle itself know before the first file is made: plain JSON, without
 * any secret. Whatever two places must agree on is here.
 */
export interface BackendFacts {
  /** Where the application listens unless `PORT` says otherwise; null where it is no server. */
  readonly port: number | null;
  /** The path that answers 200 while the application can work. */
  readonly healthPath: string | null;
  readonly commands: readonly CommandFact[];
  readonly environment: readonly VariableFact[];
  readonly databases: readonly DatabaseFact[];
  readonly tools: readonly ToolFact[];
  readonly migrations: readonly MigrationsFact[];
  /** What plug-ins add, by their name; each as its schema says. */
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

/** What each fact is: held against what a backend states, since a plug-in may be plain JavaScript. */
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
